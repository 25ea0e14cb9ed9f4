"""Make the schema of what `verify` writes, from the types of its answers."""

from typing import Any

from auditor.report_schema.shapes import Shapes, as_bytes
from auditor.sealing.answer import Verification

NAME = "verification.schema.json"


def verification_schema() -> dict[str, Any]:
    """Return the schema of `auditor verify --format json`."""
    shapes = Shapes()
    return shapes.published(NAME, shapes.object(Verification))


def text() -> bytes:
    """Return the schema as the bytes that stand in schemas/."""
    return as_bytes(verification_schema())
