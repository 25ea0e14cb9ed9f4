"""Hold the lists of a file that rows fill, and what the columns of a row become in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from auditor.load.value_map.record import Ids

SHARES: Mapping[str, str] = {
    "deadweight": "deadweight",
    "displacement": "displacement",
    "attribution": "attribution_to_others",
    "attribution_others": "attribution_to_others",
    "attribution_own": "attribution_to_others",
    "attribution_2": "",
    "drop_off": "drop_off",
}
"""The columns of shares, and the field that each becomes."""

SAYABLE = (*SHARES, "duration")
PLAIN = {"quantity": "quantity", "proxy": "proxy", "duration": "duration_years"}
TEXTS = {
    "outcome": "text",
    "quantity_source": "quantity_source",
    "proxy_text": "proxy_text",
    "proxy_source": "proxy_source",
}
FIGURES = {"impact": "reported_impact", "present_value": "reported_present_value"}
STARTS = {"1": "during", "2": "after", "during": "during", "after": "after"}


@dataclass
class Parts:
    """The lists of a file that rows fill, and the names that are taken."""

    stakeholders: list[dict[str, Any]] = field(default_factory=list)
    inputs: list[dict[str, Any]] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    ids: Ids = field(default_factory=Ids)
    groups: dict[str, str] = field(default_factory=dict)
    at: dict[int, int] = field(default_factory=dict)
    """Which of `rows` a row of the first sheet became."""
