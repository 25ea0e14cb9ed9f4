import pytest
from pydantic import ValidationError

from auditor.model.framework import Framework

SERVICE = {"id": "S1", "title": "People rest", "level": "service", "serves": ["C1"]}
WIDER = {"id": "C1", "title": "Streets are calm", "level": "wider", "pillar": "social"}
ROWS = [{"id": "social", "title": "Social", "pillar": "social"}, {"id": "green", "title": "Green"}]
COLUMNS = [{"id": "now", "title": "Now"}, {"id": "later", "title": "Later", "level": "wider"}]
MATRIX = {"rows": ROWS, "columns": COLUMNS}


def framework(**parts):
    source = {"title": "Outcomes", "publisher": "A council", "year": 2025}
    head = {"format_version": "1", "id": "ours", "title": "Ours", "about": "All contracts."}
    return Framework.model_validate({**head, "source": source, "taken_up_by": "naming", **parts})


def refused(**parts):
    with pytest.raises(ValidationError) as error:
        framework(**parts)
    return str(error.value)


def test_outcomes_come_before_the_cells_of_a_matrix_row_by_row():
    wanted = framework(outcomes=[SERVICE, WIDER], matrix=MATRIX).wanted
    assert [each.id for each in wanted] == [
        "S1", "C1", "social-now", "social-later", "green-now", "green-later",
    ]  # fmt: skip
    assert [each.is_cell for each in wanted] == [False, False, True, True, True, True]


def test_a_cell_has_the_kind_of_its_row_or_its_column():
    cells = {each.id: each for each in framework(matrix=MATRIX).wanted}
    assert (cells["social-later"].pillar, cells["social-later"].level) == ("social", "wider")
    assert (cells["green-now"].pillar, cells["green-now"].level) == (None, None)


def test_a_cell_that_is_not_asked_for_is_left_out():
    wanted = framework(matrix={**MATRIX, "not_asked": ["green-now"]}).wanted
    assert [each.id for each in wanted] == ["social-now", "social-later", "green-later"]


def test_a_framework_that_asks_for_nothing_is_refused():
    assert "has outcomes, or a matrix with cells" in refused()


def test_an_id_that_is_used_twice_is_refused_also_between_list_and_matrix():
    cell = {"id": "social-now", "title": "A clash", "level": "wider"}
    assert "have the id social-now" in refused(outcomes=[cell], matrix=MATRIX)


def test_an_outcome_that_leads_nowhere_is_refused():
    assert "S1 serves C1, which is no wider outcome" in refused(outcomes=[SERVICE])


def test_a_service_outcome_does_not_lead_to_another():
    other = {**SERVICE, "id": "C1", "serves": []}
    assert "S1 serves C1, which is no wider outcome" in refused(outcomes=[SERVICE, other])


def test_a_wider_outcome_leads_to_no_other():
    assert "C1 is a wider outcome" in refused(outcomes=[{**WIDER, "serves": ["C1"]}])


def test_what_is_taken_up_by_kind_needs_a_level():
    assert "social-now needs a level" in refused(matrix=MATRIX, taken_up_by="kind")


def test_a_cell_that_is_not_asked_for_must_be_one():
    assert "purple-now is no cell" in refused(matrix={**MATRIX, "not_asked": ["purple-now"]})
