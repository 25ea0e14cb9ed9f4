"""Find rows that name the stakeholder of the outcomes below them, where no column does."""

import re
from collections.abc import Mapping

from auditor.load.value_map.grid import Grid
from auditor.load.value_map.table import Table
from auditor.load.value_map.titles import column_of, is_title

_NAMED = re.compile(r"(?P<label>[^:]{3,60}):\s*(?P<name>\S.{0,199})", re.DOTALL)
_FIELD = "stakeholder"
_IN_ROW = 2  # cells: a label, and the name beside it


def banners(table: Table) -> Mapping[int, int]:
    """Return the rows that name a stakeholder, each with the column of the name.

    Over the titles there is one at most: of several nobody can tell whose the outcomes are.
    """
    if _FIELD in table.columns or not table.rows:
        return {}
    found = {
        row: column
        for row in table.grid.rows
        if row < table.rows[-1] and (column := _column(table.grid, row))
    }
    above = [row for row in found if row < table.rows[0]]
    return {} if len(above) > 1 else found


def name_in(grid: Grid, row: int, column: int) -> str:
    """Return the stakeholder that a cell names, with or without its label.

    >>> _after_label("Stakeholder: Parents")
    'Parents'
    """
    text = grid.text(row, column)
    return _after_label(text) or text


def _column(grid: Grid, row: int) -> int | None:
    """Return in which cell a row names a stakeholder and holds nothing else."""
    filled = grid.rows[row]
    texts = [grid.text(row, column) for column in filled]
    if len(filled) == 1 and _after_label(texts[0]):
        return filled[0]
    label = texts[0].rstrip(" :") if len(filled) == _IN_ROW else ""
    if label and _is_label(label) and texts[1] and not is_title(texts[1]):
        return filled[1]
    return None


def _after_label(text: str) -> str:
    found = _NAMED.fullmatch(text)
    named = found and _is_label(found["label"]) and any(map(str.isalpha, found["name"]))
    return found["name"].strip() if found and named else ""


def _is_label(text: str) -> bool:
    return is_title(text) and column_of(text).field == _FIELD
