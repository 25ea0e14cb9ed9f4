import hashlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import page
import pytest

from auditor.errors import AuditorError
from auditor.finding import Status
from auditor.output import arrange, pdf, words
from tests.output import sample

ROOT = Path(__file__).parents[2]
DIGEST_OF_PDF = """
import hashlib
from auditor.output import arrange, pdf, words
from tests.output import sample
print(hashlib.sha256(pdf.render(sample.hostile())).hexdigest())
"""


@pytest.mark.parametrize("name", ["short", "long", "hostile"])
def test_the_report_is_valid_pdf_ua(name, request, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(request.getfixturevalue(name).data)
    checked = page.validate_pdf(str(path), profile="ua1")
    assert checked.is_compliant, checked


def test_the_first_page_says_what_a_decision_maker_needs(short):
    first = " ".join(short.pages[0].split())
    for said in (
        "Health Precinct Community Hub",
        "Conwy County Borough Council",
        "1 March 2020",
        "health-precinct.yaml",
        short.report.file.sha256[:12],
        short.report.digest[:12],
        "No assurance is given, and this is not an audit opinion.",
        "Serious departures found",
        "Serious departures: 1 or more critical, or 2 or more major.",
        "5.07",
        "5.0733",
        "Reproduced",
        "Year 4 is discounted at 6%",
        "What to do: Discount at the standard schedule",
        "15 of 23 conforming findings rest on what the file states",
        "1 rule cannot conclude",
        "Page 1 of",
    ):
        assert said in first


def test_page_one_stays_one_page_with_long_texts():
    from tests.output.conftest import Printed

    crowded = Printed(sample.crowded())
    assert "What matters most" in crowded.pages[0]
    assert "Findings by framework" in crowded.pages[1]


@pytest.mark.parametrize(("frameworks", "sentences"), [(5, 2), (2, 3)])
def test_texts_that_fill_page_one_are_printed_in_full_and_on_one_page(frameworks, sentences):
    from tests.output.conftest import Printed

    full = Printed(sample.brimming(frameworks, sentences))
    assert "Findings by framework" in full.pages[1]
    first = " ".join(full.pages[0].split())
    for finding in arrange.most_important(full.report):
        assert words.sentence(finding.message) in first
        assert finding.fix in first


def test_the_whole_digest_can_be_copied_from_the_report(short):
    assert short.report.digest in short.text
    assert all(pack.sha256 in short.text for pack in short.report.packs)


def test_a_long_report_leaves_no_finding_out(long):
    assert len(long.report.findings) == 300
    assert [f.rule for f in long.report.findings if f.rule not in long.text] == []


def test_every_departure_has_its_message_and_evidence_in_a_long_report(long):
    departures = [f for f in long.report.findings if f.status is Status.DEPARTS]
    assert len(departures) == 113
    for finding in departures:
        assert f"({finding.rule})" in long.text
        assert all(item.place in long.text for item in finding.evidence)


def test_pages_are_numbered_and_carry_the_digest(short):
    total = len(short.pages)
    for number, text in enumerate(short.pages, 1):
        assert f"Page {number} of {total}" in text
    assert all(f"Digest {short.report.digest[:12]}" in text for text in short.pages[1:])


def test_a_table_that_runs_over_pages_repeats_its_head():
    from tests.output.conftest import Printed

    many = Printed(sample.report(claims=(sample.RATIO, *[sample.GP] * 60)))
    assert sum("Claimed Recomputed Verdict" in " ".join(text.split()) for text in many.pages) >= 2


def test_the_document_names_itself_and_carries_no_date(short):
    assert short.reader.metadata is not None
    assert short.reader.metadata.title.startswith("Verification report: Health Precinct")
    assert short.reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert not {"/CreationDate", "/ModDate", "/Author"} & set(short.reader.metadata)


def test_bookmarks_lead_to_the_sections(short):
    titles = [entry.title for entry in short.reader.outline if not isinstance(entry, list)]
    assert titles[0].startswith("Health Precinct")
    assert titles[-5:] == [
        "Sources",
        "Conventions",
        "How to verify this report again",
        "Limits",
        "Opinion of an auditor",
    ]


def test_header_cells_say_what_they_head(short):
    elements = list(walk(short.reader.trailer["/Root"]["/StructTreeRoot"]))
    scopes = [each["/A"].get_object()["/Scope"] for each in elements if each.get("/S") == "/TH"]
    assert {"/Row", "/Column"} == set(scopes)


def walk(element):
    element = element.get_object()
    if isinstance(element, dict):
        yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from walk(kid)


def test_every_figure_has_a_text_alternative_with_its_numbers(short):
    elements = walk(short.reader.trailer["/Root"]["/StructTreeRoot"])
    texts = [each.get("/Alt", "") for each in elements if each.get("/S") == "/Figure"]
    assert all(texts)
    assert any("Deadweight −216,645" in text for text in texts)
    assert any("Participants 231,623 (82.4%)" in text for text in texts)


def digest_elsewhere(folder: Path, **environment: str) -> str:
    """Render the hostile report in a process with its own environment."""
    made = subprocess.run(
        [sys.executable, "-c", DIGEST_OF_PDF],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment},
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout.strip()


def test_the_same_report_gives_the_same_bytes_in_other_processes(hostile, tmp_path):
    expected = hashlib.sha256(hostile.data).hexdigest()
    assert digest_elsewhere(tmp_path, PYTHONHASHSEED="1", TZ="Asia/Tokyo", LANG="C") == expected


def test_the_same_report_gives_the_same_bytes_where_no_font_is_installed(hostile, tmp_path):
    expected = hashlib.sha256(hostile.data).hexdigest()
    none = tmp_path / "fonts.conf"
    none.write_text("<fontconfig></fontconfig>")
    made = digest_elsewhere(
        tmp_path,
        FONTCONFIG_FILE=str(none),
        PYTHONHASHSEED="2",
        TZ="America/Lima",
        LANG="de_DE.UTF-8",
    )
    assert made == expected


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """Listen on this machine and note every request."""
    asked: list[str] = []

    class Note(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Note) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_nothing_is_fetched_even_by_markup_that_asks_for_it(tmp_path):
    (tmp_path / "secret.txt").write_text("secret words")
    with listening() as (address, asked):
        markup = (
            f'<html lang="en"><title>x</title><link rel="stylesheet" href="{address}/a.css">'
            f'<style>@import "{address}/b.css"; p {{ background: url({address}/c.png) }}</style>'
            f'<img alt="x" src="{address}/d.png"><p>text</p>'
            f'<object data="{(tmp_path / "secret.txt").as_uri()}">nothing</object>'
        )
        written = pdf._written(markup, "pdf/a-3a", None)
        assert asked == []
    assert b"secret" not in written


def test_text_of_the_file_stays_text(hostile):
    assert "<script>alert(1)</script>" in hostile.text
    assert "{{ 7 * 7 }}" in hostile.text
    links = [
        annotation.get_object()["/A"]["/URI"]
        for each in hostile.reader.pages
        for annotation in each.get("/Annots", [])
        if "/URI" in annotation.get_object().get("/A", {})
    ]
    assert links
    assert all(link.startswith("https://") for link in links)


def test_a_character_that_no_bundled_font_has_is_printed_as_its_number(hostile):
    assert "Ελληνικά" in hostile.text
    assert "[U+4E2D][U+6587]" in hostile.text
    assert "[U+202E]" in hostile.text
    assert "\u202e" not in hostile.text


def test_only_bundled_fonts_are_used(hostile):
    fonts = {
        font.get_object()["/BaseFont"].split("+")[-1]
        for each in hostile.reader.pages
        for font in each["/Resources"].get("/Font", {}).values()
    }
    assert fonts == {"Report-Sans", "Report-Sans-Semi-Bold", "Report-Code", "Report-Symbols"}


def test_a_missing_system_library_is_explained(tmp_path):
    program = (
        "import sys\n"
        "from auditor.output import pdf\n"
        "from auditor.errors import AuditorError\n"
        "from tests.output import sample\n"
        "import cffi\n"
        "def none(self, name, flags=0): raise OSError(f'cannot load library {name!r}')\n"
        "cffi.FFI.dlopen = none\n"
        "try:\n    pdf.render(sample.report())\n"
        "except AuditorError as error:\n    sys.exit(str(error))\n"
    )
    made = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert made.stdout == ""
    assert "libpangoft2-1.0-0" in made.stderr
    assert "brew install pango" in made.stderr
    assert "Windows" in made.stderr
    assert "Traceback" not in made.stderr
    assert issubclass(AuditorError, Exception)
