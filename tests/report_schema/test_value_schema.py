import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from auditor import CaseFile, load_packs, read_file
from auditor.comparison import compare
from auditor.errors import UsageError
from auditor.output import value_json
from auditor.report_schema.value import COMPARISON, FIGURE, SCHEMAS, VALUE, texts
from auditor.resources import rules_folder, schemas_folder
from auditor.valuation import show_figure, value

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = (
    *sorted(EXAMPLES.glob("*.yaml")),
    *sorted((EXAMPLES / "claims").glob("*.yaml")),
    *sorted((rules_folder() / "common" / "base").glob("*.yaml")),
)
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((schemas_folder() / name).read_bytes()))


@cache
def read(path: Path) -> CaseFile:
    return read_file(path)


def faults(name: str, made: bytes) -> list[str]:
    return [error.message for error in validator(name).iter_errors(json.loads(made))]


@cache
def valued(path: Path) -> bytes:
    return value_json.render(value(read(path), load_packs()))


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_published_schema_is_in_step_with_its_types(name: str) -> None:
    assert (schemas_folder() / name).read_bytes() == texts()[name]


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema_whose_types_and_properties_are_named(name: str) -> None:
    schema = SCHEMAS[name]()
    jsonschema.Draft202012Validator.check_schema(schema)
    for kind in (schema, *schema["$defs"].values()):
        assert kind["title"]
        assert kind["description"].endswith(".")
        assert all(about["title"] for about in kind["properties"].values())


@every_file
def test_what_value_writes_follows_its_schema(path: Path) -> None:
    assert faults(VALUE, valued(path)) == []


def test_the_files_that_are_tried_have_every_part_of_the_analysis() -> None:
    found = {part for path in FILES for part in json.loads(valued(path))["analysis"]}
    promised = set(SCHEMAS[VALUE]()["properties"]["analysis"]["properties"])
    assert found == promised


@every_file
def test_what_compare_writes_of_one_file_follows_its_schema(path: Path) -> None:
    try:
        found = compare([read(path)], load_packs())
    except UsageError:
        assert not json.loads(valued(path))["analysis"].keys() & {"options", "tenders"}
        return
    assert faults(COMPARISON, value_json.render_comparison(found)) == []


def test_what_compare_writes_of_several_files_follows_its_schema() -> None:
    found = compare([read(path) for path in FILES[:4]], load_packs())
    assert faults(COMPARISON, value_json.render_comparison(found)) == []


def test_one_figure_that_is_shown_follows_its_schema() -> None:
    shown = show_figure(read(EXAMPLES / "health-precinct.yaml"), load_packs(), "sroi.ratio")
    assert faults(FIGURE, value_json.render_figure(shown)) == []


def without(name: str, made: dict[str, Any]) -> dict[str, Any]:
    return {key: item for key, item in made.items() if key != name}


def test_the_schema_refuses_what_is_not_in_it() -> None:
    made = json.loads(valued(EXAMPLES / "health-precinct.yaml"))
    assert not validator(VALUE).is_valid({**made, "opinion": "unqualified"})
    assert not validator(VALUE).is_valid(without("claims", made))
    assert not validator(VALUE).is_valid({**made, "analysis": {"tornado": "tall"}})
