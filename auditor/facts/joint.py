"""Find the reading of the questions that a file leaves open which gives all its figures together.

A file that does not say how it discounts is not thereby wrong. Where exactly one of the readings
that the Guide allows gives every figure that any of them gives, and a wrong figure would hardly
have fitted any, that reading is taken. Otherwise the figures stay ambiguous. Answers that depart
from the documented meaning of a field are never taken here.
"""

from collections.abc import Sequence
from decimal import Decimal

from auditor.facts.map_claims import MapClaims
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.value_map import ValueMap
from auditor.model.file import Case
from auditor.value.answers import ANSWERS
from auditor.value.asked import Asked, answers_to, given_exactly, given_within, worked_once
from auditor.value.conventions import Conventions
from auditor.value.evidence import LEAST_EVIDENCE
from auditor.value.precision import stated_arithmetic
from auditor.value.readings import differing
from auditor.value.reconcile import Search, distinct


def settled(case: Case, value_map: ValueMap) -> tuple[Conventions, ...]:
    """Return the sets that agree with the one reading found, or none where it is not found.

    There are several where they differ in what no claim of the file tells apart.
    """
    rated = value_map.sroi.discount_rate is not None
    lacking = value_map.missing_for_present_value if value_map.rows or not rated else ()
    if not value_map.open_questions or lacking:
        return ()
    with stated_arithmetic():
        claims = MapClaims(case, SroiFigures(value_map)).all()
        asked = [worked_once(each.asked) for each in claims]
        telling = tuple(each for each in asked if _tells(each, value_map.open_sets))
        if _mostly_wrong(telling, value_map.open_sets):
            return ()
        return one_reading(Search(telling, value_map.open_sets))


def one_reading(search: Search) -> tuple[Conventions, ...]:
    """Return the sets of the only reading that gives all claims of a search, if it proves itself.

    A reading that gives them exactly comes before those that need rounded inputs. Two readings that
    give different figures are never chosen from, however close these are. Figures that no reading
    gives are wrong under all of them and speak for none; but where they are as many as the others,
    the others prove nothing. A question stays open unless some claim is precise enough to tell its
    answers apart: one precise figure must not vouch for an answer that it does not depend on.
    """
    if 2 * len(search.out_of_reach) >= len(search.asked):
        return ()
    fitting = search.fitting(search.sets, exactly=True)
    fitting = fitting or search.fitting(search.sets, exactly=False)
    readings = distinct(search, fitting)
    if len(readings) != 1 or search.chance(search.sets, fitting) > LEAST_EVIDENCE:
        return ()
    proven = [question for question in ANSWERS if _proven(search, question, fitting)]
    return tuple(
        each
        for each in search.sets
        if proven and any(not set(differing(each, one)) & set(proven) for one in fitting)
    )


def _proven(search: Search, question: str, fitting: tuple[Conventions, ...]) -> bool:
    """Say whether some claim tells the answer found from the others, all else being equal."""
    others = _but_for(question, search.sets, fitting[0])
    return len(others) > 1 and search.chance(others, fitting) <= LEAST_EVIDENCE


def _but_for(
    question: str, sets: Sequence[Conventions], one: Conventions
) -> tuple[Conventions, ...]:
    return tuple(each for each in sets if set(differing(each, one)) <= {question})


def weakest(search: Search, sets: Sequence[Conventions], fitting: Sequence[Conventions]) -> Decimal:
    """Return how likely a wrong figure would have fitted by the answer that is proven worst.

    Answers that no claim depends on are left aside.
    """
    chances = [search.chance(sets, fitting)]
    for question in ANSWERS:
        others = _but_for(question, sets, fitting[0])
        if len({search.figures(each) for each in others}) > 1:
            chances.append(search.chance(others, fitting))
    return max(chances)


def _mostly_wrong(asked: Sequence[Asked], sets: tuple[Conventions, ...]) -> bool:
    """Say whether no set gives half of the claims or more, which proves none; there may be none.

    It is told before a search that goes through all claims and sets, and mostly spares it.
    """
    wrong = 0
    for claim in asked:
        wrong += not _within_reach(claim, sets)
        if 2 * wrong >= len(asked):
            return True
    return not asked


def _within_reach(asked: Asked, sets: tuple[Conventions, ...]) -> bool:
    """Say whether some set gives a claim, if need be within rounding."""
    answers = answers_to(asked.needs)
    different = {answers(how): how for how in sets}.values()
    return any(given_exactly(asked, how) for how in different) or any(
        given_within(asked, how) for how in different
    )


def _tells(asked: Asked, sets: tuple[Conventions, ...]) -> bool:
    """Say whether a claim comes to different figures under the sets that are open.

    It is asked once for each set of answers to the questions that it depends on.
    """
    answers = answers_to(asked.needs)
    first, *others = {answers(how): how for how in sets}.values()
    figures = [each.exact for each in asked.under(first)] if others else []
    return any([each.exact for each in asked.under(how)] != figures for how in others)
