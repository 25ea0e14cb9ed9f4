import doctest
import importlib
from pathlib import Path

import pytest

import auditor.engine

MODULES = [
    *(f"auditor.engine.{path.stem}"
      for path in sorted(Path(auditor.engine.__file__ or "").parent.glob("[a-z]*.py"))),
    "auditor.canonical",
]  # fmt: skip


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_some_examples_were_run() -> None:
    tried = [doctest.testmod(importlib.import_module(name)).attempted for name in MODULES]
    assert sum(tried) > 10
