import re
from collections.abc import Iterator
from typing import Any

import pytest

from auditor.load.document import Document
from auditor.load.yaml_reader import load_plain
from auditor.scaffold_file import new_file
from auditor.schema import validate
from auditor.schema.published import published

KINDS = ("commissioning", "decommissioning")


def document(text: str) -> Document:
    return Document(name="new.yaml", data=load_plain(text, name="new.yaml"), sha256="", places={})


def in_use(text: str) -> str:
    """Take away the mark in front of every line that is not for reading only."""
    return re.sub(r"^# ", "", text, flags=re.MULTILINE)


def paths(data: Any, path: str = "") -> Iterator[str]:
    """Yield the dotted path of everything that a file states, `[]` marking a list."""
    if isinstance(data, list):
        for entry in data:
            yield from paths(entry, f"{path}[]")
    elif isinstance(data, dict):
        for name, value in data.items():
            inner = f"{path}.{name}" if path else name
            yield from (inner, *paths(value, inner))


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_is_valid_as_it_stands(kind: str) -> None:
    case = validate(document(new_file(kind)))
    assert case.kind == kind
    assert case.outcomes is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_is_valid_with_every_example_in_use(kind: str) -> None:
    case = validate(document(in_use(new_file(kind))))
    assert case.sroi.rows[0].stakeholder_id == case.stakeholders[0].id


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_shows_every_field_of_its_schema(kind: str) -> None:
    shown = set(paths(document(in_use(new_file(kind))).data))
    missing = [path for path in published(kind).paths if path not in shown]
    # The guidance on top explains the evidence that every record may name.
    assert [path for path in missing if not path.endswith(".evidence")] == ["$schema"]
    assert "evidence: [E1]" in new_file(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_explained(kind: str) -> None:
    lines = new_file(kind).splitlines()
    said = [
        (line, after)
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
        if re.match(r"(# )? *(- )?[a-z_]+:( |$)", line) and not line.startswith("##")
    ]
    sections = re.compile(r"# [a-z_]+:$")
    unexplained = [
        line
        for line, after in said
        if not sections.match(line) and "# " not in line[2:] and "  # " not in after
    ]
    assert len(said) > 400
    assert unexplained == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_line_is_wider_than_a_hundred_columns(kind: str) -> None:
    # The one exception is an example that is itself longer.
    wide = [line for line in new_file(kind).splitlines() if len(line) > 100 and "  # " in line[2:]]
    assert wide == []


def test_the_choices_of_a_field_are_named() -> None:
    explained = " ".join(new_file("commissioning").split("# ")).replace("\n", " ")
    text = re.sub(r"\s+", " ", explained)
    assert "One of: none, first_year_at_par, end_of_year, mid_year." in text


def test_what_only_one_kind_has_comes_before_what_both_have() -> None:
    text = new_file("decommissioning")
    assert text.index("# decommissioning:") < text.index("# needs:")
    assert "# decommissioning:" not in new_file("commissioning")


def test_a_kind_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no kind of file called purchase"):
        new_file("purchase")


def test_the_same_file_is_written_every_time() -> None:
    assert new_file("commissioning") == new_file("commissioning")
