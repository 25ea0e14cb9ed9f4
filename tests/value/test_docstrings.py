"""Every doctest of the arithmetic is run: a formula without a checked example is a rumour."""

import doctest
import importlib
from pathlib import Path

import pytest

import auditor.value
from auditor import facts

MODULES = [
    f"{package.__name__}.{path.stem}"
    for package in (auditor.value, facts)
    for path in sorted(Path(package.__file__ or "").parent.glob("*.py"))
    if path.stem != "__init__"
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
