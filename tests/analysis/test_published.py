from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from auditor.analysis.published import Beside, published
from auditor.analysis.published_section import published_section
from auditor.engine.parameters import read_parameters, resolve
from auditor.load.yaml_reader import load_plain
from auditor.resources import rules_folder
from scripts.published_cases import CASES, TARGET, text_of
from tests.analysis.files import commissioning
from tests.facts.files import row

RATIOS = ("1.5", "2", "3", "5", "8")
PUBLISHED = {
    "published_cases_minimum": 5,
    "published_cases": [
        {"case": f"c{ratio}", "currency": "GBP", "ratio": Decimal(ratio),
         "deadweight": Decimal(ratio) / 10}
        for ratio in RATIOS
    ],
}  # fmt: skip


def figures(parameters: dict[str, Any] = PUBLISHED, **sroi: Any) -> dict[str, Beside]:
    given = commissioning(sroi=sroi)
    found = published(given.case, given.facts, parameters)
    return {each.id: each for each in found.figures} if found else {}


@pytest.mark.parametrize(
    ("ratio", "unusual"),
    [("8.1", "higher"), ("8", ""), ("3", ""), ("1.5", ""), ("1.4", "lower")],
)
def test_only_what_lies_outside_all_cases_is_called_unusual(ratio: str, unusual: str) -> None:
    assert figures(reported={"ratio": Decimal(ratio)})["ratio"].unusual == unusual


def test_the_cases_below_and_above_are_counted() -> None:
    found = figures(reported={"ratio": 3})["ratio"]
    assert (found.lower, found.higher, found.number) == (2, 2, 5)
    assert found.published == tuple(Decimal(ratio) for ratio in RATIOS)


def test_too_few_cases_are_not_compared_with() -> None:
    fewer = {**PUBLISHED, "published_cases": PUBLISHED["published_cases"][:4]}
    found = figures(fewer, reported={"ratio": 99})["ratio"]
    assert (found.published, found.unusual, found.number) == ((), "", 4)
    section = published_section(published(*given(reported={"ratio": 99}), fewer))
    assert "not compared, because 4 published cases state it" in " ".join(section.says)
    assert section.tables == ()


def given(**sroi: Any) -> Any:
    made = commissioning(sroi=sroi)
    return made.case, made.facts


def test_the_median_of_the_rows_is_compared_and_kept_shares_are_turned_round() -> None:
    rows = [
        row(n, 1, 9, deadweight=Decimal(d))
        for n, d in zip("abc", ("0.1", "0.2", "0.9"), strict=True)
    ]
    assert figures(rows=rows)["deadweight"].value == Decimal("0.2")
    kept = figures(rows=rows, conventions={"deductions_mean": "kept"})["deadweight"]
    assert kept.value == Decimal("0.8")


def test_unit_values_are_compared_in_one_currency_only() -> None:
    cases = [
        {"case": f"c{n}", "currency": c, "unit_value": n}
        for n, c in enumerate(["GBP"] * 5 + ["USD"])
    ]
    found = figures({**PUBLISHED, "published_cases": cases}, rows=[row("a", 1, 900)])
    assert (found["unit_value"].number, found["unit_value"].unusual) == (5, "higher")


def test_a_case_is_not_compared_with_itself() -> None:
    found = figures(reported={"ratio": 8}, rows=[row("a", 1, 9, deadweight=Decimal("0.8"))])
    assert found["ratio"].number == 4


def test_a_net_ratio_is_not_set_beside_gross_ones() -> None:
    sroi = {"reported": {"ratio": 9}, "conventions": {"ratio_means": "net"}}
    assert "ratio" not in figures(**sroi)


def test_without_an_analysis_or_without_cases_there_is_nothing_to_compare() -> None:
    made = commissioning()
    assert published(made.case, made.facts, PUBLISHED) is None
    assert figures({}, reported={"ratio": 3}) == {}


def test_what_is_said_is_a_reason_to_look_and_no_fault() -> None:
    section = published_section(published(*given(reported={"ratio": 17}), PUBLISHED))
    said = " ".join(section.says)
    assert "a reason to look, and never a fault" in said
    assert "17.00 is higher than in all 5 published cases, where the highest is 8.00" in said
    assert "worth asking" in said


def test_the_shipped_cases_are_those_of_the_converted_files() -> None:
    assert TARGET.read_text(encoding="utf-8") == text_of(CASES), "run scripts.published_cases"
    listed = load_plain(TARGET.read_text(encoding="utf-8"), name="p")["values"][0]["value"]
    assert {each["case"] for each in listed} <= {path.stem for path in Path(CASES).glob("*.yaml")}
    numbers = resolve(read_parameters([rules_folder() / "common" / "parameters"]), None)
    assert len(numbers["published_cases"]) == len(listed) >= numbers["published_cases_minimum"]
