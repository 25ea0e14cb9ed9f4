"""Render the findings of a report as CSV (RFC 4180), a row for each, safe to open as a sheet."""

import csv
import io
import re

from auditor.output import tables
from auditor.output.figure import Figure, Value
from auditor.output.printable import printable
from auditor.report import Report

_MARK = "\ufeff"
"""By it spreadsheet programs know UTF-8; without it they take £ for two other signs."""
_GUARD = "'"
# Spreadsheet programs take what begins so for a formula, also in its wide form and after spaces.
_ACTIVE = re.compile(r"\s*[=+\-@＝＋－＠']")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


def render(report: Report) -> bytes:
    """Return the findings of a report as CSV in UTF-8, every field in quotation marks."""
    table = tables.findings(report, alone=True)
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(column.heading for column in table.columns)
    writer.writerows([field(value) for value in row] for row in table.rows)
    return f"{_MARK}{written.getvalue()}".encode()


def field(value: Value) -> str:
    """Return what stands in a field; a text that could be taken for a formula begins with `'`.

    So does one that begins with `'` itself: whoever takes off the first one has the text again. A
    number stays one.

    >>> field("=1+1"), field("-5"), field("'tis"), field("costs")
    ("'=1+1", '-5', "''tis", 'costs')
    """
    text = printable(value.text if isinstance(value, Figure) else str(value))
    is_active = _ACTIVE.match(text) and not _NUMBER.fullmatch(text)
    return f"{_GUARD}{text}" if is_active else text
