"""Convert one published analysis into the data of a file, with the place of every figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.load.yaml_reader import load_plain

from . import structure
from .figures import Placing
from .source import Source

MAPPINGS = Path(__file__).parent / "mappings"
LIMITS = "Made from published figures alone; no decision papers were seen"
_ORDER = (
    "format_version",
    "kind",
    "id",
    "title",
    "stage",
    "summary",
    "nation",
    "service_type",
    "currency",
    "policy_basis",
    "decision_rests_on",
    "engagement",
    "stakeholders",
    "options",
    "appraisal",
    "sroi",
    "calculations",
    "evidence",
)
_LAST_OF_SROI = ("discount_rate", "conventions", "reported", "shares", "sensitivity", "evidence")


@dataclass(frozen=True)
class Converted:
    """The data of a file, and the JSON pointer of each published figure in it by its id."""

    data: dict[str, Any]
    places: Mapping[str, str]


def read_mapping(case: str) -> dict[str, Any]:
    """Return what is written down about a case by hand; nothing where there is no such file."""
    path = MAPPINGS / f"{case}.yaml"
    return load_plain(path.read_text(encoding="utf-8"), name=path.name) if path.exists() else {}


def convert(source: Source, mapping: Mapping[str, Any]) -> Converted:
    """Return an analysis as the data of a file; each of its figures stands somewhere in it."""
    data = structure.head(source) | {"engagement": {"limitations": LIMITS}}
    data |= mapping.get("file", {})
    if groups := structure.stakeholders(source):
        data["stakeholders"] = groups
    if listed := structure.options(source):
        data["options"] = listed
        data["appraisal"] = _appraisal(source) | mapping.get("appraisal", {})
    sroi = _sroi(source, mapping)
    if sroi:
        data["sroi"] = sroi
    placing = Placing(source, data, mapping.get("figures", {}))
    for figure in source.figures:
        placing.place(figure)
    if sroi:
        data["sroi"] = _ordered_last(sroi, _LAST_OF_SROI)
    return Converted(_ordered(data, _ORDER), placing.places)


def _appraisal(source: Source) -> dict[str, Any]:
    rate = structure.rate(source)
    if rate is None:
        return {}
    return {"schedule": "custom", "rates_used": [{"from_year": 0, "rate": rate}]}


def _sroi(source: Source, mapping: Mapping[str, Any]) -> dict[str, Any]:
    """Return the analysis of social return: only where the source has a value map or inputs."""
    if not (source.data.get("inputs") or source.data.get("outcomes")):
        return {}
    parts = {
        "inputs": structure.inputs(source),
        "rows": [
            {**row, **mapping.get("rows", {})}
            for row in structure.rows(source, unpublished=mapping.get("unpublished", ()))
        ],
        "discount_rate": structure.rate(source),
        "conventions": mapping.get("conventions"),
        "reported": {"years": years} if (years := structure.years(source)) else {},
        "evidence": ["source"],
    }
    found = {name: value for name, value in parts.items() if value}
    return {**found, **mapping.get("sroi", {})} | {"reported": parts["reported"]}


def _ordered(data: dict[str, Any], order: tuple[str, ...]) -> dict[str, Any]:
    return {name: data[name] for name in order if name in data}


def _ordered_last(data: dict[str, Any], last: tuple[str, ...]) -> dict[str, Any]:
    """Return data with some names moved to its end, in their order; what is empty is left out."""
    first = {name: value for name, value in data.items() if name not in last}
    return {name: value for name, value in {**first, **_ordered(data, last)}.items() if value}
