import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest
from pypdf import PdfReader

from auditor import Report, audit, load_packs, read_file
from auditor.finding import Finding, Status
from auditor.output import terminal

FOLDER = Path(__file__).parent.parent / "examples"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))

# What a careful reader of each file finds; examples/README.md gives the reasons. Claims that are
# not named here are reproduced.
CLAIMS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "health-precinct": {
            "sroi.rows.gp.impact": "reproduced_within_rounding",
            "sroi.total_impact": "reproduced_within_rounding",
            "sroi.value_to_state": "reproduced_within_rounding",
        },
        "child-health-mumbai": {
            "sroi.rows.hospital-stays.impact": "reproduced_within_rounding",
            "sroi.rows.wages.impact": "reproduced_within_rounding",
            "sroi.rows.stays-paid.impact": "reproduced_within_rounding",
            "sroi.total_impact": "reproduced_within_rounding",
        },
        "food-for-life-kirklees": {"sroi.total_present_value": "cannot_be_recomputed"},
        "day-centre-decommissioning": {"decommissioning.net_saving": "not_reproduced"},
        "better-return": {},
    }
)
CONCLUSIONS: Mapping[str, str] = MappingProxyType(
    {
        "health-precinct": "too_little_evidence",
        "child-health-mumbai": "too_little_evidence",
        "food-for-life-kirklees": "too_little_evidence",
        "day-centre-decommissioning": "serious_departures",
        "better-return": "too_little_evidence",
    }
)
DEPARTURES: Mapping[str, set[str]] = MappingProxyType(
    {
        "health-precinct": {"SROI-32"},
        "child-health-mumbai": set(),
        "food-for-life-kirklees": set(),
        "day-centre-decommissioning": {"DEC-07", "DEC-15"},
        "better-return": {"FIG-01", "FIG-02", "FIG-03", "FIG-04", "FIG-05"},
    }
)
STATEMENTS_ALONE = ("better-return",)
"""Examples whose figures stand in statements, with nothing behind them to work out."""


@cache
def report(name: str) -> Report:
    return audit(read_file(FOLDER / f"{name}.yaml"), load_packs())


def departures(name: str) -> set[str]:
    return {each.rule for each in report(name).findings if each.status is Status.DEPARTS}


def unanswered(name: str) -> set[str]:
    return {each.rule for each in report(name).findings if each.status is Status.CANNOT_CONCLUDE}


def test_every_example_is_held_to_what_a_careful_reader_finds() -> None:
    assert set(NAMES) == set(CLAIMS) == set(CONCLUSIONS) == set(DEPARTURES)


@pytest.mark.parametrize("name", NAMES)
def test_each_claim_of_an_example_gets_its_verdict(name: str) -> None:
    found = {claim.id: claim.verdict.value for claim in report(name).claims}
    assert (len(found) > 4) is (name not in STATEMENTS_ALONE)
    assert {
        claim: verdict for claim, verdict in found.items() if verdict != "reproduced"
    } == CLAIMS[name]


@pytest.mark.parametrize("name", NAMES)
def test_an_example_departs_where_a_careful_reader_stops_and_nowhere_else(name: str) -> None:
    assert departures(name) == DEPARTURES[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_conclusion_of_an_example_is_the_one_expected(name: str) -> None:
    assert report(name).conclusion.overall == CONCLUSIONS[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_terminal_output_beside_an_example_is_in_step(name: str) -> None:
    # examples/update.sh writes it again.
    shown = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert shown.rstrip("\n") == terminal.render(report(name), colour=False, quiet=False)


@pytest.mark.parametrize("name", NAMES)
def test_the_report_beside_an_example_is_in_step(name: str) -> None:
    reader = PdfReader(FOLDER / f"{name}.pdf")
    shown = re.sub(r"\s", "", "".join(page.extract_text() for page in reader.pages))
    assert report(name).digest in shown


def test_what_is_missing_from_the_day_centre_is_what_the_rules_cannot_conclude_on() -> None:
    left_out = {"AV-04", "DEC-23"}
    not_told = {"AV-01", "AV-17", "AV-19", "AV-23", "CPT-02", "GB-41"}  # of these it says nothing
    assert unanswered("day-centre-decommissioning") == left_out | not_told


def finding(name: str, rule: str) -> Finding:
    return next(each for each in report(name).findings if each.rule == rule)


def test_the_two_returns_of_one_provider_are_found() -> None:
    found = finding("better-return", "FIG-01")
    assert found.counts.departs == 1
    assert "Shaftesbury Young People: Social return" in found.message
    said = [each.found for each in found.evidence]
    assert said == ["£4.40 to £6.10 (line 115) and £3.80 (line 194) do not agree"]


def test_one_case_study_with_two_subjects_is_found() -> None:
    found = finding("better-return", "FIG-02")
    assert (found.counts.departs, found.counts.conforms) == (1, 3)
    assert "Case study 7" in found.message


def test_every_return_and_amount_that_leaves_something_open_is_named() -> None:
    assert finding("better-return", "FIG-03").counts.departs == 6
    amounts = finding("better-return", "FIG-04")
    assert amounts.counts.departs == 4
    assert "prison-table" in amounts.message
    assert "mid-devon" in amounts.message
    assert "prison-scaled-up" not in amounts.message


def test_more_than_twice_holds_and_nearly_halving_rests_on_nothing() -> None:
    found = finding("better-return", "FIG-05")
    assert (found.counts.departs, found.counts.conforms) == (1, 1)
    assert "Sandwell Community Caring Trust: nearly halving" in found.message


def test_the_source_that_nobody_has_read_is_the_only_open_question_about_statements() -> None:
    assert unanswered("better-return") & {f"FIG-0{n}" for n in range(1, 7)} == {"FIG-06"}


def test_the_published_ratio_of_the_health_precinct_is_reproduced() -> None:
    ratio = next(each for each in report("health-precinct").claims if each.id == "sroi.ratio")
    assert (ratio.claimed, ratio.recomputed, ratio.decisive) == ("£5.07", "5.0733", True)


def test_the_gp_row_is_possible_only_with_a_rounded_unit_cost() -> None:
    row = next(
        each for each in report("health-precinct").claims if each.id == "sroi.rows.gp.impact"
    )
    assert (row.claimed, row.recomputed) == ("£400", "£395.44")
    assert "£37, is itself rounded" in row.note
    assert "worth asking about" in row.note


def test_the_net_saving_of_the_day_centre_leaves_out_the_costs_of_others() -> None:
    claims = {each.id: each for each in report("day-centre-decommissioning").claims}
    assert claims["decommissioning.displaced_costs"].recomputed == "£37,800"
    assert "£37,800 less" in claims["decommissioning.net_saving"].note
