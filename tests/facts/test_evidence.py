"""What was found in documents is offered to rules as it is, and nothing where nobody looked."""

from dataclasses import replace

import pytest

from auditor.audit import read_bytes
from auditor.evidence.result import DocumentState, Examined, Sureness
from auditor.evidence.supposed import supposed
from auditor.facts.evidence import EvidenceFacts

FILE = """
format_version: "1"
kind: commissioning
title: A file with documents
stage: need
needs: {evidence: [{entry: E1, page: 4, quote: 47 of 54 users}, {entry: E1, page: 9}]}
sroi: {reported: {ratio: {value: 5.07, printed: "£5.07", source: E1}}}
evidence:
  - {id: E1, title: Needs, file: needs.pdf, date: "2025-03-04", sha256: %s}
  - {id: E2, title: A book on a shelf}
"""
CASE = read_bytes((FILE % ("ab" * 32)).encode(), name="file.yaml").case
QUOTE = "/needs/evidence/0"


def facts(**otherwise):
    return EvidenceFacts(CASE, supposed(CASE, otherwise))


def found(**otherwise):
    return EvidenceFacts(CASE, supposed(CASE, {QUOTE: otherwise}))


@pytest.mark.parametrize("name", ["documents", "digests", "dates", "passages", "claims", "places"])
def test_nothing_is_known_where_nobody_looked(name):
    assert getattr(EvidenceFacts(CASE, None), name) is None


@pytest.mark.parametrize("name", ["documents", "digests", "dates", "passages", "claims", "places"])
def test_nothing_is_listed_where_there_is_no_document(name):
    assert getattr(EvidenceFacts(CASE, Examined()), name) == ()


def test_a_document_that_is_there_holds():
    assert [check.holds for check in facts().documents] == [True]


def test_a_document_that_is_missing_does_not_hold():
    [check] = facts(E1={"state": "missing", "note": "it is not in the folder"}).documents
    assert (check.holds, check.found) == (False, "needs.pdf: it is not in the folder")


@pytest.mark.parametrize("state", [s for s in DocumentState if s is not DocumentState.MISSING])
def test_only_a_missing_document_is_said_not_to_be_there(state):
    [check] = facts(E1={"state": state.value}).documents
    assert check.holds is not False


def test_another_digest_does_not_hold():
    [check] = facts(E1={"sha256": "cd" * 32}).digests
    assert check.holds is False
    assert (check.found, check.expected) == (f"SHA-256 {'cd' * 32}", f"SHA-256 {'ab' * 32}")


def test_a_digest_in_capitals_is_the_same_digest():
    case = read_bytes((FILE % ("AB" * 32)).encode(), name="file.yaml").case
    examined = supposed(case, {"E1": {"sha256": "ab" * 32}})
    assert [check.holds for check in EvidenceFacts(case, examined).digests] == [True]


def test_no_digest_leaves_the_question_open():
    [check] = facts(E1={"sha256": "", "note": "it is a link"}).digests
    assert (check.holds, check.otherwise) == (None, "needs.pdf: it is a link")


@pytest.mark.parametrize(
    ("sureness", "holds"),
    [
        ("exact", True), ("normalised", True), ("rounded", True), ("nearly", False),
        ("absent", False), ("unknown", None),
    ],
)  # fmt: skip
def test_a_passage_holds_as_surely_as_it_was_found(sureness, holds):
    [check] = found(sureness=sureness).passages
    assert check.holds is holds


def test_every_sureness_has_its_answer():
    assert len(Sureness) == 6


def test_a_passage_says_what_was_found_and_what_was_expected():
    [check] = found(sureness="nearly", found="41 of 54 users", note="“41” where …").passages
    assert check.found == "page 4 of needs.pdf: “41 of 54 users” (“41” where …)"
    assert check.expected == "“47 of 54 users” on page 4 of needs.pdf"
    assert check.label == "47 of 54 users (E1, page 4)"


def test_a_passage_that_is_nowhere_says_so():
    [check] = found(sureness="absent", found="", stands_at="").passages
    assert check.found == "nowhere in the text of needs.pdf"


def test_a_claim_is_a_claim_and_no_passage():
    assert [check.label for check in facts().claims] == ["£5.07 (E1)"]


def test_a_place_is_asked_about_where_something_was_found_or_nothing_else_is_said():
    assert [check.file_pointer for check in facts().places] == [QUOTE, "/needs/evidence/1"]
    absent = found(sureness="absent", at_place=False)
    assert [check.file_pointer for check in absent.places] == ["/needs/evidence/1"]


def test_days_are_counted_from_the_date_in_the_register():
    assert [check.days_after for check in facts(E1={"created": "2025-03-14"}).dates] == [10]
    assert [check.days_after for check in facts(E1={"created": "2025-03-01"}).dates] == [-3]


@pytest.mark.parametrize(
    ("made", "holds"), [("2025-03-03", True), ("2025-03-04", True), ("2025-03-05", False)]
)
def test_a_document_is_made_no_later_than_the_day_in_the_register(made, holds):
    assert [check.holds for check in facts(E1={"created": made}).dates] == [holds]


@pytest.mark.parametrize("date", ["", "2025-13-45", "nonsense", "0000-01-01"])
def test_a_date_that_is_none_is_left_aside(date):
    assert facts(E1={"created": date, "modified": ""}).dates == ()


def test_a_use_of_a_document_that_was_not_examined_goes_by_its_entry():
    examined = supposed(CASE, {})
    alone = EvidenceFacts(CASE, replace(examined, documents=()))
    assert [check.found for check in alone.passages] == ["page 4 of E1: “47 of 54 users”"]


def test_a_supposition_about_nothing_is_refused():
    with pytest.raises(ValueError, match="`E9` is no document"):
        facts(E9={"state": "missing"})


def test_a_supposition_of_an_unknown_sort_is_refused():
    with pytest.raises(ValueError, match="`colour` is not among"):
        facts(E1={"colour": "red"})
