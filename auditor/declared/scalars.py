"""Read single values, texts, truths, numbers and days, within the limits of their type."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from auditor.declared.field import Limits
from auditor.declared.unfit import unfit

Read = Callable[[Any], Any]
"""Return a value of plain data as a field holds it, or raise Unfit."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _text(limits: Limits) -> Read:
    least, most, strip = limits.min_length or 0, limits.max_length, limits.strip
    search = re.compile(limits.pattern.replace("$", r"\Z")).search if limits.pattern else None

    def read(value: Any) -> Any:
        if not isinstance(value, str):
            raise unfit("a text is wanted here")
        text = value.strip() if strip else value
        if len(text) < least:
            raise unfit(f"at least {least} characters are wanted here")
        if most is not None and len(text) > most:
            raise unfit(f"at most {most} characters are wanted here")
        if search and not search(text):
            raise unfit(f"this does not match the pattern {limits.pattern}")
        if not text.isascii():
            _refuse_halves(text)
        return text

    return read


def _refuse_halves(text: str) -> None:
    """Refuse half a surrogate pair: it is no character, and nothing can print it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise unfit("half a character stands in the text") from None


def _truth(_: Limits) -> Read:
    def read(value: Any) -> Any:
        if value is True or value is False:
            return value
        raise unfit("true or false is wanted here")

    return read


def _whole(limits: Limits) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not int:
            raise unfit("a whole number is wanted here")
        _keep_within(value, limits)
        return value

    return read


def _exact(limits: Limits) -> Read:
    """Read a number as a Decimal with the digits it was written with; a float is never exact."""

    def read(value: Any) -> Any:
        number = Decimal(value) if type(value) is int else value
        if not isinstance(number, Decimal) or not number.is_finite():
            raise unfit("a number is wanted here")
        _keep_within(number, limits)
        return number

    return read


def _keep_within(number: int | Decimal, limits: Limits) -> None:
    if limits.at_least is not None and number < limits.at_least:
        raise unfit(f"this must not be less than {limits.at_least}")
    if limits.at_most is not None and number > limits.at_most:
        raise unfit(f"this must not be more than {limits.at_most}")
    if limits.above is not None and number <= limits.above:
        raise unfit(f"this must be more than {limits.above}")


def _day(limits: Limits) -> Read:
    matches = re.compile((limits.pattern or _DAY.pattern).replace("$", r"\Z"), re.ASCII).match

    def read(value: Any) -> Any:
        if type(value) is date:
            return value
        if not isinstance(value, str) or not _DAY.fullmatch(value) or not matches(value):
            raise unfit("a date is wanted here, written as 2026-02-05")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise unfit(f"there is no such day as {value}") from None

    return read


SCALARS: dict[type, Callable[[Limits], Read]] = {
    str: _text,
    bool: _truth,
    int: _whole,
    Decimal: _exact,
    date: _day,
}
