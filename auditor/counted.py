"""Say how many there are of something: `1 rule`, `2 rules`."""

import re

_MEASURE = re.compile(
    r"^( (?:calendar |working )?)"
    r"(year|month|week|day|option|source|provider|review|group|kind)s\b"
)


def count(number: int, one: str, more: str = "") -> str:
    """Return a number with its noun.

    >>> count(1, "rule"), count(1200, "rule"), count(2, "entry", "entries")
    ('1 rule', '1,200 rules', '2 entries')
    """
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def after(number: str, text: str) -> str:
    """Return what is written behind a printed number, its noun in the singular behind a 1.

    Only what numbers are given of in messages is changed: years, months, days, options.

    >>> after("1", " years from 2025"), after("11", " years"), after("1", " notes")
    (' year from 2025', ' years', ' notes')
    """
    return _MEASURE.sub(r"\1\2", text) if number == "1" else text
