"""Say in what the things that are compared were not made on the same footing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from auditor.facts.option_facts import OptionFacts

NOT_STATED = "not stated"


@dataclass(frozen=True, slots=True)
class Difference:
    """A choice that was made differently: what it is, and each one's answer."""

    what: str
    answers: tuple[tuple[str, str], ...]


def differing(asked: Iterable[Difference]) -> tuple[Difference, ...]:
    """Return the choices to which there is more than one answer."""
    return tuple(each for each in asked if len({answer for _, answer in each.answers}) > 1)


def plain(answer: Any) -> str:
    """Return an answer in words.

    >>> plain("end_of_year"), plain(None)
    ('end of year', 'not stated')
    """
    return NOT_STATED if answer is None else str(answer).replace("_", " ")


def options_footing(items: Sequence[OptionFacts]) -> tuple[Difference, ...]:
    """Return in what the options with a value differ that their totals should share."""
    valued = [each for each in items if each.npv is not None]
    return differing(
        Difference(what, tuple((each.name, ask(each)) for each in valued))
        for what, ask in _FOOTING.items()
    )


def unequal_years(items: Sequence[OptionFacts]) -> bool:
    """Say whether options with a value cover unlike numbers of years."""
    return len({each.horizon_years for each in items if each.npv is not None}) > 1


_FOOTING: Mapping[str, Callable[[OptionFacts], str]] = {
    "years covered": lambda each: _number(each.horizon_years),
    "base year": lambda each: plain(each.base_year),
    "price year": lambda each: plain(each.price_year),
    "real or nominal prices": lambda each: " and ".join(sorted(each.price_bases)) or NOT_STATED,
}


def _number(value: Any) -> str:
    return NOT_STATED if value is None else f"{value.normalize():f}"
