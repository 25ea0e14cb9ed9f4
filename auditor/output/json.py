"""Render a report as JSON: what the digest covers, and the totals that add it up."""

import json
from dataclasses import asdict
from typing import Any

from auditor.canonical import plain
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
    return {**plain(report), "totals": totals}
