"""Say what the cells of a field accept: drop-down lists, bounds, and a word about the field."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from auditor.load.sheets import Area
from auditor.load.template.field import Field, Holds
from auditor.load.template.marks import CHOICES_SHEET
from auditor.model.scalar import FIRST_YEAR, LAST_YEAR
from auditor.workbook.page import Check
from auditor.workbook.words import about_of

_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255
"""What spreadsheet programs show beside a cell, in characters."""

Source = tuple[str, Area]
"""A sheet and the area on it that holds what a drop-down list offers."""


def check_of(
    field: Field, area: Area, choices: Mapping[tuple[str | int, ...], Area], ids: Source | None
) -> Check:
    """Return what the cells of a field accept; `ids` is where the ids stand that it may name."""
    title, message = _short(field.title, _LONGEST_TITLE), _short(about_of(field), _LONGEST_MESSAGE)
    accepts: dict[str, Any] = {}
    if not field.many and not field.fixed:
        accepts = _accepts(field, choices, ids)
    return Check(area, title, message, **accepts)


def _accepts(
    field: Field, choices: Mapping[tuple[str | int, ...], Area], ids: Source | None
) -> dict[str, Any]:
    match field.holds:
        case Holds.CHOICE:
            return {"sort": "list", "source": choices[field.choices], "source_sheet": CHOICES_SHEET}
        case Holds.YES_NO:
            return {"sort": "list", "offers": ("yes", "no")}
        case Holds.DATE:
            first, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR - 1, 12, 31)
            return {"sort": "date", "least": first, "most": last}
        case Holds.WHOLE | Holds.NUMBER:
            sort = "integer" if field.holds is Holds.WHOLE else "decimal"
            # Where `none: …` or digits beyond what a number keeps may stand, it only warns.
            bounds = {"least": field.least, "most": field.most}
            return {"sort": sort, **bounds, "strict": False}
        case Holds.ID if ids:
            return {"sort": "list", "source": ids[1], "source_sheet": ids[0], "strict": False}
    return {}


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
