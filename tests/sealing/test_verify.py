import json
import re

import pytest

from auditor.canonical import canonical, digest
from auditor.sealing.answer import INSIDE, SIGNATURES, Question, Verdict
from auditor.sealing.given import Given
from auditor.sealing.verify import verify
from tests.sealing import changed, made

YES, NO, CANNOT_SAY = Verdict
NOTHING = Given()
BUT_PAGES = [each for each in Question if each is not Question.PAGES]


def answer(question, raw, given=NOTHING):
    return verify(raw, [question], given)[0]


def verdicts(raw, given=NOTHING):
    return {each.question: each.verdict for each in verify(raw, BUT_PAGES, given)}


def test_a_report_with_its_file_holds_in_all_that_needs_no_signature():
    found = verdicts(made.pdf())
    assert {question: found[question] for question in INSIDE} == dict.fromkeys(INSIDE, YES)
    assert found[Question.AGAIN] is YES
    assert {found[each] for each in SIGNATURES} == {CANNOT_SAY}
    assert answer(Question.SIGNATURE, made.pdf()).reason == "the report is not signed"


def test_a_report_without_its_file_needs_it_to_be_made_again():
    raw = made.pdf(with_file=False)
    assert "name it with --file" in answer(Question.AGAIN, raw).reason
    assert answer(Question.AGAIN, raw, Given(made.FILE)).verdict is YES


def test_another_file_is_told_from_the_audited_one():
    found = answer(Question.AGAIN, made.pdf(), Given(made.FILE + b"\n# more\n"))
    assert found.verdict is NO
    assert found.reason.startswith("this is not the audited file")


def test_a_file_that_was_swapped_is_named():
    found = answer(Question.ATTACHMENTS, changed.with_files({"audited.yaml": b"kind: x"}))
    assert found.verdict is NO
    assert any("audited.yaml is not the file" in line for line in found.details)


def test_a_file_that_was_added_is_named():
    def add(pdf):
        pdf.attachments["more.txt"] = b"more"

    found = answer(Question.ATTACHMENTS, changed.with_pdf(add))
    assert found.details == ("more.txt is in the PDF and not in the manifest",)


def test_a_file_that_was_removed_is_named():
    def remove(pdf):
        del pdf.attachments["rules.zip"]

    found = answer(Question.ATTACHMENTS, changed.with_pdf(remove))
    assert found.verdict is NO


def test_an_edited_manifest_is_caught_by_its_printed_digest():
    manifest = json.loads(changed.files()["manifest.json"])
    manifest["libraries"]["pango"] = "9"
    raw = changed.with_files({"manifest.json": canonical(manifest)})
    found = answer(Question.PRINTED, raw)
    assert found.verdict is NO
    assert any("manifest.json" in line for line in found.details)


def test_an_edited_result_whose_digest_is_made_to_fit_is_caught_three_times():
    def soften(result):
        finding = next(each for each in result["findings"] if each["severity"] != "advisory")
        finding["severity"] = "advisory"

    raw = changed.with_result(soften)
    found = {each.question: each for each in verify(raw, BUT_PAGES, Given())}
    assert found[Question.ATTACHMENTS].verdict is YES
    assert found[Question.PRINTED].verdict is NO
    assert found[Question.AGAIN].verdict is NO
    assert "severity: advisory is now" in " ".join(found[Question.AGAIN].details)


def test_an_edited_result_that_keeps_its_digest_is_caught_by_it():
    result = json.loads(changed.files()["result.json"])
    result["file"]["title"] = "Another title"
    found = answer(Question.ATTACHMENTS, changed.with_files({"result.json": canonical(result)}))
    assert any("the result states the digest" in line for line in found.details)


def test_weakened_rules_are_told_from_those_that_are_published():
    def weaken(rules):
        name = next(name for name in rules if "evidence/EV" in name)
        rules[name] = rules[name].replace(b"severity: major", b"severity: minor") + b"\n"

    held = changed.files()
    held["rules.zip"] = changed.with_rules(weaken)
    result = held["result.json"]
    manifest = changed.fitting(held, result, made.report().digest)
    raw = changed.with_files({"rules.zip": held["rules.zip"], "manifest.json": manifest})
    found = {each.question: each for each in verify(raw, BUT_PAGES, Given())}
    assert found[Question.RULES].verdict is NO
    assert found[Question.RULES].reason == "rules differ from published"
    assert "evidence/EV" in found[Question.RULES].details[0]
    assert found[Question.ATTACHMENTS].verdict is NO
    assert found[Question.AGAIN].verdict is NO


@pytest.mark.parametrize(
    "change",
    [lambda pdf: pdf.pages.reverse(), lambda pdf: pdf.pages.__delitem__(1)],
    ids=["reordered", "removed"],
)
def test_pages_that_were_moved_or_removed_are_caught(change):
    assert answer(Question.PRINTED, changed.with_pdf(change)).verdict is NO


@pytest.mark.parametrize("number", range(4))
def test_a_changed_letter_on_a_page_is_caught(number):
    def swap(stream):
        """Put another letter in the middle of the longest line that is drawn."""
        longest = max(re.findall(rb"\[[^]]*\] TJ", stream), key=len)
        at = longest.index(b"<", len(longest) // 2)
        return stream.replace(longest, longest[:at] + b"<0039>" + longest[at + 6 :], 1)

    assert answer(Question.PRINTED, changed.with_page(swap, number)).verdict is NO


def test_hidden_text_over_the_conclusion_is_caught():
    def hide(pdf):
        page = pdf.pages[0]
        name = next(iter(page.Resources.Font.keys()))
        page.contents_add(f"BT 3 Tr {name} 9 Tf 60 700 Td <00010024> Tj ET".encode())

    found = answer(Question.PRINTED, changed.with_pdf(hide))
    assert found.verdict is NO
    assert any("text that the result does not give" in line for line in found.details)


def test_a_report_of_an_older_version_that_finds_the_same_holds():
    def age(result):
        result["engine"]["version"] = "0.0.9"

    raw = changed.with_result(age)
    held = changed.contents(raw).files
    manifest = json.loads(held["manifest.json"])
    manifest["engine"]["version"] = "0.0.9"
    found = answer(Question.AGAIN, changed.with_files({"manifest.json": canonical(manifest)}, raw))
    assert found.verdict is YES
    assert "made by version 0.0.9, made again by" in found.reason


def test_rules_that_are_code_for_another_program_are_never_run():
    held = changed.files()
    held["rules.zip"] = changed.with_rules(lambda rules: rules.update({"rules/x.json": b"{}"}))
    found = answer(Question.AGAIN, changed.with_files({"rules.zip": held["rules.zip"]}))
    assert found.verdict is CANNOT_SAY
    assert "holds what is no file of rules" in found.reason


def test_a_pdf_that_is_no_report_gives_no_answer_but_reasons():
    def strip(pdf):
        for name in list(pdf.attachments):
            del pdf.attachments[name]

    found = verify(changed.with_pdf(strip), Question, Given())
    assert YES not in {each.verdict for each in found}
    assert all(each.reason for each in found)


def test_what_is_no_pdf_is_reported_as_a_fault_of_the_parser():
    found = answer(Question.ATTACHMENTS, b"%PDF-1.7 nothing")
    assert found.verdict is CANNOT_SAY
    assert "its parser failed" in found.reason


def test_the_digest_that_is_given_is_that_of_the_file():
    assert digest(made.FILE) == made.report().file.sha256
