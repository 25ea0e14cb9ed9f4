"""The published schema, its reading by this program, and the models must accept the same files."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import ValidationError

from auditor.errors import InputError
from auditor.load.document import Document
from auditor.model.file import DecommissioningFile
from auditor.model.shape import shape
from auditor.schema import validate
from auditor.schema.check import validator
from auditor.schema.published import published

ODD = (
    True, 0, 1, -1, 25, 2022, 10**16, Decimal("0.5"), Decimal("-0.5"), Decimal("2018.0"),
    Decimal("1E-30"), "", " ", "x", "two words", "5", "2026-02-30", "2026-01-31", "20260131",
    "2026-01-31T00:00:00", "1899-12-31", "2200-01-01", [], [1], ["x"], ["2026-01-31"], [[]], {},
    {"none": "why"}, {"none": ""}, {"none": "why", "id": "x"}, {"value": 5}, {"id": "x"},
    {"entry": "x", "page": 4}, "papers/needs.pdf", "../needs.pdf", "/needs.pdf", "C14", "0f" * 32,
)  # fmt: skip
UNREADABLE = (Decimal("NaN"), Decimal("Infinity"), 0.5, "x\n")
"""Values that a loader never gives, or that this program reads more strictly than the standard."""
WORDS = ("title", "description", "examples")
SCHEMA = published("decommissioning").schema


def models(model, found):
    if model.__name__ not in found:
        found[model.__name__] = model
        for inner in shape(model).parts.values():
            models(inner, found)
    return found


MODELS = models(DecommissioningFile, {})


def part_schema(name):
    if name == DecommissioningFile.__name__:
        return SCHEMA
    part = SCHEMA["$defs"][name]
    record = part["anyOf"][1] if "anyOf" in part else part  # beside a number or an id alone
    return {"$defs": SCHEMA["$defs"], **record}


def good(schema):
    """Return the least that a record must hold, from the examples of its properties."""
    return {name: schema["properties"][name]["examples"][0] for name in schema.get("required", [])}


def accepts(model, data):
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


def distinct_fields():
    """Yield model and field for each different form that a field can have, once."""
    seen = set()
    for name in sorted(set(MODELS) - {"Figure"}):
        for field, part in part_schema(name)["properties"].items():
            said = {key: value for key, value in part.items() if key not in WORDS}
            if (form := json.dumps(said, default=str)) not in seen:
                seen.add(form)
                yield name, field


@pytest.mark.parametrize(("name", "field"), [*distinct_fields()])
def test_schema_and_model_accept_the_same(name, field):
    schema = part_schema(name)
    ours = validator("decommissioning")
    ours = type(ours)(schema, format_checker=ours.format_checker)
    standard = Draft202012Validator(schema, format_checker=FormatChecker())
    for odd in (*ODD, *schema["properties"][field]["examples"]):
        data = {**good(schema), field: odd}
        assert ours.is_valid(data) == accepts(MODELS[name], data), odd
        assert standard.is_valid(data) == ours.is_valid(data), odd
    for odd in UNREADABLE:
        data = {**good(schema), field: odd}
        assert ours.is_valid(data) == accepts(MODELS[name], data), odd
    assert not ours.is_valid({**good(schema), field: None})


def test_every_definition_of_the_schema_was_compared():
    assert {*MODELS, "Nil"} == {*SCHEMA["$defs"], DecommissioningFile.__name__}


def whole():
    """Return a file that states every property, made from their examples."""

    def build(part, examples=()):
        examples = part.get("examples", examples)
        if "$ref" in part:
            return build(SCHEMA["$defs"][part["$ref"].rpartition("/")[2]], examples)
        if "anyOf" in part:
            return build(part["anyOf"][0], examples)
        if "properties" in part:
            return {name: build(inner) for name, inner in part["properties"].items()}
        if part.get("type") == "array" and "$ref" in part["items"]:
            return [build(part["items"], examples[0])]
        return examples[0]

    return build(SCHEMA)


def as_data(value):
    """Return a model's content as a loader would read it from a file."""
    if isinstance(value, dict):
        return {name: as_data(inner) for name, inner in value.items()}
    if isinstance(value, tuple):
        return [as_data(inner) for inner in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def test_a_file_that_states_everything_goes_round():
    data = whole()
    case = DecommissioningFile.model_validate(data)
    written = as_data(case.model_dump(by_alias=True, exclude_none=True))
    assert DecommissioningFile.model_validate(written) == case
    assert validator("decommissioning").is_valid(written)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.sampled_from(["none", "id", "commissioning", "decommissioning", "1", "need", "proposal"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.text(max_size=3)
            | st.sampled_from(["none", "id", "rows", "value", "printed", "reported", "evidence"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(sorted(SCHEMA["properties"])), json_values, max_size=6),
    st.sampled_from(["commissioning", "decommissioning"]),
)
def test_any_data_is_read_or_refused_with_reasons(parts, kind):
    head = {"format_version": "1", "kind": kind, "title": "x", "stage": "need"}
    try:
        validate(Document("f", head | parts, "", {}))
    except InputError as refused:
        assert all(problem.problem and problem.where for problem in refused.problems)
        assert not any("does not fit" in problem.problem for problem in refused.problems)
        assert not any("cannot be read" in problem.problem for problem in refused.problems)
