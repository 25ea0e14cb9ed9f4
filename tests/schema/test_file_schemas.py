import json
from decimal import Decimal
from functools import cache

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from auditor.resources import schemas_folder
from auditor.schema.generate import as_text, schema_for, write_schemas
from auditor.schema.published import published, schema_name

KINDS = ("commissioning", "decommissioning")


@cache
def generated(kind):
    return schema_for(kind)


def properties(kind):
    schema = generated(kind)
    for model, part in {"": schema, **schema["$defs"]}.items():
        for form in part.get("anyOf", [part]):
            for name, found in form.get("properties", {}).items():
                yield f"{model}.{name}", found, schema


@pytest.mark.parametrize("kind", KINDS)
def test_the_published_schema_is_what_the_models_say(kind):
    text = (schemas_folder() / schema_name(kind)).read_text(encoding="utf-8")
    assert text == as_text(generated(kind)), "run: python -m auditor.schema"


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_valid_json_schema(kind):
    Draft202012Validator.check_schema(generated(kind))
    assert generated(kind)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert generated(kind)["$id"].endswith(schema_name(kind))


def test_schemas_are_written_where_asked(tmp_path):
    assert [path.name for path in write_schemas(tmp_path)] == [schema_name(kind) for kind in KINDS]
    for kind in KINDS:
        assert json.loads((tmp_path / schema_name(kind)).read_text()) == generated(kind)


def is_sentence(text, words):
    """Say whether a text is a sentence; it may begin with one of the words of the file format."""
    first = text.split(" ")[0]
    return text.endswith(".") and len(text) > 10 and (first[0].isupper() or first in words)


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_has_a_title_and_a_sentence(kind):
    for path, found, _ in properties(kind):
        assert found["title"][0].isupper(), path
        assert is_sentence(found["description"], found.get("enum", ())), path


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_is_a_value_that_the_property_may_have(kind):
    checked = 0
    for path, found, schema in properties(kind):
        plain = json.loads(json.dumps(found), parse_float=Decimal)
        validator = Draft202012Validator(
            {**plain, "$defs": schema["$defs"]}, format_checker=FormatChecker()
        )
        for example in plain["examples"]:
            assert [error.message for error in validator.iter_errors(example)] == [], path
            checked += 1
    assert checked > 400


def forms(part):
    return part.get("anyOf", [part])


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_has_its_unit_and_its_bounds(kind):
    for path, found, _ in properties(kind):
        for form in forms(found):
            if form.get("type") in ("number", "integer") and "enum" not in form:
                assert "x-unit" in {**found, **form}, path
                assert "maximum" in form, path
                assert "minimum" in form or "exclusiveMinimum" in form, path


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_and_no_list_may_be_empty(kind):
    for path, found, _ in properties(kind):
        for form in forms(found):
            if form.get("type") == "string" and not {"enum", "const"} & set(form):
                assert "pattern" in form, path
            if form.get("type") == "array":
                assert form["minItems"] == 1, path


def test_every_record_refuses_what_it_does_not_know():
    for kind in KINDS:
        for model in [generated(kind), *generated(kind)["$defs"].values()]:
            for form in forms(model):
                if "properties" in form:
                    assert form["additionalProperties"] is False


def test_only_the_decommissioning_file_has_the_decision_to_end():
    assert "decommissioning" not in generated("commissioning")["properties"]
    assert "decommissioning" in generated("decommissioning")["properties"]


def test_the_paths_of_a_file_are_known():
    paths = published("decommissioning").paths
    assert {"title", "sroi.rows[].proxy", "sroi.reported.ratio"} <= {*paths}
    assert len(paths) == len(set(paths)) > 600
