"""Read JSON into plain data with the line of every value.

The standard library decodes, so what is and is not JSON is its word. A second, tolerant pass over
the tokens says on which line each value stands, how deep it is and which key comes twice. That
pass runs first, because the decoder is recursive and must never see a text that is too deep.
"""

import json
import re
from typing import Any, NoReturn

from auditor.load import number
from auditor.load.bounds import MAX_DEPTH
from auditor.load.fault import Fault, Refused, position, shown
from auditor.load.pointer import step
from auditor.load.text import UNPRINTABLE, describe_unprintable, text_of
from auditor.load.wording import describe_json

# Every pattern is possessive (`*+`) and `_TOKEN` matches everywhere, if only nothing: so no broken
# text makes the search go over the same characters again and again.
_UNCLOSED = r'"[^"\\]*+(?:\\.[^"\\]*+)*+'
_STRING = _UNCLOSED + '"'
_TOKEN = re.compile(
    rf"""[ \t]*+(?:
        (?P<key>{_STRING})\s*+:
      | (?P<line>\n)
      | (?P<value>{_UNCLOSED}"?|[^\]\[{{}}:,"\s]++)
      | (?P<comma>,)
      | (?P<open>[\[{{])
      | (?P<close>[\]}}])
    )?""",
    re.VERBOSE | re.DOTALL,
)
# An escape that may stand for an unprintable character.
_SUSPECT = re.compile(r"\\(?:[bf]|u(?:00[0-189]|d[89a-f]))", re.IGNORECASE)


def read_json(raw: bytes, *, name: str) -> tuple[Any, dict[str, str]]:
    """Return the data of a JSON file and the line of every value, by JSON pointer.

    Integers become int, other numbers Decimal with their digits kept. Raises Fault.
    """
    text = text_of(raw, name=name)
    places, repeated = _walk(text, name=name)
    data = _decoded(text, name=name)
    if repeated:
        raise repeated
    if _SUSPECT.search(text):
        _refuse_unprintable(text, name=name)
    return data, places


def _walk(text: str, *, name: str) -> tuple[dict[str, str], Fault | None]:
    """Return the place of every value and the first repeated key; nonsense if this is no JSON."""
    places: dict[str, str] = {}
    repeated: Fault | None = None
    outer: list[tuple[str, int]] = []  # the lists and objects around the innermost one
    inside, index = "", -1  # the innermost one: its pointer; the item it is at, -1 for an object
    pointer, line, place = "", 1, "line 1"  # of the next value
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "value":
            places[pointer] = place
        elif kind == "key":
            pointer = inside + step(_unquoted(match["key"]))
            if pointer in places and not repeated:
                repeated = _repeated(match, places[pointer], name=name)
            if "\n" in match[0]:  # between the key and its colon
                line += match[0].count("\n")
                place = f"line {line}"
        elif kind == "line":
            line += 1
            place = f"line {line}"
        elif kind == "comma" and index >= 0:
            index += 1
            pointer = f"{inside}/{index}"
        elif kind == "open":
            if len(outer) == MAX_DEPTH:
                raise _too_deep(match, name=name)
            places[pointer] = place
            outer.append((inside, index))
            inside, index = pointer, 0 if match["open"] == "[" else -1
            pointer = f"{inside}/0"
        elif kind == "close":
            inside, index = outer.pop() if outer else ("", -1)
    return places, repeated


def _unquoted(token: str) -> str:
    if "\\" not in token:
        return token[1:-1]
    try:
        return str(json.loads(token))
    except json.JSONDecodeError:  # the decoder will meet it too, and say so
        return token


def _repeated(match: re.Match[str], first: str, *, name: str) -> Fault:
    line, column = position(match.string, match.start("key"))
    return Fault(
        f"the key {shown(match['key'])} is repeated; it already stands on {first}",
        name=name,
        line=line,
        column=column,
        hint="Keep one of the two.",
    )


def _too_deep(match: re.Match[str], *, name: str) -> Fault:
    line, column = position(match.string, match.start("open"))
    return Fault(
        f"lists and objects stand more than {MAX_DEPTH} deep inside one another",
        name=name,
        line=line,
        column=column,
        hint="No decision file needs more than ten levels; look for brackets that never close.",
    )


def _refuse_constant(text: str) -> NoReturn:
    raise number.not_finite(text)


_DECODER = json.JSONDecoder(
    parse_int=number.whole, parse_float=number.exact, parse_constant=_refuse_constant
)


def _decoded(text: str, *, name: str) -> Any:
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        problem, hint = describe_json(error)
        raise Fault(problem, name=name, line=error.lineno, column=error.colno, hint=hint) from None
    except Refused as refused:
        line, column = _place_of_refused(text, refused)
        raise Fault(
            refused.problem, name=name, line=line, column=column, hint=refused.hint
        ) from None


def _place_of_refused(text: str, refused: Refused) -> tuple[int, int]:
    """Find the first word that the decoder refuses; it does not say where it was."""
    for match in _TOKEN.finditer(text):
        word = match["value"]
        if word and word[0] != '"':
            try:
                _DECODER.decode(word)
            except Refused:
                return position(text, match.start("value"))
            except json.JSONDecodeError:
                continue
    raise AssertionError("a refused word stands nowhere") from refused


def _refuse_unprintable(text: str, *, name: str) -> None:
    """Look into every string that has escapes, as only those can hide a control character."""
    for match in re.finditer(_STRING, text, re.DOTALL):
        if "\\" in match[0]:
            found = UNPRINTABLE.search(json.loads(match[0]))
            if found:
                line, column = position(text, match.start())
                problem = describe_unprintable(found.group())
                hint = "Take the escape out of this text."
                raise Fault(problem, name=name, line=line, column=column, hint=hint)
