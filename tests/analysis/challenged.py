"""Small value maps to be challenged, and another way to work them out: closed forms in floats."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from auditor.facts import Facts
from auditor.model.file import Case, CommissioningFile
from tests.facts.files import row

MOVE = {"challenge_move": {"points": "0.1", "share": "0.1", "years": 1, "rate_points": "0.01"}}
GUIDE = {"discounting": "end_of_year", "drop_off_method": "compound", "drop_off_from": "year_2"}


def case_of(sroi: dict[str, Any], **parts: Any) -> Case:
    """Return a file with this analysis."""
    given = {"format_version": "1", "kind": "commissioning", "title": "T", "stage": "review"}
    stated = {name: part for name, part in sroi.items() if part is not None}
    return CommissioningFile.model_validate({**given, "sroi": stated, **parts})


def run(work: Any, sroi: dict[str, Any] | None, **parts: Any) -> Any:
    """Return what a part of the analysis makes of a file."""
    case = case_of(sroi, **parts) if sroi is not None else case_without(**parts)
    return work(case, Facts(case, MOVE, None), MOVE)


def case_without(**parts: Any) -> Case:
    """Return a file without an analysis of social return."""
    given = {"format_version": "1", "kind": "commissioning", "title": "T", "stage": "review"}
    return CommissioningFile.model_validate({**given, **parts})


def simple(**more: Any) -> dict[str, Any]:
    """Return two rows of one year: 1,000 and 900 for inputs of 500, a ratio of 3.8."""
    return {
        "inputs": [{"id": "a", "amount": 300}, {"id": "b", "amount": 200}],
        "rows": [row("x", 10, 100), row("y", 10, 100, deadweight=Decimal("0.1"))],
        "conventions": {"discounting": "none"},
        "reported": {"ratio": Decimal("3.8")},
        **more,
    }


def shares(most: int = 90) -> st.SearchStrategy[Decimal]:
    return st.integers(0, most).map(lambda n: Decimal(n) / 100)


@st.composite
def analyses(draw: st.DrawFn) -> dict[str, Any]:
    """Draw an analysis under any conventions that a file may declare."""
    count = draw(st.integers(1, 3))
    rows = [
        row(
            f"r{n}",
            draw(st.integers(1, 500)),
            draw(st.integers(1, 5000)),
            deadweight=draw(shares()),
            displacement=draw(shares()),
            attribution_to_others=draw(shares()),
            drop_off=draw(shares()),
            duration_years=draw(st.sampled_from([1, 2, 5, Decimal("2.1"), Decimal("3.5")])),
        )
        for n in range(count)
    ]
    return {
        "inputs": [
            {"id": "a", "amount": draw(st.integers(100, 10**6)), "year": 1},
            {"id": "b", "amount": draw(st.integers(100, 10**6)), "year": 2},
        ],
        "rows": rows,
        "discount_rate": draw(st.sampled_from([Decimal("0.035"), Decimal("0.1"), Decimal(0)])),
        "conventions": {name: draw(st.sampled_from(each)) for name, each in _ANSWERS.items()},
        "reported": {"ratio": Decimal(draw(st.integers(1, 900))) / 100},
    }


_ANSWERS = {
    "discounting": ["none", "first_year_at_par", "end_of_year", "mid_year"],
    "drop_off_method": ["compound", "straight"],
    "drop_off_from": ["year_2", "year_1"],
    "fractional_years": ["whole", "rounded_up", "prorated"],
    "outcome_start": ["during", "after"],
    "row_rounding": ["none", "unit"],
    "deductions": ["multiplicative", "additive"],
    "deductions_mean": ["deducted", "kept"],
    "attribution_means": ["others", "this_activity"],
    "ratio_means": ["gross", "net"],
    "inputs_discounted": ["undiscounted", "discounted"],
}
