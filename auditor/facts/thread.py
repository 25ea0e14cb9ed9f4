"""Follow each material outcome through the points of the cycle at which it can drop out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from auditor.facts.direct_award import awarded_directly
from auditor.facts.reading import entries, is_nil, stated
from auditor.model.file import Case
from auditor.model.monitoring import Review
from auditor.model.outcomes import Outcome
from auditor.model.stages import STAGES

POINTS = {
    "objectives": "the objectives",
    "options": "the options",
    "criteria": "the award criteria",
    "kpis": "the contract measures",
    "indicators": "the indicators",
    "monitoring": "the results measured",
    "reviews": "the reviews",
}
"""The points in the order of the cycle, each with its name in words."""
_NAMED = 5
"""How many outcomes that drop out are named one by one."""
_STAGE_OF = {
    "objectives": "design",
    "options": "options",
    "criteria": "award",
    "kpis": "contract",
    "indicators": "monitoring",
    "monitoring": "monitoring",
    "reviews": "review",
}
"""The stage of a commissioning file by which a point is reached."""
_FOR_WHAT_IS_WANTED = ("objectives", "criteria", "kpis")
"""Points at which nobody names harm, or what nobody set out to reach."""
_NAMES_NO_OUTCOME = ("price", "input", "output")
"""Criteria and measures of these kinds name no outcome where they are silent on outcomes."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of the cycle: the outcomes named there, and the places of entries that are silent.

    Where any entry is silent, an outcome that no other entry names may still be meant by it.
    """

    name: str
    named: frozenset[str]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OutcomeThread:
    """One material outcome and the points of the file at which it is and is not taken up.

    The points are objectives, options, criteria, kpis, indicators, monitoring and reviews, as far
    as the file has come or says anything of them. Harm, and what nobody set out to reach, is not
    looked for among objectives, criteria and kpis. Where a part that is due is not in the file, or
    an entry that names no outcome may mean this one, or the file does not say whether anyone
    intended it, the point stands in `open_at`, and whether the thread is unbroken is not known.
    """

    id: str
    text: str
    stakeholder_id: str | None
    present_at: tuple[str, ...]
    missing_at: tuple[str, ...]
    open_at: tuple[str, ...]
    unbroken: bool | None


def threads(case: Case) -> tuple[OutcomeThread, ...] | None:
    """Return the thread of each material outcome; None where nothing can be followed."""
    reached = points(case)
    material = [each for each in entries(case.outcomes) if each.material]
    if not material or len(reached) < 2:
        return None
    return tuple(_thread(outcome, reached) for outcome in material)


def breaks(found: Iterable[OutcomeThread]) -> str | None:
    """Return in words which outcome drops out where: `"Rest": not in the award criteria`."""
    lost = [
        f"“{each.text}”: not in {_listed(POINTS[point] for point in each.missing_at)}"
        for each in found
        if each.missing_at
    ]
    more = len(lost) - _NAMED
    shown = [*lost[:_NAMED], *([f"and {more} more"] if more > 0 else [])]
    return "; ".join(shown) or None


def points(case: Case) -> tuple[Point, ...]:
    """Return the points that the file has reached or should have, in the order of the cycle."""
    award, contract = stated(case.award), stated(case.contract)
    criteria = case.award if award is None else award.criteria
    kpis = case.contract if contract is None else contract.kpis
    found = (
        (_listing("objectives", case.objectives, "/objectives"), case.objectives, "/objectives"),
        (_options(case), case.options, "/options"),
        (_listing("criteria", criteria, "/award/criteria"), criteria, "/award/criteria"),
        (_listing("kpis", kpis, "/contract/kpis"), kpis, "/contract/kpis"),
        (_indicators(case), case.indicators, "/indicators"),
        (_monitoring(case), case.monitoring, "/monitoring"),
        (_reviews(case), case.reviews, "/reviews"),
    )
    due = _due(case)
    return tuple(
        point or Point(name, frozenset(), (pointer,))
        for name, (point, part, pointer) in zip(POINTS, found, strict=True)
        if point or (part is None and name in due)
    )


def _due(case: Case) -> frozenset[str]:
    """Return the points at which a file of this stage should speak of outcomes."""
    order = STAGES[case.kind]
    if case.kind != "commissioning":
        return frozenset()
    reached = order[: order.index(case.stage) + 1]
    not_bought = case.provider_sector == "in_house"
    not_competed = not_bought or case.regime == "grant" or awarded_directly(case)
    left_out = {"criteria": not_competed, "kpis": not_bought}
    return frozenset(p for p, s in _STAGE_OF.items() if s in reached and not left_out.get(p))


def _thread(outcome: Outcome, reached: tuple[Point, ...]) -> OutcomeThread:
    wanted = outcome.sign == "positive" and outcome.intended is not False
    sought = [p for p in reached if wanted or p.name not in _FOR_WHAT_IS_WANTED]
    present = tuple(point.name for point in sought if outcome.id in point.named)
    lost = [point for point in sought if outcome.id not in point.named]
    open_at = [point for point in lost if point.silent or may_be_unintended(outcome, point)]
    missing = tuple(point.name for point in lost if point not in open_at)
    unknown = tuple(point.name for point in open_at)
    whole = None if unknown or outcome.sign is None else True
    unbroken = False if missing else whole
    return OutcomeThread(
        outcome.id, outcome.text, outcome.stakeholder_id, present, missing, unknown, unbroken
    )


def may_be_unintended(outcome: Outcome, point: Point) -> bool:
    """Say whether an outcome need not be named at a point if nobody intended it, as may be."""
    return outcome.intended is None and point.name in _FOR_WHAT_IS_WANTED


def _listing(name: str, many: Any, pointer: str) -> Point | None:
    held = entries(many)
    if not held:
        return None
    named = (each for part in held for each in entries(part.outcome_ids))
    return Point(name, frozenset(named), tuple(_silent(held, pointer)))


def _silent(held: Iterable[Any], pointer: str) -> Iterator[str]:
    for position, part in enumerate(held):
        if part.outcome_ids is None and part.kind not in _NAMES_NO_OUTCOME:
            yield f"{pointer}/{position}/outcome_ids"


def _options(case: Case) -> Point | None:
    """Return what the options bring, those left aside that were not on the short list."""
    held = [(n, o) for n, o in enumerate(entries(case.options)) if o.short_list is not False]
    if not held:
        return None
    named, silent = set[str](), list[str]()
    for position, option in held:
        for field in ("outcome_ids", "wider_outcome_ids"):
            ids = getattr(option, field)
            named.update(entries(ids))
            silent.extend([f"/options/{position}/{field}"] if ids is None else [])
    return Point("options", frozenset(named), tuple(silent))


def _indicators(case: Case) -> Point | None:
    own = _listing("indicators", case.indicators, "/indicators")
    if own is None:
        return None
    pointing = {each.id for each in entries(case.outcomes) if entries(each.indicator_ids)}
    return Point(own.name, own.named | pointing, own.silent)


def _monitoring(case: Case) -> Point | None:
    """Return the outcomes of which there are results.

    While a service is monitored, an indicator without a result may be one whose first is not due.
    """
    results = entries(case.monitoring)
    if not results:
        return None
    measured = {each.indicator_id for each in results}
    own = [(n, i) for n, i in enumerate(entries(case.indicators)) if i.id in measured]
    named = {each for _, indicator in own for each in entries(indicator.outcome_ids)}
    pointing = {o.id for o in entries(case.outcomes) if measured & set(entries(o.indicator_ids))}
    silent = [f"/monitoring/{n}/indicator_id" for n, r in enumerate(results) if not r.indicator_id]
    for position, indicator in own:
        silent.extend(f"/indicators/{position}{each}" for each in _silent_one(indicator))
    if case.stage == "monitoring" and len(own) < len(entries(case.indicators)):
        silent.append("/monitoring")
    return Point("monitoring", frozenset(named | pointing), tuple(silent))


def _silent_one(indicator: Any) -> Iterator[str]:
    if indicator.outcome_ids is None and indicator.kind not in _NAMES_NO_OUTCOME:
        yield "/outcome_ids"


def _reviews(case: Case) -> Point | None:
    """Return the outcomes that reviews speak of.

    A comparison with the forecast that names no outcome is about something else, such as cost,
    where others beside it name theirs. A finding that names none may be about any, but for one on
    the process.
    """
    reviews = entries(case.reviews)
    if not reviews:
        return None
    found = {each.outcome_id for review in reviews for each in entries(review.findings)}
    lists = [entries(review.forecast_compared) for review in reviews]
    compared = {each.outcome_id for entry in lists for each in entry} - {None}
    denied = all(is_nil(each.findings) and is_nil(each.forecast_compared) for each in reviews)
    silent = [] if compared or denied else ["/reviews/0/forecast_compared"]
    silent += _silent_findings(reviews)
    return Point("reviews", frozenset(each for each in found | compared if each), tuple(silent))


def _silent_findings(reviews: Iterable[Review]) -> Iterator[str]:
    for n, review in enumerate(reviews):
        if review.kind == "process":
            continue
        if review.findings is None:
            yield f"/reviews/{n}/findings"
        for position, finding in enumerate(entries(review.findings)):
            if finding.outcome_id is None:
                yield f"/reviews/{n}/findings/{position}/outcome_id"


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last
