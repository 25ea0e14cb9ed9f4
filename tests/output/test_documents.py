"""What was found in documents is shown in words and pictures, and every text of theirs escaped."""

from dataclasses import replace

from auditor.evidence.png import png
from auditor.evidence.result import Picture
from auditor.finding import Evidence, Status
from auditor.output import documents, html, terminal
from auditor.report import DocumentExamined, PassageExamined
from tests.output import sample

HOSTILE = '"><script>alert(1)</script>\u202e\x1b[31m'
PASSAGE = PassageExamined(
    "/needs/evidence/0", "line 9", "quote", "47 of 54 users", "page 4", "nearly", "page 4", "yes",
    "41 of 54 users", "“41” where “47” is quoted",
)  # fmt: skip
DOCUMENT = DocumentExamined(
    "E1", "Survey", "survey.pdf", "read", "", "a PDF", 10, "ab" * 32, "no", 9, "", "",
    ("it holds scripts, and none was run",), (PASSAGE,),
)  # fmt: skip
PICTURE = Picture(png(b"\x00" * 100, width=10, height=10, stride=10), "A part of page 4", 10, 10)
PICTURES = {PASSAGE.pointer: PICTURE}


def report(document=DOCUMENT):
    return replace(sample.report(), documents=(document,))


def page(found, pictures=PICTURES):
    return html.page(found, pictures=pictures)


def test_every_passage_is_counted_once():
    says = documents.in_short(report())
    assert says == (
        "1 document named, 1 of them read; 1 passage, figure or place looked for: 0 there, "
        "1 not there, 0 that cannot be told."
    )


def test_a_document_and_its_passage_stand_in_the_report():
    text = page(report())
    for words in (
        "survey.pdf",
        "There with other words, page 4",
        "which is not the one",
        "scripts",
    ):
        assert words in text


def test_a_picture_stands_in_the_page_itself_with_words_for_it():
    text = page(report())
    assert text.count('src="data:image/png;base64,') == 1
    assert 'alt="A part of page 4"' in text


def test_a_picture_stands_beside_the_departure_that_it_is_about():
    plain = report()
    departing = next(each for each in plain.findings if each.status is Status.DEPARTS)
    item = Evidence(PASSAGE.pointer, "line 9", "41 of 54 users", "47 of 54 users")
    finding = replace(departing, evidence=(item,))
    assert len(documents.pictures_of(finding, PICTURES)) == 1
    shown = replace(plain, findings=(finding,))
    assert documents.pictures_beside(shown, DOCUMENT, PICTURES) == ()


def test_nothing_is_said_of_documents_where_none_was_examined():
    assert "Evidence documents" not in page(sample.report(), {})


def test_texts_of_documents_are_escaped():
    passage = replace(PASSAGE, text=HOSTILE, found=HOSTILE, note=HOSTILE, stands_at=HOSTILE)
    document = replace(
        DOCUMENT, title=HOSTILE, file=HOSTILE, note=HOSTILE, remarks=(HOSTILE,), passages=(passage,)
    )
    pictures = {PASSAGE.pointer: replace(PICTURE, alternative=HOSTILE)}
    text = page(report(document), pictures)
    assert "<script>" not in text
    assert "\u202e" not in text
    assert "\x1b" not in terminal.render(report(document), colour=False, quiet=False)


def test_the_terminal_names_each_document_and_what_became_of_it():
    text = " ".join(terminal.render(report(), colour=False, quiet=False).split())
    assert "E1 (survey.pdf): Read; digest which is not the one in the register" in text
