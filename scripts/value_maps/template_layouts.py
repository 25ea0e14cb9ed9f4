"""Write the published template of the SROI Guide, and versions that stay near to it."""

from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name as letters

from scripts.value_maps.case import Case

_STAGES = (
    ("Stage 1", 0, 1),
    ("Stage 2", 2, 4),
    ("Stage 3", 5, 12),
    ("Stage 4", 13, 17),
    ("Stage 5", 18, 20),
)
_TITLES = (
    ("Stakeholders", "Who do we have an effect on?\nWho has an effect on us?"),
    ("Number in group", ""),
    ("Inputs", "What do they invest?"),
    ("Value £", ""),
    ("Outputs", "Summary of activity in numbers"),
    ("The Outcomes (what changes)", "How would you describe the change?"),
    ("Indicator", "How would you measure it?"),
    ("Source", "Where did you get the information from?"),
    ("Quantity", "How much change was there?"),
    ("Duration", "How long does it last?"),
    ("Financial Proxy", "What proxy would you use to value the change?"),
    ("Value £", "What is the value of the change?"),
    ("Source", "Where did you get the information from?"),
    ("Deadweight %", "What would have happened without the activity?"),
    ("Displacement %", "What activity did you displace?"),
    ("Attribution %", "Who else contributed to the change?"),
    ("Drop off %", "Does the outcome drop off in future years?"),
    ("Impact", "Quantity times financial proxy, less deadweight, displacement and attribution"),
    ("Year 1", ""),
    ("Year 2", ""),
    ("Year 3", ""),
)


def template(case: Case, path: Path) -> None:
    """Write the template: three rows of headings, groups named once, shares as percentages."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Impact Map")
        money = book.add_format({"num_format": "£#,##0"})
        share = book.add_format({"num_format": "0%"})
        bold = book.add_format({"bold": True, "text_wrap": True})
        sheet.write(0, 0, "Social Return on Investment - The Impact Map", bold)
        sheet.write_row(1, 0, ["Organisation", case.title])
        for name, first, last in _STAGES:
            sheet.merge_range(3, first, 3, last, name, bold)
        for column, (title, question) in enumerate(_TITLES):
            sheet.write(4, column, title, bold)
            sheet.write(5, column, question, bold)
        last = _rows(sheet, case, 6, money, share)
        total = last + 1
        sheet.write(total, 0, "Total", bold)
        sheet.write_formula(total, 3, f"=SUM(D7:D{last + 1})", money)
        sheet.write_number(total, 17, case.reported["total_impact"], money)
        ratio = book.add_format({"num_format": '"£"0.00'})
        sheet.write(total + 3, 16, "Social Return £ per £")
        sheet.write_formula(total + 3, 17, f"=R{total + 1}/D{total + 1}", ratio)


def _rows(sheet: Any, case: Case, first: int, money: Any, share: Any) -> int:
    """Write the inputs beside the first rows and each group once; return the last row."""
    group = ""
    for index, row in enumerate(case.rows):
        line = first + index
        if case.group(row) != group:
            group = case.group(row)
            sheet.write(line, 0, group)
        if index < len(case.inputs):
            sheet.write(line, 2, case.inputs[index]["text"])
            sheet.write_number(line, 3, case.inputs[index]["amount"], money)
        sheet.write(line, 5, row["text"])
        sheet.write_number(line, 8, row["quantity"])
        sheet.write_number(line, 9, row["duration_years"])
        sheet.write_number(line, 11, row["proxy"], money)
        shares = ("deadweight", "displacement", "attribution_to_others", "drop_off")
        for offset, name in enumerate(shares):
            sheet.write_number(line, 13 + offset, row[name], share)
        sheet.write_number(line, 17, row["reported_impact"], money)
    return first + len(case.rows) - 1


def shortened(case: Case, path: Path) -> None:
    """Write a shortened version: one row of headings, formulas throughout, years from 0."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("SROI")
        money = book.add_format({"num_format": "[$$-409]#,##0.00"})
        share = book.add_format({"num_format": "0.0%"})
        sheet.write_row(0, 0, ["Project:", case.title])
        sheet.write(1, 0, "Discount rate")
        sheet.write_number(1, 1, case.rate or 0, book.add_format({"num_format": "0.00%"}))
        titles = ["Stakeholder group", "Outcome", "Quantity", "Financial proxy value ($)",
                  "Duration (years)", "Deadweight", "Attribution", "Displacement", "Drop-off",
                  "Impact", "Year 0", "Year 1"]  # fmt: skip
        sheet.write_row(3, 0, titles)
        for index, row in enumerate(case.rows):
            line = 4 + index
            at = line + 1
            sheet.write_row(line, 0, [case.group(row), row["text"], row["quantity"]])
            sheet.write_number(line, 3, row["proxy"], money)
            sheet.write_number(line, 4, row["duration_years"])
            for offset, name in enumerate(("deadweight", "attribution_to_others", "displacement",
                                           "drop_off")):  # fmt: skip
                sheet.write_number(line, 5 + offset, row[name], share)
            sheet.write_formula(line, 9, f"=C{at}*D{at}*(1-F{at})*(1-G{at})*(1-H{at})", money)
            sheet.write_formula(line, 10, f"=J{at}", money)
            sheet.write_formula(line, 11, f"=IF($E{at}>1,K{at}*(1-$I{at}),0)", money)
        last = 4 + len(case.rows)
        sheet.write(last, 0, "TOTAL")
        for column in (9, 10, 11):
            name = letters(column)
            sheet.write_formula(last, column, f"=SUM({name}5:{name}{last})", money)
        sheet.write(last + 2, 0, "Total investment")
        sheet.write_number(last + 2, 1, case.inputs[0]["amount"], money)
        sheet.write(last + 3, 0, "SROI ratio")
        sheet.write_formula(last + 3, 1, f"=J{last + 1}/B{last + 3}",
                            book.add_format({"num_format": '0.00":1"'}))  # fmt: skip


_LONG = ("Ref", "Category", "Stakeholder", "Outcome", "Incidence %", "Quantity of change",
         "Unit value", "Proxy total value", "Benefit period", "Deadweight %",
         "Displacement %", "Attribution %", "Drop-off %", "Impact")  # fmt: skip


def long_report(case: Case, path: Path) -> None:
    """Write a long map with added columns, shares as whole numbers and ten years."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Appendix 3")
        money = book.add_format({"num_format": "#,##0.00"})
        sheet.merge_range(0, 0, 0, 13, "Impact map")
        sheet.merge_range(0, 14, 0, 23, "Value by year")
        sheet.write_row(1, 0, [*_LONG, *range(1, 11)])
        for index, row in enumerate(case.rows):
            line = 2 + index
            unit = row["proxy"] / 4
            sheet.write_row(line, 0, [row["id"], "Sport", case.group(row), row["text"], "75%",
                                      row["quantity"], unit, row["proxy"],
                                      row["duration_years"]])  # fmt: skip
            for offset, name in enumerate(("deadweight", "displacement", "attribution_to_others",
                                           "drop_off")):  # fmt: skip
                sheet.write_number(line, 9 + offset, row[name] * 100)
            sheet.write_number(line, 13, row["reported_impact"], money)
            for year, value in enumerate(row["reported_years"]):
                sheet.write_number(line, 14 + year, value, money)
        last = 2 + len(case.rows)
        sheet.write(last, 13, "Total")
        sheet.write_number(last, 14, case.reported["years"][0]["value"], money)
        sheet.write(last + 1, 13, "Present value of each year")
        for year in case.reported["years"]:
            sheet.write_number(last + 1, 13 + year["year"], year["present_value"], money)
        _long_figures(sheet, case, last + 3, book)


def _long_figures(sheet: Any, case: Case, first: int, book: Any) -> None:
    whole = book.add_format({"num_format": "#,##0"})
    fine = book.add_format({"num_format": "0.00"})
    sheet.write_row(first, 2, ["Currency", case.currency])
    sheet.write(first + 1, 2, "Discount rate")
    sheet.write_number(first + 1, 3, case.rate or 0, book.add_format({"num_format": "0.000%"}))
    for line, (label, name, form) in enumerate(
        (("Total inputs", "total_inputs", whole), ("Total present value", "total_present_value",
         whole), ("SROI", "ratio", fine)), first + 2):  # fmt: skip
        sheet.write(line, 2, label)
        sheet.write_number(line, 3, case.reported[name], form)
    inputs = book.get_worksheet_by_name("Appendix 3")
    inputs.write_row(first + 6, 2, ["(inputs by source are in Appendix 2)"])
    other = book.add_worksheet("Appendix 2")
    other.write_row(0, 0, ["Inputs", "Value of input"])
    for line, each in enumerate(case.inputs, 1):
        other.write_row(line, 0, [each["text"], each["amount"]])
