"""Say of a value that a file of a pack cannot have what was found, and what to write instead."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

_NOT_ONE_OF = "this is not one of "
_PATTERN = "this does not match the pattern "
_WRITE: Mapping[str, str] = {
    r"^[A-Z][A-Z0-9]{1,5}-[0-9]{2,3}$": "an id is two to six capital letters or digits, "
    "a hyphen and two or three digits: GB-14",
    r"^[a-z_.]+ as [a-z_]+( if .+)?$": "write `list as name` or `list as name if condition`, "
    "such as `case.outcomes as outcome if outcome.material`",
    r"^[a-z][a-z0-9-]{1,40}$": "use small letters, digits and hyphens: our-procedure-2025",
    r"^[a-z][a-z0-9_]{2,50}$": "use small letters, digits and underscores: minimum_notice_months",
    r"^\d+\.\d+\.\d+$": "a version is three numbers with dots: 0.1.0",
    r"^(https?://\S+)?$": "an address begins with https:// and has no space in it",
}
_LONGEST = 60


def in_words(says: str, value: Any) -> tuple[str, str]:
    """Return what is wrong with a value, and what to do; `says` is what its reader found.

    >>> in_words("this is not one of critical, major, minor, advisory", "majr")
    ('`majr` is not one of critical, major, minor, advisory', 'did you mean `major`?')
    """
    if says.startswith(_NOT_ONE_OF):
        known = says.removeprefix(_NOT_ONE_OF)
        close = get_close_matches(str(value), known.split(", "), n=1, cutoff=0.5)
        return f"{_shown(value)} is not one of {known}", _did_you_mean(close)
    if says.startswith(_PATTERN):
        hint = _WRITE.get(says.removeprefix(_PATTERN), "")
        return f"{_shown(value)} cannot stand here", hint
    if says == "a text is wanted here":
        return f"a text is wanted here, not {_kind(value)}", "put it in double quotes"
    if says == "a list is wanted here":
        return f"a list is wanted here, not {_kind(value)}", "write it in brackets: [one, other]"
    return says, ""


def _did_you_mean(close: list[str]) -> str:
    return f"did you mean `{close[0]}`?" if close else ""


def _shown(value: Any) -> str:
    text = str(value)
    return f"`{text if len(text) <= _LONGEST else text[:_LONGEST] + '…'}`"


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "keys with values"
    if isinstance(value, list):
        return "a list"
    return "nothing" if value is None else _shown(value)
