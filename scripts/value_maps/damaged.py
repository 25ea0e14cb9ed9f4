"""Write a map whose formulas were damaged in each way that the formula check looks for."""

from pathlib import Path

import xlsxwriter

from scripts.value_maps.case import Case

TITLES = ("Stakeholders", "Outcome", "Quantity", "Proxy value", "Deadweight %", "Displacement %",
          "Attribution %", "Drop off %", "Duration", "Impact")  # fmt: skip


def damaged(case: Case, path: Path) -> None:
    """Write row 5 overtyped, row 7 with a formula of its own, and a sum that stops early."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Map")
        share = book.add_format({"num_format": "0%"})
        sheet.write_row(0, 0, TITLES)
        for index, row in enumerate(case.rows):
            line = index + 1
            at = line + 1
            sheet.write_row(line, 0, [case.group(row), row["text"], row["quantity"], row["proxy"]])
            for column in range(4, 8):
                sheet.write_number(line, column, 0, share)
            sheet.write_number(line, 8, 1)
            formula = f"=C{at}*D{at}*(1-E{at})*(1-F{at})*(1-G{at})"
            if at == 7:
                formula = f"=C{at}*D{at}*(1-E{at})"
            if at == 5:
                sheet.write_number(line, 9, row["quantity"] * row["proxy"])
            else:
                sheet.write_formula(line, 9, formula)
        last = len(case.rows) + 1
        sheet.write(last, 0, "Total")
        sheet.write_formula(last, 9, f"=SUM(J2:J{last - 1})")
