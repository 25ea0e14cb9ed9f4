"""Reconcile the figures of a value map: which conventions give all of them, and if none, what may.

The search is joint. One set of conventions must give every figure that any set gives; a figure that
no set gives is put aside and looked at by itself. Readings of what the file leaves open come first.
Only where none of them fits are conventions tried that the file does not declare or that depart
from the documented meaning of a column, the simplest first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.analysis.reconciled import FigureUnder, Reading, Reconciliation, Status
from auditor.analysis.tried import possible, sets_in_practice
from auditor.analysis.unexplained import explained, not_given
from auditor.facts import Facts
from auditor.facts.joint import weakest
from auditor.facts.map_claim import MapClaim
from auditor.facts.map_claims import MapClaims
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.value_map import ValueMap
from auditor.facts.working import money_printer
from auditor.model.file import Case
from auditor.value.answers import ANSWERS
from auditor.value.asked import Asked, figure_of
from auditor.value.conventions import STANDARD, Conventions
from auditor.value.precision import stated_arithmetic
from auditor.value.readings import answered, departing, differing
from auditor.value.reconcile import Search, distinct

MOST_READINGS, MOST_FIGURES, MOST_COMPARED = 5, 12, 200


@dataclass(frozen=True)
class _Map:
    """What is reconciled: a value map with its claims."""

    value_map: ValueMap
    claims: tuple[MapClaim, ...]
    currency: str

    @property
    def asked(self) -> tuple[Asked, ...]:
        return tuple(claim.asked for claim in self.claims)


def reconcile_map(case: Case, facts: Facts) -> Reconciliation | None:
    """Return which conventions give all figures of the value map; None where it claims nothing."""
    found = facts.value_map
    if found is None:
        return None
    with stated_arithmetic():
        figures = SroiFigures(found)
        claims = MapClaims(case, figures).all()
        if not claims:
            return None
        return _reconciled(_Map(found, claims, case.currency), figures)


def _reconciled(subject: _Map, figures: SroiFigures) -> Reconciliation:
    found = subject.value_map
    open_sets = possible(found, found.open_sets)
    search = Search(subject.asked, open_sets)
    widest: int | None = None
    fitting = _best(search, open_sets)
    if search.out_of_reach or not fitting:
        tried, widest = sets_in_practice(found)
        search = Search(subject.asked, tuple(dict.fromkeys((*open_sets, *tried))))
        fitting = _best(search, open_sets)
    status, fits = _judged(search, found, open_sets, fitting)
    base = fits[0] if fits and fits[0] in open_sets else _nearest(search, open_sets)
    near = _nearer(search, base) if status == "none" else None
    readings = _readings(search, fits, status)
    shown = readings[:MOST_READINGS]
    failing = search.not_given(base)
    rest = tuple(subject.claims[index] for index in failing)
    money = money_printer(subject.currency)
    given = tuple(c for i, c in enumerate(subject.claims) if i not in set(failing))
    why = explained(figures, rest, given, base, money)
    return Reconciliation(
        subject="value map",
        status=status,
        claims=len(subject.claims),
        given=len(subject.claims) - len(failing),
        conventions=_answers(base),
        open_questions=found.open_questions,
        tried=len(search.sets),
        fitting=len(fits),
        widest=widest,
        chance=_chance(search, open_sets, fits, status, failing),
        settled=bool(found.settled),
        readings=tuple(_reading(subject, search, each) for each in shown),
        readings_left_out=len(readings) - len(shown),
        nearest=_reading(subject, search, near) if near else None,
        nearest_gives=search.given_exactly(near) if near else 0,
        not_given=not_given(figures, rest, base, money),
        explanations=why.shown,
        explanations_left_out=why.left_out,
        explanations_tried=why.tried,
    )


def _best(search: Search, sets: Sequence[Conventions]) -> tuple[Conventions, ...]:
    """Return the sets that give all claims exactly, or else within rounding."""
    return search.fitting(sets, exactly=True) or search.fitting(sets, exactly=False)


def _judged(
    search: Search,
    found: ValueMap,
    open_sets: Sequence[Conventions],
    fitting: Sequence[Conventions],
) -> tuple[Status, tuple[Conventions, ...]]:
    """Return what the search says, and the sets that fit."""
    nothing_left = len(search.out_of_reach) == len(search.asked)
    if fitting and len(open_sets) == 1 and not nothing_left:
        return "as_declared", tuple(fitting)
    if nothing_left or (search.out_of_reach and not search.tells_within_reach):
        return "none", ()
    if found.settled:
        return "one_reading", tuple(each for each in open_sets if each in found.settled)
    if _contradicted(search):
        return "none", ()
    if fitting:
        if len(fitting) == len(open_sets):
            return "every_reading", tuple(fitting)
        if len(distinct(search, fitting)) == 1:
            return "one_reading", tuple(fitting)
        return "several_readings", tuple(fitting)
    fits = _best(search, search.sets)
    if not fits:
        return "none", ()
    start = answered(found.declared)
    fewest = min(len(differing(each, start)) for each in fits)
    simplest = [each for each in fits if len(differing(each, start)) == fewest]
    one = len(distinct(search, simplest[:MOST_COMPARED])) == 1
    ordered = sorted(fits, key=lambda each: len(differing(each, start)))
    return "one_departure" if one else "several_departures", tuple(ordered)


def _chance(
    search: Search,
    open_sets: Sequence[Conventions],
    fits: Sequence[Conventions],
    status: Status,
    failing: Sequence[int],
) -> Decimal | None:
    """Return how likely a wrong figure would have fitted; of a departure, by what it changes."""
    if len(search.sets) == 1:
        return None
    if fits and status in ("one_reading", "several_readings"):
        return weakest(search, open_sets, fits)
    departure = status in ("one_departure", "several_departures")
    return search.chance(search.sets, fits, failing if departure else None)


def _contradicted(search: Search) -> bool:
    """Say whether a total that depends on conventions is given by none of them.

    A reading or a departure explains the figures only if it gives every such total: one that it
    does not give speaks against it. Rows, groups and tests may be wrong for reasons of their own.
    """
    parts = ("sroi.rows.", "sroi.shares.", "sroi.value_to_", "sroi.sensitivity.")
    totals = (m for m in search.out_of_reach if not search.asked[m].id.startswith(parts))
    return any(search.tells(member) for member in totals)


def _nearest(search: Search, sets: Sequence[Conventions]) -> Conventions:
    """Return the first of the sets that give the most claims."""
    return max(sets, key=search.given)


def _nearer(search: Search, base: Conventions) -> Conventions | None:
    """Return the simplest set that gives the most claims, if it gives two more than the base.

    Among so many sets one more figure comes out by chance.
    """
    best = max(search.sets, key=search.given_exactly)
    return best if search.given_exactly(best) > search.given(base) + 1 else None


def _readings(search: Search, fits: Sequence[Conventions], status: Status) -> list[Conventions]:
    """Return one set for each different answer that fits, the simplest first."""
    if status in ("as_declared", "every_reading", "none"):
        return []
    return [group[0] for group in distinct(search, fits[:MOST_COMPARED])]


def _reading(subject: _Map, search: Search, chosen: Conventions) -> Reading:
    start = answered(subject.value_map.declared)
    differs = differing(chosen, start)
    asked = set(differs) | set(subject.value_map.open_questions)
    under = [
        _under(claim, chosen, start)
        for claim in subject.claims
        if figure_of(claim.asked, chosen) != figure_of(claim.asked, start)
    ]
    return Reading(
        answers=tuple(ANSWERS[q][getattr(chosen, q)].words for q in ANSWERS if q in asked),
        differs=tuple(ANSWERS[q][getattr(chosen, q)].words for q in differs),
        departs=tuple(ANSWERS[q][getattr(chosen, q)].words for q in departing(chosen)),
        exactly=bool(search.fitting((chosen,), exactly=True)),
        figures=tuple(under[:MOST_FIGURES]),
        figures_left_out=max(len(under) - MOST_FIGURES, 0),
    )


def _under(claim: MapClaim, chosen: Conventions, start: Conventions) -> FigureUnder:
    return FigureUnder(
        id=claim.id,
        pointer=claim.pointer,
        label=claim.label,
        claimed=claim.text,
        figure=claim.printed(figure_of(claim.asked, chosen)),
        otherwise=claim.printed(figure_of(claim.asked, start)),
        standard=claim.printed(figure_of(claim.asked, STANDARD)),
    )


def _answers(conventions: Conventions) -> tuple[str, ...]:
    questions = [q for q in ANSWERS if q not in ("row_rounding", "change_means")]
    return tuple(ANSWERS[q][getattr(conventions, q)].words for q in questions)
