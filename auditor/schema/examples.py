"""Give every property of a schema an example, made from those inside it where it has none."""

from typing import Any

_SIMPLE = {"boolean": True}
_DAY = "2026-03-31"
_SHOWN = 2
"""How many properties an example of a record shows beside those it must have."""


def add_examples(schema: dict[str, Any]) -> None:
    """Add an example to every property that has none, in place."""
    for model in (schema, *schema["$defs"].values()):
        for part in model.get("properties", {}).values():
            part.setdefault("examples", [_example(part, schema)])


def _example(part: dict[str, Any], schema: dict[str, Any]) -> Any:
    if "examples" in part:
        return part["examples"][0]
    if "$ref" in part:
        return _example(schema["$defs"][part["$ref"].rpartition("/")[2]], schema)
    if "anyOf" in part:
        return _example(part["anyOf"][0], schema)
    if "properties" in part:
        return _record(part, schema)
    return _value(part, schema)


def _value(part: dict[str, Any], schema: dict[str, Any]) -> Any:
    if "const" in part or "enum" in part:
        return part.get("const", part.get("enum", [None])[0])
    if part["type"] == "array":
        return [_example(part["items"], schema)]
    if part.get("format") == "date":
        return _DAY
    return _SIMPLE[part["type"]]


def _record(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    required = part.get("required", [])
    others = [name for name in part["properties"] if name not in (*required, "evidence")]
    shown = [name for name in part["properties"] if name in (*required, *others[:_SHOWN])]
    return {name: _example(part["properties"][name], schema) for name in shown}
