import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOY = str(ROOT / "tests" / "data" / "toy-pack")
GOOD = """\
format_version: "1"
kind: commissioning
title: A youth programme
stage: need
decision_date: "2025-03-02"
needs: {assessed_on: "2025-03-01"}
outcomes: [{id: o1, text: Confidence, material: true, duration_years: 1}]
judgements:
  - {id: j1, topic: proportionality, question: "How much effort?", conclusion: "Little",
     made_by: "A. Officer", role: Commissioner, date: "2025-03-01", evidence: [e1],
     alternatives_considered: "More effort", proportionality_note: "A small grant"}
evidence: [{id: e1, title: "Note of the meeting"}]
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.yaml").write_text(GOOD)
    departs = GOOD.replace('assessed_on: "2025-03-01"', 'assessed_on: "2025-03-02"')
    (tmp_path / "departs.yaml").write_text(departs)
    (tmp_path / "silent.yaml").write_text(
        'format_version: "1"\nkind: commissioning\ntitle: Silent\nstage: need\n'
    )
    (tmp_path / "broken.yaml").write_text("kind: [commissioning\n")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    def call(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "auditor.cli.main", *arguments],
            cwd=folder,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return call
