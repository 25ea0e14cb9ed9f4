"""Name what in a value map is worth asking about, because it may make the value look larger."""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from auditor.counted import count
from auditor.facts.reading import entries, texts
from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row
from auditor.model.file import Case
from auditor.model.outcomes import Outcome
from auditor.model.value_map import ValueMapRow

LONGEST = "sroi_duration_years"
_ZEROS = {"deadweight": "deadweight", "attribution_to_others": "the share of others"}
_SHOWN = 3


class Signs:
    """Looks at each row of a value map beside the rest of its file.

    A sign is a question, not a fault: most have a good answer that the file does not give.
    """

    def __init__(self, case: Case, found: ValueMap, parameters: Mapping[str, Any]) -> None:
        rows = [row.given for row in found.rows]
        self._longest: Decimal | None = parameters.get(LONGEST)
        self._outcomes = {each.id: each for each in entries(case.outcomes)}
        self._kinds = _indicator_kinds(case)
        self._holders: dict[str, set[str]] = {}
        for row in rows:
            if row.outcome_id and row.stakeholder_id:
                self._holders.setdefault(row.outcome_id, set()).add(row.stakeholder_id)
        self._reversed = {row.given.id for row in found.rows if _is_reversed(row)}
        self._twins = Counter(_measure(row) for row in rows)
        years = Counter(row.proxy_price_year for row in rows if row.proxy_price_year)
        self._usual_year = years.most_common(1)[0][0] if years else None

    def of(self, row: ValueMapRow) -> Iterator[str]:
        """Yield what is worth asking about a row, in plain words."""
        yield from self._deductions(row)
        yield from self._duration(row)
        yield from self._value(row)
        yield from self._outcome(row)

    def _deductions(self, row: ValueMapRow) -> Iterator[str]:
        if row.id in self._reversed:
            yield "its deductions take off more than all of its value"
        if texts(row.zero_reason):
            return
        zero = [words for name, words in _ZEROS.items() if getattr(row, name) == 0]
        if zero:
            yield f"nothing taken off for {' and '.join(zero)}, and no reason given"

    def _duration(self, row: ValueMapRow) -> Iterator[str]:
        years = row.duration_years
        if years is None or years <= 1:
            return
        lasts = f"{years.normalize():f}"
        if not row.drop_off and not texts(row.zero_reason):
            yield f"lasts {lasts} years without drop-off"
        if self._longest is not None and years > self._longest:
            yield f"counted for {lasts} years"

    def _value(self, row: ValueMapRow) -> Iterator[str]:
        if row.proxy is None:
            return
        lacks = [] if texts(row.proxy_source) else ["source"]
        lacks += [] if row.proxy_price_year else ["price year"]
        if lacks:
            yield f"unit value without {' and '.join(lacks)}"
        if row.proxy_price_year and row.proxy_price_year != self._usual_year:
            yield f"unit value in prices of {row.proxy_price_year}, others of {self._usual_year}"
        measure = _measure(row)
        if measure is not None and self._twins[measure] > 1:
            yield "same quantity and unit value as another row"

    def _outcome(self, row: ValueMapRow) -> Iterator[str]:
        outcome = self._outcomes.get(row.outcome_id or "")
        if outcome is None:
            return
        if len(self._holders.get(outcome.id, ())) > 1:
            yield "its outcome is valued for another group too"
        kinds = self._kinds(outcome)
        if kinds and "outcome" not in kinds:
            yield "its outcome is measured only by what goes in or is delivered"


def _is_reversed(row: Row) -> bool:
    """Say whether deductions that are added up come to more than everything."""
    if row.impact is None or row.given.proxy is None:
        return False
    return row.impact.exact * row.given.proxy < 0


def _measure(row: ValueMapRow) -> tuple[Decimal, Decimal] | None:
    """Return quantity and unit value; a quantity of one says nothing by being found again."""
    if row.quantity is None or row.proxy is None or row.quantity <= 1:
        return None
    return row.quantity, row.proxy


def _indicator_kinds(case: Case) -> Any:
    """Return a function from an outcome to the kinds of its indicators, as far as they are told."""
    listed = entries(case.indicators)
    by_id = {each.id: each.kind for each in listed}
    of: dict[str, set[str]] = {}
    for indicator in listed:
        for outcome_id in entries(indicator.outcome_ids):
            if indicator.kind:
                of.setdefault(outcome_id, set()).add(indicator.kind)

    def kinds(outcome: Outcome) -> set[str]:
        named = (by_id.get(each) for each in entries(outcome.indicator_ids))
        return {kind for kind in named if kind} | of.get(outcome.id, set())

    return kinds


def signs_of_map(case: Case, found: ValueMap) -> Iterator[str]:
    """Yield what is worth asking about a value map as a whole."""
    rows = [row.given for row in found.rows]
    outcomes = entries(case.outcomes)
    losses = any(row.proxy is not None and row.proxy < 0 for row in rows)
    if not losses and not any(each.sign == "negative" for each in outcomes):
        yield "No loss is listed or valued: was anybody asked who is worse off?"
    years = sorted({row.proxy_price_year for row in rows if row.proxy_price_year})
    if len(years) > 1:
        listed = ", ".join(str(year) for year in years[:_SHOWN])
        more = f" and {len(years) - _SHOWN} more" if len(years) > _SHOWN else ""
        yield f"Unit values are in the prices of several years: {listed}{more}."
    valued = {row.outcome_id for row in rows}
    silent = [e.id for e in outcomes if e.id not in valued and e.excluded_reason is None]
    if silent:
        named = f"{', '.join(silent[:_SHOWN])}{', …' if len(silent) > _SHOWN else ''}"
        number = count(len(silent), "outcome is", "outcomes are")
        yield f"{number} listed but not valued, and no reason for that is stated: {named}."
