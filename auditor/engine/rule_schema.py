"""Write the schemas of what a rule pack is made of, so that an editor completes and explains."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from auditor.engine.catalogue import Catalogue
from auditor.engine.levels import StagedModel
from auditor.engine.pack_parts import Clause, PackInfo, Parameter, Source
from auditor.engine.rule import Rule
from auditor.model.framework import Framework
from auditor.resources import schemas_folder
from auditor.schema.form import Form
from auditor.write import write_whole

_TYPES: Mapping[str, tuple[str, Any]] = {
    "rule": ("A rule of a pack", Rule),
    "pack": ("What a rule pack is", PackInfo),
    "parameter": ("A number that guidance sets, dated and cited", Parameter),
    "sources": ("The documents that rules cite", tuple[Source, ...]),
    "levels": ("Levels of practice, and the rules by which a file shows them", StagedModel),
    "clauses": ("The clauses of an authority and the rules that check them", tuple[Clause, ...]),
    "catalogue": ("Everything that the sources ask for, row by row", Catalogue),
    "framework": ("An outcome framework that files can be checked against", Framework),
}


def rule_schemas() -> dict[str, dict[str, Any]]:
    """Return each schema by the name of its file."""
    return {f"{name}.schema.json": _schema(name, *about) for name, about in _TYPES.items()}


def _schema(name: str, title: str, kind: Any) -> dict[str, Any]:
    made = TypeAdapter(kind).json_schema(schema_generator=Form)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://auditor.example/schemas/{name}.schema.json",
    }
    return {**head, **made, "title": title}


def text(schema: Mapping[str, Any]) -> bytes:
    """Return a schema as the bytes that stand in schemas/."""
    return (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()


def write_rule_schemas() -> None:
    """Write the schemas into schemas/."""
    for name, schema in rule_schemas().items():
        write_whole(schemas_folder() / name, text(schema))


if __name__ == "__main__":
    write_rule_schemas()
