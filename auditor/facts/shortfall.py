"""Say whether reviews set the savings that fell short beside their forecast, and say why."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from auditor.facts.reading import entries, is_nil, texts
from auditor.model.file import Case
from auditor.model.money import Saving
from auditor.model.monitoring import ForecastCompared

Pair: TypeAlias = tuple[Decimal, Decimal]
"""What was forecast, and what came of it."""


def explained(case: Case, due: tuple[Saving, ...]) -> bool | None:
    """Say whether comparisons with a reason cover what fell short of the savings that were due.

    They are of the sum, or of each saving that fell short, with the figures of the savings. Not
    stated where a comparison with other figures, or one that is not complete, may be of them.
    """
    held = [each for review in entries(case.reviews) for each in entries(review.forecast_compared)]
    reasoned = _reasoned(held)
    if _of_the_sum(reasoned, case, due) or _of_each(reasoned, due):
        return True
    return None if reasoned or any(silent(case)) else False


def silent(case: Case) -> Iterator[str]:
    """Yield what reviews do not state of what was expected and what came of it."""
    if case.reviews is None:
        yield "/reviews"
    for at, review in enumerate(entries(case.reviews)):
        pointer = f"/reviews/{at}/forecast_compared"
        if review.forecast_compared is None:
            yield pointer
        for n, each in enumerate(entries(review.forecast_compared)):
            yield from (f"{pointer}/{n}/{name}" for name in _lacking(each))


def _lacking(each: ForecastCompared) -> tuple[str, ...]:
    if is_nil(each.note):
        return ()
    if each.forecast is None or each.actual is None:
        return tuple(name for name in ("forecast", "actual") if getattr(each, name) is None)
    return ("note",) if each.actual < each.forecast and each.note is None else ()


def _reasoned(held: Iterable[ForecastCompared]) -> list[Pair]:
    """Return the pairs that differ for a reason that is given; one that is repeated counts once."""
    different = dict.fromkeys(
        (each.what, each.forecast, each.actual) for each in held if texts(each.note)
    )
    return [
        (forecast, actual)
        for _, forecast, actual in different
        if forecast is not None and actual is not None and actual < forecast
    ]


def _of_the_sum(reasoned: list[Pair], case: Case, due: tuple[Saving, ...]) -> bool:
    realised = _sum(each.realised for each in due)
    forecasts = _sum(each.amount for each in due), _sum(s.amount for s in entries(case.savings))
    return any(actual == realised and forecast in forecasts for forecast, actual in reasoned)


def _of_each(reasoned: list[Pair], due: tuple[Saving, ...]) -> bool:
    pairs = [(each.amount, each.realised) for each in due if each.realised is not None]
    short = Counter((amount, realised) for amount, realised in pairs if realised < amount)
    return bool(short) and short <= Counter(reasoned)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((each for each in amounts if each is not None), start=Decimal(0))
