import json
import subprocess
import sys
from pathlib import Path

from auditor.output import FORMATS, SUFFIXES
from tests.output import sample

ROOT = Path(__file__).parents[2]


def test_every_format_renders_a_report():
    assert FORMATS["text"](sample.report()).decode().startswith("Health Precinct")
    assert json.loads(FORMATS["json"](sample.report()))["standard"] == "1.0"
    assert FORMATS["html"](sample.report()).startswith(b"<!DOCTYPE html>")
    assert FORMATS["xlsx"](sample.report()).startswith(b"PK")
    assert FORMATS["csv"](sample.report()).startswith(b'\xef\xbb\xbf"Rule"')
    assert FORMATS["markdown"](sample.report()).startswith(b"# Verification report")
    assert list(FORMATS) == ["pdf", "html", "json", "xlsx", "csv", "markdown", "text"]
    assert list(SUFFIXES) == list(FORMATS)


def test_no_format_loads_another():
    program = (
        "import sys\n"
        "from auditor.output import FORMATS, pdf, terminal\n"
        "print(sorted({'jinja2', 'weasyprint'} & set(sys.modules)))"
    )
    made = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "weasyprint" not in made.stdout
