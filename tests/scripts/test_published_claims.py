"""Hold the converted cases, and the page about them, in step with the published figures."""

import json
from pathlib import Path

import pytest

from auditor.audit import read_bytes
from auditor.value.claim import ClaimVerdict
from scripts.convert_claims import main, text_of
from scripts.published_claims.convert import convert, read_mapping
from scripts.published_claims.facts_only import facts_only
from scripts.published_claims.source import read_source
from scripts.published_claims.table import document, lines, reasons

ROOT = Path(__file__).parent.parent.parent
FACTS = sorted((ROOT / "tests" / "data" / "claims").glob("*.json"))
FILES = ROOT / "examples" / "claims"
SOURCES = tuple(read_source(path) for path in FACTS)


@pytest.fixture(scope="module")
def found():
    return lines(SOURCES)


def at(data, pointer):
    for step in pointer.split("/")[1:]:
        data = data[int(step)] if isinstance(data, list) else data[step]
    return data


def test_there_are_fourteen_cases_with_109_figures():
    assert len(SOURCES) == 14
    assert sum(len(source.figures) for source in SOURCES) == 109
    assert sum(bool(f.reproduces) for source in SOURCES for f in source.figures) == 86
    assert sum(len(source.counterfactuals) for source in SOURCES) == 7


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.case)
def test_each_converted_file_is_in_step_with_its_source(source):
    path = FILES / f"{source.case.replace('_', '-')}.yaml"
    text = path.read_text(encoding="utf-8")
    assert text == text_of(source), "run `make published-claims`"
    assert read_bytes(text.encode(), name=path.name).case.title == source.data["title"]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.case)
def test_every_published_figure_stands_in_the_file_as_it_was_published(source):
    converted = convert(source, read_mapping(source.case))
    for figure in source.figures:
        claimed = at(converted.data, converted.places[figure.id])
        assert (claimed["value"] if isinstance(claimed, dict) else claimed) == figure.value


def test_no_file_is_left_of_a_case_that_is_gone():
    names = {f"{source.case.replace('_', '-')}.yaml" for source in SOURCES}
    assert {path.name for path in FILES.iterdir()} == names


def test_converting_a_folder_writes_the_same_files(tmp_path):
    main(FACTS[0].parent, tmp_path)
    for path in FILES.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_every_disagreement_has_a_reason_and_no_reason_outlives_it(found):
    apart = {(line.case, line.figure.id) for line in found if not line.agrees}
    given = {(case, figure) for case, figures in reasons().items() for figure in figures}
    assert apart == given


def test_the_page_is_in_step(found):
    page = (ROOT / "docs" / "published-claims.md").read_text(encoding="utf-8")
    assert page == document(SOURCES), "run `make published-claims`"
    assert page.count("\n| `") == len(found)


def test_the_printed_rate_of_the_baseball_map_is_found_to_be_1_047_per_cent(found):
    years = [line for line in found if line.figure.id.startswith("pv_y")]
    assert len(years) == 10
    for line in years:
        assert line.result.verdict is ClaimVerdict.WITHIN_ROUNDING
        assert "Discount rate, printed as 0.0105, is itself rounded from 0.010470, or" in (
            line.result.note
        )


def case(**parts):
    whole = {
        "case": "new",
        "title": "A new case",
        "source": {"citation": "A. Author, 2026", "licence": "none stated"},
        "currency": "GBP",
        "inputs": [{"description": "Grant", "amount": 1000.0}],
        "claims": [],
    }
    return whole | parts


def published(name, value):
    return {"id": name, "kind": "claim", "claim": name, "published": value, "reproduces": True}


ROW = {
    "id": "r1",
    "stakeholder": "Users",
    "outcome": "Better health",
    "quantity": 10.0,
    "proxy": 250.0,
    "duration_years": 1.0,
    "deadweight": 0.2,
    "displacement": 0.0,
    "attribution": 0.5,
    "drop_off": 0.0,
    "published_impact": 1000.0,
    "published_years": None,
}


def converted(tmp_path, **parts):
    path = tmp_path / "new.json"
    path.write_text(json.dumps(case(**parts)))
    return convert(read_source(path), read_mapping("new"))


def test_a_case_of_the_same_shape_converts_without_a_mapping(tmp_path):
    claims = [
        published("inputs", 1000),
        published("total", 1000),
        published("ratio", 1.25),
        published("net", 0.2),
        published("row_r1", 1000),
        published("sens_low", 0.5),
        published("per_head", 33),
    ]
    found = converted(tmp_path, outcomes=[ROW], claims=claims)
    assert found.places == {
        "inputs": "/sroi/reported/total_inputs",
        "total": "/sroi/reported/total_impact",
        "ratio": "/sroi/reported/ratio",
        "net": "/sroi/reported/net_ratio",
        "row_r1": "/sroi/rows/0/reported_impact",
        "sens_low": "/sroi/sensitivity/0/ratio",
        "per_head": "/calculations/0/claimed",
    }
    assert "formula" not in found.data["calculations"][0]
    row = found.data["sroi"]["rows"][0]
    assert (str(row["deadweight"]), row["quantity"]) == ("0.20", 10)


def test_ratios_get_back_the_noughts_that_numbers_lose(tmp_path):
    claims = [published("ratio", 5.07), published("sens_a", 2.6)]
    found = converted(tmp_path, outcomes=[ROW], claims=claims)
    assert str(found.data["sroi"]["sensitivity"][0]["ratio"]) == "2.60"


def test_a_factor_that_is_kept_is_taken_together_with_the_attribution(tmp_path):
    found = converted(tmp_path, outcomes=[ROW | {"attribution": 0.75, "factor_applied": 0.25}])
    row = found.data["sroi"]["rows"][0]
    assert str(row["attribution_to_others"]) == "0.9375"
    assert row["attribution_basis"] == {"source": "75% to others, and 25% of the rest is kept"}


def test_options_and_cash_flows_become_years(tmp_path):
    option = {"name": "2", "capital_start_of_year0": 90, "annual_benefit": 50, "years": 2}
    claims = [published("o2_npv", -3), published("y1", 45)]
    found = converted(tmp_path, options=[option], cash_flows=[-100, 50], claims=claims, inputs=[])
    assert found.data["options"][0]["cashflows"] == [
        {"year": 2000, "cost": 90, "category": "capital"},
        {"year": 2000, "benefit": 50, "category": "benefit"},
        {"year": 2001, "benefit": 50, "category": "benefit"},
    ]
    assert found.data["options"][1]["cashflows"] == [
        {"year": 2000, "cost": 100},
        {"year": 2001, "benefit": 50},
    ]
    assert found.places == {
        "o2_npv": "/options/0/reported/npv",
        "y1": "/options/1/reported/years/0/present_value",
    }


def test_yearly_totals_without_rows_stand_in_the_results(tmp_path):
    claims = [published("pv1", 95), published("total", 95)]
    found = converted(tmp_path, yearly_undiscounted=[100], yearly_pv_published=[95], claims=claims)
    assert found.data["sroi"]["reported"] == {
        "years": [{"year": 1, "value": 100, "present_value": 95}],
        "total_present_value": 95,
    }


def test_prose_is_left_behind():
    given = {"title": "T", "anomalies": ["a"], "claims": [{"id": "x", "note": "n", "claim": "c"}]}
    assert facts_only(given) == {"title": "T", "claims": [{"id": "x"}]}
