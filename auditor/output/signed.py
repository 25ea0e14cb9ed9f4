"""Hold who signs a report, and how large the place is that shows it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from auditor.output import words

ANCHOR = "place-of-signature"
"""Where the pages keep room for it; its size is set again in report.css."""
WIDTH, HEIGHT = Decimal(498), Decimal(90)
"""Its size in points."""


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signs, as what, when and why: what the place for a signature shows."""

    name: str
    at: datetime
    role: str = ""
    reason: str = ""

    @property
    def on(self) -> str:
        """Return the date and the time of day."""
        at = self.at.astimezone(UTC)
        return f"{words.long_date(at.date().isoformat())}, {at:%H:%M} UTC"

    @property
    def sentence(self) -> str:
        """Return all of it as one sentence, for those who cannot see it."""
        said = [self.name, self.role, self.on, f"reason: {self.reason}" if self.reason else ""]
        return f"Digitally signed by {', '.join(filter(None, said))}"
