"""Say in plain words why a model refused a value, and where it stands in the data."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

_Context = Mapping[str, Any]


class Refusal(NamedTuple):
    """One value that a model refused: the keys that lead to it, what sort of fault, in words.

    `sort` is `missing` or `unknown` for a key, otherwise the library's name for the fault, or ours.
    """

    at: tuple[int | str, ...]
    sort: str
    says: str
    value: Any


def refusal(says: str, *, sort: str = "refused") -> PydanticCustomError:
    """Return the error for a validator to raise; its place is added on the way up."""
    return PydanticCustomError(sort, "{says}", {"says": says})


def refusals(refused: ValidationError, data: Any) -> tuple[Refusal, ...]:
    """Return each value of some data that its model refused; of a list with a faulty entry only it.

    The library says of such a list that it is also too short.
    """
    found: dict[tuple[int | str, ...], Refusal] = {}
    for error in refused.errors(include_url=False):
        sort = _SORTS.get(error["type"], error["type"])
        at = _place(error["loc"], data, lacking=sort == "missing")
        says = _says(error["type"], error.get("ctx", {}))
        found.setdefault(at, Refusal(at, sort, says, error["input"]))
    above = {at[:length] for at in found for length in range(len(at))}
    return tuple(each for at, each in found.items() if at not in above)


def _place(location: tuple[int | str, ...], value: Any, *, lacking: bool) -> tuple[int | str, ...]:
    """Return the keys of a location, which also names the forms that values were read in."""
    place: list[int | str] = []
    for position, key in enumerate(location, start=1):
        absent = lacking and position == len(location)
        if isinstance(value, dict) and (key in value or absent):
            place.append(key)
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int):
            place.append(key)
            value = value[key] if key < len(value) else None
    return tuple(place)


def _says(sort: str, context: _Context) -> str:
    if "says" in context:
        return str(context["says"])
    said = _SAYS.get(sort, "this cannot stand here")
    return said if isinstance(said, str) else said(context)


def _one_of(context: _Context) -> str:
    """Name the values that there are; the library joins them with commas, quotes and an `or`."""
    quoted = re.findall("'([^']*)'", context["expected"])
    return f"this is not one of {', '.join(quoted) or context['expected']}"


def _at_least(context: _Context) -> str:
    least = context["min_length"]
    return f"at least {least} {'entry is' if least == 1 else 'entries are'} wanted here"


_SORTS = {"extra_forbidden": "unknown"}
_RECORD, _NUMBER = "keys with values are wanted here", "a number is wanted here"
_LIST = "a list is wanted here"
_SAYS: Mapping[str, str | Callable[[_Context], str]] = {
    "missing": "this key is missing",
    "extra_forbidden": "this is not known here",
    "model_type": _RECORD,
    "dict_type": _RECORD,
    "list_type": _LIST,
    "tuple_type": _LIST,
    "too_short": _at_least,
    "too_long": lambda context: f"at most {context['max_length']} entries are wanted here",
    "string_type": "a text is wanted here",
    "string_unicode": "half a character stands in the text",
    "string_too_short": lambda context: (
        f"at least {context['min_length']} characters are wanted here"
    ),
    "string_too_long": lambda context: (
        f"at most {context['max_length']} characters are wanted here"
    ),
    "string_pattern_mismatch": lambda context: (
        f"this does not match the pattern {context['pattern']}"
    ),
    "literal_error": _one_of,
    "enum": _one_of,
    "bool_type": "true or false is wanted here",
    "int_type": "a whole number is wanted here",
    "is_instance_of": _NUMBER,
    "decimal_type": _NUMBER,
    "finite_number": _NUMBER,
    "greater_than_equal": lambda context: f"this must not be less than {context['ge']}",
    "less_than_equal": lambda context: f"this must not be more than {context['le']}",
    "greater_than": lambda context: f"this must be more than {context['gt']}",
    "date_type": "a date is wanted here, written as 2026-02-05",
}
