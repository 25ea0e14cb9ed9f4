"""Make the published schema of the JSON result from the types of the report."""

from typing import Any

from auditor.finding import Counts
from auditor.output.arrange import RuleTotals
from auditor.report import Report
from auditor.report_schema.descriptions import EXTRA
from auditor.report_schema.shapes import Shapes, as_bytes, closed

NAME = "report.schema.json"


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of what `auditor check --format json` writes."""
    shapes = Shapes()
    root = shapes.object(Report)
    root["properties"]["totals"] = _totals(shapes)
    root["required"].append("totals")
    return shapes.published(NAME, root)


def text() -> bytes:
    """Return the schema as the bytes that stand in schemas/."""
    return as_bytes(report_schema())


def _totals(shapes: Shapes) -> dict[str, Any]:
    """Return the shape of the totals, which the report implies and the JSON spells out."""
    both = {
        "rules": _with_total(shapes.object(RuleTotals)),
        "items": _with_total(shapes.object(Counts)),
    }
    for name, shape in both.items():
        shape["description"] = EXTRA[name]
    return {"title": "Totals", "description": EXTRA["totals"], **closed(both)}


def _with_total(shape: dict[str, Any]) -> dict[str, Any]:
    total = {"title": "Total", "description": EXTRA["total"], "type": "integer", "examples": [32]}
    return {
        **shape,
        "properties": {**shape["properties"], "total": total},
        "required": [*shape["required"], "total"],
    }
