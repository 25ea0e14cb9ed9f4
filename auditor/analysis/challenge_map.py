"""Work a value map out again with some of its assumptions changed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from math import ceil
from typing import NamedTuple, TypeAlias

from auditor.analysis.challenge_assumptions import LONGEST, Assumption
from auditor.facts.once import once
from auditor.facts.reading import entries
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row, recomputed_row
from auditor.model.sroi import Sroi
from auditor.model.value_map import ValueMapRow
from auditor.value.conventions import Conventions
from auditor.value.sroi import present_value, ratio

Change: TypeAlias = tuple[Assumption, Decimal]

_ZERO, _ONE = Decimal(0), Decimal(1)


class Totals(NamedTuple):
    """The two totals of an analysis, in the file's currency."""

    present: Decimal
    inputs: Decimal

    @property
    def ratio(self) -> Decimal | None:
        """Return present value for each unit of inputs, or None without inputs."""
        return ratio(self.present, self.inputs)

    def surplus_over(self, target: Decimal) -> Decimal:
        """Return by how much the present value exceeds a ratio of the inputs."""
        return self.present - target * self.inputs


class ChallengedMap:
    """A value map under one set of conventions, with any of its assumptions changed.

    The rows are worked out by what recomputes the claims; only the rows that change are worked out
    anew. Ask first whether anything is missing.
    """

    def __init__(self, value_map: ValueMap, conventions: Conventions) -> None:
        self.value_map = value_map
        self.conventions = conventions
        self._figures = SroiFigures(value_map)
        self._years = self._figures.years
        self._at_rates: dict[Decimal, ChallengedMap] = {}

    @property
    def shows_years(self) -> bool:
        """Say whether the value of each year is known, from rows or as printed."""
        return bool(self.value_map.rows) or self._by_printed_years

    @property
    def sroi(self) -> Sroi:
        """Return the analysis as the file has it."""
        return self.value_map.sroi

    @once
    def rows(self) -> Mapping[str, ValueMapRow]:
        """Return the rows that show how they were worked out, by id."""
        known = (row.given for row in self.value_map.rows)
        return {row.id: row for row in known if row.quantity is not None and row.proxy is not None}

    @property
    def one_rate(self) -> bool:
        """Say whether one rate holds in every year, and has anything to discount."""
        one = self.conventions.rates == "flat" and self.conventions.discounting != "none"
        return one and self.shows_years

    @property
    def _by_printed_years(self) -> bool:
        """Say whether all that can be challenged is the value of each year, as printed."""
        known = self.conventions.discounting == "none" or self.value_map.worths.knows(
            self.conventions.rates
        )
        return self._years.alone and known

    @once
    def missing(self) -> tuple[str, ...]:
        """Say what neither value nor inputs can be worked out without."""
        present = () if self._by_printed_years else self._figures.present.missing
        return (*self._figures.marginal, *present, *self._figures.inputs.missing)

    @once
    def totals(self) -> Totals:
        """Return the totals as the file has it."""
        present = self._figures.present_total(self.conventions).exact
        if self._by_printed_years:
            present = self._years.present_value(self.conventions).exact
        return Totals(present, self._figures.inputs_under(self.conventions).exact)

    @once
    def _row_presents(self) -> Mapping[str, Decimal]:
        return {name: self.row_present(row) for name, row in self.rows.items()}

    def row_present(self, given: ValueMapRow) -> Decimal:
        """Return the present value of one row, which need not be as the file has it."""
        if given.duration_years is not None and given.duration_years <= 0:
            return _ZERO
        held = self.value_map
        if self.conventions.row_rounding == "unit":  # rounding is done by the map that holds a row
            held = held.changed(self.sroi.model_copy(update={"rows": (given,)}))
            return held.present_value(self.conventions).exact
        row = recomputed_row(given, self.conventions)
        return held.present_value_of([row], self.conventions).exact

    def largest(self, most: int) -> tuple[str, ...]:
        """Return the rows of largest present value, of either sign, in the order of the file."""
        presents = self._row_presents
        if len(presents) <= most:
            return tuple(presents)
        first = set(sorted(presents, key=lambda name: -abs(presents[name]))[:most])
        return tuple(name for name in presents if name in first)

    def presents_by_duration(self, name: str) -> Sequence[Decimal]:
        """Return the present value of a row if it lasted 0, 1, 2, … whole years."""
        row = self.rows[name]
        length = max(LONGEST, ceil(row.duration_years or _ONE))
        given = row.model_copy(update={"duration_years": Decimal(length)})
        alone = self.value_map.changed(self.sroi.model_copy(update={"rows": (given,)}))
        first = alone.first_years(self.conventions)[0].exact
        weights = alone.worths.stream(alone.rows[0], self.conventions)
        factors = alone.factors(len(weights), self.conventions)
        values = [first * weight * f for weight, f in zip(weights, factors, strict=True)]
        # An outcome that starts after the activity has nothing in its first year.
        return tuple(accumulate(values[len(values) - length :], initial=_ZERO))

    def after(self, changes: Iterable[Change]) -> Totals:
        """Return the totals after some changes, made at once; of two of one value the last counts.

        A share that all rows are moved by stays within 0 and 1; a row whose outcome no longer lasts
        gives nothing.
        """
        held = list(changes)
        rate = [value for assumption, value in held if assumption.field == "discount_rate"]
        others = [change for change in held if change[0].field != "discount_rate"]
        if rate and not others:
            return self._discounted_at(rate[-1])
        if rate:
            return self._at_rate(rate[-1]).after(others)
        changed = self._changed_rows(others)
        gained = (self.row_present(row) - self._row_presents[row.id] for row in changed)
        present = sum(gained, start=self.totals.present)
        return Totals(present, self._changed_inputs(others))

    @once
    def yearly_totals(self) -> tuple[Decimal, ...]:
        """Return the value of each year over all rows, before discounting."""
        return self.yearly_totals_without(())

    def yearly_totals_without(self, left_out: Collection[str]) -> tuple[Decimal, ...]:
        """Return the value of each year over all rows but some, before discounting."""
        if self._by_printed_years:
            length = self._years.length(self.conventions)
            totals = (self._years.total(n, self.conventions) for n in range(1, length + 1))
            return tuple(total.exact for total in totals)
        whole: list[Decimal] = []
        firsts = self.value_map.first_years(self.conventions)
        for row, first in zip(self.value_map.rows, firsts, strict=True):
            if row.given.id not in left_out:
                years = self._years_of(row, first.exact)
                whole += [_ZERO] * (len(years) - len(whole))
                for index, year in enumerate(years):
                    whole[index] += year
        return tuple(whole)

    def _years_of(self, row: Row, first: Decimal) -> Sequence[Decimal]:
        if row.printed_years:
            return [year.exact for year in row.printed_years]
        return [first * weight for weight in self.value_map.worths.stream(row, self.conventions)]

    def _discounted_at(self, rate: Decimal) -> Totals:
        """Return the totals at another rate, from the value of each year."""
        alone = self.sroi.model_copy(update={"rows": None, "discount_rate": rate})
        figures = SroiFigures(self.value_map.changed(alone))
        factors = figures.map.factors(len(self.yearly_totals), self.conventions)
        present = present_value(self.yearly_totals, factors)
        return Totals(present, figures.inputs_under(self.conventions).exact)

    def _at_rate(self, rate: Decimal) -> "ChallengedMap":
        if rate not in self._at_rates:
            changed = self.sroi.model_copy(update={"discount_rate": rate})
            self._at_rates[rate] = ChallengedMap(self.value_map.changed(changed), self.conventions)
        return self._at_rates[rate]

    def _changed_rows(self, changes: Sequence[Change]) -> Iterable[ValueMapRow]:
        changed: dict[str, ValueMapRow] = {}
        for assumption, value in changes:
            if assumption.field == "amount":
                continue
            whole = assumption.scope == "all_rows"
            for name in self.rows if whole else (assumption.of,):
                row = changed.get(name, self.rows[name])
                new = _moved(row, assumption, value) if whole else value
                changed[name] = row.model_copy(update={assumption.field: new})
        return changed.values()

    def _changed_inputs(self, changes: Sequence[Change]) -> Decimal:
        amounts = {each.of: value for each, value in changes if each.scope == "input"}
        factors = [value for each, value in changes if each.scope == "all_inputs"]
        total = self._inputs_with(amounts) if amounts else self.totals.inputs
        return total * factors[-1] if factors else total

    def _inputs_with(self, amounts: Mapping[str, Decimal]) -> Decimal:
        inputs = tuple(
            each.model_copy(update={"amount": amounts.get(each.id, each.amount)})
            for each in entries(self.sroi.inputs)
        )
        # Without its rows, the analysis is set up again for its inputs alone.
        alone = self.sroi.model_copy(update={"rows": None, "inputs": inputs})
        return SroiFigures(self.value_map.changed(alone)).inputs_under(self.conventions).exact


def _moved(row: ValueMapRow, assumption: Assumption, by: Decimal) -> Decimal | None:
    """Return what a value of a row becomes when that of every row is moved."""
    now: Decimal | None = getattr(row, assumption.field)
    if now is None:
        return None
    if assumption.measure == "factor":
        return now * by
    if assumption.measure == "years_longer":
        return max(_ZERO, now + by)
    return min(_ONE, max(_ZERO, now + by))
