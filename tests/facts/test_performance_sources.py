from typing import Any

from tests.facts.files import DECISION, decommissioning

BEFORE = {"indicator_id": "I1", "date": "2025-03-31", "source_type": "provider"}
AS_IT_IS = {
    "id": "usual",
    "name": "Go on",
    "kind": "business_as_usual",
    "quality": [{"source": "users"}, {"source": "provider"}],
}
INDICATORS = [{"id": "I1", "text": "Users"}]


def found(**parts: Any) -> tuple[str, ...] | None:
    facts = decommissioning(indicators=INDICATORS, decision_date=DECISION, **parts)
    return facts.decommissioning.performance_sources


def test_evidence_on_performance_comes_from_monitoring_and_from_the_service_as_it_is():
    assert found(monitoring=[BEFORE], options=[AS_IT_IS]) == ("provider", "users")


def test_what_was_measured_after_the_decision_is_no_evidence_for_it():
    on_the_day = {**BEFORE, "date": DECISION, "source_type": "inspection"}
    after = {**BEFORE, "date": "2025-11-21", "source_type": "users"}
    assert found(monitoring=[on_the_day, after]) == ("inspection",)


def test_what_is_said_of_other_options_is_no_evidence_on_the_service():
    other = {**AS_IT_IS, "id": "hub", "kind": "re_provide"}
    assert found(monitoring=[BEFORE], options=[other]) == ("provider",)


def test_knowledge_that_the_file_denies_is_no_evidence():
    denied = {"source": "users", "text": {"none": "Nobody asked them"}}
    option = {**AS_IT_IS, "quality": [denied, {"source": "inspection"}]}
    assert found(monitoring=[BEFORE], options=[option]) == ("provider", "inspection")


def test_evidence_that_does_not_say_where_it_comes_from_leaves_the_sources_open():
    unnamed = {"indicator_id": "I1", "date": "2025-03-31"}
    assert found(monitoring=[BEFORE, unnamed]) is None


def test_those_whom_a_review_asked_by_the_decision_are_heard():
    by_then = {"id": "R1", "date": DECISION, "audiences": ["users", "providers", "public"]}
    assert found(reviews=[by_then]) == ("users", "provider")


def test_those_whom_a_later_review_asked_are_not():
    later = {"id": "R1", "date": "2025-11-21", "audiences": ["users"]}
    undated = {"id": "R2", "audiences": ["providers"]}
    assert found(monitoring=[BEFORE], reviews=[later, undated]) == ("provider",)


def test_a_file_without_evidence_on_performance_has_no_sources():
    assert found() is None
