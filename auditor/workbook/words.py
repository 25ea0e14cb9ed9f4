"""Say in the workbook what a field is and how to write it."""

from auditor.load.template.encode import STATED
from auditor.load.template.field import Field, Holds

_UNITS = {
    "share": "share: 25% or 0.25",
    "currency": "the file's currency",
    "claim": "claim: digits as printed",
    "date": "date",
    "as described": "number",
}
_WIDTHS = {
    Holds.TEXT: 36,
    Holds.ID: 18,
    Holds.CHOICE: 22,
    Holds.YES_NO: 10,
    Holds.DATE: 13,
    Holds.FIGURE: 20,
    Holds.RECORD: 18,
    Holds.LIST: 18,
}


def unit_of(field: Field) -> str:
    """Return what is to be written in a cell, in a few words."""
    if field.holds_parts:
        return "" if field.sheet else "group of fields"
    unit = _UNITS.get(field.unit, field.unit) or _plain(field)
    return f"{unit}, one per line" if field.many else unit


def _plain(field: Field) -> str:
    if field.fixed:
        return "leave as it is"
    if field.holds is Holds.CHOICE:
        return "any of those listed" if field.many else "choose from the list"
    return "id" if field.holds is Holds.ID else str(field.holds)


def about_of(field: Field) -> str:
    """Return what a field means, with what has to be known to fill it in."""
    said = [field.about]
    if field.many and field.choices:
        said.append(f"Any of: {', '.join(str(choice) for choice in field.choices)}.")
    if field.sheet:
        said.append(f"Write it on the sheet {field.sheet}; here only none: and why, if none.")
    elif field.holds is Holds.RECORD:
        said.append(f"Here only none: and why, if none; or {STATED} if nothing is known of it.")
    if field.must:
        said.append("[must be there]")
    return " ".join(said)


def width_of(field: Field) -> int:
    """Return how wide the column of a field is, in characters."""
    if field.many and field.holds in (Holds.CHOICE, Holds.TEXT):
        return 30
    return _WIDTHS.get(field.holds, 15)


def heading_of(field: Field, titles: dict[str, str]) -> str:
    """Return the title of a field, behind those of the groups that it is in."""
    groups = (field.path[:length] for length in range(1, len(field.path)))
    named = [titles[".".join(group)] for group in groups]
    return ": ".join([*named, field.title])
