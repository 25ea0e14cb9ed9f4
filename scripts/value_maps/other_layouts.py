"""Write maps in other words, other orders and over several sheets."""

from pathlib import Path

import xlsxwriter

from scripts.value_maps.case import Case


def split(case: Case, path: Path) -> None:
    """Write inputs, outcomes and results on sheets of their own; amounts as text; merged groups."""
    with xlsxwriter.Workbook(path) as book:
        inputs = book.add_worksheet("Inputs")
        inputs.write_row(0, 0, ["What do they invest?", "Financial value (Rs)"])
        for line, each in enumerate(case.inputs, 1):
            inputs.write_row(line, 0, [each["text"], f"₹{each['amount']:,}"])
        inputs.write_row(len(case.inputs) + 1, 0, ["Total"])
        inputs.write_number(len(case.inputs) + 1, 1, case.reported["total_inputs"])
        sheet = book.add_worksheet("Outcomes & impact")
        titles = ["Who changes?", "What changes?", "Number of people experiencing the outcome",
                  "Source of information", "Value of outcome", "Attribution to others",
                  "Counterfactual", "Displacement", "Drop-off rate", "Duration of outcome",
                  "Social impact"]  # fmt: skip
        sheet.write_row(2, 1, titles)
        first = 3
        for line, row in enumerate(case.rows, first):
            sheet.write_row(line, 2, [row["text"], row["quantity"], row["quantity_source"],
                                      f"₹{row['proxy']:,}", "0%", "0%", "0%", "0%", "1 year",
                                      f"₹{row['reported_impact']:,}"])  # fmt: skip
        groups = [case.group(row) for row in case.rows]
        for name in dict.fromkeys(groups):
            lines = [first + at for at, group in enumerate(groups) if group == name]
            if len(lines) > 1:
                sheet.merge_range(lines[0], 1, lines[-1], 1, name)
            else:
                sheet.write(lines[0], 1, name)
        results = book.add_worksheet("Results")
        results.write_column(0, 0, ["Total impact", "Social return on investment"])
        results.write_number(0, 1, case.reported["total_impact"])
        results.write_number(1, 1, case.reported["ratio"])
        book.add_worksheet("Notes").write(0, 0, "Draft for discussion")


def own_titles(case: Case, path: Path) -> None:
    """Write own titles in another order, with the results above the table."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Calculations")
        money = book.add_format({"num_format": '"$"#,##0'})
        sheet.write_row(0, 0, ["Programme", case.title, "", "Currency", case.currency])
        sheet.write_row(1, 0, ["Total cost", "", "", "Rate of discount"])
        sheet.write_number(1, 1, case.inputs[0]["amount"], money)
        sheet.write_number(1, 4, (case.rate or 0) * 100)
        sheet.write(2, 0, "Return ratio")
        sheet.write_formula(2, 1, "=J13/B2", book.add_format({"num_format": "0.00"}))
        titles = ["Line", "Value per person", "Units", "Benefit", "Beneficiaries", "Years lasting",
                  "Would have happened anyway", "Moved from elsewhere", "Due to others",
                  "Net value", "Yearly loss", "Comments"]  # fmt: skip
        sheet.write_row(4, 0, titles)
        for index, row in enumerate(case.rows):
            line = 5 + index
            sheet.write_row(line, 0, [row["id"], row["proxy"], row["quantity"], row["text"]])
            sheet.write_row(line, 4, [case.group(row), 1, "0%", "0%", "0%"])
            sheet.write_formula(line, 9, f"=B{line + 1}*C{line + 1}", money)
            sheet.write_row(line, 10, ["0%", "see report"])
        last = 5 + len(case.rows)
        sheet.write(last, 3, "Sum")
        sheet.write_formula(last, 9, f"=SUM(J6:J{last})", money)


_GROUPED = ("Stakeholder", "What they invest", "£", "Outcome", "Scale", "Proxy", "£", "Dead weight",
            "Displaced", "Attribution", "Drop-off", "Lasts", "Impact (£)")  # fmt: skip


def grouped(case: Case, path: Path) -> None:
    """Write subtotals, blank rows, two rows of headings with merges, and a hidden old version."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Map 2020")
        old = book.add_worksheet("Map 2019")
        old.write_row(0, 0, ["Outcome", "Quantity", "Proxy value", "Deadweight", "Impact"])
        old.write_row(1, 0, ["Old", 1, 1, 0.5, 0.5])
        old.hide()
        top = (("Inputs", 1, 2), ("Outcomes", 3, 4), ("Financial proxy", 5, 6),
               ("Deductions (%)", 7, 10))  # fmt: skip
        for title, first, last in top:
            sheet.merge_range(1, first, 1, last, title)
        second = ("", "Description", "Value", "Description", "Quantity", "Description", "Value",
                  "Deadweight", "Displacement", "Attribution", "Drop off")  # fmt: skip
        for column, title in enumerate(second):
            sheet.write(2, column, title)
        for column, title in ((0, "Stakeholders"), (11, "Duration"), (12, "Impact")):
            sheet.merge_range(1, column, 2, column, title)
        line, group, start = 3, "", 3
        inputs = iter(case.inputs)
        for row in [*case.rows, None]:
            name = case.group(row) if row else ""
            if name != group and group:
                sheet.write(line, 0, f"Subtotal {group}")
                sheet.write_formula(line, 12, f"=SUM(M{start + 1}:M{line})")
                line += 2
                start = line
            if row is None:
                break
            if name != group:
                sheet.write(line, 0, name)
                group = name
            each = next(inputs, None)
            if each:
                sheet.write_row(line, 1, [each["text"], f"£{each['amount']:,}.00"])
            sheet.write_row(line, 3, [row["text"], row["quantity"], "", row["proxy"]])
            sheet.write_row(line, 7, [row["deadweight"] * 100, "0%",
                                      row["attribution_to_others"] * 100, row["drop_off"] * 100,
                                      row["duration_years"], row["reported_impact"]])  # fmt: skip
            line += 1
        sheet.write_row(line, 0, ["Grand total", "", case.reported["total_inputs"]])
        sheet.write_number(line, 12, case.reported["total_impact"])
        sheet.write(line + 1, 11, "Ratio")
        sheet.write_number(line + 1, 12, case.reported["ratio"])
