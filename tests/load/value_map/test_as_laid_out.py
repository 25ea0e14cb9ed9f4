"""Maps as their makers lay them out are read for what they say, in words the program met later."""

from decimal import Decimal

from auditor.load.document import RemarkKind
from auditor.load.sheets import Area
from auditor.load.value_map.titles import may_be_label, vocabulary
from tests.load.value_map.books import ROWS, TITLES, data, reading, sheet, table

GROUPS = (("Stakeholder", None, *TITLES[1:]), ("Group", "Number", *[None] * 9))


def test_a_group_under_a_merged_title_names_the_stakeholder():
    rows = [(row[0], 12 if row[0] else None, *row[1:]) for row in ROWS]
    merged = [Area(1, 1, 1, 2)]
    found = data(sheet([*GROUPS, *rows], merged=merged))["stakeholders"]
    assert [(each["name"], each["population"]) for each in found] == [
        ("Young people", 12),
        ("Parents", 12),
    ]


def test_the_titles_of_years_may_stand_below_the_other_titles():
    titles = (*TITLES, "Discount rate (%)", Decimal("0.035"))
    years = (*[None] * 10, "Year 0", "Year 1")
    rows = [(*row, row[-1], 0) for row in ROWS]
    found = data([titles, years, *rows])["sroi"]
    assert [row["reported_years"] for row in found["rows"]] == [[row[-1]] for row in ROWS]
    assert found["discount_rate"] == Decimal("0.035")


def test_a_lone_column_of_the_first_year_is_the_impact():
    found = data(table(titles=(*TITLES[:-1], "Impact in year 1")))["sroi"]["rows"]
    assert [row["reported_impact"] for row in found] == [row[-1] for row in ROWS]
    assert not any("reported_years" in row for row in found)


def test_what_stands_before_deductions_is_not_the_impact():
    titles = (*TITLES[:-1], "Total value before deductions", "Total value after deductions")
    rows = [(*row[:-1], row[2] * row[3], row[-1]) for row in ROWS]
    found = data(table(rows, titles))["sroi"]["rows"]
    assert [row["reported_impact"] for row in found] == [row[-1] for row in ROWS]


def test_a_total_over_the_titles_may_add_its_subtotals_cell_by_cell():
    total = (*[None] * 8, "Total", (10100, "General", "=J6+J8"))
    subtotal = [(None, None, *[None] * 7, (n, "General", f)) for n, f in
                ((8580, "=SUM(J4:J5)"), (1520, "=SUM(J7:J7)"))]  # fmt: skip
    named = [("Subtotal", *each[1:]) for each in subtotal]
    lines = [total, (), TITLES, *ROWS[:2], named[0], ROWS[2], named[1]]
    assert data(lines)["sroi"]["reported"]["total_impact"] == 10100


def test_an_input_without_a_value_is_left_out_and_named():
    titles = ("Stakeholder", "Inputs", "Value of input", *TITLES[1:])
    values = ("Not valued", 4000, "-")
    rows = [
        (r[0], f"Input {n}", value, *r[1:])
        for n, (r, value) in enumerate(zip(ROWS, values, strict=True))
    ]
    found, _, remarks = reading(table(rows, titles))
    assert [each["amount"] for each in found["sroi"]["inputs"]] == [4000]
    assert ("Inputs without a value are left out of the inputs: rows 2, 4.", "Map!C2") in [
        (remark.text, remark.place) for remark in remarks if remark.kind is RemarkKind.READING
    ]


def test_every_label_that_is_known_is_looked_at():
    known = vocabulary()
    labels = [*known.figures, *known.totals, *known.subtotals, *known.averages, "No. of rows"]
    assert all(may_be_label(label.upper()) for label in labels)


def test_a_text_without_the_first_word_of_any_label_is_passed_over():
    assert not may_be_label("Young people feel more at ease")
