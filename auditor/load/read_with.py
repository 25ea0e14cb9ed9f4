"""Remark on the corrections with which a value map was read, and find them again in the remarks.

Apart from what reads workbooks: a report repeats the corrections, and needs no workbook for that.
"""

import shlex
from collections.abc import Iterable

from auditor.load.document import Remark

_READ_WITH = "Read with "


def remark_on(text: str) -> str:
    """Return the remark on a correction that was made, which holds the option as it was given."""
    return f"{_READ_WITH}--map {shlex.quote(text)}"


def options_of(remarks: Iterable[Remark]) -> tuple[str, ...]:
    """Return the options with which a file was read, from the remarks on its reading."""
    return tuple(
        remark.text.removeprefix(_READ_WITH)
        for remark in remarks
        if remark.text.startswith(f"{_READ_WITH}--map ")
    )
