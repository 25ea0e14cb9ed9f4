"""What a file states is the same after it went through a workbook, to the last digit."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from auditor.audit import audit, read_bytes, read_file
from auditor.engine.pack import load_packs
from auditor.impact import example_files
from auditor.load import parse
from auditor.load.sheets import Workbook
from auditor.load.template.reader import read_template
from auditor.load.workbook_reader import open_workbook
from auditor.output.json import render
from auditor.workbook import new_workbook
from auditor.workbook.write import pages
from tests.load.template.files import files, same
from tests.schema.test_agreement import whole

ROOT = Path(__file__).parents[3]
EXAMPLES = [path for path in example_files() if path.suffix == ".yaml"]
NOTHING: frozenset[str] = frozenset()
DEEP = settings(suppress_health_check=list(HealthCheck), deadline=None)


def through_cells(data: dict[str, Any]) -> Any:
    """Return what is read of the sheets that are written, without any file between."""
    sheets = tuple(page.sheet for page in pages(data["kind"], asked=NOTHING, data=data))
    return read_template(Workbook(sheets), name="case.xlsx")[0]


@DEEP
@given(files("commissioning") | files("decommissioning"))
def test_any_file_goes_through_the_cells_of_a_workbook_unchanged(data: dict[str, Any]) -> None:
    assert same(through_cells(data), data)


@settings(DEEP, max_examples=15)
@given(files("commissioning"))
def test_any_file_goes_through_a_saved_workbook_unchanged(data: dict[str, Any]) -> None:
    raw = new_workbook("commissioning", asked=NOTHING, data=data)
    assert same(read_template(open_workbook(raw, name="case.xlsx"), name="case.xlsx")[0], data)


def test_a_file_that_states_everything_goes_through_a_saved_workbook_unchanged() -> None:
    data = whole()
    again = parse(new_workbook("decommissioning", data=data), name="case.xlsx")
    assert same(again.data, data)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_goes_through_a_saved_workbook_unchanged(path: Path) -> None:
    file = read_file(path)
    raw = new_workbook(file.case.kind, asked=NOTHING, data=file.document.data)
    again = read_bytes(raw, name="case.xlsx")
    assert same(again.document.data, file.document.data)
    assert again.case == file.case
    assert again.document.remarks == ()


@pytest.mark.parametrize("stem", ["health-precinct", "day-centre-decommissioning"])
def test_the_report_on_a_workbook_is_that_on_the_text_but_for_places(stem: str) -> None:
    file, packs = read_file(ROOT / "examples" / f"{stem}.yaml"), load_packs()
    raw = new_workbook(file.case.kind, asked=NOTHING, data=file.document.data)
    texts, cells = (audit(each, packs) for each in (file, read_bytes(raw, name="case.xlsx")))
    assert without_places(json.loads(render(texts))) == without_places(json.loads(render(cells)))
    assert all("!" in claim.place for claim in cells.claims)


OF_THE_FILE = {"place", "name", "sha256", "digest"}


def without_places(report: Any) -> Any:
    """Return what a report says without where it stands in which file."""
    if isinstance(report, dict):
        return {
            name: without_places(inner) for name, inner in report.items() if name not in OF_THE_FILE
        }
    return [without_places(inner) for inner in report] if isinstance(report, list) else report
