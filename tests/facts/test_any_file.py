"""Facts answer on every valid file, however much of it is missing, nil or odd."""

import copy
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from auditor.facts import Facts
from auditor.load.yaml_reader import load_plain
from auditor.model.describe import describe, names
from auditor.model.file import CommissioningFile, DecommissioningFile
from auditor.value.claim import ClaimResult
from tests.facts.files import DECISION, PARAMETERS, commissioning, row

ROOT = Path(__file__).parents[2]
MODELS = {"commissioning": CommissioningFile, "decommissioning": DecommissioningFile}
NIL = {"none": "There is none, for the purpose of this test"}


@cache
def base(kind: str) -> Any:
    path = ROOT / "rules" / "common" / "base" / f"{kind}.yaml"
    return load_plain(path.read_text(encoding="utf-8"), name=path.name)


def paths(value: Any, prefix: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every part that may be taken out; of lists, the first entry only."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield (*prefix, key)
            yield from paths(part, (*prefix, key))
    elif isinstance(value, list) and value:
        yield from paths(value[0], (*prefix, 0))


def changed(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return a copy with one part taken out (None) or put in its place."""
    found = copy.deepcopy(data)
    part = found
    for step in path[:-1]:
        part = part[step]
    if value is None:
        del part[path[-1]]
    else:
        part[path[-1]] = value
    return found


def read_all(thing: Any, depth: int = 0) -> None:
    """Read every fact, and every name of what it holds."""
    for name in names(type(thing)):
        value = getattr(thing, name)
        kind = describe(type(thing), name)
        if kind is not None and kind.kind == "object" and value is not None:
            read_all(value, depth + 1)
        elif kind is not None and kind.kind == "list" and kind.item and kind.item.kind == "object":
            for item in value or ():
                read_all(item, depth + 1)


def derive(data: Any, kind: str) -> Facts | None:
    """Return the facts of a file once every one of them was read; None where it is not valid."""
    try:
        case = MODELS[kind].model_validate(data)
    except ValidationError:
        return None
    facts = Facts(case, PARAMETERS, DECISION)
    read_all(facts)
    assert all(isinstance(result, ClaimResult) for result in facts.claims.results)
    facts.charts.waterfall, facts.charts.shares  # noqa: B018  # reading must not fail
    return facts


def most_telling(kind: str) -> list[tuple[Any, ...]]:
    """Return the paths of the parts that arithmetic reads, and of all others at the top."""
    deep = (
        "sroi",
        "options",
        "appraisal",
        "decommissioning",
        "savings",
        "costs",
        "award",
        "tenders",
    )
    return [path for path in paths(base(kind)) if len(path) == 1 or path[0] in deep]


@pytest.mark.parametrize("kind", ["commissioning", "decommissioning"])
def test_a_complete_file_gives_every_claim_back(kind):
    facts = derive(base(kind), kind)
    assert facts is not None
    assert facts.claims.items
    assert [item.id for item in facts.claims.items if item.reproduced is not True] == []


@pytest.mark.parametrize("kind", ["commissioning", "decommissioning"])
@pytest.mark.parametrize("value", [None, NIL], ids=["left out", "nil"])
def test_no_part_that_is_missing_or_nil_makes_a_fact_fail(kind, value):
    some = most_telling(kind)[(2 if value else 0) :: 5]  # one in five takes seconds, all a minute
    tried = [derive(changed(base(kind), path, value), kind) for path in some]
    assert sum(each is not None for each in tried) > 10


def test_facts_answer_without_parameters_and_without_a_date():
    case = CommissioningFile.model_validate(base("commissioning"))
    facts = Facts(case, {}, None)
    read_all(facts)
    assert facts.options.rates_in_force is None
    assert facts.options.preferred.npv is None


@pytest.mark.parametrize(
    "sroi",
    [
        {"rows": [row("r", 10**15, 10**15, reported_impact=Decimal("0.1"))]},
        {"rows": [row("r", Decimal("1E-20"), Decimal("-1E-20"), reported_impact=1)]},
        {"rows": [row("r", 0, 0)], "shares": [{"stakeholder_id": "s", "share": 1}]},
        {"rows": [row("r", 1, 1, duration_years=500, drop_off=1)]},
        {"rows": [row("r", 1, 1, duration_years=Decimal("0.1"), drop_off=Decimal("0.99"))]},
        {"rows": [row("r", 1, 1, deadweight=1, displacement=1, attribution_to_others=1)]},
        {"inputs": [{"id": "i", "amount": 0}], "rows": [row("r", 1, 1)]},
        {"inputs": [{"id": "i", "amount": -5}], "rows": [row("r", 1, 1)]},
        {"rows": [row("r", 5, 100)], "discount_rate": 1},
        {"rows": [row("r", 5, 100)], "discount_rate": 0},
    ],
)
@pytest.mark.parametrize("discounting", ["none", "end_of_year", "mid_year", None])
def test_degenerate_value_maps_give_an_answer(sroi, discounting):
    conventions = {"discounting": discounting} if discounting else {"drop_off_from": "year_1"}
    figures = dict.fromkeys(
        [
            "total_inputs",
            "total_impact",
            "total_present_value",
            "net_present_value",
            "ratio",
            "net_ratio",
            "payback_months",
        ],
        7,
    )
    given = {"conventions": conventions, "discount_rate": 1, "reported": figures, **sroi}
    facts = commissioning(sroi=given, stakeholders=[{"id": "s", "name": "S"}])
    read_all(facts)
    assert len(facts.claims.results) >= 7


money = st.decimals(min_value=-(10**5), max_value=10**5, places=2)
share = st.decimals(min_value=0, max_value=1, places=2)
value_rows = st.lists(
    st.builds(
        row,
        st.just("r"),
        st.integers(0, 500),
        money,
        deadweight=share,
        attribution_to_others=share,
        drop_off=share,
        duration_years=st.integers(1, 6),
        outcome_start=st.sampled_from(["during", "after"]),
    ),
    min_size=1,
    max_size=5,
)
CONVENTIONS = {
    "discounting": "end_of_year",
    "drop_off_method": "compound",
    "drop_off_from": "year_2",
}


def total(rows: list[dict[str, Any]]) -> Decimal:
    named = [{**each, "id": f"r{number}"} for number, each in enumerate(rows)]
    sroi = {"rows": named, "discount_rate": Decimal("0.035"), "conventions": CONVENTIONS}
    found = commissioning(sroi=sroi).sroi.total_present_value
    assert found is not None
    return found


@settings(max_examples=50)
@given(value_rows)
def test_the_order_of_rows_does_not_matter(rows):
    assert abs(total(rows) - total(rows[::-1])) < Decimal("1e-15")


@settings(max_examples=50)
@given(value_rows)
def test_a_row_can_be_split_by_quantity(rows):
    halves = [{**each, "quantity": each["quantity"] // 2} for each in rows]
    rest = [{**e, "quantity": e["quantity"] - e["quantity"] // 2} for e in rows]
    assert abs(total(rows) - total(halves + rest)) < Decimal("1e-15")


@settings(max_examples=50)
@given(value_rows, st.integers(2, 9))
def test_value_is_linear_in_the_values_of_units(rows, times):
    larger = [{**each, "proxy": each["proxy"] * times} for each in rows]
    assert abs(total(larger) - times * total(rows)) < Decimal("1e-15")


@settings(max_examples=50)
@given(value_rows, st.integers(0, 4))
def test_a_figure_printed_from_the_exact_one_is_always_reproduced(rows, decimals):
    exact = total(rows)
    printed = exact.quantize(Decimal(1).scaleb(-decimals))
    named = [{**each, "id": f"r{number}"} for number, each in enumerate(rows)]
    sroi = {
        "rows": named,
        "discount_rate": Decimal("0.035"),
        "conventions": CONVENTIONS,
        "reported": {"total_present_value": {"value": printed, "printed": f"{printed:f}"}},
    }
    assert commissioning(sroi=sroi).claims.total_present_value.verdict == "reproduced"
