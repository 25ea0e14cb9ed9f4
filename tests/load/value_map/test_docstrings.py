import doctest
import importlib
from pathlib import Path

import pytest

import auditor.load

FOLDER = Path(auditor.load.__file__ or "").parent
PACKAGES = ("value_map", "value_map/formulas", "workbook_reader")
MODULES = [
    f"auditor.load.{package.replace('/', '.')}.{path.stem}"
    for package in PACKAGES
    for path in sorted((FOLDER / package).glob("[a-z]*.py"))
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_some_examples_were_run():
    tried = [doctest.testmod(importlib.import_module(name)).attempted for name in MODULES]
    assert sum(tried) > 8
