"""Derive what the public record of a procurement shows: time to respond, and the threshold."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from auditor.facts.once import once
from auditor.facts.reading import stated
from auditor.model.file import Case
from auditor.model.procurement import Procurement

_POUNDS = "GBP"
_WITH_VAT_FROM = date(2022, 1, 1)
"""From this day on thresholds include VAT, while published values go on without it."""
_WORKS = ("works",)
_OTHER = ("central", "other", "utility")
_LIGHTER = ("light_touch", "utility_light_touch")
"""Names of thresholds; concessions, which no record tells from services, are left aside."""
_STANDS_FOR_NONE = 1
_DIRECTIVES = "32014L"
"""How references to the European directives of 2014 begin: they bind above the threshold alone."""


class ProcurementFacts:
    """Hold what follows from the public record of a procurement."""

    def __init__(self, case: Case, parameters: Mapping[str, Any], as_at: date | None) -> None:
        self._case, self._parameters, self._as_at = case, parameters, as_at

    @once
    def _record(self) -> Procurement | None:
        return stated(self._case.procurement)

    @once
    def response_days(self) -> int | None:
        """Days from the invitation to tender to the last day for tenders or requests."""
        record = self._record
        if record is None or record.published_on is None or record.deadline is None:
            return None
        return (record.deadline - record.published_on).days

    @once
    def may_be_light_touch(self) -> bool | None:
        """Whether the law may be lighter for the service: as the file says, or else by its code."""
        if self._case.light_touch is not None:
            return self._case.light_touch
        record = self._record
        divisions = self._parameters.get("light_touch_divisions")
        if record is not None and record.category in ("goods", "works"):
            return False
        if record is None or record.classification is None or divisions is None:
            return None
        return record.classification.startswith(tuple(divisions))

    @once
    def highest_threshold(self) -> Decimal | None:
        """The highest threshold that can apply to what is bought, concessions aside."""
        return max(self._thresholds, default=None)

    @once
    def _thresholds(self) -> tuple[Decimal, ...]:
        record, table = self._record, self._parameters.get("procurement_thresholds")
        if record is None or record.category is None or table is None:
            return ()
        names: tuple[str, ...] = _WORKS if record.category == "works" else _OTHER
        if self.may_be_light_touch is not False and record.category == "services":
            names += _LIGHTER
        return tuple(Decimal(table[name]) for name in names)

    @once
    def value_below_threshold(self) -> bool | None:
        """Whether the published value is below the threshold, if all that can apply agree."""
        value = stated(self._record.value) if self._record else None
        if value is None or value.currency != _POUNDS or not self._thresholds:
            return None
        if value.amount <= _STANDS_FOR_NONE:
            return None
        if value.amount >= max(self._thresholds):
            return False
        with_vat = self._as_at is not None and self._as_at >= _WITH_VAT_FROM
        rate = Decimal(self._parameters.get("vat_rate", 0)) if with_vat else Decimal(0)
        return True if value.amount * (1 + rate) < min(self._thresholds) else None

    @once
    def below_threshold(self) -> bool | None:
        """Whether it is below the threshold of the law: as printed, or as value or law show."""
        record = self._record
        if record is None:
            return None
        if record.threshold is not None:
            return record.threshold == "below"
        if self.value_below_threshold is not None:
            return self.value_below_threshold
        return False if self.under_directives else None

    @once
    def under_directives(self) -> bool:
        """Whether the record names a European directive as its law, and so no Act of 2023."""
        record = self._record
        return record is not None and (record.legal_basis or "").startswith(_DIRECTIVES)
