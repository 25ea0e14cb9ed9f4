"""Hold what a published case says in the form that a layout writes."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from auditor.load import read

CLAIMS = Path(__file__).parent.parent.parent / "examples" / "claims"


@dataclass(frozen=True)
class Case:
    """One published case: its title, groups, inputs, rows and figures."""

    title: str
    currency: str
    groups: dict[str, str]
    inputs: list[dict[str, Any]]
    rows: list[dict[str, Any]]
    rate: Decimal | None
    reported: dict[str, Any]

    def group(self, row: dict[str, Any]) -> str:
        """Return the name of the group that a row is about."""
        return self.groups[row["stakeholder_id"]]


def case_of(name: str) -> Case:
    """Read a published case by the name of its file."""
    data = read(CLAIMS / f"{name}.yaml").data
    sroi = data["sroi"]
    return Case(
        title=data["title"],
        currency=data["currency"],
        groups={each["id"]: each["name"] for each in data["stakeholders"]},
        inputs=sroi["inputs"],
        rows=sroi["rows"],
        rate=sroi.get("discount_rate"),
        reported=sroi["reported"],
    )
