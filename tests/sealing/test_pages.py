import io
import json

import pikepdf

from auditor.canonical import canonical
from auditor.sealing.answer import Question, Verdict
from auditor.sealing.contents import contents, texts
from auditor.sealing.given import Given
from auditor.sealing.held import Held
from auditor.sealing.objects import added
from auditor.sealing.printed import differences
from auditor.sealing.verify import verify
from tests.sealing import changed, made, signed
from tests.sealing.test_tampered import HIDDEN, appended, hide

YES, NO, CANNOT_SAY = Verdict


def pages(raw, given=None):
    return verify(raw, [Question.PAGES], given or Given())[0]


def with_text_on_page_three(pdf):
    name = next(iter(pdf.pages[2].Resources.Font.keys()))
    pdf.pages[2].contents_add(HIDDEN.replace("3 Tr", "0 Tr").format(name).encode())


def test_an_unsigned_report_comes_out_again_byte_for_byte():
    assert pages(made.pdf()).verdict is YES
    assert "byte for byte" in pages(made.pdf()).reason


def test_a_report_that_holds_no_file_comes_out_again_with_it():
    assert pages(made.pdf(with_file=False), Given(made.FILE)).verdict is YES
    assert pages(made.pdf(with_file=False)).verdict is CANNOT_SAY


def test_a_signed_report_comes_out_again_but_for_its_signature():
    found = pages(signed.report())
    assert found.verdict is YES
    assert "nothing but a signature follows" in found.reason


def test_text_that_was_added_to_any_page_is_found_whoever_signed_it():
    raw = changed.with_pdf(with_text_on_page_three)
    assert differences(Held(contents(raw).files), texts(raw)) == []  # the printed text has it all
    found = pages(signed.signed(raw=raw))
    assert found.verdict is NO
    assert any(each.startswith("page 3 reads otherwise: “") for each in found.details)


def test_what_is_drawn_otherwise_is_found_though_it_reads_the_same():
    raw = changed.with_pdf(lambda pdf: pdf.pages[2].contents_add(b"0 0 100 100 re f"))
    found = pages(raw)
    assert found.verdict is NO
    assert found.details == ("page 3 reads the same and is drawn otherwise",)


def test_what_was_added_to_it_beside_a_signature_is_named():
    assert added(made.pdf(), signed.report()) == ()
    assert added(made.pdf(), appended(hide)) == ("page 1 is drawn otherwise",)


def test_a_field_that_was_moved_over_the_conclusion_is_found():
    def move(writer):
        field = writer.root["/AcroForm"]["/Fields"][0]
        field["/Rect"][3] = field["/Rect"][1]
        writer.update_container(field)

    assert added(made.pdf(), appended(move)) == ("the field for a signature was changed",)


def test_other_libraries_are_named_and_nothing_is_said_of_the_pages():
    manifest = json.loads(changed.files()["manifest.json"])
    before = manifest["libraries"]["pango"]
    manifest["libraries"]["pango"] = "1.0"
    found = pages(changed.with_files({"manifest.json": canonical(manifest)}))
    assert found.verdict is CANNOT_SAY
    assert found.details == (f"pango: 1.0 set them, {before} is here",)


def test_another_result_has_other_pages():
    def retitle(result):
        result["file"]["title"] = "Another title"

    found = pages(changed.with_result(retitle))
    assert found.verdict is CANNOT_SAY
    assert "does not give the same result again" in found.reason


def test_a_file_that_was_packed_anew_is_another_one():
    with pikepdf.open(io.BytesIO(made.pdf())) as pdf:
        packed = io.BytesIO()
        pdf.save(packed)
    assert pages(packed.getvalue()).verdict is NO
