"""Rows that name a stakeholder over outcomes stand for a column that does."""

import pytest

from auditor.load.document import RemarkKind
from tests.load.value_map.books import ROWS, TITLES, reading

PLAIN = [row[1:] for row in ROWS]


def read(*above, between=None):
    lines = [*above, TITLES[1:], *PLAIN[:2], *([between] if between else []), PLAIN[2]]
    found, _, remarks = reading(lines)
    return [row.get("stakeholder_id") for row in found["sroi"]["rows"]], found, remarks


@pytest.mark.parametrize(
    "banner",
    [("Stakeholder: Young people",), ("Stakeholder group", "Young people"),
     (None, "Beneficiaries:  Young people"), ("Stakeholder:", None, "Young people")],
)  # fmt: skip
def test_a_row_over_the_titles_names_whom_the_outcomes_are_for(banner):
    groups, found, _ = read(banner)
    assert groups == ["young-people"] * 3
    assert [each["name"] for each in found["stakeholders"]] == ["Young people"]


def test_a_row_between_outcomes_names_whom_the_next_are_for():
    groups, _, _ = read(("Stakeholder: Young people",), between=("Stakeholder: Parents",))
    assert groups == ["young-people", "young-people", "parents"]


def test_outcomes_over_the_first_such_row_stay_without_a_stakeholder():
    groups, _, remarks = read(between=("Stakeholder: Parents",))
    assert groups == [None, None, "parents"]
    assert any("not stated above row 4" in each.text for each in remarks)


def test_it_is_told_as_an_assumption():
    _, _, remarks = read(("Stakeholder: Parents",))
    told = [each for each in remarks if "“Parents”" in each.text]
    assert [(each.kind, each.place) for each in told] == [(RemarkKind.ASSUMPTION, "Map!A1")]


@pytest.mark.parametrize(
    "rows",
    [
        [("Stakeholder: Parents",), ("Stakeholder: Teachers",)],  # a list of them
        [("Stakeholders: 3",)],
        [("Stakeholders", 3)],
        [("Author: Parents",)],
        [("Stakeholder", "Outcome")],
        [("Stakeholder: Parents", "Draft", "2014")],
    ],
)
def test_other_rows_over_the_titles_name_nobody(rows):
    groups, found, remarks = read(*rows)
    assert groups == [None] * 3
    assert "stakeholders" not in found
    assert any("their stakeholders are not stated" in each.text for each in remarks)
