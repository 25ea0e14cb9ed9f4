"""Make the published schema of the JSON result from the types of the report."""

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from auditor.finding import Counts
from auditor.output.arrange import RuleTotals
from auditor.report import Report
from auditor.report_schema.descriptions import ABOUT, EXTRA, TYPES

NAME = "report.schema.json"
_DECIMAL = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what `auditor check --format json` writes."""
    definitions: dict[str, Any] = {}
    root = _object(Report, definitions)
    root["properties"]["totals"] = _totals(definitions)
    root["required"].append("totals")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://auditor.example/schemas/{NAME}",
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def text() -> bytes:
    """Return the schema as the bytes that stand in schemas/."""
    return (json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n").encode()


def _object(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    properties = {name: _property(kind, name, hints[name], definitions) for name in names}
    return {
        "title": TYPES[kind.__name__][0],
        "description": TYPES[kind.__name__][1],
        "type": "object",
        "properties": properties,
        "required": names,
        "additionalProperties": False,
    }


def _property(kind: type, name: str, hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    description, example = ABOUT[kind.__name__][name]
    title = name.replace("_", " ").capitalize()
    shape = _shape(hint, definitions)
    shown = {} if example is None else {"examples": [example]}
    return {"title": title, "description": description, **shape, **shown}


def _shape(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _shape(get_args(hint)[0], definitions)}
    if is_dataclass(hint) and isinstance(hint, type):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if issubclass(hint, StrEnum):
        return {"type": "string", "enum": [member.value for member in hint]}
    plain = {str: "string", bool: "boolean", int: "integer"}
    return dict(_DECIMAL) if hint is Decimal else {"type": plain[hint]}


def _totals(definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the shape of the totals, which the report implies and the JSON spells out."""
    both = {
        "rules": _with_total(_object(RuleTotals, definitions)),
        "items": _with_total(_object(Counts, definitions)),
    }
    for name, shape in both.items():
        shape["description"] = EXTRA[name]
    return {
        "title": "Totals",
        "description": EXTRA["totals"],
        "type": "object",
        "properties": both,
        "required": list(both),
        "additionalProperties": False,
    }


def _with_total(shape: dict[str, Any]) -> dict[str, Any]:
    total = {"title": "Total", "description": EXTRA["total"], "type": "integer", "examples": [32]}
    return {
        **shape,
        "properties": {**shape["properties"], "total": total},
        "required": [*shape["required"], "total"],
    }
