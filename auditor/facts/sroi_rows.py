"""Set each row of a value map beside what the file says of it and of its group."""

from decimal import Decimal

from auditor.facts.once import once
from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row
from auditor.value.conventions import Conventions
from auditor.value.precision import stated_arithmetic
from auditor.value.sroi import additive_impact


class RowFacts:
    """One row of the value map, recomputed; amounts are in the file's currency.

    What the file itself says of the row stands in `case.sroi.rows`, in the same order.
    """

    def __init__(
        self,
        row: Row,
        value_map: ValueMap,
        conventions: Conventions | None,
        population: int | None,
    ) -> None:
        self._row = row
        self._map = value_map
        self._conventions = conventions
        self._population = population

    @property
    def id(self) -> str:
        """The row's id."""
        return self._row.given.id

    @property
    def stakeholder_id(self) -> str | None:
        """Id of the group that experiences the outcome."""
        return self._row.given.stakeholder_id

    @property
    def outcome_id(self) -> str | None:
        """Id of the outcome."""
        return self._row.given.outcome_id

    @property
    def quantity(self) -> Decimal | None:
        """How many people or things change."""
        return self._row.given.quantity

    @property
    def unit_value(self) -> Decimal | None:
        """Value of one unit for one year, in currency."""
        return self._row.given.proxy

    @property
    def duration_years(self) -> Decimal | None:
        """How many years the outcome lasts."""
        return self._row.given.duration_years

    @property
    def population(self) -> int | None:
        """How many people are in the group."""
        return self._population

    @property
    def impact(self) -> Decimal | None:
        """Impact of the first year: quantity x value, less each deduction in turn, in currency."""
        return self._row.impact.exact if self._row.impact else None

    @property
    def impact_claim(self) -> str:
        """Name of the claim that its reported impact is, where it reports one."""
        return f"sroi.rows.{self.id}.impact"

    @property
    def reported_impact(self) -> Decimal | None:
        """Impact of the first year as reported, in currency."""
        figure = self._row.given.reported_impact
        return figure.value if figure else None

    @once
    def additive_impact(self) -> Decimal | None:
        """What adding up the deductions first would give: a known mistake, in currency."""
        row = self._row.given
        if self.impact is None or row.quantity is None or row.proxy is None:
            return None
        first, second, third = self._row.taken_off
        with stated_arithmetic():
            return additive_impact(
                row.quantity,
                row.proxy,
                deadweight=first,
                displacement=second,
                attribution_to_others=third,
            )

    @property
    def additive_match(self) -> bool | None:
        """Whether the reported impact is what adding up the deductions gives, and only that."""
        claim = self._row.given.reported_impact
        if claim is None or self.impact is None or self.additive_impact is None:
            return None
        far = abs(claim.value - self.impact) > claim.half_unit
        return far and abs(claim.value - self.additive_impact) <= claim.half_unit

    @once
    def present_value(self) -> Decimal | None:
        """Present value of all its years, in currency."""
        if self._conventions is None:
            return None
        with stated_arithmetic():
            return self._map.present_value_of([self._row], self._conventions).exact

    @property
    def share(self) -> Decimal | None:
        """Its part of the total present value, as a share."""
        if self._conventions is None or self.present_value is None:
            return None
        with stated_arithmetic():
            whole = self._map.present_value(self._conventions).exact
            return self.present_value / whole if whole else None

    @property
    def below_materiality(self) -> bool | None:
        """Whether its share is below the materiality threshold that the file states."""
        threshold = self._map.sroi.materiality_threshold
        share = self.share if threshold is not None else None
        return None if share is None or threshold is None else abs(share) < threshold

    @property
    def quantity_within_population(self) -> bool | None:
        """Whether no more people or things change than there are people in the group."""
        known = self.quantity is not None and self.population is not None
        return (self.quantity or 0) <= (self.population or 0) if known else None

    @property
    def outlasts_first_year(self) -> bool | None:
        """Whether the outcome lasts longer than one year, so that drop-off is called for."""
        return None if self.duration_years is None else self.duration_years > 1
