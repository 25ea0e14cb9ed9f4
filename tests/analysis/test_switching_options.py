"""When another option would win: costs, benefits and rates, put back to give the same value."""

from decimal import Decimal
from typing import Any

from auditor.analysis.switching_options import option_switching
from auditor.analysis.switching_options_section import option_switching_section
from tests.analysis.challenged import run

D = Decimal
PAR = {"base_year": 2025, "timing": "year_0_undiscounted"}
NO_RATE = {**PAR, "rates_used": [{"from_year": 0, "rate": 0}]}


def option(name: str, *flows: tuple[int, int, int], **more: Any) -> dict[str, Any]:
    cashflows = [{"year": year, "cost": cost, "benefit": benefit} for year, cost, benefit in flows]
    return {"id": name, "name": name.capitalize(), "cashflows": cashflows, **more}


def found(*options: dict[str, Any], **appraisal: Any) -> Any:
    whole = {name: part for name, part in {**NO_RATE, **appraisal}.items() if part is not None}
    return run(option_switching, None, options=list(options), appraisal=whole)


def moves(result: Any) -> dict[tuple[str, str, str], Decimal | None]:
    return {(each.rival, each.side, each.of): each.change for each in result.switches}


def test_costs_and_benefits_have_closed_forms():
    # A is worth 200 - 100 = 100, B 150 - 90 = 60: 40 lie between them.
    result = found(option("a", (2025, 100, 200), kind="preferred"), option("b", (2025, 90, 150)))
    got = moves(result)
    assert got["b", "costs", "a"] == D("0.4")
    assert got["b", "benefits", "a"] == D("-0.2")
    assert got["b", "benefits", "b"] == D("0.266666666667")
    assert got["b", "costs", "b"] == D("-0.444444444444")
    assert got["", "costs", "a"] == 1
    assert got["", "benefits", "a"] == D("-0.5")


def test_costs_cannot_fall_below_nothing():
    result = found(option("a", (2025, 100, 400), kind="preferred"), option("b", (2025, 90, 150)))
    assert moves(result)["b", "costs", "b"] is None
    assert "cannot happen" in str(option_switching_section(result).tables)


def test_the_rate_at_which_two_options_are_level_is_found():
    # A gains 121 after two years, B 110 after one: level at 10%, whatever the rate now.
    a, b = option("a", (2025, 100, 0), (2027, 0, 121)), option("b", (2025, 100, 0), (2026, 0, 110))
    rates = [{"from_year": 0, "rate": D("0.035")}]
    result = found(a, b, rates_used=rates)
    assert (result.leader, result.leader_is) == ("a", "highest")
    assert moves(result)["b", "rates", ""] == D("0.065")


def test_a_preferred_option_that_is_already_behind_is_said_to_be():
    result = found(option("a", (2025, 100, 110)), option("b", (2025, 90, 150)),
                   preferred_option_id="a")  # fmt: skip
    assert result.behind == ("b",)
    says = " ".join(option_switching_section(result).says)
    assert "Already worth more in money as it is: B" in says


def test_what_is_missing_is_named():
    result = found(option("a", (2025, 1, 2)), option("b", (2025, 1, 3)), base_year=None)
    assert result.missing == ("option a: the base year", "option b: the base year")
    assert "the base year" in option_switching_section(result).says[0]


def test_one_option_has_no_rival():
    assert found(option("a", (2025, 1, 2))) is None
