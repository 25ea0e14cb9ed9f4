"""List what each derived value of ending a service needs."""

from collections.abc import Iterator, Mapping

from auditor.facts.absent import absent
from auditor.facts.ending_plan import time_by_kind
from auditor.facts.need import Need, View, decided
from auditor.facts.net_saving import PARTS, displaced_cost, gross_saving, one_off_cost, value_lost
from auditor.facts.reading import stated

_RISK = "decommissioning.value_at_risk"
_LISTS: Mapping[str, tuple[str, ...]] = {
    "gross_saving": ("savings.amount",),
    "one_off_costs": ("costs.kind", "costs.amount"),
    "displaced_costs": ("displaced_costs.amount",),
    "value_lost": (f"{_RISK}.disposition", f"{_RISK}.annual_value", f"{_RISK}.years"),
}
_NO_ENDING_COST = "the costs of ending the service, or in `cost_kinds_nil` why there are none"


def _parts(view: View) -> Iterator[str]:
    """Yield what is neither reported nor listed of the parts of a net saving."""
    given = stated(getattr(view.case, "decommissioning", None))
    listed = (gross_saving(view.case), one_off_cost(view.case), displaced_cost(view.case),
              value_lost(given))  # fmt: skip
    for name, whole in zip(PARTS, listed, strict=True):
        reported = stated(given.reported) if given else None
        if whole is None and getattr(reported, name, None) is None:
            found = [each for path in _LISTS[name] for each in absent(view.case, path)]
            yield from found or (_NO_ENDING_COST,)


_ENDING = "decommissioning"
_DESTINATIONS = tuple(
    f"{_ENDING}.user_destinations.{name}"
    for name in ("transferred", "signposted", "no_longer_needing", "declined")
)
_OPEN_TASKS: Mapping[str, tuple[str, ...]] = {
    "consultation": ("consultations",),
    "notice": (f"{_ENDING}.notice_served_on", f"{_ENDING}.drivers"),
    "case_transfer": (f"{_ENDING}.transition_plan.cases",),
    "tupe": (f"{_ENDING}.tupe_assessment.applies",),
    "contingency": (f"{_ENDING}.longer_notice_flags", f"{_ENDING}.effective_date",
                    f"{_ENDING}.project_plan.end"),
}  # fmt: skip
"""What would tell, for each kind of task, whether the plan needs time for it."""


def _open_in_plan(view: View) -> Iterator[str]:
    """Yield what is not stated of the kinds of task for which there may be no time."""
    given = stated(getattr(view.case, _ENDING, None))
    if given is None or not isinstance(given.project_plan, tuple):
        yield from absent(view.case, f"{_ENDING}.project_plan")
        return
    yield from absent(view.case, f"{_ENDING}.project_plan.kind")
    for kind, answer in time_by_kind(view.case, given).items():
        for path in _OPEN_TASKS[kind] if answer is None else ():
            yield from absent(view.case, path)


NEEDS: Mapping[str, Need] = {
    "decommissioning.gross_saving": Need("the gross saving", _LISTS["gross_saving"]),
    "decommissioning.one_off_costs": Need(
        "the costs of ending the service", _LISTS["one_off_costs"], _NO_ENDING_COST
    ),
    "decommissioning.displaced_costs": Need(
        "the costs that move to other bodies", _LISTS["displaced_costs"]
    ),
    "decommissioning.value_lost": Need("the value lost", _LISTS["value_lost"]),
    "decommissioning.net_saving": Need("the net saving", (_parts,)),
    "decommissioning.value_at_risk_total": Need(
        "the value at risk", (f"{_RISK}.annual_value", f"{_RISK}.years")
    ),
    "decommissioning.value_protected_or_replaced": Need(
        "the value protected or replaced", _LISTS["value_lost"]
    ),
    "decommissioning.losers": Need("who loses", (f"{_RISK}.disposition",)),
    "decommissioning.outcomes_without_disposition": Need(
        "the outcomes of which nothing is said", (_RISK, "outcomes.material")
    ),
    "decommissioning.performance_sources": Need(
        "who the evidence on the service comes from",
        ("monitoring.source_type",),
        "evidence of quality on the option of going on as before, with its `source`",
    ),
    "decommissioning.notice_months_due": Need("the notice that is due", (_ENDING, decided)),
    "decommissioning.earliest_effective_date": Need(
        "the first day on which the notice has run out",
        (f"{_ENDING}.notice_served_on", decided),
    ),
    "decommissioning.months_of_notice": Need(
        "the months of notice", (f"{_ENDING}.notice_served_on", f"{_ENDING}.effective_date")
    ),
    "decommissioning.contract_notice_until": Need(
        "the end of the notice under the contract",
        (f"{_ENDING}.notice_served_on", "contract.notice_days_commissioner"),
    ),
    "decommissioning.destinations_sum": Need("the users with a destination", _DESTINATIONS),
    "decommissioning.users_unaccounted_for": Need(
        "the users without a destination",
        (f"{_ENDING}.user_destinations.current", *_DESTINATIONS),
    ),
    "decommissioning.kinds_without_time": Need(
        "what the plan has no time for",
        (_open_in_plan,),
        "days left before the service ends, or a task of the kind contingency",
    ),
    "decommissioning.contract_ran_out": Need(
        "whether the contract had run to its end",
        ("contract.end", f"{_ENDING}.effective_date", "contract.extension_months"),
        "a judgement on `contract-notice` that says how far the contract was extended",
    ),
    "decommissioning.review_due_by": Need(
        "the day by which a review is due", (f"{_ENDING}.effective_date", decided)
    ),
}
