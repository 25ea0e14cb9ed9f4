"""Say in plain English what the JSON and YAML parsers complain of, and what to do."""

import json
from collections.abc import Mapping
from types import MappingProxyType

_Wording = tuple[str, str]

_JSON: Mapping[str, _Wording] = MappingProxyType(
    {
        "Expecting property name enclosed in double quotes": (
            "a key in double quotes is wanted here",
            "Look for a comma too many just before, or a key without double quotes.",
        ),
        "Illegal trailing comma before end of object": (
            "a comma stands before the closing brace",
            "Take the comma away.",
        ),
        "Illegal trailing comma before end of array": (
            "a comma stands before the closing bracket",
            "Take the comma away.",
        ),
        "Expecting ':' delimiter": (
            "a colon is wanted here, between the key and its value",
            'A key and its value look like this: "title": "Day care".',
        ),
        "Expecting ',' delimiter": (
            "a comma or a closing bracket is wanted here",
            'Look for a comma missing just before, or a double quote inside a text (write \\").',
        ),
        "Expecting value": (
            "a value is wanted here",
            "Write a text in double quotes, a number, true, false, null, a list or an object.",
        ),
        "Extra data": (
            "the data ends before here, yet there is more text",
            "One file holds one object: look for a closing brace too many.",
        ),
        "Unterminated string starting at": (
            "the text that begins here has no closing double quote",
            "Close it with a double quote.",
        ),
        "Invalid control character at": (
            "a line break or a tab stands inside a text",
            "Write \\n for a line break and \\t for a tab, or close the text with a double quote.",
        ),
        "Invalid \\escape": (
            "a backslash stands before a character that it cannot be used with",
            "Write \\\\ for a backslash, as in a folder name.",
        ),
        "Invalid \\uXXXX escape": (
            "\\u wants four hexadecimal digits after it",
            "Write the character itself, or \\\\ for a backslash.",
        ),
    }
)

_INDENT = "Entries of one record or list start in the same column; indent with spaces."
_QUOTE = "Put a text in double quotes where it holds a colon and a space, or starts with a sign."
_YAML: Mapping[str, _Wording] = MappingProxyType(
    {
        "mapping values are not allowed in this context": (
            "a colon stands where no key can be",
            "Check this line and the one above: each key needs its colon, the keys of one record "
            "the same indent, and a text that holds a colon and a space double quotes.",
        ),
        "did not find expected key": ("a key is wanted here", f"{_INDENT} {_QUOTE}"),
        "did not find expected '-' indicator": (
            "another entry of the list, with a dash, is wanted here",
            _INDENT,
        ),
        "did not find expected <document start>": (
            "the data ends before here, yet there is more text",
            _INDENT,
        ),
        "block sequence entries are not allowed in this context": (
            "a list cannot start on the line of its key",
            "Start the first dash on a line of its own, below the key.",
        ),
        "mapping keys are not allowed in this context": (
            "a question mark with a space cannot stand here",
            _QUOTE,
        ),
        "could not find expected ':'": (
            "this line has no colon after its key",
            "A key and its value look like this: title: Day care.",
        ),
        "did not find expected ',' or ']'": (
            "a comma or a closing bracket is wanted here",
            "Look for the bracket [ that opens the list.",
        ),
        "did not find expected ',' or '}'": (
            "a comma or a closing brace is wanted here",
            "Look for the brace { that opens the record.",
        ),
        "did not find expected node content": ("a value is wanted here", _QUOTE),
        "found unexpected end of stream": (
            "the text that begins here has no closing quote",
            "Close it with the quote that it starts with.",
        ),
        "found character that cannot start any token": (
            "a text cannot start with this character",
            "Put the text in double quotes.",
        ),
        "found unknown escape character": (
            "a backslash stands before a character that it cannot be used with",
            "Write \\\\ for a backslash, or put the text in single quotes.",
        ),
        "found invalid Unicode character escape code": (
            "this escape stands for no character",
            "Write the character itself.",
        ),
        "did not find expected alphabetic or numeric character": (
            "a text cannot start with & or *",
            "Put the text in double quotes.",
        ),
        "found undefined tag handle": (
            "a text cannot start with an exclamation mark",
            "Put the text in double quotes.",
        ),
    }
)
_TAB: _Wording = (
    "a tab stands where the line is indented",
    "Indent with spaces: YAML does not allow tabs there.",
)
_DIGITS = frozenset("0123456789")
# Where a parser notices these is far from where they are to be mended: at the start.
STARTS_EARLIER = frozenset({"found unexpected end of stream", "could not find expected ':'"})


def describe_json(error: json.JSONDecodeError) -> _Wording:
    """Return problem and hint for what the JSON decoder found."""
    found = error.doc[error.pos : error.pos + 1]
    problem, hint = _JSON.get(error.msg, (error.msg.lower(), ""))
    if not found:
        return "the file ends too early", "Look for a bracket or a brace that is never closed."
    if found == "'":
        return problem, "Texts and keys stand in double quotes."
    if found in "+.":
        return problem, "Write a number as 0.5 or 5, with a digit first and no plus sign."
    if found in _DIGITS and error.doc[error.pos - 1 : error.pos] == "0":
        return "a number cannot start with 0", "Put a code or a telephone number in double quotes."
    if found in "/#":
        return problem, "JSON has no comments: take them out, or write the file as YAML."
    if error.doc.startswith(("True", "False", "None"), error.pos):
        return problem, "Write true, false and null in small letters."
    return problem, hint


def describe_yaml(problem: str, *, found: str) -> _Wording:
    """Return problem and hint for what the YAML parser found at a character."""
    if found == "\t" or "tab character" in problem:
        return _TAB
    return _YAML.get(problem, (problem, ""))
