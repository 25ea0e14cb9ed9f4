"""Make small value maps and, by a path of its own, the figures that a convention gives for them.

Nothing here uses the product's arithmetic: amounts are fractions, years are counted one by one.
"""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any

from hypothesis import strategies as st

from auditor.facts import Facts
from auditor.value.conventions import Conventions
from tests.facts.files import commissioning

RATE = Fraction(35, 1000)


@dataclass(frozen=True)
class MapRow:
    """One row: shares in hundredths, duration in tenths of a year."""

    quantity: int
    proxy: int
    deadweight: int
    displacement: int
    attribution: int
    drop_off: int
    tenths: int

    def impact(self, how: Conventions) -> Fraction:
        """Return the impact of the first year."""
        off = [Fraction(self.deadweight, 100), Fraction(self.displacement, 100)]
        if how.deductions_mean == "kept":
            off = [1 - each for each in off]
        others = Fraction(self.attribution, 100)
        off.append(1 - others if how.attribution_means == "this_activity" else others)
        left = Fraction(1)
        for each in off:
            left = left - each if how.deductions == "additive" else left * (1 - each)
        return self.quantity * self.proxy * left

    def years(self, how: Conventions) -> list[Fraction]:
        """Return the value of each year of the map."""
        whole, rest = divmod(self.tenths, 10)
        if how.fractional_years == "whole":
            shares = [Fraction(1)] * floor(self.tenths / 10)
        elif how.fractional_years == "rounded_up":
            shares = [Fraction(1)] * ceil(self.tenths / 10)
        else:
            shares = [Fraction(1)] * whole + ([Fraction(rest, 10)] if rest else [])
        drop, found = Fraction(self.drop_off, 100), [Fraction(0)] * (how.outcome_start == "after")
        for index, share in enumerate(shares):
            times = index + (how.drop_off_from == "year_1")
            straight = how.drop_off_method == "straight"
            left = max(Fraction(0), 1 - times * drop) if straight else (1 - drop) ** times
            found.append(self.impact(how) * share * left)
        return found

    def as_given(self, name: str) -> dict[str, Any]:
        """Return the row as a file prints it."""
        return {
            "id": name,
            "quantity": self.quantity,
            "proxy": self.proxy,
            "deadweight": Decimal(self.deadweight) / 100,
            "displacement": Decimal(self.displacement) / 100,
            "attribution_to_others": Decimal(self.attribution) / 100,
            "drop_off": Decimal(self.drop_off) / 100,
            "duration_years": Decimal(self.tenths) / 10,
        }


def present_value(rows: list[MapRow], how: Conventions) -> Fraction:
    """Return the present value of all rows."""
    total = Fraction(0)
    for row in rows:
        for index, value in enumerate(row.years(how)):
            if how.discounting == "none":
                total += value
            elif how.discounting == "mid_year":
                root = Fraction(Decimal("1.035").sqrt())
                total += value / ((1 + RATE) ** index * root)
            else:
                total += value / (1 + RATE) ** (index + (how.discounting == "end_of_year"))
    return total


def rounded(value: Fraction, places: str) -> Decimal:
    """Round half up to the places of an example, as a report prints."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(places), ROUND_HALF_UP)


def case(
    rows: list[MapRow],
    inputs: int,
    reported: dict[str, Any],
    declared: dict[str, str] | None = None,
    printed_rows: list[Decimal] | None = None,
) -> Facts:
    """Return the facts of a file with these rows and these reported figures."""
    given = [row.as_given(f"r{index}") for index, row in enumerate(rows)]
    for row, printed in zip(given, printed_rows or [], strict=False):
        row["reported_impact"] = printed
    sroi: dict[str, Any] = {
        "inputs": [{"id": "i", "amount": inputs}],
        "rows": given,
        "discount_rate": Decimal("0.035"),
        "reported": reported,
    }
    return commissioning(sroi={**sroi, **({"conventions": declared} if declared else {})})


def figures(rows: list[MapRow], inputs: int, how: Conventions) -> dict[str, Any]:
    """Return the headlines that a convention gives, as a report prints them."""
    present = present_value(rows, how)
    less = 1 if how.ratio_means == "net" else 0
    return {
        "total_inputs": inputs,
        "total_present_value": rounded(present, "0.01"),
        "net_present_value": rounded(present - inputs, "0.01"),
        "ratio": rounded(present / inputs - less, "0.01"),
    }


row_strategy = st.builds(
    MapRow,
    quantity=st.integers(1, 500),
    proxy=st.integers(10, 20000),
    deadweight=st.sampled_from([0, 10, 25, 30, 50]),
    displacement=st.sampled_from([0, 5, 10]),
    attribution=st.sampled_from([0, 20, 25, 40, 60]),
    drop_off=st.sampled_from([0, 10, 20, 35]),
    tenths=st.integers(10, 60),
)
maps = st.lists(row_strategy, min_size=2, max_size=6)

reading = st.builds(
    Conventions,
    discounting=st.sampled_from(["none", "first_year_at_par", "end_of_year", "mid_year"]),
    drop_off_method=st.sampled_from(["compound", "straight"]),
    fractional_years=st.sampled_from(["whole", "rounded_up", "prorated"]),
    outcome_start=st.sampled_from(["during", "after"]),
)
"""A reading of what the Guide leaves open."""

departure = st.sampled_from(
    [
        {"drop_off_from": "year_1"},
        {"deductions": "additive"},
        {"deductions_mean": "kept"},
        {"attribution_means": "this_activity"},
        {"ratio_means": "net"},
    ]
)
"""One answer that departs from the documented meaning."""


def departing(how: Conventions, change: dict[str, Any]) -> Conventions:
    """Return a reading with one answer that departs."""
    return replace(how, **change)
