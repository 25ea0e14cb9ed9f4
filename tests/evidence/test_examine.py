"""Documents of a file are examined one by one, and what is said of each is only about that one."""

import hashlib
import io
from time import monotonic

import pytest

from auditor.audit import read_bytes
from auditor.canonical import canonical
from auditor.errors import UsageError
from auditor.evidence import examine as examining
from auditor.evidence import pictures
from auditor.evidence.attach import attachments
from auditor.evidence.examine import examine
from auditor.evidence.result import DocumentState, Sought, Sureness
from auditor.evidence.taken import OutOfTime, taken
from tests.evidence import made

NEEDS = made.pdf("<p>In all, 47 of 54 users are content.</p>", "<p>The cost is £345,212.</p>")
HEAD = """
format_version: "1"
kind: commissioning
title: A file with documents
stage: need
"""
FILE = """
needs:
  evidence:
    - E1
    - {entry: E1, page: 1, quote: 47 of 54 users}
    - {entry: E1, page: 1, quote: 49 of 54 users are content, figure: "£345k"}
    - {entry: E2, quote: 173 answers}
    - {entry: E3, page: 2}
sroi: {reported: {total_inputs: {value: 345212, source: {entry: E1, page: 2}}}}
evidence:
  - {id: E1, title: Needs, file: papers/needs.pdf}
  - {id: E2, title: Answers, file: answers.docx}
  - {id: E3, title: A book on a shelf}
"""


def case(text=FILE):
    return read_bytes((HEAD + text).encode(), name="file.yaml").case


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "needs.pdf").write_bytes(NEEDS)
    (tmp_path / "answers.docx").write_bytes(made.word("In all, 173 answers came in."))
    return tmp_path


def test_each_document_is_described_as_it_was_found(folder):
    needs, answers = examine(case(), folder).examined.documents
    assert (needs.entry, needs.state, needs.pages) == ("E1", DocumentState.READ, 2)
    assert needs.sha256 == hashlib.sha256(NEEDS).hexdigest()
    assert answers.kind == "a Word document"


def test_each_use_is_answered_in_the_order_of_the_file(folder):
    used = examine(case(), folder).examined.uses
    assert [(use.pointer, use.kind, use.sureness) for use in used] == [
        ("/needs/evidence/1", Sought.QUOTE, Sureness.EXACT),
        ("/needs/evidence/2", Sought.QUOTE, Sureness.NEARLY),
        ("/needs/evidence/2", Sought.FIGURE, Sureness.ROUNDED),
        ("/needs/evidence/3", Sought.QUOTE, Sureness.EXACT),
        ("/needs/evidence/4", Sought.PLACE, Sureness.UNKNOWN),
        ("/sroi/reported/total_inputs/source", Sought.CLAIM, Sureness.NORMALISED),
    ]


def test_a_use_of_an_entry_without_a_document_says_so(folder):
    used = examine(case(), folder).examined.uses
    assert used[4].note == "the evidence register names no document for it"


def test_a_document_that_is_not_there_leaves_what_rests_on_it_open(folder):
    (folder / "answers.docx").unlink()
    examined = examine(case(), folder).examined
    assert examined.documents[1].state is DocumentState.MISSING
    assert (examined.uses[3].sureness, examined.uses[3].note) == (
        Sureness.UNKNOWN, "it is not in the folder",
    )  # fmt: skip


def test_a_document_behind_a_link_is_not_read(folder):
    (folder / "answers.docx").rename(folder.parent / "outside.docx")
    (folder / "answers.docx").symlink_to(folder.parent / "outside.docx")
    document = examine(case(), folder).examined.documents[1]
    assert (document.state, document.size, document.sha256) == (DocumentState.REFUSED, 0, "")


def test_of_a_document_of_gigabytes_only_the_digest_is_taken(folder):
    with (folder / "answers.docx").open("wb") as file:
        file.truncate(150_000_000)
    document = examine(case(), folder).examined.documents[1]
    assert (document.state, document.size) == (DocumentState.TOO_LARGE, 150_000_000)
    assert document.sha256


def test_of_more_than_the_digest_can_be_taken_of_nothing_is_said(folder):
    with (folder / "answers.docx").open("wb") as file:
        file.truncate(10**13)
    document = examine(case(), folder).examined.documents[1]
    assert (document.state, document.sha256) == (DocumentState.TOO_LARGE, "")


def test_more_documents_than_are_read_are_named_all_the_same(folder, monkeypatch):
    monkeypatch.setattr(examining, "MAX_DOCUMENTS", 1)
    states = [each.state for each in examine(case(), folder).examined.documents]
    assert states == [DocumentState.READ, DocumentState.NOT_REACHED]


def test_documents_that_the_time_does_not_reach_are_named_and_nothing_is_said_of_them(folder):
    (folder / "answers.docx").unlink()
    examined = examine(case(), folder, seconds=0).examined
    assert [(each.state, each.sha256) for each in examined.documents] == [
        (DocumentState.NOT_REACHED, ""), (DocumentState.NOT_REACHED, ""),
    ]  # fmt: skip
    why = "the documents before it took the 0 seconds that all may take"
    assert {each.note for each in examined.documents} == {why}
    assert {use.sureness for use in examined.uses} == {Sureness.UNKNOWN}


def test_a_document_is_left_when_the_time_is_over():
    with pytest.raises(OutOfTime):
        taken(io.BytesIO(b"a document"), until=monotonic())


def test_a_file_without_documents_needs_no_more_than_a_folder(folder):
    examined = examine(case("evidence: {none: All is said in the file}"), folder).examined
    assert examined.documents == examined.uses == ()


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UsageError, match="cannot be opened"):
        examine(case(), tmp_path / "none")


def test_what_is_found_is_the_same_each_time(folder):
    one, other = (canonical(examine(case(), folder).examined) for _ in range(2))
    assert one == other


def test_passages_are_drawn_where_pictures_are_asked_for(folder):
    found = examine(case(), folder, with_pictures=True).pictures
    assert set(found) == {
        "/needs/evidence/1", "/needs/evidence/2", "/sroi/reported/total_inputs/source",
    }  # fmt: skip
    picture = found["/needs/evidence/1"]
    assert picture.alternative == "Part of page 1 of needs.pdf, where this stands: 47 of 54 users"
    assert len(picture.png) < 150_000


def test_no_passage_is_drawn_where_nobody_asks(folder):
    assert examine(case(), folder).pictures == {}


def test_documents_are_attached_in_their_order_as_far_as_they_fit(folder):
    examined = examine(case(), folder).examined
    found = attachments(examined, folder, most=len(NEEDS))
    assert [(each.name, each.data) for each in found.attached] == [("E1-needs.pdf", NEEDS)]
    assert found.left_out == ("answers.docx",)


def test_a_document_that_has_changed_since_is_not_attached(folder):
    examined = examine(case(), folder).examined
    (folder / "papers" / "needs.pdf").write_bytes(made.pdf("<p>Other words.</p>"))
    assert attachments(examined, folder, most=10**9).left_out == ("papers/needs.pdf",)


def test_a_document_that_cannot_be_read_leaves_what_rests_on_it_open(folder):
    (folder / "answers.docx").write_bytes(b"no document of any kind")
    examined = examine(case(), folder).examined
    assert examined.documents[1].state is DocumentState.BROKEN
    assert (examined.uses[3].sureness, examined.uses[3].note) == (
        Sureness.UNKNOWN, examined.documents[1].note,
    )  # fmt: skip


def test_where_not_all_passages_can_be_drawn_those_come_first_that_are_worth_a_look(
    folder, monkeypatch
):
    monkeypatch.setattr(pictures, "MOST", 1)
    assert set(examine(case(), folder, with_pictures=True).pictures) == {"/needs/evidence/2"}
