"""Render a report as JSON: what the digest covers, and the totals that add it up."""

import json
from dataclasses import asdict, fields, is_dataclass
from typing import Any

from auditor.canonical import canonical
from auditor.output.arrange import item_totals, rule_totals
from auditor.report import Report


def render(report: Report) -> bytes:
    """Return the report as UTF-8 JSON with keys in a fixed order and decimals as text."""
    return f"{json.dumps(as_data(report), ensure_ascii=False, indent=2)}\n".encode()


def as_data(report: Report) -> dict[str, Any]:
    """Return the report as plain JSON types.

    Without `totals`, and with an empty `digest`, its canonical form (RFC 8785) is what the digest
    was taken of.
    """
    rules, items = rule_totals(report), item_totals(report)
    totals = {
        "rules": {**asdict(rules), "total": rules.total},
        "items": {**asdict(items), "total": items.total},
    }
    plain = in_order(report, json.loads(canonical(report)))
    return {**plain, "totals": totals}


def in_order(value: object, plain: Any) -> Any:
    """Return plain data with its keys in the order in which the report declares them."""
    if is_dataclass(value):
        names = [field.name for field in fields(value)]
        return {name: in_order(getattr(value, name), plain[name]) for name in names}
    if isinstance(value, tuple):
        return [in_order(item, its) for item, its in zip(value, plain, strict=True)]
    return plain
