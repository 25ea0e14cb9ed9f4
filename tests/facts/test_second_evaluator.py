import math
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.audit import read_file
from auditor.facts import Facts
from tests.facts.files import DECISION, PARAMETERS, commissioning
from tests.facts.second_evaluator import evaluate

ROOT = Path(__file__).parents[2]
FACTORS = ("quantity", "proxy", "deadweight", "displacement", "attribution_to_others")
PUBLISHED = sorted(
    [*(ROOT / "examples").glob("*.yaml"), *(ROOT / "examples/claims").glob("*.yaml")]
)


def complete(sroi: Any) -> bool:
    """Say whether the second evaluator can read an analysis: rows that state their factors."""
    rows = sroi.get("rows") if isinstance(sroi, dict) else None
    if not isinstance(rows, list) or not isinstance(sroi.get("inputs"), list):
        return False
    return all(row.get(name) is not None for row in rows for name in (*FACTORS, "duration_years"))


READABLE = [path for path in PUBLISHED if complete(read_file(path).document.data.get("sroi"))]


def test_several_published_value_maps_are_worked_out_twice() -> None:
    assert len(READABLE) >= 4


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_published_headlines_come_out_alike_on_two_paths(path: Path) -> None:
    file = read_file(path)
    facts = Facts(file.case, PARAMETERS, DECISION)
    found = facts.value_map
    assert found is not None
    second = evaluate(file.document.data["sroi"])
    present = found.present_value(found.candidates[0]).exact
    assert math.isclose(float(present), second.present, rel_tol=1e-12)
    assert found.inputs is not None
    assert math.isclose(float(present / found.inputs.exact), second.ratio, rel_tol=1e-12)


shares = st.integers(0, 100).map(lambda n: Decimal(n) / 100)
rows = st.fixed_dictionaries(
    {
        "quantity": st.integers(0, 10**5),
        "proxy": st.decimals(-(10**4), 10**5, places=2),
        "deadweight": shares,
        "displacement": shares,
        "attribution_to_others": shares,
        "drop_off": shares,
        "duration_years": st.sampled_from(
            [Decimal(n) for n in ("0.5", "1", "2.5", "7", "10", "60")]
        ),
        "outcome_start": st.sampled_from(["during", "after"]),
    }
)
conventions = st.fixed_dictionaries(
    {
        "discounting": st.sampled_from(["none", "first_year_at_par", "end_of_year", "mid_year"]),
        "fractional_years": st.sampled_from(["whole", "rounded_up", "prorated"]),
        "drop_off_method": st.just("compound"),
        "drop_off_from": st.just("year_2"),
    }
)


@given(st.lists(rows, min_size=1, max_size=6), conventions, shares, st.integers(1, 10**6))
def test_any_value_map_comes_out_alike_on_two_paths(
    listed: list[dict[str, Any]], how: dict[str, str], rate: Decimal, inputs: int
) -> None:
    sroi = {
        "inputs": [{"id": "i", "amount": inputs}],
        "rows": [{"id": f"r{n}", **row} for n, row in enumerate(listed)],
        "conventions": how,
        "discount_rate": rate,
    }
    found = commissioning(sroi=sroi).value_map
    assert found is not None
    present = found.present_value(found.candidates[0]).exact
    gross = sum(abs(float(row["quantity"]) * float(row["proxy"])) for row in listed) * 60
    assert math.isclose(
        float(present), evaluate(sroi).present, rel_tol=1e-9, abs_tol=1e-9 * max(gross, 1)
    )
