import asyncio
import io
from datetime import timedelta

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from auditor.sealing.answer import SIGNATURES, Question, Verdict
from auditor.sealing.contents import Unreadable
from auditor.sealing.given import Given
from auditor.sealing.sign import _signer
from auditor.sealing.signatures import Later, Trust, signatures
from auditor.sealing.verify import verify
from tests.sealing import authority, made, signed
from tests.sealing.authority import NOW

YES, NO, CANNOT_SAY = Verdict
LATER = NOW + timedelta(days=400)  # when the certificate of the officer has expired
CLIENT = "1.3.6.1.5.5.7.3.2"


def answer(question, raw, given=None):
    return verify(raw, [question], given or signed.trusting())[0]


def signer(raw, given=None):
    return answer(Question.SIGNER, raw, given)


def also_signed(raw, key, *, where=None):
    """Return a PDF with one more signature, as another program makes it, in a field of its own."""
    name = f"{key.certificate.name} at {len(raw)}"
    field = fields.SigFieldSpec(name, box=where)
    wanted = signers.PdfSignatureMetadata(field_name=name, subfilter=fields.SigSeedSubFilter.PADES)
    pdf = signers.PdfSigner(wanted, _signer(key), new_field_spec=field)
    output = io.BytesIO()
    asyncio.run(pdf.async_sign_pdf(IncrementalPdfFileWriter(io.BytesIO(raw)), output=output))
    return output.getvalue()


def test_a_signed_report_is_valid_trusted_and_unchanged():
    found = verify(signed.report(), SIGNATURES, signed.trusting())
    assert [each.verdict for each in found] == [YES, YES, YES]
    assert "made with the key of Ann Officer" in found[0].reason
    assert "signed on 2026-03-02 12:00 UTC, as it says itself" in found[0].details[0]
    assert "whether it was revoked was not asked" in found[1].reason
    assert "to its last byte" in found[2].reason


def test_without_a_certificate_to_trust_the_signer_is_named_and_nothing_is_said_of_them():
    found = signer(signed.report(), Given(at=NOW))
    assert found.verdict is CANNOT_SAY
    (made_by,) = signatures(signed.report(), [], NOW)
    assert f"Ann Officer (SHA-256 {made_by.by.sha256})" in found.reason


def test_an_authority_that_did_not_certify_the_signer_vouches_for_nobody():
    found = signer(signed.report(), signed.trusting("Another Root"))
    assert found.verdict is NO
    assert "no certificate that you trust vouches for that of Ann Officer" in found.reason


def test_of_a_signature_that_is_not_valid_nobody_is_said_to_be_untrusted():
    raw = bytearray(signed.report())
    raw[1000] ^= 1
    found = signer(bytes(raw))
    assert found.verdict is CANNOT_SAY
    assert "does not show who made it" in found.reason


def test_the_certificate_of_the_signer_may_be_trusted_itself():
    (found,) = signatures(signed.report(), [], NOW)
    assert signer(signed.report(), Given(trusted=(found.by,), at=NOW)).verdict is YES


def test_after_the_certificate_expired_the_time_of_signing_is_only_claimed():
    found = signer(signed.report(), signed.trusting(at=LATER))
    assert found.verdict is CANNOT_SAY
    assert "no timestamp that you trust proves it" in found.reason


def test_a_timestamp_proves_that_it_was_signed_before_the_certificate_expired():
    with authority.timestamps() as address:
        raw = signed.signed(stamped_by=address)
    found = signer(raw, signed.trusting(at=LATER))
    assert found.verdict is YES
    assert found.details[0].startswith("timestamp of 2026-03-02 12:00 UTC by Time of Day (SHA-256")
    assert found.details[0].endswith("which you trust")
    (by,) = (each.by for each in signatures(raw, [], NOW))
    only_the_signer = signer(raw, Given(trusted=(by,), at=LATER))
    assert only_the_signer.verdict is CANNOT_SAY
    assert "vouches for" in only_the_signer.details[0]


def test_a_timestamp_from_after_the_certificate_expired_speaks_against_it():
    with authority.timestamps(authority.Answering(LATER)) as address:
        raw = signed.signed(stamped_by=address)
    found = signer(raw, signed.trusting(at=LATER))
    assert found.verdict is NO
    assert "was not valid" in found.reason


def test_a_certificate_that_is_not_for_signing_is_not_trusted_to():
    raw = signed.signed(authority.signer(purposes=(CLIENT,)))
    found = signer(raw)
    assert found.verdict is NO
    assert "not meant for signing documents" in found.reason


def test_two_signatures_are_named_and_both_must_be_trusted():
    raw = also_signed(made.pdf(), authority.signer("Ann Officer"))
    raw = also_signed(raw, authority.signer("Bob Stranger", by="Another Root"))
    valid, trusted, unchanged = verify(raw, SIGNATURES, signed.trusting())
    assert valid.verdict is YES
    assert "Ann Officer and Bob Stranger" in valid.reason
    assert [each.partition(",")[0] for each in valid.details] == ["Ann Officer", "Bob Stranger"]
    assert trusted.verdict is NO
    assert "that of Bob Stranger" in trusted.reason
    assert "Ann Officer" not in trusted.reason
    assert unchanged.verdict is CANNOT_SAY
    assert "a further signature or form field was added" in unchanged.reason
    assert [each.later for each in signatures(raw, [], NOW)] == [Later.FIELDS, Later.NOTHING]


def test_a_further_signature_on_a_report_that_allows_none_is_a_change():
    with pytest.raises(ValueError, match="forbids all changes"):
        also_signed(signed.report(), authority.signer("Bob"))


def test_what_keeps_a_signature_verifiable_for_longer_may_be_added():
    """An archive adds a timestamp of the whole file, so that later breaks of ciphers do no harm."""
    output = io.BytesIO()
    stamping = signers.PdfTimeStamper(authority.Answering().stamper)
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.report()))
    asyncio.run(stamping.async_timestamp_pdf(writer, "sha256", output=output))
    found = answer(Question.UNCHANGED, output.getvalue())
    assert found.verdict is YES
    assert "keeps the signature verifiable" in found.reason


def test_other_things_in_the_place_of_the_signature_are_found():
    """The digits of a signature end in noughts, and something else can stand in their place."""
    raw = signed.report()
    at = raw.rindex(b"00000000>") + 9 - 300
    assert set(raw[at : at + 299]) == {ord("0")}
    put = b"> /Evil (" + b"x" * 289 + b") "
    broken = raw[:at] + put + raw[at + len(put) :]
    assert len(broken) == len(raw)
    found = {each.question: each for each in verify(broken, SIGNATURES, signed.trusting())}
    assert found[Question.SIGNATURE].verdict is YES
    assert found[Question.UNCHANGED].verdict is NO
    assert "does not speak for the file in one piece" in found[Question.UNCHANGED].reason


def test_what_was_written_over_the_noughts_behind_a_signature_is_found():
    raw = signed.report()
    at = raw.rindex(b"00000000>")
    found = answer(Question.UNCHANGED, raw[:at] + b"deadbeef" + raw[at + 8 :])
    assert found.verdict is NO
    assert "in one piece" in found.reason


def test_an_unsigned_report_has_no_signatures():
    assert signatures(made.pdf(), [], NOW) == ()
    found = verify(made.pdf(), SIGNATURES, signed.trusting())
    assert {each.verdict for each in found} == {CANNOT_SAY}
    assert {each.reason for each in found} == {"the report is not signed"}


def test_a_fault_of_the_reader_of_signatures_is_named_as_one():
    with pytest.raises(Unreadable, match="its parser failed"):
        signatures(b"%PDF-1.7 /ByteRange", [], NOW)


def test_a_signature_that_cannot_be_read_is_not_said_to_be_missing():
    raw = signed.report().replace(b"/Type /SigRef", b"/Type /Type 1")
    found = answer(Question.SIGNATURE, raw)
    assert found.verdict is CANNOT_SAY
    assert not found.of_unsigned
    assert answer(Question.SIGNATURE, made.pdf()).of_unsigned


def test_the_fault_of_a_parser_is_said_in_the_same_words_each_time():
    reasons = {answer(Question.ATTACHMENTS, b"%PDF-1.7 no more").reason for _ in range(2)}
    assert len(reasons) == 1
    assert " at 0x" not in reasons.pop()


def test_trust_is_said_of_each_signature():
    (found,) = signatures(signed.report(), [authority.root()], NOW)
    assert (found.trust, found.fault, found.end) == (Trust.TRUSTED, "", len(signed.report()))
