"""Find what a value map claims for its rows: impacts, and the value of each year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from auditor.facts.claim import Claim, Claimed
from auditor.facts.once import once
from auditor.facts.otherwise import otherwise
from auditor.facts.reading import entries, texts
from auditor.facts.sroi_words import impact_convention, present_convention
from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row, impact_of
from auditor.facts.working import money_printer, row_steps
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.value.quotient import Quotient, Total
from auditor.value.verdict import Recomputed

_NOTHING = Total(Decimal(0))


@dataclass(frozen=True)
class RowClaims:
    """Finds the claims of the rows of one value map."""

    case: Case
    value_map: ValueMap

    def all(self) -> Iterator[Claim]:
        """Yield the claims of each row, in the order of the file."""
        for index, row in enumerate(self.value_map.rows):
            pointer = f"/sroi/rows/{index}"
            if row.given.reported_impact is not None:
                yield self._impact(f"{pointer}/reported_impact", row, row.given.reported_impact)
            for year, figure in enumerate(entries(row.given.reported_years), 1):
                yield self._year(f"{pointer}/reported_years/{year - 1}", row, year, figure)

    def _impact(self, pointer: str, row: Row, figure: Figure) -> Claim:
        return Claim(
            id=f"sroi.rows.{row.given.id}.impact",
            kind="row_impact",
            label=f"Impact: {self._name(row)}",
            pointer=pointer,
            unit="money",
            currency=self.case.currency,
            claimed=Claimed.of(figure),
            recompute=lambda: [Recomputed(Quotient(row.impact))] if row.impact else [],
            missing=() if row.impact else (row.lacks,),
            convention=lambda: impact_convention(self.value_map),
            working=lambda: row_steps(row, money_printer(self.case.currency)),
            because=lambda: self._otherwise(row, figure),
        )

    def _otherwise(self, row: Row, figure: Figure) -> str:
        if row.impact is None:
            return ""
        claim = Claimed.of(figure).interval
        return otherwise(
            self.value_map, claim, lambda how: Quotient(impact_of(row.given, how) or _NOTHING)
        )

    def _year(self, pointer: str, row: Row, year: int, figure: Figure) -> Claim:
        return Claim(
            id=f"sroi.rows.{row.given.id}.years.{year}",
            kind="row_year",
            label=f"Year {year}: {self._name(row)}",
            pointer=pointer,
            unit="money",
            currency=self.case.currency,
            claimed=Claimed.of(figure),
            recompute=lambda: self._years(row, year),
            missing=self._missing(row),
            open_questions=tuple(q for q in self.value_map.open_questions if q != "discounting"),
            convention=lambda: present_convention(self.value_map),
            working=lambda: row_steps(row, money_printer(self.case.currency)),
        )

    def _missing(self, row: Row) -> tuple[str, ...]:
        if row.impact is None:
            return (row.lacks,)
        early = self.value_map.declared["drop_off_from"] == "year_1"
        lacks = row.stream_lacks(drop_off_in_first_year=early)
        return tuple(f"row {row.given.id}: {what}" for what in lacks)

    def _years(self, row: Row, year: int) -> Iterator[Recomputed]:
        undiscounted = (replace(each, discounting="none") for each in self.value_map.candidates)
        for conventions in dict.fromkeys(undiscounted):
            years = self.value_map.years(row, conventions)
            past_the_end = year > len(years)
            yield Recomputed(Quotient(Total(Decimal(0)) if past_the_end else years[year - 1]))

    def _name(self, row: Row) -> str:
        outcome = self._outcomes.get(row.given.outcome_id or "")
        return texts(row.given.text) or outcome or row.given.id

    @once
    def _outcomes(self) -> Mapping[str, str]:
        return {each.id: each.text for each in entries(self.case.outcomes)}
