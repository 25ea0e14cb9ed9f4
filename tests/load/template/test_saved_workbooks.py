"""Workbooks that LibreOffice opened and saved (scripts/saved_workbooks.py) are read as before."""

from pathlib import Path

import pytest

from auditor.audit import read_file
from scripts.saved_workbooks import EXAMPLES, TARGET
from tests.load.template.files import same

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_workbook_that_libreoffice_saved_is_read_as_it_was_written(name: str) -> None:
    file = read_file(ROOT / "examples" / f"{name}.yaml")
    again = read_file(TARGET / f"{name}.xlsx")
    assert same(again.document.data, file.document.data)
    assert again.document.remarks == ()
