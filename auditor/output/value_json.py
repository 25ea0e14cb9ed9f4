"""Render the value claims of a file and their analysis as JSON."""

import json
from typing import Any

from auditor.analysis.show import Shown
from auditor.canonical import plain
from auditor.comparison import Comparison
from auditor.valuation import Valuation


def render(found: Valuation) -> bytes:
    """Return a valuation as UTF-8 JSON with keys in a fixed order and decimals as text."""
    return f"{json.dumps(as_data(found), ensure_ascii=False, indent=2)}\n".encode()


def as_data(found: Valuation) -> dict[str, Any]:
    """Return a valuation as plain JSON types; what is set out for people stays out of it."""
    data = plain(found)
    parts = {part["name"]: part["result"] for part in data.pop("parts")}
    return {**data, "analysis": parts}


def render_figure(shown: Shown) -> bytes:
    """Return one figure with its working as UTF-8 JSON, decimals as text."""
    return f"{json.dumps(plain(shown), ensure_ascii=False, indent=2)}\n".encode()


def render_comparison(found: Comparison) -> bytes:
    """Return a comparison as UTF-8 JSON with keys in a fixed order and decimals as text."""
    data = plain(found)
    whole = {**data, "results": dict(data["results"])}
    del whole["sections"]
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n".encode()
