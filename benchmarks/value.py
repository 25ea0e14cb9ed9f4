"""Measure how long it takes to recompute, reconcile and challenge a value map.

`python -m benchmarks.value` prints processor time on one core beside what it should reach.
"""

import time
from collections.abc import Callable
from decimal import Decimal
from statistics import median
from typing import Any

from auditor.analysis.reconcile import reconcile
from auditor.facts import Facts
from auditor.model.file import Case
from benchmarks.value_challenge import ROWS, case_of
from benchmarks.value_challenge import main as challenge

RUNS = 9
DOUBLINGS = 4
MOST_RECOMPUTED, MOST_SEARCHED = 0.005, 2.0


def main() -> None:
    """Print every time beside its aim."""
    case = case_of(ROWS)
    line("60 rows x 10 years recomputed", seconds(recomputed, case), MOST_RECOMPUTED)
    line("the whole search for conventions", seconds(searched, silent(case), 3), MOST_SEARCHED)
    grown = [seconds(recomputed, case_of(ROWS * 2**n)) / 2**n for n in range(DOUBLINGS + 1)]
    growth = max(grown[1:]) / grown[0]
    print(f"{'time for each row, largest against 60 rows':<44}{growth:>9.2f}   (up to 1.5)")
    challenge()


def line(what: str, taken: float, aim: float) -> None:
    """Print one time beside its aim."""
    reached = "reached" if taken <= aim else "NOT reached"
    print(f"{what:<44}{taken * 1000:>7.1f} ms   ({aim * 1000:.0f} ms, {reached})")


def seconds(work: Callable[[Case], Any], case: Case, runs: int = RUNS) -> float:
    """Return the median processor time of some runs."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        work(case)
        taken.append(time.process_time() - start)
    return median(taken)


def recomputed(case: Case) -> None:
    """Work out the present value of a value map from its rows."""
    found = Facts(case, {}, None).value_map
    if found is None or not found.present_value(found.open_sets[0]).exact:
        raise RuntimeError("the value map of the benchmark has no value")


def searched(case: Case) -> None:
    """Search every combination of conventions for one that gives all figures."""
    if reconcile(case, Facts(case, {}, None), {}) is None:
        raise RuntimeError("the value map of the benchmark has nothing to reconcile")


def silent(case: Case) -> Case:
    """Return the same file with headline figures that nothing gives, and no conventions."""
    sroi: Any = case.sroi
    reported = {"total_present_value": 123456789, "ratio": Decimal("9.87"), "net_ratio": 9}
    data = {"reported": type(sroi.reported).model_validate(reported), "conventions": None}
    return case.model_copy(update={"sroi": sroi.model_copy(update=data)})


if __name__ == "__main__":
    main()
