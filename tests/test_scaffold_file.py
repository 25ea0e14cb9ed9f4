import re
from collections.abc import Iterator
from typing import Any

import pytest

from auditor.errors import InputError
from auditor.load.document import Document
from auditor.load.yaml_reader import load_plain
from auditor.model.stages import STAGES
from auditor.scaffold_fields import fields_asked
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


def problems(text: str) -> list[str]:
    with pytest.raises(InputError) as refused:
        validate(document(text))
    return [str(problem.where) for problem in refused.value.problems]


def leaves(data: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each value with its path, as messages write it."""
    if isinstance(data, list):
        for position, entry in enumerate(data):
            yield from leaves(entry, f"{path}[{position}]")
    elif isinstance(data, dict):
        for name, value in data.items():
            yield from leaves(value, f"{path}.{name}" if path else name)
    else:
        yield path, data


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("every_field", [False, True])
def test_a_new_file_asks_for_its_title_and_its_stage_and_nothing_else(
    kind: str, every_field: bool
) -> None:
    found = problems(new_file(kind, every_field=every_field))
    assert {re.search(r"\((.+)\)", where)[1] for where in found} == {"title", "stage"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_with_a_title_and_a_stage_is_valid_and_states_nothing_else(kind: str) -> None:
    stage = STAGES[kind][0]
    text = new_file(kind)
    for blank, line in {"title:": "title: Evenings", "stage:": f"stage: {stage}"}.items():
        text = text.replace(f"\n{blank}", f"\n{line}", 1)
    case = validate(document(text))
    assert (case.kind, case.stage, case.outcomes) == (kind, stage, None)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_in_use_and_not_filled_in_is_refused(kind: str) -> None:
    text = in_use(new_file(kind, every_field=True))
    unfilled = {path for path, value in leaves(document(text).data) if value is None}
    refused = {re.search(r"\((.+)\)", where)[1] for where in problems(text)}
    assert len(unfilled) > 500
    assert refused == unfilled


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("every_field", [False, True])
def test_a_new_file_holds_no_value_that_a_reader_could_take_for_theirs(
    kind: str, every_field: bool
) -> None:
    data = document(in_use(new_file(kind, every_field=every_field))).data
    filled = {path for path, value in leaves(data) if value is not None}
    assert filled == {"format_version", "kind"}


@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_form_shows_every_field_of_its_schema(kind: str) -> None:
    text = new_file(kind, every_field=True)
    shown = set(paths(document(in_use(text)).data))
    missing = [path for path in published(kind).paths if path not in shown]
    # The guidance on top explains the evidence that every record may name.
    assert [path for path in missing if not path.endswith(".evidence")] == ["$schema"]
    assert "evidence: [E1]" in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_short_form_has_what_weighty_rules_read_and_says_how_to_get_the_rest(
    kind: str,
) -> None:
    text = new_file(kind)
    shown = {path.replace("[]", "") for path in paths(document(in_use(text)).data)}
    known = {path.replace("[]", "") for path in published(kind).paths}
    assert fields_asked(kind) & known <= shown
    assert len(text.splitlines()) < 700
    assert f"auditor new {kind} --all" in text


def test_the_short_form_has_the_value_map_with_what_it_is_worked_out_from() -> None:
    asked = fields_asked("commissioning")
    assert {"sroi.rows.proxy", "sroi.discount_rate", "sroi.reported.ratio"} <= asked
    assert "outcomes.material" in asked
    assert "sroi.rows.proxy_reason" not in asked


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_explained(kind: str) -> None:
    lines = new_file(kind, every_field=True).splitlines()
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
    lines = new_file(kind, every_field=True).splitlines()
    wide = [line for line in lines if len(line) > 100 and "  # " in line[2:]]
    assert wide == []


def test_the_choices_of_a_field_are_named() -> None:
    explained = " ".join(new_file("commissioning", every_field=True).split("# ")).replace("\n", " ")
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
