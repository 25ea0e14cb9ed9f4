"""One audit is written in as many formats as are asked for, all of them or none."""

import json
from pathlib import Path

import pytest

from auditor.cli.outputs import named
from auditor.errors import UsageError
from auditor.output import SUFFIXES
from tests.cli.conftest import ROOT, TOY, Run
from tests.output import read_back

BEGINS = {
    ".pdf": b"%PDF-",
    ".html": b"<!DOCTYPE html>",
    ".json": b"{\n",
    ".xlsx": b"PK",
    ".csv": b"\xef\xbb\xbf",
    ".md": b"# Verification report",
    ".txt": b"A youth programme",
}


def written(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix != ".yaml"}


@pytest.mark.parametrize(("form", "suffix"), SUFFIXES.items())
def test_the_name_of_the_output_says_its_format(form: str, suffix: str) -> None:
    assert named(Path(f"out{suffix}"), ()) == {form: Path(f"out{suffix}")}
    assert named(Path(f"out{suffix.upper()}"), ()) == {form: Path(f"out{suffix.upper()}")}


def test_a_name_without_an_end_is_that_of_a_pdf() -> None:
    assert named(Path("out"), ()) == {"pdf": Path("out")}


def test_one_format_is_written_to_just_the_name_that_is_given() -> None:
    assert named(Path("findings.data"), ("csv",)) == {"csv": Path("findings.data")}


@pytest.mark.parametrize("name", ["a/out", "a/out.pdf", "a/out.JSON"])
def test_several_formats_share_a_name(name: str) -> None:
    found = named(Path(name), ("csv", "json", "csv"))
    assert found == {"csv": Path("a/out.csv"), "json": Path("a/out.json")}


def test_a_dot_in_a_shared_name_that_is_no_format_stays() -> None:
    found = named(Path("draft.v2"), ("csv", "json"))
    assert found == {"csv": Path("draft.v2.csv"), "json": Path("draft.v2.json")}


def test_a_name_of_another_format_is_refused() -> None:
    with pytest.raises(UsageError, match="the name is that of pdf, but --format is html"):
        named(Path("out.pdf"), ("html",))


def test_an_unknown_end_is_told_with_those_that_there_are() -> None:
    known = r"\.pdf, \.html, \.json, \.xlsx, \.csv, \.md, \.txt"
    with pytest.raises(UsageError, match=known):
        named(Path("out.docx"), ())


def test_a_folder_is_no_name_for_several_files(folder: Path) -> None:
    with pytest.raises(UsageError, match="this is a folder, not a file"):
        named(folder, ("csv", "json"))


def test_one_audit_is_written_in_every_format_that_is_asked_for(run: Run, folder: Path) -> None:
    asked = [part for name in SUFFIXES for part in ("--format", name)]
    done = run("report", "good.yaml", "--packs", TOY, "--output", "out", *asked)
    assert written(folder) == {f"out{suffix}" for suffix in BEGINS}
    for suffix, begins in BEGINS.items():
        assert (folder / f"out{suffix}").read_bytes().startswith(begins)
        assert f"Written: out{suffix}\n" in done.stdout
    digest = json.loads((folder / "out.json").read_bytes())["digest"]
    rows = read_back.csv_rows((folder / "out.csv").read_bytes())
    assert {row["Digest of the report"] for row in rows} == {digest}


def test_where_one_format_cannot_be_written_none_is(run: Run, folder: Path) -> None:
    (folder / "out.xlsx").mkdir()
    (folder / "out.csv").write_text("old")
    asked = ("--format", "csv", "--format", "json", "--format", "xlsx")
    done = run("report", "good.yaml", "--packs", TOY, "--output", "out", *asked)
    assert done.returncode == 2
    assert "out.xlsx: this is a folder, not a file" in done.stderr
    assert written(folder) == {"out.xlsx", "out.csv"}
    assert (folder / "out.csv").read_text() == "old"


@pytest.mark.parametrize("option", [("--attach-file",), ("--attach", "5", "--evidence", ".")])
def test_what_only_a_pdf_has_is_refused_without_one(
    run: Run, folder: Path, option: tuple[str, ...]
) -> None:
    done = run("report", "good.yaml", "--packs", TOY, "--output", "out.html", *option)
    assert done.returncode == 2
    assert f"{option[0]}: only a PDF can do this, and html is what is to be written" in done.stderr
    assert written(folder) == set()


def test_a_page_can_be_had_in_short(run: Run, folder: Path) -> None:
    run("report", "good.yaml", "--packs", TOY, "--output", "out.html", "--detail", "departures")
    run("report", "good.yaml", "--packs", TOY, "--output", "all.html")
    short, whole = (folder / "out.html").read_text(), (folder / "all.html").read_text()
    assert "This report prints in full what departs" in short
    assert "This report prints in full what departs" not in whole
    assert len(short) < len(whole)


def test_the_file_itself_is_never_written_over(run: Run, folder: Path) -> None:
    (folder / "out.json").write_text(json.dumps(GOOD_AS_JSON))
    before = (folder / "out.json").read_bytes()
    asked = ("--format", "csv", "--format", "json")
    done = run("report", "out.json", "--packs", TOY, "--output", "out", *asked)
    assert done.returncode == 2
    assert "out.json: this would overwrite the file itself" in done.stderr
    assert (folder / "out.json").read_bytes() == before
    assert not (folder / "out.csv").exists()


def test_a_document_of_the_evidence_is_never_written_over(run: Run, folder: Path) -> None:
    entry = 'evidence: [{id: e1, title: "Note", file: note.txt}]'
    text = (folder / "good.yaml").read_text().partition("evidence: [{")[0]
    (folder / "noted.yaml").write_text(f"{text}{entry}\n")
    (folder / "note.txt").write_text("What was said.")
    done = run("report", "noted.yaml", "--packs", TOY, "--evidence", ".", "--output", "note.txt")
    assert done.returncode == 2
    assert "note.txt: this would overwrite a document of the evidence" in done.stderr
    assert (folder / "note.txt").read_text() == "What was said."


def test_no_other_format_needs_what_sets_a_pdf(run: Run, folder: Path) -> None:
    asked = ("--format", "xlsx", "--format", "csv", "--format", "markdown", "--format", "html")
    done = run("report", "good.yaml", "--packs", TOY, "--output", "out", *asked,
               PYTHONPROFILEIMPORTTIME="1")  # fmt: skip
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "auditor.output.xlsx" in loaded
    assert not loaded & {"weasyprint", "pikepdf", "pyhanko"}


GOOD_AS_JSON = {
    "format_version": "1", "kind": "commissioning", "title": "A programme", "stage": "need"
}  # fmt: skip


def test_no_framework_of_a_folder_is_written_over(run: Run, folder: Path) -> None:
    own = folder / "ours"
    own.mkdir()
    kept = (ROOT / "examples" / "frameworks" / "befriending.yaml").read_text(encoding="utf-8")
    (own / "befriending.yaml").write_text(kept, encoding="utf-8")
    asked = ("--framework", "ours", "--format", "json", "--output", "ours/befriending.yaml")
    done = run("report", "good.yaml", *asked)
    assert done.returncode == 2
    assert "this would overwrite an outcome framework" in done.stderr
    assert (own / "befriending.yaml").read_text(encoding="utf-8") == kept
