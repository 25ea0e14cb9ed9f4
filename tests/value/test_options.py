from decimal import Decimal

import pytest

from auditor.value.discounting import Schedule, flat
from auditor.value.options import Flow, benefit_cost_ratio, present_total
from auditor.value.quotient import PrintedInput

FIVE = flat(Decimal("0.05"))
EIGHT = flat(Decimal("0.08"))


def flow(year: int, amount: int, rates: Schedule) -> Flow:
    printed = PrintedInput(f"year {year}", Decimal(amount), Decimal("0.5"))
    return Flow(year, Decimal(amount), rates, lambda: printed)


def flows(amounts: dict[int, int], rates: Schedule) -> list[Flow]:
    return [flow(year, amount, rates) for year, amount in amounts.items()]


# Designing Buildings wiki, discounting for construction projects: outlay in year 0, 5%.
BUILDING = {1: 120000, 2: 250000, 3: 550000, 4: 1300000}


@pytest.mark.parametrize(
    ("year", "value"),
    [(1, "114285.71"), (2, "226757.37"), (3, "475110.68"), (4, "1069513.22")],
)
def test_a_worked_example_of_construction_is_as_printed(year, value):
    one = flows({year: BUILDING[year]}, FIVE)
    found = present_total(one, timing="year_0_undiscounted").exact
    assert round(found, 2) == Decimal(value)


def test_what_that_example_calls_net_is_gross():
    gross = present_total(flows(BUILDING, FIVE), timing="year_0_undiscounted").exact
    assert round(gross, 2) == Decimal("1885666.98")  # printed as 1,885,666.97 and labelled NPV
    assert round(gross - 1700000, 2) == Decimal("185666.98")


def test_a_public_sector_tool_discounts_benefits_to_the_middle_of_the_year():
    # Cost benefit analysis tool (8%), option 2: capital 2,000,000 at the start; 30 years.
    benefits = present_total(flows(dict.fromkeys(range(30), 650000), EIGHT), timing="mid_year")
    running = present_total(flows(dict.fromkeys(range(30), 500000), EIGHT), timing="mid_year")
    costs = running.exact + 2000000
    assert round(benefits.exact) == 7604631
    assert round(costs) == 7849716
    assert round(benefits.exact - costs) == -245085
    assert round(benefit_cost_ratio(benefits.exact, costs), 2) == Decimal("0.97")


def test_each_amount_is_discounted_at_its_own_rates():
    both = [flow(1, 105, FIVE), flow(1, 108, EIGHT)]
    assert present_total(both, timing="year_0_undiscounted").exact == 200


def test_rounded_amounts_move_the_present_value_by_their_factors():
    found = present_total(flows({0: 1000, 1: 1050}, FIVE), timing="year_0_undiscounted")
    slack = Decimal("0.5") + Decimal("0.5") / Decimal("1.05")
    assert abs(found.interval().high - found.exact - slack) < Decimal("1e-20")


def test_an_option_without_costs_has_no_ratio():
    assert benefit_cost_ratio(Decimal(5), Decimal(0)) is None


def test_nothing_is_worth_nothing():
    assert present_total([], timing="end_of_year").exact == 0
