"""What is written as YAML is read again as it was."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from auditor.load.yaml_reader import read_yaml
from auditor.load.yaml_writer import yaml_text
from tests.load.template.files import files, same


def again(data: dict[str, Any]) -> Any:
    return read_yaml(yaml_text(data, comment="x").encode(), name="case.yaml")[0]


@given(files("commissioning"))
def test_any_file_is_read_as_it_was_written(data: dict[str, Any]) -> None:
    assert same(again(data), data)


@pytest.mark.parametrize(
    "text", ["1e3", "0x1F", "~", "NO", "true", "007", "5.10", ".5", "null", "a: b", "# x", "\u2028"]
)
def test_a_text_that_looks_like_something_else_stays_a_text(text: str) -> None:
    assert again({"title": text}) == {"title": text}


def test_a_number_keeps_its_digits() -> None:
    assert "rate: 0.50" in yaml_text({"rate": Decimal("0.50")}, comment="x")


def test_the_comment_stands_above_the_data() -> None:
    text = yaml_text({"a": [1, 2], "b": "x"}, comment="One.\nTwo.")
    assert text == "# One.\n# Two.\na: [1, 2]\nb: x\n"
