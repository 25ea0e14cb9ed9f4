"""Derive what ending a service saves, whom it costs, and whether notice and numbers add up."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from auditor.facts.contract_end import ran_out
from auditor.facts.ending_plan import without_time
from auditor.facts.net_saving import (
    displaced_cost,
    gross_saving,
    net_saving,
    one_off_cost,
    value_lost,
    worth,
)
from auditor.facts.once import once
from auditor.facts.reading import entries, is_nil, stated, texts
from auditor.model.decommissioning import Decommissioning, ValueAtRisk
from auditor.model.file import Case
from auditor.model.transition import UserDestinations
from auditor.value.months import add_months, months_between
from auditor.value.quotient import Total

_VOICES: Mapping[str, str] = {"users": "users", "providers": "provider"}
"""Whose voice those whom a review asked stand for."""


class DecommissioningFacts:
    """Hold what the decision to end a service amounts to; all not stated in other files."""

    def __init__(self, case: Case, parameters: Mapping[str, Any]) -> None:
        self._case = case
        self._parameters = parameters
        self._given: Decommissioning | None = stated(getattr(case, "decommissioning", None))

    @once
    def gross_saving(self) -> Decimal | None:
        """Sum of the savings listed, in the file's currency."""
        return _exact(gross_saving(self._case))

    @once
    def one_off_costs(self) -> Decimal | None:
        """Sum of the costs of ending the service: one-off, transition, redundancy and the like."""
        return _exact(one_off_cost(self._case))

    @once
    def displaced_costs(self) -> Decimal | None:
        """Sum of the costs that move to other bodies; 0 where the file says there are none."""
        return _exact(displaced_cost(self._case))

    @once
    def value_lost(self) -> Decimal | None:
        """Value over all years of what is lost and neither protected nor replaced, in currency."""
        return _exact(value_lost(self._given))

    @once
    def net_saving(self) -> Decimal | None:
        """Gross saving less one-off costs, displaced costs and value lost, reported or listed."""
        return _exact(net_saving(self._case, self._given).total)

    @once
    def value_at_risk_total(self) -> Decimal | None:
        """Value over all years of everything at risk, whatever becomes of it, in currency."""
        return self._value(lambda item: True)

    @once
    def value_protected_or_replaced(self) -> Decimal | None:
        """Value over all years of what is protected or replaced, in currency."""
        return self._value(lambda item: item.disposition in ("protected", "replaced"))

    def _value(self, wanted: Callable[[ValueAtRisk], bool]) -> Decimal | None:
        items = entries(self._given.value_at_risk) if self._given else ()
        return _summed(worth(item) for item in items if wanted(item)) if items else None

    @once
    def losers(self) -> tuple[str, ...] | None:
        """Ids of the groups that lose value which is neither protected nor replaced."""
        items = entries(self._given.value_at_risk) if self._given else ()
        lost = (item.stakeholder_id for item in items if item.disposition == "accepted_loss")
        return tuple(dict.fromkeys(lost)) if items else None

    @once
    def outcomes_without_disposition(self) -> tuple[str, ...] | None:
        """Ids of material outcomes of which no entry of value at risk says what becomes of them."""
        items = entries(self._given.value_at_risk) if self._given else ()
        material = [each.id for each in entries(self._case.outcomes) if each.material]
        if not items or not material:
            return None
        settled = {item.outcome_id for item in items if item.disposition is not None}
        return tuple(outcome for outcome in material if outcome not in settled)

    @once
    def performance_sources(self) -> tuple[str, ...] | None:
        """Whom the evidence on the service up to the decision comes from, each named once."""
        day = self._case.decision_date
        decided, undated = (day, date.max) if day else (date.max, date.min)
        measured = [m for m in entries(self._case.monitoring) if (m.date or date.min) <= decided]
        as_it_is = [o for o in entries(self._case.options) if o.kind == "business_as_usual"]
        given: list[str | None] = [item.source_type for item in measured]
        known = [item for option in as_it_is for item in entries(option.quality)]
        given += [item.source for item in known if not is_nil(item.text)]
        reviewed = [r for r in entries(self._case.reviews) if (r.date or undated) <= decided]
        heard = [kind for review in reviewed for kind in entries(review.audiences)]
        given += [_VOICES[kind] for kind in heard if kind in _VOICES]
        named = tuple(dict.fromkeys(source for source in given if source))
        return named if given and all(given) else None

    @once
    def notice_months_due(self) -> int | None:
        """Months of notice that guidance, or a longer local agreement, asks for."""
        least = self._parameters.get("minimum_notice_months")
        local = self._given.local_notice_months if self._given else None
        known = [int(months) for months in (least, local) if months is not None]
        return max(known) if self._given and known else None

    @once
    def earliest_effective_date(self) -> date | None:
        """The first day on which the notice that is due has run out."""
        served = self._given.notice_served_on if self._given else None
        months = self.notice_months_due
        return None if served is None or months is None else add_months(served, months)

    @once
    def months_of_notice(self) -> int | None:
        """Whole calendar months between the notice and the day on which it takes effect."""
        given = self._given
        if given is None or given.notice_served_on is None or given.effective_date is None:
            return None
        return months_between(given.notice_served_on, given.effective_date)

    @once
    def contract_notice_until(self) -> date | None:
        """The day on which the commissioner's notice under the contract has run out."""
        served = self._given.notice_served_on if self._given else None
        contract = stated(self._case.contract)
        days = contract.notice_days_commissioner if contract else None
        return (
            None if served is None or days is None else date.fromordinal(served.toordinal() + days)
        )

    @property
    def _destinations(self) -> UserDestinations | None:
        return stated(self._given.user_destinations) if self._given else None

    @once
    def destinations_sum(self) -> int | None:
        """Users who moved, were told where to turn, no longer need a service, or declined."""
        found = self._destinations
        if found is None:
            return None
        parts = (found.transferred, found.signposted, found.no_longer_needing, found.declined)
        known = [part for part in parts if part is not None]
        return sum(known) if len(known) == len(parts) else None

    @once
    def users_unaccounted_for(self) -> int | None:
        """Users of the service less those with a destination; negative if some count twice."""
        found, placed = self._destinations, self.destinations_sum
        if found is None or found.current is None or placed is None:
            return None
        return found.current - placed

    @once
    def kinds_without_time(self) -> tuple[str, ...] | None:
        """Kinds of task for which the project plan has no time though it needs some."""
        return without_time(self._case, self._given) if self._given else None

    @once
    def few_options_judged(self) -> bool | None:
        """Whether someone judged, by the day of the decision, that few kinds of option will do.

        Any day counts as long as a proposal is not decided on.
        """
        decided = self._case.decision_date
        to_come = decided is None and self._case.stage == "proposal"
        judged = (j for j in entries(self._case.judgements) if j.topic == "options")
        complete = (j for j in judged if texts(j.conclusion) and j.made_by is not None)
        in_time = (decided and j.date and j.date <= decided for j in complete)
        return any(to_come or answer for answer in in_time) or None

    @once
    def contract_ran_out(self) -> bool | None:
        """Whether the contract had run to its last day, or its extension's, at the end."""
        contract = stated(self._case.contract)
        ended = self._given.effective_date if self._given else None
        return ran_out(contract, ended) if contract and ended else None

    @once
    def review_due_by(self) -> date | None:
        """The day by which the effects of ending the service are to be reviewed."""
        months = self._parameters.get("post_review_months")
        ended = self._given.effective_date if self._given else None
        return None if ended is None or months is None else add_months(ended, int(months))


def _exact(total: Total | None) -> Decimal | None:
    return total.exact if total else None


def _summed(values: Iterable[Total | None]) -> Decimal | None:
    held = list(values)
    known = [value.exact for value in held if value is not None]
    return sum(known, start=Decimal(0)) if len(known) == len(held) else None
