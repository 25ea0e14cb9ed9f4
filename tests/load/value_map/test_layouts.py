"""Maps laid out as real ones are give the verdicts of the case that they were made from."""

from copy import deepcopy
from pathlib import Path

import pytest

from auditor.facts import Facts
from auditor.load import read
from auditor.load.document import RemarkKind
from auditor.schema import validate
from auditor.value.verdict import ClaimVerdict

ROOT = Path(__file__).parent.parent.parent.parent
MAPS = ROOT / "tests" / "data" / "value-maps"
LAYOUTS = {
    "template": "health-precinct-2020",
    "grouped": "health-precinct-2020",
    "long-report": "ctbc-baseball-2018",
    "split-sheets": "mumbai-child-health-2023",
    "own-titles": "jvs-culinary-2014",
    "shortened": "jvs-refugee-2014",
}
# What a case file knows from elsewhere, and a value map has no place for.
NOT_IN_A_MAP = {"conventions", "sensitivity", "ranges", "scaling", "shares", "evidence"}
NOT_IN_A_ROW = {"shown_rounded", "zero_reason", "quantity_source", "id", "stakeholder_id",
                "attribution_basis", "deadweight_basis", "drop_off_basis"}  # fmt: skip


def case_of(name):
    return read(ROOT / "examples" / "claims" / f"{name}.yaml")


def verdicts(document):
    """Return what becomes of each claim, by where it stands in the file."""
    case = validate(document)
    return {claim.pointer: claim.verdict for claim in Facts(case, {}, None).claims.results}


def as_a_map_says(document, conventions, *, rounded=False):
    """Return the case without what its map has no place for."""
    data = deepcopy(document.data)
    data.pop("calculations", None)
    data.pop("statements", None)
    data.pop("decision_rests_on", None)
    sroi = {name: part for name, part in data["sroi"].items() if name not in NOT_IN_A_MAP}
    for row in sroi["rows"]:
        if not rounded:
            row.pop("shown_rounded", None)
    if conventions:
        sroi["conventions"] = conventions
    return type(document)(document.name, {**data, "sroi": sroi}, "", {})


@pytest.mark.parametrize(("layout", "case"), LAYOUTS.items())
def test_a_map_gives_the_verdicts_of_its_case(layout, case):
    document = read(MAPS / f"{layout}.xlsx")
    found = verdicts(document)
    wanted = verdicts(as_a_map_says(case_of(case), document.data["sroi"].get("conventions")))
    assert {pointer: found.get(pointer) for pointer in wanted} == wanted


def test_a_map_typed_in_from_a_report_can_say_which_numbers_are_rounded():
    rounded = "rounded=quantity,deadweight,displacement,attribution"
    found = verdicts(read(MAPS / "long-report.xlsx", mapping=[rounded]))
    case = case_of("ctbc-baseball-2018")
    whole = as_a_map_says(case, None, rounded=True)
    assert {pointer: found.get(pointer) for pointer in verdicts(whole)} == verdicts(whole)
    assert found["/sroi/rows/1/reported_impact"] is ClaimVerdict.WITHIN_ROUNDING


@pytest.mark.parametrize(("layout", "case"), LAYOUTS.items())
def test_every_row_is_read_with_all_its_numbers(layout, case):
    found = read(MAPS / f"{layout}.xlsx").data["sroi"]["rows"]
    wanted = case_of(case).data["sroi"]["rows"]
    assert [plain(row) for row in found] == [plain(row) for row in wanted]


def plain(row):
    """Return a row as bare values, as the exact number stands in the cell."""
    kept = {name: value for name, value in row.items() if name not in NOT_IN_A_ROW}
    kept["reported_years"] = [bare(each) for each in row.get("reported_years", [])] or [
        bare(row["reported_impact"])
    ]
    return {name: bare(value) for name, value in kept.items()}


def bare(figure):
    return figure["value"] if isinstance(figure, dict) else figure


@pytest.mark.parametrize("layout", LAYOUTS)
def test_inputs_groups_and_totals_are_read(layout):
    data, case = read(MAPS / f"{layout}.xlsx").data, case_of(LAYOUTS[layout]).data
    groups = [group["name"] for group in data["stakeholders"]]
    assert groups == [group["name"] for group in case["stakeholders"]]
    assert data["currency"] == case["currency"]
    inputs = data["sroi"].get("inputs")
    if inputs:
        amounts = [each["amount"] for each in case["sroi"]["inputs"]]
        assert [each["amount"] for each in inputs] == amounts
    else:
        assert "total_inputs" in data["sroi"]["reported"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_cell_of_every_number_is_known(layout):
    document = read(MAPS / f"{layout}.xlsx")
    for index in range(len(document.data["sroi"]["rows"])):
        assert "!" in document.place(f"/sroi/rows/{index}/quantity")
        assert "!" in document.place(f"/sroi/rows/{index}/reported_impact")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_column_that_has_a_title_is_spoken_of(layout):
    document = read(MAPS / f"{layout}.xlsx")
    texts = [remark.text for remark in document.remarks if remark.kind is RemarkKind.READING]
    assert len([text for text in texts if text.startswith("Column ")]) >= 10


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_map_without_damage_has_no_defects(layout):
    remarks = read(MAPS / f"{layout}.xlsx").remarks
    assert [remark for remark in remarks if remark.kind is RemarkKind.DEFECT] == []
