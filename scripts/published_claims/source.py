"""Read a published analysis: its numbers exactly, and what is said of each of its figures."""

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Published:
    """One figure of an analysis, with what a reader who recomputed it by hand found."""

    id: str
    value: int | Decimal
    text: str
    recomputed: int | Decimal | None
    tolerance: int | Decimal | None
    reproduces: bool | None


@dataclass(frozen=True)
class Source:
    """A published analysis as plain data, its figures and what only shows a wrong convention."""

    case: str
    data: dict[str, Any]
    figures: tuple[Published, ...]
    counterfactuals: tuple[Published, ...]

    def at(self, pointer: str) -> Any:
        """Return the value at a JSON pointer; raise KeyError or IndexError where there is none."""
        value: Any = self.data
        for step in pointer.strip("/").split("/"):
            value = value[int(step)] if isinstance(value, list) else value[step]
        return value


def read_source(path: Path) -> Source:
    """Read an analysis of the published-cases format."""
    data = json.loads(path.read_text(encoding="utf-8"), parse_float=number)
    claims = data.get("claims", [])
    return Source(
        case=data.get("case", path.stem),
        data=data,
        figures=tuple(_published(each) for each in claims if each["kind"] == "claim"),
        counterfactuals=tuple(_published(each) for each in claims if each["kind"] != "claim"),
    )


def number(text: str) -> int | Decimal:
    """Return a number as it was printed: 12.0 only says that a program wrote 12.

    >>> number("12.0"), number("0.50")
    (12, Decimal('0.50'))
    """
    exact = Decimal(text)
    whole = exact == exact.to_integral_value()
    return int(exact) if whole else Decimal(f"{exact:f}")


def _published(claim: dict[str, Any]) -> Published:
    return Published(
        id=claim["id"],
        value=claim["published"],
        text=claim.get("claim", claim["id"]),
        recomputed=claim.get("recomputed"),
        tolerance=claim.get("tolerance"),
        reproduces=claim.get("reproduces"),
    )
