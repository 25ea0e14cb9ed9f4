"""Sign the PDF of a report by PAdES, in the place that it keeps for a signature."""

import asyncio
import io
from dataclasses import dataclass
from datetime import datetime

from pyhanko.keys import load_certs_from_pemder_data, load_private_key_from_pemder_data
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.stamp.noop import NoOpStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from auditor.errors import Problem, UsageError
from auditor.output.signature import FIELD
from auditor.sealing.certificate import Key
from auditor.sealing.signatures import signatures

ROOM = 32_768
"""How many bytes a signature with a timestamp has, as hexadecimal digits."""
SECONDS = 20
"""How long a timestamp authority is waited for."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the place for a signature shows: drawn as a PDF of one page, and in words."""

    drawn: bytes
    words: str


class _Writer(IncrementalPdfFileWriter):
    """Append to a PDF, and leave its metadata and its version as they are.

    pyHanko would name itself as the producer, write the description of PDF/UA in a form that not
    every validator takes, and for some keys make it a PDF 2.0, which no PDF/A-3 is.
    """

    def _update_meta(self) -> None:
        pass

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        pass


def sign(
    raw: bytes, key: Key, shown: Shown, *, at: datetime, reason: str = "", authority: str = ""
) -> bytes:
    """Return the PDF signed, with its own bytes first and nothing in them changed.

    The signature allows no change after it. `authority` is the address of a timestamp authority,
    which is asked for the time; raises UsageError where it gives none.
    """
    timestamper = timestamps.HTTPTimeStamper(authority, timeout=SECONDS) if authority else None
    try:
        signed = asyncio.run(_signed(raw, key, shown, at, reason, timestamper))
        if timestamper:
            _refuse_unstamped(signed, at)
        return signed
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        if timestamper is None:
            raise
        words = " ".join(f"{error} {error.__cause__ or ''}".split())[:200]
        problem = f"the timestamp authority gave no timestamp: {words}"
        hint = "Nothing was written. Check the address, or sign without --timestamp."
        raise UsageError(Problem(problem, authority, hint)) from error


async def _signed(
    raw: bytes,
    key: Key,
    shown: Shown,
    at: datetime,
    reason: str,
    timestamper: timestamps.TimeStamper | None,
) -> bytes:
    writer = _Writer(io.BytesIO(raw))
    _show(writer, shown)
    wanted = signers.PdfSignatureMetadata(
        field_name=FIELD,
        reason=reason or None,
        certify=True,
        subfilter=fields.SigSeedSubFilter.PADES,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    signer = signers.PdfSigner(
        wanted, _signer(key), timestamper=timestamper, stamp_style=NoOpStampStyle()
    )
    session = signer.init_signing_session(writer, existing_fields_only=True)
    session.system_time = at
    room = ROOM if timestamper else await session.estimate_signature_container_size(None)
    prepared = session.prepare_tbs_document(None, room)
    output = io.BytesIO()
    digest, _ = prepared.digest_tbs_document(output=output)
    signed = await prepared.perform_signature(
        digest.document_digest, PdfCMSSignedAttributes(signing_time=at)
    )
    await signed.post_signature_processing(output)
    return output.getvalue()


def _refuse_unstamped(signed: bytes, at: datetime) -> None:
    """Refuse what an authority answered, if it is no timestamp of this very signature."""
    (made,) = signatures(signed, (), at)
    if made.stamp is None or not made.stamp.valid:
        raise ValueError("its answer is no timestamp of this signature")


def _signer(key: Key) -> signers.SimpleSigner:
    store = SimpleCertificateStore()
    own, *others = (
        found
        for each in (key.certificate, *key.chain)
        for found in load_certs_from_pemder_data(each.der)
    )
    store.register_multiple(others)
    secret = load_private_key_from_pemder_data(key.secret, passphrase=None)
    return signers.SimpleSigner(own, secret, store)


def _show(writer: _Writer, shown: Shown) -> None:
    """Draw in the field, and say in words to whoever cannot see it, who signs."""
    found = fields.enumerate_sig_fields(writer, filled_status=False, with_name=FIELD)
    field = next(reference for _, _, reference in found).get_object()
    drawn = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(shown.drawn)))
    field["/AP"] = generic.DictionaryObject({generic.pdf_name("/N"): drawn})
    field["/TU"] = generic.pdf_string(shown.words)
