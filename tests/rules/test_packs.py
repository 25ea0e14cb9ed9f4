"""Hold every published pack to what a rule must be: proved, placed in a clause, and fair."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from auditor.engine.catalogue import left_out, problems, read_catalogue
from auditor.engine.examples import run_cases
from auditor.engine.functions import Missing
from auditor.engine.pack import load_packs, published_packs
from auditor.engine.pack_parts import Clause
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.engine.trace import Log
from auditor.model.part import NilRead
from tests.rules.guards import asks_only_whether_it_is_there
from tests.rules.left_out import all_left_out, together
from tests.rules.subjects import proofs, published

FEWEST_RULES = 60

ONE_SIDED = "a cash flow that states only its cost has no benefit, and the other way round"
FROM_ENTRIES = "without the total as reported, the net saving is held against the file's entries"
UNEXPLAINED = "two statements that contradict each other depart unless the file says why they do"
AS_PRINTED = "a number that no words are said to bound is taken as it is printed"
AS_IT_SAYS = "a test is worked out with what it says that it changes, and with nothing else"
UNLISTED = "a file whose tests name rows or inputs that it does not list is invalid, not audited"
OF_COST = "a comparison that names no outcome, beside others that do, is of cost or the like"
AS_DOCUMENTED = "a column of which nothing is said prints what is taken off, as it is documented"
STILL_TO_PLAN = "at the proposal a plan that lists its tasks has one for what is not on record"
NOT_LEFT_OUT = "an outcome of which the file does not say that it is left out of account counts"
NOT_YET_THERE = "only a proposal for a service that does not exist yet may be left unanswered"
ABSENT_ON_PURPOSE = {
    ("AV-10", "/reviews/forecast_compared/outcome_id"): OF_COST,
    ("SROI-19", "/sroi/conventions"): AS_DOCUMENTED,
    ("SROI-19", "/sroi/conventions/deductions_mean"): AS_DOCUMENTED,
    ("SROI-32", "/sroi/sensitivity/sets"): AS_IT_SAYS,
    ("SROI-32", "/sroi/sensitivity/sets/field"): AS_IT_SAYS,
    ("SROI-46", "/sroi/inputs"): UNLISTED,
    ("SROI-46", "/sroi/rows"): UNLISTED,
    ("SROI-46", "/sroi/sensitivity/leaves_out_inputs"): AS_IT_SAYS,
    ("SROI-46", "/sroi/sensitivity/leaves_out_rows"): AS_IT_SAYS,
    ("SROI-46", "/sroi/sensitivity/sets/only_where"): AS_IT_SAYS,
    ("FIG-01", "/statements/bound"): AS_PRINTED,
    ("FIG-01", "/statements/differs_because"): UNEXPLAINED,
    ("FIG-02", "/statements/differs_because"): UNEXPLAINED,
    ("DEC-07", "/decommissioning/reported/gross_saving"): FROM_ENTRIES,
    ("DEC-20", "/consultations"): STILL_TO_PLAN,
    ("BV-07", "/proposals/received/kind"): NOT_YET_THERE,
    ("OCF-04", "/outcomes/excluded_reason"): NOT_LEFT_OUT,
    ("OCF-05", "/outcomes/excluded_reason"): NOT_LEFT_OUT,
    ("OCF-06", "/outcomes/excluded_reason"): NOT_LEFT_OUT,
    ("GB-28", "/options/cashflows/cost"): ONE_SIDED,
    ("GB-29", "/options/cashflows/benefit"): ONE_SIDED,
    ("GB-29", "/options/cashflows/cost"): ONE_SIDED,
    ("VFM-09", "/options/cashflows/benefit"): ONE_SIDED,
    ("VFM-09", "/options/cashflows/cost"): ONE_SIDED,
}
"""Values whose absence may make a rule depart although it does not ask for them with has()."""


every_pack = pytest.mark.parametrize("name", published_packs())


def enough(clause: Clause) -> bool:
    return bool(clause.not_checked or clause.same_as) or len(clause.rules) >= 2


def departures_for_want_of_a_value(name: str) -> set[tuple[str, str]]:
    """Return each rule, and the field whose absence makes it depart."""
    return {(each.rule, each.field) for each in all_left_out(name) if each.departs}


def answer(run: Callable[..., Any], *names: Any) -> str:
    """Return what an expression gives, or why it gives nothing."""
    try:
        return str(run(*names))
    except Missing:
        return "missing"
    except NilRead as nil:
        return f"none: {nil.reason}"


def items(ready: ReadyRule, subject: Subject) -> list[tuple[Any, ...]]:
    """Return what a check is called with beside the file: each entry, or nothing."""
    if subject.case.kind not in ready.kinds:
        return []
    if ready.each is None:
        return [()]
    try:
        return [(item,) for item in ready.run_list(*subject.names)]
    except (Missing, NilRead):
        return []


def disagreements(ready: ReadyRule, subject: Subject) -> Iterator[str]:
    for item in items(ready, subject):
        fast = answer(ready.run_check, *subject.names, *item)
        log = Log()
        entry = tuple(log.note("/entry", each) for each in item)
        slow = answer(ready.traced_check, log, *subject.names, *entry)
        if fast != slow:
            yield f"{fast} without a trace, {slow} with one"


@every_pack
def test_every_case_gives_its_answer_and_notices_a_bent_check(name: str) -> None:
    failed = [outcome for outcome in run_cases(published(name)) if not outcome.passed]
    assert not failed


@every_pack
def test_every_pack_says_what_stands_for_each_clause_of_its_authority(name: str) -> None:
    assert published(name).clauses


def test_every_principle_has_two_rules() -> None:
    clauses = published("eight-principles").clauses
    assert not [clause.clause for clause in clauses if not enough(clause)]


@every_pack
def test_no_clause_leans_on_a_rule_that_no_pack_has(name: str) -> None:
    known = {ready.rule.id for pack in load_packs() for ready in pack.rules}
    assert {rule for clause in published(name).clauses for rule in clause.same_as} <= known


def test_there_are_enough_rules_and_no_id_is_used_twice() -> None:
    rules = [ready.rule.id for pack in load_packs() for ready in pack.rules]
    assert len(rules) >= FEWEST_RULES
    assert len(set(rules)) == len(rules)


def test_every_row_of_the_catalogue_is_accounted_for_once() -> None:
    catalogue, packs = read_catalogue(), load_packs()
    assert [str(each) for each in problems(catalogue, packs)] == []
    assert [str(each) for each in left_out(catalogue, packs)] == []


@every_pack
def test_a_rule_covers_only_rows_of_the_catalogue(name: str) -> None:
    covered = {row for ready in published(name).rules for row in ready.rule.same_as}
    assert covered <= set(read_catalogue().rows)


@together
@every_pack
def test_a_value_that_is_left_out_never_makes_a_good_file_depart(name: str) -> None:
    assert departures_for_want_of_a_value(name) - set(ABSENT_ON_PURPOSE) == set()


@every_pack
def test_no_check_asks_only_whether_a_value_is_there(name: str) -> None:
    rules = [ready.rule for ready in published(name).rules]
    bare = [rule.id for rule in rules if asks_only_whether_it_is_there(rule.check or "True")]
    assert not bare


@together
@every_pack
def test_every_exception_is_still_needed(name: str) -> None:
    own = {ready.rule.id for ready in published(name).rules}
    assert {each for each in ABSENT_ON_PURPOSE if each[0] in own} <= (
        departures_for_want_of_a_value(name)
    )


@every_pack
def test_a_check_gives_the_same_with_and_without_a_trace(name: str) -> None:
    pack = published(name)
    found = [
        (ready.rule.id, proof.name, difference)
        for ready in pack.rules
        if ready.check is not None
        for proof in proofs(ready, pack)
        for difference in disagreements(ready, proof.subject)
    ]
    assert not found
