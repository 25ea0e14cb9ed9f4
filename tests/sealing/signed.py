"""Sign the small report, once for all tests."""

from datetime import datetime
from functools import cache

from auditor.output import pdf
from auditor.output.signed import Signed
from auditor.sealing.certificate import Key
from auditor.sealing.given import Given
from auditor.sealing.sign import Shown, sign
from tests.sealing import authority, made

ROLE, REASON = "Head of audit", "Verified for the board"


@cache
def drawn(name: str, at: datetime) -> tuple[bytes, str]:
    said = Signed(name, at, ROLE, REASON)
    return pdf.signature_block(said), said.sentence


def signed(
    key: Key | None = None,
    *,
    raw: bytes = b"",
    at: datetime = authority.NOW,
    stamped_by: str = "",
) -> bytes:
    """Return the report, or another PDF of one, signed."""
    key = key or authority.signer()
    shown = Shown(*drawn(key.certificate.name, at))
    return sign(raw or made.pdf(), key, shown, at=at, reason=REASON, authority=stamped_by)


@cache
def report() -> bytes:
    """Return the report as an officer signed it whom an authority certified."""
    return signed()


def trusting(name: str = "Public Audit Root", at: datetime = authority.NOW) -> Given:
    """Return what somebody has who trusts an authority."""
    return Given(trusted=(authority.root(name),), at=at)
