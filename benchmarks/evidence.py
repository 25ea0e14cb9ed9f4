"""Measure how long it takes to find quotations in a long PDF.

Run `python -m benchmarks.evidence`. The PDF has 300 pages of text with divided words, and 40 things
are looked for in it: passages that stand there, one with another word, one that is nowhere, and
figures. What a person waits for is timed: the whole command, from the file to the findings.
"""

import io
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from auditor import read_bytes
from auditor.evidence.child import answer
from auditor.evidence.listed import uses
from auditor.evidence.wire import Request
from benchmarks.run import line, run, timed

PAGES = 300
WORDS = (
    "the", "council", "service", "people", "community", "outcome", "evidence", "assessment",
    "provider", "commissioning", "wellbeing", "transportation", "institutional", "responsibility",
    "characteristic", "of", "in", "and", "for", "with", "by", "cost", "value", "support", "year",
    "month", "resident", "carer", "volunteer", "building", "programme",
)  # fmt: skip
AIM = 3.0
SENTENCES, WIDTH = 30, 90


def main() -> None:
    """Make the PDF and a file that quotes it, and print what the check takes."""
    pages = [_page(random.Random(number)) for number in range(PAGES)]
    raw, text = _pdf(pages), _file(pages)
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "long.pdf").write_bytes(raw)
        (Path(name) / "file.yaml").write_text(text, encoding="utf-8")
        packs = ("check", str(Path(name) / "file.yaml"), "--packs", "evidence")
        took = run(*packs, "--evidence", name, "--fail-on", "never", times=5)
    reached = took.seconds <= AIM
    line(
        f"40 quotations and figures in {PAGES} pages", f"{took.seconds:.2f} s", f"{AIM} s", reached
    )
    line("  peak memory of the program itself", f"{took.megabytes:.0f} MB")
    wanted = tuple(each.wanted for each in uses(read_bytes(text.encode(), name="file.yaml").case))
    with timed() as seconds:
        answer(Request(".pdf", wanted), raw)
    line("  processor time of reading and searching alone", f"{seconds():.2f} s")


def _page(chance: random.Random) -> list[str]:
    """Return the sentences of a page."""
    return [
        " ".join(chance.choices(WORDS, k=chance.randint(8, 16))).capitalize()
        + f" {chance.randint(1000, 999999):,}."
        for _ in range(SENTENCES)
    ]


def _pdf(pages: list[list[str]]) -> bytes:
    """Return the pages as PDF, in lines of one length, at whose ends words are divided."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject(
        {NameObject(key): NameObject(value) for key, value in (
            ("/Type", "/Font"), ("/Subtype", "/Type1"), ("/BaseFont", "/Helvetica"),
        )}
    )  # fmt: skip
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    for sentences in pages:
        page = writer.add_blank_page(595, 842)
        contents = StreamObject()
        shown = " T* ".join(f"({line}) Tj" for line in _lines(" ".join(sentences)))
        contents.set_data(f"BT /F1 9 Tf 11 TL 72 780 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(contents)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _lines(text: str) -> Iterator[str]:
    """Yield lines of one length; a word that is divided gets a hyphen, a number is not divided."""
    while text:
        end = WIDTH
        while end < len(text) and not text[end - 1 : end + 1].replace(" ", "a").isalpha():
            end -= 1
        divided = text[end - 1 : end + 1].isalpha() and end < len(text)
        yield text[:end] + "-" * divided
        text = text[end:]


def _file(pages: list[list[str]]) -> str:
    """Return a file that quotes 30 sentences with their page, and eight figures."""
    chosen = [(number, pages[number - 1][7]) for number in range(5, PAGES, 10)]
    uses = [f"{{entry: E1, page: {number}, quote: '{text}'}}" for number, text in chosen]
    uses += [f"{{entry: E1, figure: '{text.split()[-1][:-1]}'}}" for _, text in chosen[:8]]
    uses.append("{entry: E1, quote: 'The council closes three libraries in the coming year'}")
    first, *rest = chosen[3][1].split()
    uses.append(f"{{entry: E1, quote: '{first} unquestionably {' '.join(rest)}'}}")
    listed = "\n".join(f"    - {use}" for use in uses)
    return (
        'format_version: "1"\nkind: commissioning\ntitle: A file that quotes\nstage: need\n'
        f"needs:\n  evidence:\n{listed}\n"
        "evidence: [{id: E1, title: A long report, file: long.pdf}]\n"
    )


if __name__ == "__main__":
    main()
