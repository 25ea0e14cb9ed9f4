"""Make workbooks for tests without a file: rows of values, `=` for formulas, marks for formats."""

from decimal import Decimal

from auditor.load.sheets import Cell, Sheet, Workbook
from auditor.load.value_map import read_value_map
from auditor.load.value_map.corrections import corrections

TITLES = ("Stakeholders", "Outcome", "Quantity", "Proxy value", "Duration", "Deadweight %",
          "Displacement %", "Attribution %", "Drop off %", "Impact")  # fmt: skip
ROWS = (
    ("Young people", "More confident", 40, 500, 2, "25%", "0%", "50%", "10%", 7500),
    (None, "Better sleep", 10, 120, 1, "10%", "0%", "0%", "0%", 1080),
    ("Parents", "Less worry", 25, 80, 1, "0%", "5%", "20%", "0%", 1520),
)


def cell(value):
    """Return a cell of a plain value, or of a pair or triple of value, format and formula."""
    if isinstance(value, tuple):
        number, number_format, *formula = value
        return Cell(cell(number).value, formula[0] if formula else "", number_format)
    if isinstance(value, float):
        return Cell(Decimal(str(value)))
    return Cell(value)


def sheet(rows, *, name="Map", merged=(), hidden=False):
    cells = {
        (line, column): cell(value)
        for line, row in enumerate(rows, 1)
        for column, value in enumerate(row, 1)
        if value is not None
    }
    return Sheet(name, cells, tuple(merged), hidden)


def table(rows=ROWS, titles=TITLES):
    """Return the lines of a small map: its titles and rows."""
    return [titles, *rows]


def reading(*sheets, said=()):
    """Return data, places and remarks of a workbook of these sheets, or of the rows of one."""
    whole = [each if isinstance(each, Sheet) else sheet(each) for each in sheets]
    return read_value_map(Workbook(tuple(whole)), name="map.xlsx", said=corrections(said))


def data(*sheets, said=()):
    return reading(*sheets, said=said)[0]
