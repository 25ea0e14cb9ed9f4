"""Hold a file that goes with a report inside its PDF."""

from dataclasses import dataclass
from enum import StrEnum

from auditor.canonical import digest


class Relation(StrEnum):
    """What an enclosed file is to the report, in the words of PDF/A-3 (ISO 19005-3, 6.8)."""

    SOURCE = "Source"
    DATA = "Data"
    SUPPLEMENT = "Supplement"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file inside a PDF: its name, what it is in words and as media type, and its bytes."""

    name: str
    title: str
    media_type: str
    relation: Relation
    data: bytes

    @property
    def sha256(self) -> str:
        """Return the SHA-256 digest of the bytes in hexadecimal."""
        return digest(self.data)
