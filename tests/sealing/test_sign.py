import io
import re
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest
from pyhanko.pdf_utils.writer import BasePdfFileWriter

from auditor.errors import UsageError
from auditor.output import pdf
from auditor.output.signed import Signed
from auditor.sealing.signatures import signatures
from tests.sealing import authority, made, signed
from tests.sealing.authority import NOW


@pytest.fixture(scope="module")
def opened():
    with pikepdf.open(io.BytesIO(signed.report())) as opened:
        yield opened


@pytest.fixture(scope="module")
def field(opened):
    (field,) = opened.Root.AcroForm.Fields
    return field


def test_the_unsigned_report_stands_first_in_the_signed_one_byte_for_byte():
    assert signed.report().startswith(made.pdf())


def test_the_signature_allows_no_change_after_it(opened, field):
    assert opened.Root.Perms.DocMDP.objgen == field.V.objgen
    (reference,) = field.V.Reference
    assert (reference.TransformMethod, reference.TransformParams.P) == ("/DocMDP", 1)
    assert field.V.SubFilter == "/ETSI.CAdES.detached"


def test_who_signs_as_what_when_and_why_is_said_to_those_who_cannot_see_it(field):
    assert str(field.TU) == (
        "Digitally signed by Ann Officer, Head of audit, 2 March 2026, 12:00 UTC, "
        "reason: Verified for the board"
    )
    assert str(field.V.Reason) == signed.REASON
    assert "20260302120000" in str(field.V.M)


def test_what_is_drawn_is_text_in_embedded_fonts_inside_the_field(field):
    drawn = field.AP.N
    width, height = (float(field.Rect[n + 2] - field.Rect[n]) for n in (0, 1))
    assert [float(each) for each in drawn.BBox] == pytest.approx([0, 0, width, height], abs=0.1)
    fonts = [font.DescendantFonts[0].FontDescriptor for font in drawn.Resources.Font.values()]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_the_metadata_and_the_version_stay_as_they_were(opened):
    """pyHanko would change both: the methods that keep it from that are still those it calls."""
    with pikepdf.open(io.BytesIO(made.pdf())) as before:
        assert opened.Root.Metadata.objgen == before.Root.Metadata.objgen
        assert opened.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert opened.docinfo.unparse() == before.docinfo.unparse()
    assert "/Version" not in opened.Root
    called = BasePdfFileWriter._prep_dom_for_writing.__code__.co_names
    assert "_update_meta" in called


@pytest.mark.parametrize(
    "name", ["W" * 64, "أمين الصندوق", "李雷 (審計)", "\u202eevil", "<b>x</b> &amp;"]
)
def test_any_name_is_drawn_on_one_page(name):
    block = pdf.signature_block(Signed(name, NOW, "R " * 100, "x" * 200))
    with pikepdf.open(io.BytesIO(block)) as one:
        assert len(one.pages) == 1


def test_the_time_is_shown_in_coordinated_universal_time():
    summer = datetime.fromisoformat("2026-07-01T00:30:00+01:00")
    assert Signed("A", summer).on == "30 June 2026, 23:30 UTC"


def test_a_timestamp_authority_says_when_it_was_signed():
    with authority.timestamps() as address:
        raw = signed.signed(stamped_by=address)
    (found,) = signatures(raw, [authority.root()], NOW)
    assert (found.stamp.at, found.stamp.by.name) == (NOW, "Time of Day")
    assert (found.stamp.valid, found.stamp.trusted) == (True, True)


def other_digest(request: bytes) -> bytes:
    """Answer with a timestamp of something else."""
    from asn1crypto import tsp

    asked = tsp.TimeStampReq.load(request)
    asked["message_imprint"]["hashed_message"] = bytes(32)
    return authority.Answering()(asked.dump(force=True))


@pytest.mark.parametrize("answer", [lambda _: b"", lambda _: b"no timestamp", other_digest],
                         ids=["nothing", "rubbish", "a timestamp of something else"])  # fmt: skip
def test_an_authority_that_gives_no_timestamp_of_it_is_named(answer):
    says = pytest.raises(UsageError, match="gave no timestamp")
    with authority.timestamps(answer) as address, says as refused:
        signed.signed(stamped_by=address)
    assert address in str(refused.value)
    assert "Nothing was written" in str(refused.value)


def test_an_authority_that_is_not_there_is_named():
    with authority.timestamps() as address:
        pass
    with pytest.raises(UsageError, match=re.escape(address)):
        signed.signed(stamped_by=address)


def test_the_time_of_signing_is_the_one_that_is_given_and_no_other():
    earlier = NOW - timedelta(days=3)
    (found,) = signatures(signed.signed(at=earlier), [], NOW)
    assert found.claimed == earlier.astimezone(UTC)
