"""Change a signed report in every way that somebody could think of: each is caught and named."""

import io
import json

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from auditor.canonical import canonical
from auditor.sealing.answer import INSIDE, SIGNATURES, Question, Verdict
from auditor.sealing.verify import verify
from tests.sealing import authority, changed, made, signed

YES, NO, CANNOT_SAY = Verdict
SIGNATURE, SIGNER, UNCHANGED = SIGNATURES
ASKED = (*SIGNATURES, *INSIDE, Question.AGAIN)
HIDDEN = "BT 3 Tr {} 9 Tf 60 700 Td <00010024> Tj ET"


def answers(raw):
    return {each.question: each for each in verify(raw, ASKED, signed.trusting())}


def named(answer):
    return " ".join([answer.reason, *answer.details])


def with_page_text():
    """Change a letter in a text, in place."""

    def swap(pdf):
        page = pdf.pages[1]
        drawn = page.Contents.read_bytes()
        at = drawn.index(b"] TJ", len(drawn) // 2) - 6
        page.Contents.write(drawn[:at] + b"<0039>" + drawn[at + 6 :])

    return changed.with_pdf(swap, signed.report())


def with_byte():
    raw = bytearray(signed.report())
    with pikepdf.open(io.BytesIO(signed.report())) as pdf:
        drawn = pdf.pages[1].Contents.read_raw_bytes()
    raw[raw.index(drawn) + len(drawn) // 2] ^= 1
    return bytes(raw)


def with_file():
    return changed.with_files({"audited.yaml": b"kind: x"}, signed.report())


def with_manifest():
    manifest = json.loads(changed.files()["manifest.json"])
    manifest["libraries"]["pango"] = "9"
    return changed.with_files({"manifest.json": canonical(manifest)}, signed.report())


def with_severity():
    def soften(result):
        finding = next(each for each in result["findings"] if each["severity"] != "advisory")
        finding["severity"] = "advisory"

    return changed.with_result(soften, signed.report())


def with_rules():
    def weaken(rules):
        name = next(name for name in rules if "evidence/EV" in name)
        rules[name] = rules[name].replace(b"severity: major", b"severity: minor") + b"\n"

    return changed.with_files({"rules.zip": changed.with_rules(weaken)}, signed.report())


def with_fewer_pages():
    return changed.with_pdf(lambda pdf: pdf.pages.__delitem__(1), signed.report())


def with_pages_moved():
    return changed.with_pdf(lambda pdf: pdf.pages.reverse(), signed.report())


def with_hidden_text():
    def hide(pdf):
        name = next(iter(pdf.pages[0].Resources.Font.keys()))
        pdf.pages[0].contents_add(HIDDEN.format(name).encode())

    return changed.with_pdf(hide, signed.report())


@pytest.mark.filterwarnings("ignore:.*form widget annotation")  # the page with the field is gone
@pytest.mark.parametrize(
    ("change", "question", "says"),
    [
        (with_byte, Question.PRINTED, ""),
        (with_page_text, Question.PRINTED, "the pages do not say"),
        (with_file, Question.ATTACHMENTS, "audited.yaml is not the file"),
        (with_manifest, Question.PRINTED, "manifest.json"),
        (with_severity, Question.AGAIN, "severity: advisory is now"),
        (with_rules, Question.RULES, "evidence/EV"),
        (with_fewer_pages, Question.PRINTED, "does not say: Page"),
        (with_pages_moved, Question.PRINTED, "does not say: Page"),
        (with_hidden_text, Question.PRINTED, "text that the result does not give"),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_a_signed_report_that_is_changed_is_no_longer_the_one_that_was_signed(
    change, question, says
):
    found = answers(change())
    assert found[SIGNATURE].verdict is NO
    assert "the file is not the one that was signed" in found[SIGNATURE].reason
    assert found[UNCHANGED].verdict is NO
    assert found[question].verdict is not YES
    assert says in named(found[question])


def appended(change):
    """Return the signed report with a change written behind it, as an incremental update."""
    writer = IncrementalPdfFileWriter(io.BytesIO(signed.report()))
    change(writer)
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def hide(writer):
    font = next(iter(writer.find_page_for_modification(0)[0].get_object()["/Resources"]["/Font"]))
    text = generic.StreamObject(stream_data=HIDDEN.format(font).encode())
    writer.add_stream_to_page(0, writer.add_object(text))


def fewer(writer):
    pages = writer.root["/Pages"]
    del pages["/Kids"][1]
    pages["/Count"] = generic.NumberObject(len(pages["/Kids"]))
    writer.update_container(pages)


def moved(writer):
    kids = writer.root["/Pages"]["/Kids"]
    kids[0], kids[1] = kids.raw_get(1), kids.raw_get(0)
    writer.update_container(kids)


def swapped(writer):
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    for at in range(0, len(names), 2):
        if names[at] == "result.json":
            file = names[at + 1]
            held = generic.StreamObject(stream_data=b"{}")
            file["/EF"]["/F"] = file["/EF"]["/UF"] = writer.add_object(held)
            writer.update_container(file["/EF"])


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (hide, "page 1 reads otherwise than when it was signed"),
        (fewer, " pages and has "),
        (moved, "page 2 reads otherwise than when it was signed"),
        (swapped, "result.json is not the file that was signed"),
    ],
)
def test_what_is_written_behind_a_signature_is_found_though_the_signature_is_valid(change, says):
    raw = appended(change)
    assert raw.startswith(signed.report())
    found = answers(raw)
    assert found[SIGNATURE].verdict is YES
    assert found[UNCHANGED].verdict is NO
    assert "bytes were added after it was signed" in found[UNCHANGED].reason
    assert says in named(found[UNCHANGED])


def test_a_report_that_somebody_else_signed_is_told_by_the_certificate():
    other = authority.signer("Ann Officer", by="Another Root")
    found = answers(signed.signed(other))
    assert found[SIGNATURE].verdict is YES
    assert found[UNCHANGED].verdict is YES
    assert found[SIGNER].verdict is NO
    assert other.certificate.sha256 in found[SIGNER].reason


def test_a_report_whose_signature_was_cut_off_has_an_unknown_author():
    found = answers(signed.report()[: len(made.pdf())])
    assert {found[each].verdict for each in SIGNATURES} == {CANNOT_SAY}
    assert {found[each].verdict for each in (*INSIDE, Question.AGAIN)} == {YES}


@pytest.mark.parametrize("more", [b"\n", b"\n% more\n", b"\0", b"\nstartxref\n0\n"])
def test_bytes_in_which_one_reader_sees_nothing_are_named_as_added(more):
    found = answers(signed.report() + more)[UNCHANGED]
    assert found.verdict is NO
    assert f"{len(more)} byte" in found.reason
    assert "added after it was signed" in found.reason
