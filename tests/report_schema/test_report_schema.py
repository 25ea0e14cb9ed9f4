import json
from collections.abc import Iterator
from typing import Any

import jsonschema

from auditor.report_schema import NAME, report_schema, text
from auditor.resources import schemas_folder


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for part in schema.values():
            yield from properties(part)


def test_the_published_schema_is_in_step_with_the_report():
    assert (schemas_folder() / NAME).read_bytes() == text()


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(report_schema())


def test_every_property_has_a_title_a_description_and_an_example():
    for name, about in properties(report_schema()):
        assert about["title"], name
        assert about["description"].endswith((".", "nothing.")), name
        nested = "$ref" in about or "properties" in about or "$ref" in about.get("items", {})
        assert nested or about["examples"], name


def test_every_example_is_allowed_by_its_own_property():
    schema = report_schema()
    refused = [
        (name, error.message)
        for name, about in properties(schema)
        for example in about.get("examples", [])
        for error in jsonschema.Draft202012Validator(
            {**about, "$defs": schema["$defs"]}
        ).iter_errors(example)
    ]
    assert refused == []


def test_the_result_has_all_that_was_promised():
    schema = json.loads(text())
    promised = {"engine", "file", "packs", "conclusion", "findings", "claims", "coverage", "digest"}
    assert promised <= set(schema["required"])
    finding = schema["$defs"]["Finding"]["required"]
    assert {"rule", "pack", "title", "severity", "status", "message", "fix"} <= set(finding)
    assert schema["$defs"]["Evidence"]["required"] == ["pointer", "place", "found", "expected"]
