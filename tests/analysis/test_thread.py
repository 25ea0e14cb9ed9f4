from typing import Any

from auditor.analysis.section import Section
from auditor.analysis.thread import value_thread
from auditor.analysis.thread_section import value_thread_section
from tests.analysis.files import commissioning

GIVEN: dict[str, Any] = {
    "stage": "award",
    "stakeholders": [{"id": "carers", "name": "Carers"}],
    "outcomes": [
        {"id": "rest", "text": "Rest", "material": True, "sign": "positive",
         "intended": True, "stakeholder_id": "carers"},
        {"id": "noise", "text": "Noise", "material": True, "sign": "negative"},
    ],
    "objectives": [{"id": "O1", "text": "O", "outcome_ids": ["rest"]}],
    "options": [{"id": "a", "name": "A", "outcome_ids": ["rest"], "wider_outcome_ids": ["noise"]}],
}  # fmt: skip


def criteria(ids: Any) -> dict[str, Any]:
    return {"criteria": [{"id": "q", "name": "Q", "kind": "quality", "outcome_ids": ids}]}


def section(**parts: Any) -> Section | None:
    found = value_thread(*commissioning(**{**GIVEN, **parts}))
    return None if found is None else value_thread_section(found)


def said(**parts: Any) -> str:
    found = section(**parts)
    assert found is not None
    return " ".join(found.says)


def test_each_outcome_stands_with_its_group_and_every_point_that_was_reached():
    found = section(award=criteria(["rest"]))
    assert found is not None
    (table,) = found.tables
    assert table.columns == ("Outcome", "Objectives", "Options", "Award")
    assert table.rows == (
        ("Rest (Carers)", "named", "named", "named"),
        ("Noise", "–", "named", "–"),
    )


def test_it_is_said_how_many_outcomes_can_be_followed():
    assert said(award=criteria(["rest"])) == (
        "Outcomes that matter and can be followed through every point that the file has reached: "
        "2 of 2. A dash stands where an outcome need not be named: objectives, award and contract "
        "are about what is good and intended."
    )


def test_a_dash_is_explained_only_where_there_is_one():
    assert "A dash stands" not in said(outcomes=GIVEN["outcomes"][:1])


def test_an_outcome_that_drops_out_is_asked_about_and_nobody_is_accused():
    text = said(award=criteria({"none": "A certificate"}))
    assert "What drops out on the way: “Rest”: not in the award criteria." in text
    assert "It is worth asking whether that is meant." in text


def test_what_is_not_told_is_explained():
    found = section(award={"criteria": [{"id": "q", "name": "Q", "kind": "quality"}]})
    assert found is not None
    assert found.tables[0].rows[0][-1] == "not told"
    assert "an entry does not say which outcomes it is about" in " ".join(found.says)


def test_a_file_that_names_outcomes_nowhere_has_no_thread():
    assert (
        section(objectives=[{"id": "O1", "text": "O"}], options=[{"id": "a", "name": "A"}]) is None
    )
