"""Let LibreOffice open and save workbooks, and read from them what was written."""

from pathlib import Path
from typing import Any

import pytest

from auditor.audit import read_file
from auditor.load import read
from auditor.workbook import new_workbook
from scripts.libreoffice import save_again
from scripts.saved_workbooks import draft
from tests.load.template.files import ODD_TEXTS, same

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))


def odd() -> dict[str, Any]:
    """Return a file with texts that programs like to take for something else."""
    entries = [{"id": f"o{at}", "text": text} for at, text in enumerate(ODD_TEXTS)]
    head = {"format_version": "1", "kind": "commissioning", "title": "Odd", "stage": "need"}
    return {**head, "outcomes": entries}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    drafts, into = tmp_path_factory.mktemp("drafts"), tmp_path_factory.mktemp("saved")
    written = [draft(path, drafts) for path in EXAMPLES]
    written.append(drafts / "odd.xlsx")
    written[-1].write_bytes(new_workbook("commissioning", asked=frozenset(), data=odd()))
    save_again(written, into, tmp_path_factory.mktemp("profile"))
    return into


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_that_libreoffice_saved_is_read_as_it_was_written(
    path: Path, saved: Path
) -> None:
    file, again = read_file(path), read_file(saved / f"{path.stem}.xlsx")
    assert same(again.document.data, file.document.data)
    assert again.document.remarks == ()


def test_every_odd_text_survives_libreoffice(saved: Path) -> None:
    assert same(read(saved / "odd.xlsx").data, odd())
