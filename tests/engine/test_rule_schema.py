import pytest

from auditor.engine.rule_schema import rule_schemas, text
from auditor.resources import schemas_folder


@pytest.mark.parametrize("name", sorted(rule_schemas()))
def test_the_published_schema_is_in_step_with_the_models(name: str) -> None:
    assert (schemas_folder() / name).read_bytes() == text(rule_schemas()[name])
