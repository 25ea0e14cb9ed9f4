"""Write proposals as YAML for a person to confirm; no text of a file can steer a terminal."""

import json
import unicodedata
from collections.abc import Iterator, Sequence

from auditor.analysis.propose import Field, Number, Proposal

_HEAD = """\
# Read out of the quotations by a program. Nothing here is confirmed, and the file is unchanged.
# Hold each field against the words, correct it, copy it into the file, and add `confirmed_by`.
"""
_NONE = "# No quotation holds more than the fields of its statement already say.\n"
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


def proposals_text(proposals: Sequence[Proposal]) -> str:
    """Return the proposals as a list of statements in YAML, with remarks as comments."""
    if not proposals:
        return _NONE
    lines = (line for each in proposals for line in _lines(each))
    return f"{_HEAD}statements:\n" + "".join(f"{line}\n" for line in lines)


def _lines(each: Proposal) -> Iterator[str]:
    yield f"  - id: {quoted(each.id)}"
    yield f"    quotation: {quoted(each.quotation)}"
    if each.remark:
        yield f"    # {on_one_line(each.remark)}"
    for name, value in each.fields.items():
        yield f"    {name}: {_value(value)}"


def _value(value: Field) -> str:
    if isinstance(value, Number):
        return f"{{value: {value.value:f}, printed: {quoted(value.printed)}}}"
    return str(value) if isinstance(value, int) else quoted(value)


def quoted(text: str) -> str:
    """Return a text in double quotes as YAML reads it, hidden characters as their numbers.

    >>> quoted('50% \u202e"x"')
    '"50% \\\\u202E\\\\"x\\\\""'
    """
    return "".join(_shown(character) for character in json.dumps(text, ensure_ascii=False))


def on_one_line(text: str) -> str:
    """Return a text for a comment: on one line, with hidden characters as their numbers."""
    return "".join(_shown(character) for character in " ".join(text.split()))


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN:
        return character
    number = ord(character)
    return f"\\u{number:04X}" if number < 0x10000 else f"\\U{number:08X}"
