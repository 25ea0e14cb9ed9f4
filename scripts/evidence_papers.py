"""Make the documents of the example on evidence, and print their digests for its register.

Run as `python -m scripts.evidence_papers`. The documents are committed: text is set with the fonts
of the machine, so that another machine makes others.
"""

import hashlib
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path

import docx
import weasyprint
import xlsxwriter

FOLDER = Path(__file__).parent.parent / "examples" / "evidence" / "papers"
SURVEY = """<html lang="en"><head><title>Survey of older residents of Hilltop</title>
<meta name="dcterms.created" content="2025-10-24">
<style>@page { size: A5 } body { font: 11pt serif } p { hyphens: auto; text-align: justify;
width: 8cm } h2 { break-before: page }</style></head><body>
<h1>Survey of older residents of Hilltop, October 2025</h1>
<p>Every person, place and figure in this paper is invented. Fifty-two people aged seventy-five and
over answered, each in a conversation of half an hour.</p>
<h2>What people said</h2>
<p>In all, 38 of 52 people said that they have nobody whom they could call in an emergency. For most
of them this had become an extraordinarily burdensome characteristic of the winter months. Some
people asked for help with the cost of heating; nobody asked for a new building.</p>
<h2>What it would cost</h2>
<p>A call each morning would cost £18,400 a year, which is £353.85 for each of the 52.</p>
</body></html>"""
ANSWERS = (
    "Answers to the consultation on morning calls",
    "Every person, place and figure in this paper is invented.",
    "We had 61 answers. Of these, 44 were in favour, nine were against and eight did not say.",
    "“A call would be well worth having,” wrote one resident, “but do not end the visits.”",
)
NOTES = """Notes of the meeting of 2 December 2025 (invented)

The group agreed to go on with the proposal.
The calls are to begin by 1 April 2026.
"""


def survey() -> bytes:
    """Return the survey as PDF, with words that are divided at the ends of lines."""
    return bytes(weasyprint.HTML(string=SURVEY).write_pdf())


def answers() -> bytes:
    """Return the answers as a Word document."""
    document = docx.Document()
    document.core_properties.created = datetime(2025, 11, 28, 12)
    document.core_properties.modified = datetime(2025, 11, 28, 12)
    for text in ANSWERS:
        document.add_paragraph(text)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def costs() -> bytes:
    """Return the costs as a workbook."""
    output = BytesIO()
    book = xlsxwriter.Workbook(output, {"in_memory": True})
    book.set_properties({"created": datetime(2025, 11, 14)})
    sheet = book.add_worksheet("Costs 2026")
    for row, (item, amount) in enumerate((("Staff", 15200), ("Telephone", 3200))):
        sheet.write(row + 2, 0, item)
        sheet.write(row + 2, 2, amount)
    sheet.write(0, 0, "Costs of a call each morning (invented)")
    sheet.write(4, 0, "Total")
    sheet.write_formula("C5", "=SUM(C3:C4)", None, 18400)
    book.close()
    return output.getvalue()


def main() -> None:
    """Write every document and print its digest."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = {
        "survey.pdf": survey(),
        "answers.docx": answers(),
        "costs.xlsx": costs(),
        "meeting.txt": NOTES.encode(),
    }
    for name, data in made.items():
        (FOLDER / name).write_bytes(data)
        sys.stdout.write(f"{hashlib.sha256(data).hexdigest()}  {name}\n")


if __name__ == "__main__":
    main()
