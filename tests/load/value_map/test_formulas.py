"""Formulas are held against their neighbours and their saved values, and nobody is accused."""

from decimal import Decimal
from pathlib import Path

import pytest

from auditor.load import read
from auditor.load.document import RemarkKind
from auditor.load.sheets import Cell
from auditor.load.value_map.formulas.evaluate import worked_out
from auditor.load.value_map.formulas.parse import NotWorkedOut, tree
from auditor.load.value_map.formulas.references import relative
from tests.load.value_map.books import ROWS, TITLES, cell, reading, sheet

MAPS = Path(__file__).parent.parent.parent / "data" / "value-maps"
CELLS = {(1, 1): 2, (2, 1): Decimal("3.5"), (3, 1): None, (4, 1): "word", (1, 2): 10, (2, 2): 20}


def at(name, row, column):
    if name not in ("", "Rates"):
        raise NotWorkedOut("a sheet that is not there")
    return cell(CELLS.get((row, column))) if not name else Cell(Decimal("0.1"))


def value(formula):
    return worked_out(tree(formula, 9, 9), at, 9, 9)


@pytest.mark.parametrize(
    ("formula", "gives"),
    [
        ("=A1*(1-25%)", "1.5"),
        ("=A1+A2*2", "9"),
        ("=-A1^2", "4"),
        ("=2^-1", "0.5"),
        ("=2^3^2", "64"),
        ("=(A1+A2)/B1", "0.55"),
        ("=SUM(A1:A4)", "5.5"),
        ("=SUM(A1:A2,B1,5)", "20.5"),
        ("=SUM($A$1:A2)", "5.5"),
        ("=ROUND(A2*1.15,1)", "4.0"),
        ("=ROUND(2.5,0)", "3"),
        ("=ROUND(1234,-2)", "1200"),
        ("=ROUNDUP(2.1,0)+ROUNDDOWN(2.9,0)", "5"),
        ("=IF(A1>1,A2,0)", "3.5"),
        ("=IF(A1>5,A2)", False),
        ("=IF(A3=0,7,8)", "7"),
        ("=IF(AND(A1=2,NOT(A2=2)),1,)", "1"),
        ("=NPV(10%,110,121)", "200"),
        ("=SUMPRODUCT(A1:A2,B1:B2)", "90"),
        ("=MAX(A1:B2)-MIN(A1:B2)", "18"),
        ("=AVERAGE(A1:A2)", "2.75"),
        ("=ABS(-3)+INT(2.9)+POWER(2,3)", "13"),
        ("=A1*Rates!B2", "0.2"),
        ("='Rates'!B2", "0.1"),
        ("=A3", "0"),
    ],
)
def test_arithmetic_is_worked_out_exactly(formula, gives):
    found = value(formula)
    assert found == (gives if isinstance(gives, bool) else Decimal(gives))


@pytest.mark.parametrize(
    "formula",
    ["=VLOOKUP(A1,B1:B2,1)", "=[1]Sheet1!A1", "=Rate*2", "=A1/0", "=A4*2", "=A1:A2+1", "=SUM(",
     "=ROUND()", "=" + "(" * 500 + "1" + ")" * 500, "=10^(10^9)", "=OFFSET(A1,1,1)", "=A:A",
     "=Other!A1", "={1,2;3,4}", "=" + "1+" * 5000 + "1", "=ABS()", "=A1 B1", "=#REF!+1", "=IF(",
     "=)", "=1e999999*10", "=SUM(A1:XFD1048576)", "=" + "1+" * 900 + "1"],
)  # fmt: skip
def test_what_is_not_understood_is_not_worked_out(formula):
    with pytest.raises(NotWorkedOut):
        value(formula)


def test_copies_of_a_formula_look_alike_and_others_do_not():
    assert relative("=C5*$B$1+'My sheet'!D5", 5, 6) == relative("=C6*$B$1+'My sheet'!D6", 6, 6)
    assert relative('=C5&"C5"', 5, 6) != relative('=C6&"C6"', 6, 6)
    assert relative("=C5", 5, 6) != relative("=C5", 6, 6)


def defects(*lines):
    remarks = reading(*lines)[2]
    return {each.place: each.text for each in remarks if each.kind is RemarkKind.DEFECT}


def test_each_damage_is_found_where_it_is():
    found = {
        remark.place: remark.text
        for remark in read(MAPS / "damaged.xlsx").remarks
        if remark.kind is RemarkKind.DEFECT
    }
    assert set(found) == {"Map!J5", "Map!J7", "Map!J9"}
    assert "One explanation is that the formula was typed over" in found["Map!J5"]
    assert "is built otherwise than that of 5 other rows" in found["Map!J7"]
    assert found["Map!J9"] == "The total here, =SUM(J2:J7), leaves out J8 = 1560."


def with_formulas(values):
    """Return a map whose impacts are formulas with these saved values."""
    return [TITLES] + [
        (*row[:9], (saved, "General", f"=C{line}*D{line}*(1-F{line})*(1-G{line})*(1-H{line})"))
        for line, (row, saved) in enumerate(zip(shares(), values, strict=True), 2)
    ]


def shares():
    """Return the rows with shares as numbers, as formulas need them."""
    percent = {"25%": 0.25, "50%": 0.5, "10%": 0.1, "0%": 0, "5%": 0.05, "20%": 0.2}
    for row in ROWS:
        yield tuple((percent[each], "0%") if each in percent else each for each in row)


def test_a_saved_value_that_the_formula_does_not_give_is_found():
    assert defects(with_formulas([7500, 1080, 1520])) == {}
    found = defects(with_formulas([7500, 1080, 1530]))
    assert set(found) == {"Map!J4"}
    assert "The value saved here is 1530; the formula" in found["Map!J4"]
    assert "gives 1520 from the cells as saved" in found["Map!J4"]


def test_binary_fractions_are_no_difference():
    exact = Decimal("1520.00000000001")
    assert defects(with_formulas([7500, 1080, exact])) == {}


def test_formulas_that_were_never_calculated_are_told_once():
    found = defects(with_formulas([None, None, None]))
    assert found["Map!J2"].startswith("3 formulas were never calculated")


def test_formulas_that_are_not_worked_out_are_counted():
    lines = with_formulas([7500, 1080, 1520])
    lines[1] = (*lines[1][:9], (7500, "General", "=VLOOKUP(C2,A1:B9,2)"))
    texts = [remark.text for remark in reading(lines)[2]]
    assert any("1 formula was not worked out again; used is VLOOKUP" in text for text in texts)


def test_many_cells_of_one_column_are_told_together():
    rows = [ROWS[1]] * 9
    lines = [TITLES] + [
        (*row[:9], (1, "General", f"=C{line}*D{line}")) for line, row in enumerate(rows, 2)
    ]
    found = defects(lines)
    assert len(found) == 4
    assert found["Map!J5"].startswith("The same holds for 6 more cells of column J: rows 5, 6")


def test_a_total_over_subtotals_leaves_nothing_out():
    rows = [ROWS[0], ROWS[1], ("Subtotal", *[None] * 8, (8580, "General", "=SUM(J2:J3)")),
            ROWS[2], ("Subtotal", *[None] * 8, (1520, "General", "=SUM(J5:J5)")),
            ("Total", *[None] * 8, (10100, "General", "=J4+J6"))]  # fmt: skip
    assert defects([TITLES, *rows]) == {}


def test_totals_that_name_each_other_end():
    rows = [ROWS[0], ROWS[1], ("Subtotal", *[None] * 8, (8580, "General", "=SUM(J2:J6)")),
            ROWS[2], ("Subtotal", *[None] * 8, (1520, "General", "=SUM(J2:J6)")),
            ("Total", *[None] * 8, (10100, "General", "=J4+J6+J7"))]  # fmt: skip
    assert "Map!J7" in defects([TITLES, *rows])  # its saved value, not its sum


def test_a_total_that_misses_a_subtotal_is_found():
    rows = [ROWS[0], ROWS[1], ("Subtotal", *[None] * 8, (8580, "General", "=SUM(J2:J3)")),
            ROWS[2], ("Total", *[None] * 8, (8580, "General", "=J4"))]  # fmt: skip
    assert defects([TITLES, *rows])["Map!J6"] == "The total here, =J4, leaves out J5 = 1520."


def test_a_formula_may_refer_to_another_sheet_of_the_workbook():
    rates = sheet([(0.5,)], name="Rates")
    lines = with_formulas([7500, 1080, 1520])
    lines[1] = (*lines[1][:9], (250, "General", "=500*Rates!A1"))
    assert set(defects(lines, rates)) == {"Map!J2"}  # another formula than its neighbours, only


def with_totals(*impacts):
    """Return a map with years whose row of totals has these values under impact and two years."""
    titles = (*TITLES, "Year 1", "Year 2")
    total = ("Total", *(None,) * 8, *impacts)
    return [titles, *((*row, row[9], 0) for row in ROWS), total]


SUMS = [(10100, "0", "=SUM(K2:K4)"), (0, "0", "=SUM(L2:L4)")]


def test_a_total_that_was_typed_over_is_remarked_on():
    remarks = reading(with_totals(10100, *SUMS))[2]
    (told,) = [each for each in remarks if each.kind is RemarkKind.DEFECT]
    assert told.place == "Map!J5"
    assert "A number, 10100, stands here; K and most others" in told.text


def test_totals_that_are_all_numbers_or_all_sums_are_not_remarked_on():
    for row in ([10100, 10100, 0], [(10100, "0", "=SUM(J2:J4)"), *SUMS]):
        assert not [
            each for each in reading(with_totals(*row))[2] if each.kind is RemarkKind.DEFECT
        ]
