from decimal import Decimal
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.facts.row_rounding import rounded_terms
from auditor.facts.value_row import recomputed_row
from auditor.model.value_map import ValueMapRow
from auditor.value.conventions import STANDARD, Conventions
from auditor.value.precision import stated_arithmetic

ALL = ("quantity", "deadweight", "displacement", "attribution_to_others")
SHARES = st.decimals("0.05", "0.9", places=2)


def row(shown=ALL, **values):
    known = {"quantity": 13603, "proxy": 581791, "deadweight": Decimal("0.63")}
    shares = {"displacement": Decimal("0.10"), "attribution_to_others": Decimal("0.25")}
    return ValueMapRow.model_validate({"id": "r", **known, **shares, "shown_rounded": shown,
                                       **values})  # fmt: skip


def test_a_share_of_five_eighths_shown_as_63_per_cent_is_allowed_for():
    # CTBC 2018, self-identity of fans: published 2,003,248,354.97.
    exact = row(("quantity",))
    assert not recomputed_row(exact).impact.interval().contains(Decimal("2003248354.97"))
    impact = recomputed_row(row()).impact
    assert impact.exact < Decimal(1980000000)
    assert impact.interval().contains(Decimal("2003248354.97"))


def test_each_number_that_is_shown_rounded_is_named():
    names = [term.input.name for term in rounded_terms(row(), STANDARD)]
    assert names == [
        "the value of one unit in row r",
        "the quantity of row r",
        "the deadweight of row r",
        "the displacement of row r",
        "the attribution of row r",
    ]
    assert len(rounded_terms(row(("deadweight",)), STANDARD)) == 2


def test_a_nought_is_exact():
    terms = rounded_terms(row(displacement=0, proxy=0), STANDARD)
    assert terms[0].input.name == "the quantity of row r"
    assert not any("displacement" in term.input.name for term in terms)


@settings(deadline=None)
@given(deadweight=SHARES, displacement=SHARES, others=SHARES,
       deductions=st.sampled_from(["multiplicative", "additive"]))  # fmt: skip
def test_no_corner_of_the_ranges_is_left_out(deadweight, displacement, others, deductions):
    given = row(deadweight=deadweight, displacement=displacement, attribution_to_others=others)
    conventions = Conventions(deductions=deductions)
    with stated_arithmetic():
        allowed = recomputed_row(given, conventions).impact.interval()
        halves = {"proxy": "0.5", "quantity": "0.5", "deadweight": "0.005",
                  "displacement": "0.005", "attribution_to_others": "0.005"}  # fmt: skip
        for signs in product((-1, 1), repeat=5):
            moved = {
                name: getattr(given, name) + sign * Decimal(half)
                for (name, half), sign in zip(halves.items(), signs, strict=True)
            }
            corner = recomputed_row(given.model_copy(update=moved), conventions).impact.exact
            assert allowed.contains(corner)
