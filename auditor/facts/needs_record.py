"""List what each derived value of the lifecycle, of ending a service and of budgets needs."""

from collections.abc import Iterator, Mapping

from auditor.facts.absent import absent
from auditor.facts.ending_plan import time_by_kind
from auditor.facts.need import Need, View, decided
from auditor.facts.net_saving import PARTS, displaced_cost, gross_saving, one_off_cost, value_lost
from auditor.facts.objectives import silent as silent_on_objectives
from auditor.facts.reading import entries, stated
from auditor.facts.thread import may_be_unintended, points, threads

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


def _either_winner(view: View) -> Iterator[str]:
    award = stated(view.case.award)
    if award is None or award.winner is None:
        yield from absent(view.case, "award.winner")


def _inputs(view: View) -> Iterator[str]:
    """Yield the inputs of a value map that do not state their kind, where there is a value map."""
    if stated(view.case.sroi):
        yield from absent(view.case, "sroi.inputs.kind")


def _silent_entries(view: View) -> Iterator[str]:
    """Yield the entries that name no outcome, at the points where one is looked for."""
    found = threads(view.case) or ()
    open_at = {name for thread in found for name in thread.open_at}
    yield from (
        each for point in points(view.case) if point.name in open_at for each in point.silent
    )


def _whether_intended(view: View) -> Iterator[str]:
    """Yield what may keep an outcome from being looked for at a point where nothing names it."""
    found = {each.id: each.open_at for each in threads(view.case) or ()}
    reached = [point for point in points(view.case) if not point.silent]
    for n, outcome in enumerate(entries(view.case.outcomes)):
        held = [point for point in reached if point.name in found.get(outcome.id, ())]
        if any(may_be_unintended(outcome, point) for point in held):
            yield f"/outcomes/{n}/intended"


def _cost_of_each(view: View) -> Iterator[str]:
    """Yield the whole-life cost of each tender that states neither it nor a price."""
    tenders = view.case.tenders if isinstance(view.case.tenders, tuple) else ()
    if not tenders:
        yield from absent(view.case, "tenders")
    for index, tender in enumerate(tenders):
        if tender.price is None:
            yield from absent(view.case, f"tenders.{index}.whole_life_cost")


def _contract_value(view: View) -> Iterator[str]:
    contract = stated(view.case.contract)
    if contract is None or contract.value_inc_vat is None:
        yield from absent(view.case, "contract.value_inc_vat")


_ENDING = "decommissioning"
_DESTINATIONS = tuple(
    f"{_ENDING}.user_destinations.{name}"
    for name in ("transferred", "signposted", "no_longer_needing", "declined")
)
_MATERIAL = ("outcomes.material", "outcomes.duration_years")

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
    "lifecycle.first_option_date": Need("the first day of the long list",
                                        ("options.long_listed_on",)),
    "lifecycle.last_objective_date": Need("the last day an objective was set",
                                          ("objectives.date",)),
    "lifecycle.heard_on_objectives": Need(
        "who had a say in the objectives", (lambda view: silent_on_objectives(view.case),),
        "whether those who were consulted are another group than the one that took part: "
        "its part in `involved`, or all whom the consultation asked in `audience`"),
    "lifecycle.first_consultation_date": Need("the first day of consultation",
                                              ("consultations.opened",)),
    "lifecycle.first_equality_date": Need("the first day equality was considered",
                                          ("equality.considered_on",)),
    "lifecycle.green_book_edition_in_force": Need("the Green Book in force", (decided,)),
    "lifecycle.contract_months": Need("the length of the contract",
                                      ("contract.start", "contract.end")),
    "lifecycle.longest_outcome_years": Need("how long the longest outcome lasts", _MATERIAL,
                                            "an outcome that is material"),
    "lifecycle.needs_sources_from": Need("who spoke of the needs", ("needs.sources.given_by",)),
    "lifecycle.threads": Need("the thread of each outcome", ("outcomes.material",),
                              "a material outcome, and two later parts of the file"),
    "lifecycle.threads.unbroken": Need("whether it is named at every point",
                                       ("outcomes.sign", _silent_entries, _whether_intended),
                                       whole=True),
    "lifecycle.breaks": Need("the outcomes that drop out", ("outcomes.material",),
                             "a material outcome that drops out"),
    "lifecycle.broken_threads": Need("the outcomes that drop out", ("outcomes.material",),
                                     "a material outcome, and two later parts of the file"),
    "lifecycle.wider_outcomes_only_in_award": Need("wider outcomes in the award alone",
                                                   ("options", "award.criteria")),
    "lifecycle.weights_total": Need("the sum of the weights", ("award.criteria.weight",)),
    "lifecycle.tender_scores": Need("the score of each tender",
                                    ("award.criteria.weight", "tenders.scores"),
                                    "a score of each tender for every criterion"),
    "lifecycle.winner_has_highest_score": Need(
        "whether the winner has the highest score",
        ("award.criteria.weight", "tenders.scores", _either_winner),
        "a score of each tender for every criterion"),
    "lifecycle.cheapest_tender": Need("the cheapest tender", (_cost_of_each,)),
    "procurement.invited_on": Need("the day on which tenders were invited",
                                   ("procurement.published_on", "notices")),
    "procurement.end_announced_on": Need("the first notice that the contract had ended",
                                         ("notices.kind", "decision_date"),
                                         "a notice of the end, with a day from the decision on"),
    "procurement.response_days": Need("the days to respond",
                                      ("procurement.published_on", "procurement.deadline")),
    "procurement.may_be_light_touch": Need("whether the law may be lighter",
                                           ("procurement.classification", decided)),
    "procurement.highest_threshold": Need("the highest threshold that can apply",
                                          ("procurement.category", decided)),
    "procurement.value_below_threshold": Need(
        "whether the value is below the threshold",
        ("procurement.value.amount", "procurement.category"),
        "which threshold applies to this body and to what it buys"),
    "procurement.contract_threshold": Need("the highest threshold that can apply", (decided,)),
    "procurement.contract_below_threshold": Need(
        "whether the contract is below the threshold",
        (_contract_value, decided),
        "the value of the contract with VAT, and whether lighter rules apply to the service"),
    "procurement.contract_at_least": Need(
        "the least that the contract can be worth", (_contract_value, decided)),
    "procurement.worth_more_than_kpi_value": Need(
        "whether the contract is a large one", (_contract_value, decided)),
    "procurement.below_threshold": Need(
        "whether it is below the threshold", ("procurement.value.amount", "procurement.category"),
        "which threshold applies to this body and to what it buys"),
    "statements.quoted": Need("", ("statements",)),
    "statements.worded": Need("", ("statements",)),
    "statements.cross_references": Need("", ("statements",)),
    **{
        f"evidence.{name}": Need(
            "what the documents of the evidence register hold",
            (),
            "the documents themselves, which were not examined: name their folder with --evidence",
        )
        for name in ("documents", "digests", "dates", "passages", "claims", "places")
    },
    "purse.bodies": Need("what each body pays and saves",
                         ("costs.bearer", "costs.amount", "displaced_costs.amount",
                          "savings.beneficiary_body")),
    "purse.own_names": Need("which costs the body bears itself", ("engagement.body",)),
    "purse.bodies_worse_off": Need("the bodies that are worse off",
                                   ("costs.bearer", "costs.amount", "displaced_costs.amount",
                                    "savings.beneficiary_body")),
    "purse.savings_total": Need("the sum of the savings", ("savings.amount",)),
    "purse.cashable_total": Need("the cashable savings", ("savings.cashable",)),
    "purse.unpaid_counted": Need(
        "whether what is given unpaid is counted",
        ("costs.kind", "cost_kinds_nil", _inputs),
        "what is given in kind or by volunteers or users, or in `cost_kinds_nil` why there is none",
    ),
    "purse.forecast_so_far": Need("the savings that were due so far", ("savings.realised",)),
    "purse.realised_so_far": Need("what was in fact saved so far", ("savings.realised",)),
}  # fmt: skip
