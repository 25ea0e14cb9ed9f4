"""Check the signatures in a PDF that a stranger made: valid, by whom, covering what, since when."""

import asyncio
import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pyhanko.keys import load_certs_from_pemder_data
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, TimestampSignatureStatus
from pyhanko.sign.validation.utils import DEFAULT_WEAK_HASH_ALGORITHMS
from pyhanko_certvalidator import ValidationContext

from auditor.sealing.certificate import Certificate, certificate, unfit
from auditor.sealing.contents import parsing

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())  # what it says is in its answer

MOST = 20
"""How many signatures are looked at; no report has more than a few."""


class Later(StrEnum):
    """What came after what a signature speaks for, if anything did."""

    NOTHING = "nothing"
    UPKEEP = "what keeps it verifiable for longer"
    FIELDS = "a further signature or form field"
    OTHER = "changes"


class Trust(StrEnum):
    """Whether a certificate that is trusted vouches for another."""

    TRUSTED = "trusted"
    UNKNOWN = "unknown"
    UNFIT = "unfit"
    OUT_OF_DATE = "out of date"
    UNPROVEN = "unproven"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A timestamp: when and by whom, whether it is valid, and whether its maker is trusted."""

    at: datetime
    by: Certificate
    valid: bool
    trusted: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature: whose, whether valid, and how much of the file it covers.

    `fault` says why it is not valid, and nothing if it is; `claimed` is when it was made, as its
    maker says; `end` is how many bytes it speaks for, from the first, and 0 if they are not in one
    piece.
    """

    by: Certificate
    fault: str
    trust: Trust
    claimed: datetime | None
    stamp: Stamp | None
    reason: str
    end: int
    later: Later


def signatures(raw: bytes, trusted: Sequence[Certificate], at: datetime) -> tuple[Signature, ...]:
    """Return the signatures in a PDF, oldest first; raises Unreadable where its parser fails.

    Nothing is fetched, so nobody is asked whether a certificate was revoked.
    """
    with parsing():
        return asyncio.run(_all(raw, trusted, at))


async def _all(raw: bytes, trusted: Sequence[Certificate], at: datetime) -> tuple[Signature, ...]:
    reader = PdfFileReader(io.BytesIO(raw))
    found = list(reader.embedded_regular_signatures)[:MOST]
    return tuple([await _checked(each, raw, trusted, at) for each in found])


async def _checked(
    found: EmbeddedPdfSignature, raw: bytes, trusted: Sequence[Certificate], at: datetime
) -> Signature:
    status = await _status(found, trusted, at, at)
    stamp = _stamp(status.timestamp_validity)
    by = certificate(status.signing_cert.dump())
    end = _end(found, raw)
    return Signature(
        by=by,
        fault=_fault(status),
        trust=await _trust(found, status, by, stamp, trusted, at),
        claimed=_claimed(found),
        stamp=stamp,
        reason=str(found.sig_object.get("/Reason", "")),
        end=end,
        later=Later.NOTHING if end == len(raw) else _later(found, raw),
    )


async def _status(
    found: EmbeddedPdfSignature,
    trusted: Sequence[Certificate],
    at: datetime,
    now: datetime,
) -> PdfSignatureStatus:
    """Validate a signature as at a time, and its timestamp as at now."""
    return await async_validate_pdf_signature(
        found,
        signer_validation_context=_context(trusted, at),
        ts_validation_context=_context(trusted, now),
        key_usage_settings=KeyUsageConstraints(key_usage=set()),  # looked at in `unfit`
        skip_diff=True,
    )


def _context(trusted: Sequence[Certificate], at: datetime) -> ValidationContext:
    roots = [root for each in trusted for root in load_certs_from_pemder_data(each.der)]
    return ValidationContext(trust_roots=roots, moment=at, allow_fetching=False)


async def _trust(
    found: EmbeddedPdfSignature,
    status: PdfSignatureStatus,
    by: Certificate,
    stamp: Stamp | None,
    trusted: Sequence[Certificate],
    at: datetime,
) -> Trust:
    """Say whether the signer is trusted, as at a time that is proven: a timestamp, or else now.

    A certificate that is trusted itself is held to its dates as well, which pyHanko does not do.
    """
    if unfit(by):
        return Trust.UNFIT
    proven = stamp.at if stamp and stamp.valid and stamp.trusted else None
    claimed = _claimed(found)
    when = proven or at
    only_claimed = not by.begins <= when <= by.ends
    if only_claimed:
        if proven or claimed is None or not by.begins <= claimed <= by.ends:
            return Trust.OUT_OF_DATE
        when = claimed
    status = status if when == at else await _status(found, trusted, when, at)
    if status.trusted:
        return Trust.UNPROVEN if only_claimed else Trust.TRUSTED
    return Trust.REVOKED if status.revoked else Trust.UNKNOWN


def _claimed(found: EmbeddedPdfSignature) -> datetime | None:
    """Return when a signature says that it was made; a time without a zone says nothing."""
    said = found.self_reported_timestamp
    return said if said and said.tzinfo else None


def _fault(status: PdfSignatureStatus) -> str:
    if not status.intact:
        return "the file is not the one that was signed"
    if not status.valid:
        return "the signature was not made with the key of its certificate"
    if status.md_algorithm in DEFAULT_WEAK_HASH_ALGORITHMS:
        return f"it rests on {status.md_algorithm}, which is no longer safe"
    return ""


def _stamp(status: TimestampSignatureStatus | None) -> Stamp | None:
    if status is None:
        return None
    by = certificate(status.signing_cert.dump())
    return Stamp(status.timestamp, by, bool(status.valid and status.intact), bool(status.trusted))


def _end(found: EmbeddedPdfSignature, raw: bytes) -> int:
    """Return how many bytes a signature speaks for: all from the first, but for its own digits.

    What it leaves out must be the signature itself and nothing else. pyHanko compares lengths
    alone, and other things could stand there.
    """
    match [int(each) for each in found.byte_range]:
        case [0, before, after, rest] if 0 < before < after and rest > 0:
            own = b"<" + found.pkcs7_content.hex().encode() + b">"
            whole = raw[before:after].lower() == own and after + rest <= len(raw)
            return after + rest if whole and not _filling(found) else 0
    return 0


def _filling(found: EmbeddedPdfSignature) -> bytes:
    """Return what stands behind a signature in its place, where there should be noughts alone."""
    return found.pkcs7_content.rpartition(found.signed_data.dump())[2].strip(b"\0")


def _later(found: EmbeddedPdfSignature, raw: bytes) -> Later:
    """Say what was added to the file after what a signature speaks for, and whether it permits it.

    What pyHanko does not know for harmless counts as changes. So do bytes in which it sees nothing:
    another reader may see something, as it may where a file does not end as a PDF does.
    """
    if not raw.rstrip(b"\r\n").endswith(b"%%EOF"):
        return Later.OTHER
    found.compute_integrity_info()
    allowed = bool(found.summarise_integrity_info()["docmdp_ok"])
    level = getattr(found.diff_result, "modification_level", ModificationLevel.OTHER)
    known = {
        ModificationLevel.LTA_UPDATES: Later.UPKEEP,
        ModificationLevel.FORM_FILLING: Later.FIELDS,
    }
    return known.get(level, Later.OTHER) if allowed else Later.OTHER
