"""Derive what a file and its public record show of a procurement: time to respond, threshold."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from auditor.facts.direct_award import awarded_directly
from auditor.facts.once import once
from auditor.facts.reading import entries, stated
from auditor.model.file import Case
from auditor.model.procurement import Procurement

_POUNDS = "GBP"
_WITH_VAT_FROM = date(2022, 1, 1)
"""From this day on thresholds include VAT, while published values go on without it."""
_WORKS = ("works",)
_OTHER = ("central", "other", "utility")
_LIGHTER = ("light_touch", "utility_light_touch")
"""Names of thresholds; concessions, which no record tells from services, are left aside."""
_OF: Mapping[str, tuple[str, ...]] = {
    "central": ("central",),
    "local": ("other",),
    "nhs": ("central", "other"),
}
"""The thresholds that can apply to a sort of body; any can apply to one that is not named."""
_STANDS_FOR_NONE = 1
_HUNDRED = 100
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
    def invited_on(self) -> date | None:
        """The day on which tenders were invited: by the record, or by the first tender notice."""
        record = self._record
        if record is not None and record.published_on is not None:
            return record.published_on
        notices = [each for each in entries(self._case.notices) if each.kind == "tender"]
        return min((each.published_on for each in notices if each.published_on), default=None)

    @once
    def award_notice_on(self) -> date | None:
        """The day of the award notice; None where the notices that are listed all came later."""
        award, listed = stated(self._case.award), entries(self._case.notices)
        day = award.award_notice_on if award else None
        days = [each.published_on for each in listed if each.kind == "contract_award"]
        only_later = day and days and all(each and each > day for each in days)
        return None if only_later else day

    @once
    def end_announced_on(self) -> date | None:
        """The first notice that the contract had ended, from the day of the decision on."""
        notices = entries(self._case.notices)
        days = [each.published_on for each in notices if each.kind == "contract_termination"]
        decided = self._case.decision_date
        if decided is None or None in days or any(each.kind is None for each in notices):
            return None
        return min((day for day in days if day is not None and day >= decided), default=None)

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
    def _tables(self) -> tuple[Mapping[str, Any], ...]:
        """The thresholds of the start; where it is silent, those before them may apply as well."""
        names = ["procurement_thresholds"]
        if self._case.procurement_start_date is None:
            names.append("procurement_thresholds_before")
        return tuple(self._parameters[name] for name in names if name in self._parameters)

    @once
    def _thresholds(self) -> tuple[Decimal, ...]:
        record = self._record
        if record is None or record.category is None:
            return ()
        names: tuple[str, ...] = _WORKS if record.category == "works" else _OTHER
        if self.may_be_light_touch is not False and record.category == "services":
            names += _LIGHTER
        return tuple(Decimal(table[name]) for table in self._tables for name in names)

    @once
    def weights_of_a_hundred(self) -> bool | None:
        """Whether a percent sign or a lot's sum shows that published weights are parts of 100."""
        shown = False
        for lot in entries(self._record.lots) if self._record else ():
            criteria = entries(lot.criteria)
            weights = [each.weight for each in criteria if each.weight is not None]
            whole = len(weights) == len(criteria) > 0 and 1 < sum(weights) <= _HUNDRED
            shown |= whole or any("%" in (each.weight_text or "") for each in criteria)
        return True if shown else None

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
        rate = self._vat_rate if self._with_vat else Decimal(0)
        return True if value.amount * (1 + rate) < min(self._thresholds) else None

    @once
    def _with_vat(self) -> bool:
        day = self._case.procurement_start_date or self._as_at
        return day is not None and day >= _WITH_VAT_FROM

    @once
    def _vat_rate(self) -> Decimal:
        return Decimal(self._parameters.get("vat_rate", 0))

    @once
    def contract_threshold(self) -> Decimal | None:
        """The highest threshold that can apply to this body and this service, concessions aside."""
        return max(self._own_thresholds, default=None)

    @once
    def _own_thresholds(self) -> tuple[Decimal, ...]:
        """Each threshold that can apply by what the file says of the body and of what it buys."""
        authority = self._case.authority_type
        category = self._record.category if self._record else None
        light_touch = self._case.light_touch if category in (None, "services") else False
        names = _WORKS if category == "works" else _OF.get(authority or "other", _OTHER)
        if category is None and light_touch is not True:
            names = (*names, *_WORKS)  # nothing says that services are bought
        lighter = _LIGHTER if authority in (None, "other") else _LIGHTER[:1]
        if light_touch is not False and category != "works":
            names = lighter if light_touch else (*names, *lighter)
        return tuple(Decimal(table[name]) for table in self._tables for name in names)

    @once
    def contract_below_threshold(self) -> bool | None:
        """Whether the contract is worth less than the threshold, if all that can apply agree."""
        least, most = self._contract_value
        if least is None or most is None or not self._own_thresholds:
            return None
        if least >= max(self._own_thresholds):
            return False
        return True if most < min(self._own_thresholds) else None

    @once
    def contract_at_least(self) -> Decimal | None:
        """The least that the contract can be worth as the threshold counts it."""
        return self._contract_value[0]

    @once
    def surely_below_threshold(self) -> bool:
        """Whether its value or the record says it is below the threshold, and neither denies it."""
        both = (self.contract_below_threshold, self.below_threshold)
        return True in both and False not in both

    @once
    def under_framework(self) -> bool:
        """Whether it is a call-off, or belongs to a framework: no answer means no."""
        record = self._record
        if record is None:
            return False
        related = [kind for each in entries(record.related) for kind in entries(each.relationship)]
        return record.procedure_kind == "call_off" or "framework" in related

    @once
    def worth_more_than_kpi_value(self) -> bool | None:
        """Whether the contract is worth more than the value above which measures are published."""
        least, most = self._contract_value
        value = self._parameters.get("kpi_contract_value")
        if least is None or most is None or value is None:
            return None
        return True if least > value else None if most > value else False

    @once
    def _contract_value(self) -> tuple[Decimal | None, Decimal | None]:
        """The least and the most that the contract can be worth as the threshold counts it."""
        contract = stated(self._case.contract)
        if contract is None or self._case.currency != _POUNDS:
            return None, None
        without, including = (
            None if value is None or value <= _STANDS_FOR_NONE else value
            for value in (contract.value_ex_vat, contract.value_inc_vat)
        )
        counted, other = (including, without) if self._with_vat else (without, including)
        if counted is not None or other is None:
            return counted, counted
        rate = 1 + self._vat_rate
        return (other, other * rate) if self._with_vat else (other / rate, other)

    @once
    def direct(self) -> bool:
        """Whether one provider was awarded it directly: by the record, or by its notice alone."""
        return awarded_directly(self._case)

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
        """Whether the record names a European directive as its law, and so not the Act of 2023."""
        record = self._record
        return record is not None and (record.legal_basis or "").startswith(_DIRECTIVES)
