"""Set out what a value map claims of single rows and groups, to be worked out at will."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from operator import attrgetter

from auditor.facts.claim import Claimed
from auditor.facts.map_claim import PRESENT, MapClaim, map_claim
from auditor.facts.once import once
from auditor.facts.reading import entries
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.sroi_groups import rows_experienced_by
from auditor.facts.value_row import Row
from auditor.facts.worth import STREAM
from auditor.model.file import Case
from auditor.model.printed import half_unit
from auditor.value.conventions import Conventions
from auditor.value.quotient import Quotient, Total

_COLUMNS = ("deductions", "deductions_mean", "attribution_means")
_columns_of = attrgetter(*_COLUMNS)
_ONE = Decimal(1)
_NOTHING = Quotient(Total(Decimal(0)))


@dataclass(frozen=True)
class MapRowClaims:
    """Finds the claims of rows, of groups and of who gains."""

    case: Case
    figures: SroiFigures

    def all(self) -> Iterator[MapClaim]:
        """Yield every claim that is not without what it takes."""
        yield from self._rows()
        yield from self._parts()

    def _rows(self) -> Iterator[MapClaim]:
        for index, row in enumerate(self.figures.map.rows):
            if row.impact is None:
                continue
            name, at, label = f"sroi.rows.{row.given.id}", f"rows/{index}", f"row {row.given.id}"
            if row.given.reported_impact is not None:
                yield map_claim(
                    f"{name}.impact", f"{at}/reported_impact", f"Impact of {label}", "money",
                    row.given.reported_impact, _COLUMNS, partial(self._row_first, index),
                )  # fmt: skip
            for year, figure in enumerate(entries(row.given.reported_years), 1):
                yield map_claim(
                    f"{name}.years.{year}", f"{at}/reported_years/{year - 1}",
                    f"Year {year} of {label}", "money", figure, (*_COLUMNS, *STREAM),
                    partial(self._row_year, index, year),
                )  # fmt: skip
            if row.given.reported_present_value is not None:
                yield map_claim(
                    f"{name}.reported_present_value", f"{at}/reported_present_value",
                    f"Present value of {label}", "money", row.given.reported_present_value,
                    PRESENT, partial(self._present_value_of, (row,)),
                )  # fmt: skip

    def _row_first(self, index: int, conventions: Conventions) -> tuple[Quotient]:
        return (self._cell(index, conventions, _ONE),)

    def _row_year(self, index: int, year: int, conventions: Conventions) -> tuple[Quotient]:
        weights = self.figures.map.worths.streams(conventions)[index]
        if year > len(weights):
            return (_NOTHING,)
        return (self._cell(index, conventions, weights[year - 1]),)

    def _cell(self, index: int, conventions: Conventions, weight: Decimal) -> Quotient:
        """Return what a row holds in a year; many conventions give a year the same weight."""
        key = (index, weight, _columns_of(conventions))
        if key not in self._cells:
            unrounded = replace(conventions, row_rounding="none")
            first = self.figures.map.first_years(unrounded)[index]
            self._cells[key] = Quotient(first if weight == _ONE else first.times(weight))
        return self._cells[key]

    @once
    def _cells(self) -> dict[object, Quotient]:
        return {}

    def _present_value_of(self, rows: Sequence[Row], conventions: Conventions) -> tuple[Quotient]:
        return (Quotient(self.figures.map.present_value_of(rows, conventions)),)

    def _share_of(self, rows: tuple[Row, ...], conventions: Conventions) -> tuple[Quotient, ...]:
        found = self.figures.share(rows, conventions)
        return (found,) if found else ()

    def _parts(self) -> Iterator[MapClaim]:
        found = self.figures.map
        complete = all(row.given.stakeholder_id is not None for row in found.rows)
        for index, each in enumerate(entries(found.sroi.shares) if complete else ()):
            group = each.stakeholder_id
            own = tuple(row for row in found.rows if row.given.stakeholder_id == group)
            at, label = f"shares/{index}", f"of {group}"
            if each.share is not None:
                claimed = Claimed(each.share, half_unit(each.share))
                yield map_claim(
                    f"sroi.shares.{group}", f"{at}/share", f"Share {label}", "share", claimed,
                    PRESENT, partial(self._share_of, own),
                )  # fmt: skip
            if each.present_value is not None:
                yield map_claim(
                    f"sroi.shares.{group}.present_value", f"{at}/present_value",
                    f"Present value {label}", "money", each.present_value, PRESENT,
                    partial(self._present_value_of, own),
                )  # fmt: skip
        for name, who in (("value_to_state", "state"), ("value_to_individuals", "individual")):
            figure = getattr(found.sroi, name)
            rows = rows_experienced_by(self.case, found, who) if figure else None
            if figure is not None and rows is not None:
                label = f"{name.replace('_', ' ').capitalize()}"
                yield map_claim(
                    f"sroi.{name}", name, label, "money", figure, PRESENT,
                    partial(self._present_value_of, rows),
                )  # fmt: skip
