"""Measure how fast value maps are read from workbooks: `python -m benchmarks.workbooks`."""

import io
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from auditor.load.value_map import read_value_map
from auditor.load.workbook_reader import open_workbook

ROWS = 5_000
RUNS = 5
MOST_SECONDS = 1.5
TITLES = ("Stakeholders", "Inputs", "Value of input", "Outputs", "Outcome", "Indicator", "Source",
          "Quantity", "Duration", "Financial proxy", "Proxy value", "Source of proxy",
          "Deadweight", "Displacement", "Attribution", "Drop-off", "Impact", "Year 1", "Year 2",
          "Year 3", "Year 4", "Year 5", "Present value", "Comments", "Checked")  # fmt: skip


def workbook(rows: int) -> bytes:
    """Return a value map of so many rows and 25 columns, a quarter of them formulas."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Value map")
        share = book.add_format({"num_format": "0%"})
        money = book.add_format({"num_format": "£#,##0.00"})
        sheet.write_row(0, 0, TITLES)
        for line in range(1, rows + 1):
            _write(sheet, line, share, money)
    return file.getvalue()


def _write(sheet: Any, line: int, share: Any, money: Any) -> None:
    at, quantity = line + 1, 10 + line % 90
    sheet.write_row(line, 0, [f"Group {line // 5}", "Time", 100, f"{line} sessions",
                              f"Outcome {line}", "Survey", "Register", quantity, 3,
                              "Cost of a visit", 40, "Unit costs"])  # fmt: skip
    for column, value in enumerate((0.25, 0.1, 0.5, 0.2), 12):
        sheet.write_number(line, column, value, share)
    impact = quantity * 40 * 0.75 * 0.9 * 0.5
    formula = f"=H{at}*K{at}*(1-M{at})*(1-N{at})*(1-O{at})"
    sheet.write_formula(line, 16, formula, money, impact)
    sheet.write_formula(line, 17, f"=Q{at}", money, impact)
    sheet.write_formula(line, 18, f"=R{at}*(1-P{at})", money, impact * 0.8)
    sheet.write_formula(line, 19, f"=S{at}*(1-P{at})", money, impact * 0.8**2)
    sheet.write_row(line, 20, [0, 0], money)
    total = impact * (1 / 1.035 + 0.8 / 1.035**2 + 0.64 / 1.035**3)
    sheet.write_formula(line, 22, f"=NPV(3.5%,R{at}:T{at})", money, total)
    sheet.write_row(line, 23, ["none", "yes"])


def seconds(work: Callable[[], Any]) -> float:
    """Return the median processor time of some runs."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return median(taken)


def main() -> None:
    """Print the time to read the cells, and to make a file of them."""
    raw = workbook(ROWS)
    cells = seconds(lambda: open_workbook(raw, name="map.xlsx"))
    book = open_workbook(raw, name="map.xlsx")
    file = seconds(lambda: read_value_map(book, name="map.xlsx"))
    reached = "reached" if cells <= MOST_SECONDS else "NOT reached"
    what = f"{ROWS:,} rows x {len(TITLES)} columns of a workbook read"
    print(f"{what:<52}{cells:>6.2f} s   ({MOST_SECONDS} s, {reached})")
    print(f"{'  recognised, and its formulas held against values':<52}{file:>6.2f} s")
    if cells > MOST_SECONDS:
        sys.exit(1)


if __name__ == "__main__":
    main()
