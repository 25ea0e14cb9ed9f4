"""Write the workbook of a kind of file: a form to fill in, or what a file states already."""

from collections.abc import Iterator, Mapping
from typing import Any

from auditor.workbook.form import Form
from auditor.workbook.front_page import choices_page, start_page
from auditor.workbook.heights import fit_heights
from auditor.workbook.list_page import list_page
from auditor.workbook.page import Page
from auditor.workbook.record_page import record_page
from auditor.workbook.xlsx import as_xlsx

NOTHING: Mapping[str, Any] = {}


def new_workbook(
    kind: str, *, asked: frozenset[str] | None = None, data: Mapping[str, Any] = NOTHING
) -> bytes:
    """Return a workbook (.xlsx) for a kind of file, the same bytes for the same content.

    It has the fields that are `asked` for, all where that is None, and those that `data`, the
    content of a valid file, states. Raises InputError for a text that no cell can hold.
    """
    return as_xlsx(tuple(pages(kind, asked=asked, data=data)))


def pages(
    kind: str, *, asked: frozenset[str] | None = None, data: Mapping[str, Any] = NOTHING
) -> Iterator[Page]:
    """Yield the sheets of a workbook as they are to be written."""
    form = Form(kind, asked, data)
    choices, areas = choices_page(form)
    parts = ((list_page if part.listed else record_page)(form, part, areas) for part in form.parts)
    for page in (start_page(form), *parts, choices):
        fit_heights(page)
        yield page
