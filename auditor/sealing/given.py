"""Hold what whoever verifies a report has beside its PDF."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from auditor.sealing.certificate import Certificate


@dataclass(frozen=True, slots=True)
class Given:
    """The audited file, the folder of its documents, the certificates that are trusted, and now."""

    file: bytes | None = None
    evidence: Path | None = None
    trusted: tuple[Certificate, ...] = ()
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
