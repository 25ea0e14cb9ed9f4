import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from auditor.cli.main import main
sys.argv = ["auditor", "check", sys.argv[1], "--quiet"]
try:
    main()
except SystemExit:
    pass
print(*sys.modules)
"""


def loaded(path: str) -> set[str]:
    """Return every module that is loaded once a file has been checked."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, path], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


@pytest.fixture(scope="module")
def of_a_check() -> set[str]:
    return loaded("examples/health-precinct.yaml")


def test_a_check_of_a_plain_file_audits_it(of_a_check):
    assert "auditor.audit" in of_a_check


@pytest.mark.parametrize(
    "library",
    ["docx", "ijson", "jinja2", "numpy", "ocdsmerge", "openpyxl", "pypdfium2", "weasyprint"],
)
def test_a_check_of_a_plain_file_loads_no_library_of_other_formats(of_a_check, library):
    assert library not in of_a_check


def test_a_check_loads_no_analysis(of_a_check):
    assert not [name for name in of_a_check if name.startswith("auditor.analysis")]


def test_a_check_of_a_workbook_loads_what_reads_workbooks():
    assert "openpyxl" in loaded("tests/data/value-maps/template.xlsx")
