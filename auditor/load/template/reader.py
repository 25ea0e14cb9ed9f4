"""Read a workbook that `auditor new` wrote, with the sheet and cell of every value."""

from auditor.errors import InputError
from auditor.load.document import Remark
from auditor.load.sheets import Sheet, Workbook, cell_place
from auditor.load.template.assemble import Assembly
from auditor.load.template.field import PartSheet
from auditor.load.template.layout import layout
from auditor.load.template.list_sheet import read_list
from auditor.load.template.marks import (
    CHOICES,
    LAYOUT,
    SHEET_MARK,
    marked_sheet,
    marked_workbook,
    top_texts,
)
from auditor.load.template.reading import Notes
from auditor.load.template.record_sheet import read_record
from auditor.model.links import suggest
from auditor.model.stages import STAGES

Read = tuple[dict[str, object], dict[str, str], tuple[Remark, ...]]
"""The data of a file, the place of every value, and remarks on how it was read."""


def read_template(workbook: Workbook, *, name: str) -> Read:
    """Return the data of a workbook; raises InputError with everything that cannot be read."""
    notes = Notes(name)
    kind = _kind(workbook, notes)
    _stop_at_problems(notes)
    sheets = _sheets(workbook, kind, notes)
    assembly = Assembly(notes)
    for part in layout(kind):
        sheet = sheets.get(part.key)
        if sheet is None:
            continue
        if part.listed:
            assembly.add_list(part, read_list(sheet, part, notes))
        else:
            assembly.add_record(part, read_record(sheet, part, notes))
    _stop_at_problems(notes)
    _check_kind(kind, assembly, notes)
    _stop_at_problems(notes)
    return assembly.data, assembly.places, (*workbook.remarks, *notes.remarks)


def _stop_at_problems(notes: Notes) -> None:
    if notes.problems:
        raise InputError(*notes.problems)


def _kind(workbook: Workbook, notes: Notes) -> str:
    """Return the kind of file that the start page names."""
    found = [
        (cell_place(sheet.name, *position), marked)
        for sheet in workbook.sheets
        for position, text in top_texts(sheet)
        if (marked := marked_workbook(text))
    ]
    if len(found) != 1:
        says = "several start pages" if found else "no start page, which says its kind"
        first = workbook.sheets[0].name
        place = found[1][0] if found else cell_place(first, 1, 1)
        hint = "Copy the page from a new workbook: auditor new." if not found else "Keep one."
        notes.wrong(f"the workbook has {says}", place, hint)
        return ""
    place, (kind, version) = found[0]
    if kind not in STAGES:
        notes.wrong(f'there is no kind of file called "{kind}"', place,
                    f"Write {' or '.join(STAGES)}.")  # fmt: skip
    if version != LAYOUT:
        notes.wrong(f"layout {version} is not read by this version of the program", place,
                    f"It reads layout {LAYOUT}.")  # fmt: skip
    return kind


def _check_kind(kind: str, assembly: Assembly, notes: Notes) -> None:
    stated = assembly.data.get("kind", kind)
    if stated != kind:
        says = f"the kind is {stated} here, and the start page says {kind}"
        notes.wrong(says, assembly.places["/kind"], f"Start from: auditor new {stated} --as xlsx")


def _sheets(workbook: Workbook, kind: str, notes: Notes) -> dict[str, Sheet]:
    """Return the sheet of each part; those of the user's own are named in a remark."""
    parts = {part.key: part for part in layout(kind)}
    found: dict[str, Sheet] = {}
    for sheet in workbook.sheets:
        key = marked_sheet(sheet)
        place = cell_place(sheet.name, 1, 1)
        if key == CHOICES or any(marked_workbook(text) for _, text in top_texts(sheet)):
            continue
        if not key:
            _unmarked(sheet, tuple(parts.values()), notes)
        elif key not in parts:
            hint = suggest(key, tuple(parts)) or "Take the mark out of a sheet of your own."
            notes.wrong(f'a {kind} file has no part called "{key}"', place, hint)
        elif key in found:
            says = f"this sheet is marked {key}, and so is {found[key].name}"
            notes.wrong(says, place, "Keep one of the two.", key)
        else:
            found[key] = sheet
    return found


def _unmarked(sheet: Sheet, parts: tuple[PartSheet, ...], notes: Notes) -> None:
    if not sheet.cells:
        return
    part = next((part for part in parts if part.name == sheet.name), None)
    place = cell_place(sheet.name, 1, 1)
    if part:
        says = f'the line "{SHEET_MARK} {part.key}" is not there, by which the sheet is known'
        notes.wrong(says, place, "Write it in the first column, above the headings.", part.key)
    else:
        notes.remark("This sheet is not one of the workbook's, and was not read.", place)
