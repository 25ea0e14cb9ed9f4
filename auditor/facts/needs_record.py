"""List what each derived value of the lifecycle, of procurement and of budgets needs."""

from collections.abc import Iterator, Mapping

from auditor.facts.absent import absent
from auditor.facts.need import Need, View, decided
from auditor.facts.objectives import silent as silent_on_objectives
from auditor.facts.reading import entries, stated
from auditor.facts.shortfall import silent as silent_on_results
from auditor.facts.thread import may_be_unintended, points, threads


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


_MATERIAL = ("outcomes.material", "outcomes.duration_years")

NEEDS: Mapping[str, Need] = {
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
    "lifecycle.lone_harm": Need(
        "which of several harms an effect or a cost for the worse is", (),
        "each harm by its id in `outcome_ids` or `wider_outcome_ids` of the options that cause it"),
    "lifecycle.wider_outcomes_only_in_award": Need("wider outcomes in the award alone",
                                                   ("options", "award.criteria")),
    "lifecycle.weights_total": Need("the sum of the weights", ("award.criteria.weight",)),
    "lifecycle.tender_scores": Need("the score of each tender",
                                    ("award.criteria.weight", "tenders.scores"),
                                    "a score of each tender for every criterion, and one winner"),
    "lifecycle.winner_has_highest_score": Need(
        "whether the winner has the highest score",
        ("award.criteria.weight", "tenders.scores", _either_winner),
        "a score of each tender for every criterion, and one winner"),
    "lifecycle.cheapest_tender": Need("the cheapest tender", (_cost_of_each,)),
    "procurement.invited_on": Need("the day on which tenders were invited",
                                   ("procurement.published_on", "notices")),
    "procurement.award_notice_on": Need(
        "the day of the award notice", ("award.award_notice_on",),
        "a day in `award.award_notice_on` that is not before each award notice in `notices`"),
    "procurement.end_announced_on": Need("the first notice that the contract had ended",
                                         ("notices.kind", "decision_date"),
                                         "a notice of the end, with a day from the decision on"),
    "procurement.response_days": Need("the days to respond",
                                      ("procurement.published_on", "procurement.deadline")),
    "procurement.may_be_light_touch": Need("whether the law may be lighter",
                                           ("procurement.classification", decided)),
    "procurement.highest_threshold": Need("the highest threshold that can apply",
                                          ("procurement.category", decided)),
    "procurement.weights_of_a_hundred": Need(
        "whether the weights are parts of 100", ("procurement.lots",),
        "a percent sign in `weight_text`, or what each weight comes to out of 100"),
    "procurement.value_below_threshold": Need(
        "whether the value is below the threshold",
        ("procurement.value.amount", "procurement.category"),
        "which threshold applies to this body, to what it buys and on the day of its start"),
    "procurement.contract_threshold": Need("the highest threshold that can apply", (decided,)),
    "procurement.contract_below_threshold": Need(
        "whether the contract is below the threshold",
        (_contract_value, decided),
        "the value of the contract with VAT, whether lighter rules apply to the service, and the"
        " day on which the procurement started"),
    "procurement.contract_at_least": Need(
        "the least that the contract can be worth", (_contract_value, decided)),
    "procurement.worth_more_than_kpi_value": Need(
        "whether the contract is a large one", (_contract_value, decided)),
    "procurement.below_threshold": Need(
        "whether it is below the threshold", ("procurement.value.amount", "procurement.category"),
        "which threshold applies to this body, to what it buys and on the day of its start"),
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
    "purse.shortfall_explained": Need(
        "whether a review explains what fell short",
        (lambda view: silent_on_results(view.case),),
        "a comparison of the sum, or of each saving that fell short, with the figures of `savings`",
    ),
}  # fmt: skip
