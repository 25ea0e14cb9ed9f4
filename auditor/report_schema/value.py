"""Make the schemas of what `value` and `compare` write, from the types of their results."""

from collections.abc import Callable, Mapping
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_type_hints

from auditor.analysis.analysis import PARTS
from auditor.analysis.choice import options_compared, tenders_compared
from auditor.analysis.files import files_compared
from auditor.analysis.show import Shown
from auditor.comparison import Comparison
from auditor.report_schema.shapes import Shapes, as_bytes, closed
from auditor.valuation import Valuation

VALUE, FIGURE, COMPARISON = (
    "value.schema.json",
    "value-figure.schema.json",
    "comparison.schema.json",
)
_COMPARED: Mapping[str, Callable[..., Any]] = {
    "options": options_compared,
    "tenders": tenders_compared,
    "files": files_compared,
}


def value_schema() -> dict[str, Any]:
    """Return the schema of `auditor value --format json`: each part of the analysis by name."""
    shapes = Shapes()
    works = {name: work for name, (work, _) in PARTS.items()}
    analysis = {
        "title": "Analysis",
        "description": "What analysis makes of the claims, for each part that the file allows.",
        **closed(_results(shapes, works), required=False),
    }
    return shapes.published(VALUE, _with(shapes.object(Valuation, without=("parts",)), analysis))


def figure_schema() -> dict[str, Any]:
    """Return the schema of `auditor value --show FIGURE --format json`."""
    shapes = Shapes()
    return shapes.published(FIGURE, shapes.object(Shown))


def comparison_schema() -> dict[str, Any]:
    """Return the schema of `auditor compare --format json`: each comparison by name."""
    shapes = Shapes()
    results = {
        "title": "Results",
        "description": "Each comparison that was made, by what was compared.",
        **closed(_results(shapes, _COMPARED), required=False),
    }
    root = shapes.object(Comparison, without=("results", "sections"))
    return shapes.published(COMPARISON, _with(root, results))


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = MappingProxyType(
    {VALUE: value_schema, FIGURE: figure_schema, COMPARISON: comparison_schema}
)
"""Each schema of this kind by the name of its file."""


def texts() -> dict[str, bytes]:
    """Return each schema as the bytes that stand in schemas/."""
    return {name: as_bytes(make()) for name, make in SCHEMAS.items()}


def _with(root: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """Return an object with one more property, named as its title is."""
    name = part["title"].lower()
    return {
        **root,
        "properties": {**root["properties"], name: part},
        "required": [*root["required"], name],
    }


def _results(shapes: Shapes, works: Mapping[str, Callable[..., Any]]) -> dict[str, Any]:
    """Return the shape of what each function makes; what it does not make is left out."""
    return {
        name: {"title": name.replace("_", " ").capitalize(), **shapes.shape(_made_by(work))}
        for name, work in works.items()
    }


def _made_by(work: Callable[..., Any]) -> Any:
    made = get_type_hints(work)["return"]
    (kind,) = (each for each in get_args(made) or (made,) if each is not NoneType)
    return kind
