"""Measure how long a challenge of a value map takes: `python -m benchmarks.value_challenge`."""

import sys
import time
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from auditor.analysis.draws_run import COUNT, draws
from auditor.analysis.switching import switching
from auditor.analysis.tornado import tornado
from auditor.analysis.two_way import two_way
from auditor.facts import Facts
from auditor.model.file import Case, CommissioningFile

MOVE: Mapping[str, Any] = {
    "challenge_move": {"points": "0.1", "share": "0.1", "years": 1, "rate_points": "0.01"}
}
ROWS, YEARS = 60, 10
MOST_SECONDS = 2.0
"""What the draws may take of processor time, for 60 rows over 10 years."""


def case_of(rows: int) -> Case:
    """Return a value map of so many rows over ten years, with four ranges for each."""
    return CommissioningFile.model_validate(
        {
            "format_version": "1",
            "kind": "commissioning",
            "title": "A value map",
            "stage": "review",
            "sroi": {
                "inputs": [{"id": "cost", "amount": 300_000 * rows}],
                "rows": [_row(number) for number in range(rows)],
                "ranges": [each for number in range(rows) for each in _ranges(number)],
                "discount_rate": Decimal("0.035"),
                "conventions": {
                    "discounting": "end_of_year",
                    "drop_off_method": "compound",
                    "drop_off_from": "year_2",
                },
                "reported": {"ratio": Decimal("2.4")},
            },
        }
    )


def _row(number: int) -> dict[str, Any]:
    return {
        "id": f"r{number}",
        "quantity": 10 + number % 90,
        "proxy": 500 + 37 * (number % 40),
        "deadweight": Decimal(number % 50) / 100,
        "displacement": Decimal(number % 10) / 100,
        "attribution_to_others": Decimal(number % 40) / 100,
        "drop_off": Decimal(5 + number % 30) / 100,
        "duration_years": YEARS,
    }


def _ranges(number: int) -> list[dict[str, Any]]:
    whole = {
        "quantity": (5, 100),
        "proxy": (300, 2500),
        "drop_off": (0, Decimal("0.5")),
        "deadweight": (0, Decimal("0.6")),
    }
    return [
        {"row_id": f"r{number}", "field": field, "low": low, "high": high}
        for field, (low, high) in whole.items()
    ]


def seconds(work: Callable[..., Any], case: Case) -> float:
    """Return the processor time of one part of the challenge, from the file on."""
    facts = Facts(case, MOVE, None)
    start = time.process_time()
    work(case, facts, MOVE)
    return time.process_time() - start


def main() -> None:
    """Print the time of each part for 60 rows, and how it grows with ten times as many."""
    once, more = case_of(ROWS), case_of(ROWS * 10)
    seconds(draws, case_of(1))  # numpy is loaded once for all
    print(f"{'':24}{ROWS} rows{ROWS * 10:>8} rows")
    for name, work in (
        ("switching values", switching),
        ("tornado", tornado),
        ("two-way table", two_way),
        (f"{COUNT:,} draws", draws),
    ):
        print(f"{name:22}{seconds(work, once):>6.2f} s{seconds(work, more):>11.2f} s")
    if seconds(draws, once) > MOST_SECONDS:
        sys.exit(f"the draws take more than {MOST_SECONDS:g} s")


if __name__ == "__main__":
    main()
