"""Generate the published JSON Schemas of a file from its models."""

import json
from pathlib import Path
from typing import Any, get_args

from auditor.model.file import model_of
from auditor.model.stage import Kind
from auditor.resources import schemas_folder
from auditor.schema.examples import add_examples
from auditor.schema.form import FormWithoutNull
from auditor.schema.published import schema_name

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_for(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a kind of file, as its model says."""
    generated = model_of(kind).model_json_schema(
        schema_generator=FormWithoutNull, ref_template="#/$defs/{model}"
    )
    add_examples(generated)
    for model in generated["$defs"].values():
        _evidence_last(model)
    identity = f"https://auditor.example/schemas/{schema_name(kind)}"
    return {"$schema": DIALECT, "$id": identity, **generated}


def write_schemas(folder: Path | None = None) -> tuple[Path, ...]:
    """Write the schemas of both kinds of file, by default where they are published."""
    folder = folder or schemas_folder()
    written = []
    for kind in get_args(Kind):
        path = folder / schema_name(kind)
        path.write_text(as_text(schema_for(kind)), encoding="utf-8")
        written.append(path)
    return tuple(written)


def as_text(schema: dict[str, Any]) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _evidence_last(model: dict[str, Any]) -> None:
    """Show what a part is about before the evidence that every part may carry."""
    properties = model.get("properties", {})
    if "evidence" in properties:
        properties["evidence"] = properties.pop("evidence")
