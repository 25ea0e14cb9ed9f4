"""The dated numbers that the product ships, checked against the figures of their sources."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from auditor.engine.pack_parts import Parameter, Source
from auditor.engine.parameters import read_parameters, resolve
from auditor.load.yaml_reader import load_plain
from auditor.value.discounting import discount_factor, schedule_of

COMMON = Path(__file__).parents[2] / "rules" / "common"
DAY = date(2026, 3, 1)


@cache
def shipped() -> dict[str, Parameter]:
    return read_parameters([COMMON / "parameters"])


def on(day: date) -> dict[str, Any]:
    return resolve(shipped(), day)


@pytest.mark.parametrize(
    ("schedule", "year", "factor"),
    [
        ("standard", 30, "0.3563"),
        ("standard", 31, "0.3459"),
        ("standard", 76, "0.0919"),
        ("standard", 126, "0.0269"),
        ("health", 10, "0.8617"),
        ("health", 31, "0.6316"),
        ("reduced", 60, "0.1924"),
    ],
)
def test_the_discount_rates_give_the_published_factors(schedule, year, factor):
    rates = schedule_of(on(DAY)["discount_rates"][schedule])
    assert round(discount_factor(rates, year), 4) == Decimal(factor)


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2003, 4, 1), 2003),
        (date(2018, 3, 13), 2003),
        (date(2018, 3, 14), 2018),
        (date(2020, 11, 25), 2020),
        (date(2026, 2, 4), 2022),
        (date(2026, 2, 5), 2026),
    ],
)
def test_one_edition_of_the_green_book_is_in_force_on_each_day(day, edition):
    assert on(day)["green_book_edition"] == edition


def test_the_extra_test_of_long_horizons_came_with_the_edition_of_2026():
    assert "reduced_rate_horizon_years" not in on(date(2026, 2, 4))
    assert on(date(2026, 2, 5))["reduced_rate_horizon_years"] == 50


def test_outsourcing_is_the_only_bias_of_running_costs():
    # Mott MacDonald (2002), table 2: 41% to 0% of operating expenditure; no bound on duration.
    bounds = on(DAY)["optimism_bias"]
    assert bounds["outsourcing"] == {
        "operating_upper": Decimal("0.41"),
        "operating_lower": Decimal("0.00"),
    }
    assert all(
        "operating_upper" not in each for key, each in bounds.items() if key != "outsourcing"
    )
    assert bounds["equipment_development"]["capital_upper"] == 2


def test_a_mixed_project_is_weighted_by_share():
    # The study's own example: 30% non-standard and 70% standard buildings.
    bounds = on(DAY)["optimism_bias"]
    standard, other = bounds["standard_buildings"], bounds["non_standard_buildings"]
    mixed = {
        name: Decimal("0.3") * other[f"{name}_upper"] + Decimal("0.7") * standard[f"{name}_upper"]
        for name in ("capital", "duration")
    }
    assert mixed == {"capital": Decimal("0.321"), "duration": Decimal("0.145")}


def test_every_parameter_is_named_after_its_file_and_cites_a_listed_source():
    sources = load_plain((COMMON / "sources.yaml").read_text("utf-8"), name="sources.yaml")
    known = [Source.model_validate(source).id for source in sources]
    assert known == sorted(set(known))
    for path in sorted((COMMON / "parameters").glob("*.yaml")):
        parameter = shipped()[path.stem]
        cited = {cite.source for value in parameter.values for cite in value.cite}
        assert cited <= set(known), path.name


def test_the_values_of_a_parameter_never_overlap_in_time():
    for name, parameter in shipped().items():
        spans = sorted((v.from_, v.until or date.max) for v in parameter.values)
        ends = [end for _, end in spans[:-1]]
        assert all(end <= start for end, (start, _) in zip(ends, spans[1:], strict=True)), name
