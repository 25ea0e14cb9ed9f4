"""Measure how often wrong claims come out as reproduced, on generated value maps.

Each wrong claim differs from what the map gives by a known amount, or has random digits. Wrong
figures that print like the right one are drawn again. The table is published in
docs/reconciliation.md; the seed is fixed, so that every machine prints the same.

    python -m benchmarks.false_matches [number of claims in each cell]
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from typing import Any, NamedTuple

from auditor.analysis.reconciled import Reconciliation
from auditor.analysis.reconciliation import reconcile_map
from auditor.facts import Facts
from auditor.model.file import CommissioningFile
from auditor.value.conventions import Conventions
from auditor.value.evidence import LEAST_EVIDENCE
from auditor.value.precision import stated_arithmetic

SEED = 20260401
CLAIMS = 200
ROWS = 8
RECONCILED = 5
"""Every fifth case is reconciled as well, which takes longer than a verdict."""

DECLARED = {
    "discounting": "end_of_year",
    "drop_off_method": "compound",
    "fractional_years": "whole",
    "outcome_start": "during",
}
WRONG: Mapping[str, tuple[str, ...]] = {
    "right": (),
    "off by 1%": ("0.99", "1.01"),
    "off by 5%": ("0.95", "1.05"),
    "off by 20%": ("0.80", "1.20"),
    "random digits": ("random",),
}
CONTEXTS = (
    "ratio alone",
    "ratio and value, both wrong",
    "right value, wrong ratio",
    "right years of rows, wrong ratio",
)


class Cell(NamedTuple):
    """One row of the table: how the claim is printed, what else is, and how it is wrong."""

    declared: bool
    digits: int
    context: str
    wrong: str


def main() -> None:
    """Print the table."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    print(
        "| conventions | digits of the ratio | claims | claimed figure | reproduced |"
        " within rounding | ambiguous | not reproduced | other conventions offered |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for cell in cells():
        print(row(cell, number), flush=True)


def relied_on(found: Reconciliation) -> bool:
    """Say whether an explanation is one that a wrong figure would hardly have met by chance."""
    return found.chance is not None and found.chance <= LEAST_EVIDENCE


def cells() -> Iterator[Cell]:
    """Yield every combination that makes sense: a right ratio beside a right value comes once."""
    for declared, digits, context, wrong in product((True, False), (2, 3), CONTEXTS, WRONG):
        if wrong != "right" or not context.endswith("wrong ratio"):
            yield Cell(declared, digits, context, wrong)


def row(cell: Cell, number: int) -> str:
    """Return one row of the table, measured."""
    chance = random.Random(f"{SEED} {cell}")
    verdicts: Counter[str] = Counter()
    explained = tried = 0
    for index in range(number):
        facts = claimed(cell, chance)
        (ratio,) = (item for item in facts.claims.items or () if item.id == "sroi.ratio")
        verdicts[ratio.verdict] += 1
        if index % RECONCILED == 0:
            tried += 1
            found = reconcile_map(facts._case, facts)
            explained += found is not None and bool(found.readings) and relied_on(found)
    shares = [
        f"{100 * verdicts[name] / number:.1f}%"
        for name in ("reproduced", "reproduced_within_rounding", "ambiguous", "not_reproduced")
    ]
    how = "declared" if cell.declared else "undeclared"
    start = f"| {how} | {cell.digits} | {cell.context} | {cell.wrong} | {' | '.join(shares)} |"
    return f"{start} {100 * explained / tried:.0f}% |"


def claimed(cell: Cell, chance: random.Random) -> Facts:
    """Return the facts of a generated map with the claims of a cell."""
    while True:
        sroi = value_map(cell, chance)
        how = Conventions() if cell.declared else reading(chance)
        present, inputs = worth(sroi, how), sroi["inputs"][0]["amount"]
        wrong = moved(present, cell, chance)
        true, false = printed(present / inputs, cell.digits), printed(wrong / inputs, cell.digits)
        if false is not None and true is not None and (true != false) == (cell.wrong != "right"):
            break
    reported: dict[str, Any] = {"ratio": false}
    if cell.context == "right years of rows, wrong ratio":
        sroi = {**sroi, "rows": years_printed(sroi, how)}
    elif cell.context != "ratio alone":
        value = present if cell.context == "right value, wrong ratio" else wrong
        reported["total_present_value"] = value.quantize(Decimal(1), ROUND_HALF_UP)
    return facts_of({**sroi, "reported": reported})


def value_map(cell: Cell, chance: random.Random) -> dict[str, Any]:
    """Return a value map of some rows, with inputs that make the ratio some figure below 10."""
    rows = [
        {
            "id": f"r{index}",
            "quantity": chance.randint(5, 300),
            "proxy": Decimal(chance.randint(1000, 1500000)) / 100,
            "deadweight": Decimal(chance.choice((10, 20, 25, 30))) / 100,
            "displacement": Decimal(chance.choice((0, 0, 5, 10))) / 100,
            "attribution_to_others": Decimal(chance.choice((10, 25, 40, 50))) / 100,
            "drop_off": Decimal(chance.choice((0, 10, 20, 33, 50))) / 100,
            "duration_years": Decimal(chance.choice((10, 10, 15, 20, 25, 30, 50))) / 10,
        }
        for index in range(ROWS)
    ]
    sroi: dict[str, Any] = {
        "inputs": [{"id": "i", "amount": 1}],
        "rows": rows,
        "discount_rate": Decimal("0.035"),
    }
    if cell.declared:
        sroi["conventions"] = DECLARED
    ratio = Decimal(chance.randint(1500000, 8000000)) / 1000000
    sroi["inputs"][0]["amount"] = int(worth(sroi, Conventions()) / ratio)
    return sroi


def reading(chance: random.Random) -> Conventions:
    """Return some reading of what the Guide leaves open."""
    return replace(
        Conventions(),
        discounting=chance.choice(("none", "first_year_at_par", "end_of_year", "mid_year")),
        drop_off_method=chance.choice(("compound", "compound", "straight")),
        fractional_years=chance.choice(("whole", "rounded_up", "prorated")),
        outcome_start=chance.choice(("during", "during", "after")),
    )


def moved(present: Decimal, cell: Cell, chance: random.Random) -> Decimal:
    """Return the wrong value that the claims of a cell rest on; random digits span 1/2 to 2."""
    if cell.wrong == "right":
        return present
    factor = chance.choice(WRONG[cell.wrong])
    if factor == "random":
        return present * Decimal(chance.randint(50000, 200000)) / 100000
    return present * Decimal(factor)


def printed(ratio: Decimal, digits: int) -> Decimal | None:
    """Return a ratio as printed, or None where it has not one digit before the point."""
    found = ratio.quantize(Decimal(1).scaleb(1 - digits), ROUND_HALF_UP)
    return found if 1 <= found < 10 else None


def worth(sroi: Mapping[str, Any], how: Conventions) -> Decimal:
    """Return the present value of a map under conventions."""
    found = facts_of(sroi).value_map
    if found is None:
        raise ValueError("a map without rows has no value")
    with stated_arithmetic():
        return found.present_value(how).exact


def years_printed(sroi: Mapping[str, Any], how: Conventions) -> list[dict[str, Any]]:
    """Return the rows with the value of each year as a report prints it, to the unit."""
    found = facts_of(sroi).value_map
    if found is None:
        raise ValueError("a map without rows has no years")
    with stated_arithmetic():
        years = [[each.exact for each in found.years(row, how)] for row in found.rows]
    whole = [[each.quantize(Decimal(1), ROUND_HALF_UP) for each in row] for row in years]
    return [
        {**row, "reported_years": printed_row}
        for row, printed_row in zip(sroi["rows"], whole, strict=True)
    ]


def facts_of(sroi: Mapping[str, Any]) -> Facts:
    """Return the facts of a file that holds nothing but an analysis."""
    given = {"format_version": "1", "kind": "commissioning", "title": "T", "stage": "review"}
    return Facts(CommissioningFile.model_validate({**given, "sroi": dict(sroi)}), {}, None)


if __name__ == "__main__":
    main()
