"""`--evidence` has the documents of a file looked into; without it nothing is concluded on them."""

import io
import json

import pypdf
import pytest

from tests.evidence import made

FILE = """\
format_version: "1"
kind: commissioning
title: A file with documents
stage: need
needs:
  evidence:
    - {entry: E1, page: 1, quote: 47 of 54 users}
    - {entry: E1, page: 1, quote: 49 of 54 users are content}
evidence: [{id: E1, title: Needs, file: needs.pdf}]
"""


@pytest.fixture
def papers(folder):
    (folder / "file.yaml").write_text(FILE)
    (folder / "papers").mkdir()
    (folder / "papers" / "needs.pdf").write_bytes(
        made.pdf("<p>In all, 47 of 54 users are content.</p>")
    )
    return folder / "papers"


def test_without_the_folder_nothing_is_concluded_on_documents(run, papers):
    done = run("check", "file.yaml", "--packs", "evidence")
    assert done.returncode == 5
    assert "were not examined" in " ".join(done.stdout.split())
    assert "Too little evidence to conclude" in done.stdout


def test_with_the_folder_a_quotation_that_does_not_stand_departs(run, papers):
    done = run("check", "file.yaml", "--packs", "evidence", "--evidence", "papers")
    assert done.returncode == 1
    text = " ".join(done.stdout.split())
    assert "“47” where “49” is quoted" in text
    assert "Passages or figures that do not stand in the text of the document" in text


def test_the_result_in_json_holds_each_document_and_passage(run, papers):
    done = run("check", "file.yaml", "--evidence", "papers", "--format", "json")
    [document] = json.loads(done.stdout)["documents"]
    assert document["state"] == "read"
    assert [each["sureness"] for each in document["passages"]] == ["exact", "nearly"]


def test_the_digest_of_the_result_covers_what_was_found(run, papers):
    def digest():
        done = run("check", "file.yaml", "--evidence", "papers", "--format", "json")
        return json.loads(done.stdout)["digest"]

    before = digest()
    assert digest() == before
    (papers / "needs.pdf").write_bytes(made.pdf("<p>In all, 49 of 54 users are content.</p>"))
    assert digest() != before


def test_a_folder_that_is_not_there_ends_the_run_in_words(run, papers):
    done = run("check", "file.yaml", "--evidence", "none")
    assert done.returncode == 2
    assert "this folder of evidence cannot be opened" in done.stderr


def test_a_report_shows_the_passage_and_attaches_the_document(run, papers, folder):
    options = ("--packs", "evidence", "--evidence", "papers", "--attach", "1")
    done = run("report", "file.yaml", "--output", "report.pdf", *options)
    assert done.returncode == 1, done.stderr
    reader = pypdf.PdfReader(io.BytesIO((folder / "report.pdf").read_bytes()))
    assert sorted(reader.attachments) == [
        "E1-needs.pdf",
        "manifest.json",
        "result.json",
        "rules.zip",
    ]
    assert len({image.name for page in reader.pages for image in page.images}) == 2


def test_a_report_with_documents_is_the_same_each_time(run, papers, folder):
    options = ("--packs", "evidence", "--evidence", "papers", "--attach", "1")
    for name in ("one.pdf", "two.pdf"):
        run("report", "file.yaml", "--output", name, *options)
    assert (folder / "one.pdf").read_bytes() == (folder / "two.pdf").read_bytes()


def test_what_does_not_fit_is_named(run, papers, folder):
    with (papers / "needs.pdf").open("ab") as file:
        file.write(b"\n" * 1_100_000)
    options = ("--packs", "evidence", "--evidence", "papers", "--attach", "1")
    done = run("report", "file.yaml", "--output", "report.pdf", *options)
    assert "not attached, as not there, changed or beyond 1 MB: needs.pdf" in done.stderr


def test_attaching_without_a_folder_is_refused(run, papers, folder):
    done = run("report", "file.yaml", "--output", "report.pdf", "--attach", "1")
    assert done.returncode == 2
    assert "name their folder with --evidence" in done.stderr
    assert not (folder / "report.pdf").exists()
