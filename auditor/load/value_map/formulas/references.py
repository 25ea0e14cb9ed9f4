"""Write the cells that a formula names as they lie from its own cell."""

import re
from dataclasses import dataclass
from functools import lru_cache

_CELL = r"(?P<dc>\$?)(?P<column>[A-Z]{1,3})(?P<dr>\$?)(?P<row>[0-9]{1,7})"
_IN_FORMULA = re.compile(
    rf"\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'!|(?<![A-Za-z0-9_.$]){_CELL}(?![A-Za-z0-9_(.!])"
)
_ONE = re.compile(_CELL)
_SHEET = re.compile(r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<bare>[^'!\[\]:]+))!(?P<rest>.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell or a rectangle of cells that a formula names.

    Rows and columns are counted from the cell of the formula, or from the corner of the sheet
    where they are fixed with a dollar sign. `sheet` is empty for the formula's own.
    """

    sheet: str
    rows: tuple[int, int]
    columns: tuple[int, int]
    fixed_rows: tuple[bool, bool]
    fixed_columns: tuple[bool, bool]
    single: bool

    def area(self, row: int, column: int) -> tuple[int, int, int, int]:
        """Return first row, first column, last row and last column, for a formula in a cell."""
        rows = sorted(
            n if fixed else row + n for n, fixed in zip(self.rows, self.fixed_rows, strict=True)
        )
        columns = sorted(
            n if fixed else column + n
            for n, fixed in zip(self.columns, self.fixed_columns, strict=True)
        )
        return rows[0], columns[0], rows[1], columns[1]


def relative(formula: str, row: int, column: int) -> str:
    """Return a formula with its cells as they lie from its own, so that copies look alike.

    >>> relative("=B5*(1-$D$1)", 5, 4) == relative("=B6*(1-$D$1)", 6, 4)
    True
    """

    def one(found: re.Match[str]) -> str:
        if not found["row"]:
            return found[0]
        line, at = int(found["row"]), _number(found["column"])
        line_says = f"R{line}" if found["dr"] else f"R[{line - row}]"
        return line_says + (f"C{at}" if found["dc"] else f"C[{at - column}]")

    return _IN_FORMULA.sub(one, formula)


def reference(text: str, row: int, column: int) -> Reference | None:
    """Return the cells that a part of a formula names; None for names and other workbooks."""
    sheet, rest = "", text
    if found := _SHEET.fullmatch(text):
        sheet = (found["quoted"] or found["bare"] or "").replace("''", "'")
        rest = found["rest"]
    if "[" in sheet:
        return None
    first, _, last = rest.partition(":")
    ends = [_ONE.fullmatch(first), _ONE.fullmatch(last or first)]
    if not all(ends):
        return None
    cells = [end for end in ends if end]
    return Reference(
        sheet,
        _pair([int(end["row"]) - (0 if end["dr"] else row) for end in cells]),
        _pair([_number(end["column"]) - (0 if end["dc"] else column) for end in cells]),
        (bool(cells[0]["dr"]), bool(cells[1]["dr"])),
        (bool(cells[0]["dc"]), bool(cells[1]["dc"])),
        single=not last,
    )


def _pair(numbers: list[int]) -> tuple[int, int]:
    return numbers[0], numbers[1]


@lru_cache(maxsize=1024)
def _number(letters: str) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found
