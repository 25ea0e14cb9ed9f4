"""Hold the schemas of a pack in step with the program, and to explaining themselves."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from auditor.engine.rule_schema import rule_schemas, text
from auditor.resources import schemas_folder


@pytest.mark.parametrize("name", sorted(rule_schemas()))
def test_the_published_schema_is_in_step_with_the_models(name: str) -> None:
    assert (schemas_folder() / name).read_bytes() == text(rule_schemas()[name])


def properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every property that is described anywhere in a schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for inner in schema.values():
            yield from properties(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from properties(inner)


@pytest.mark.parametrize("name", sorted(rule_schemas()))
def test_every_property_has_a_title_a_sentence_and_an_example(name: str) -> None:
    described = list(properties(rule_schemas()[name]))
    assert described
    for key, about in described:
        assert about["title"], key
        assert about["description"].endswith("."), key
        assert about["examples"], key


@pytest.mark.parametrize("name", sorted(rule_schemas()))
def test_every_example_is_a_value_that_the_property_may_have(name: str) -> None:
    schema = rule_schemas()[name]
    for _, about in properties(schema):
        one = Draft202012Validator({**about, "$defs": schema.get("$defs", {})})
        for example in about["examples"]:
            assert [error.message for error in one.iter_errors(example)] == []
