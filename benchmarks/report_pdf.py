"""Print how fast the PDF of a report is set, and how much memory that takes, beside Typst.

`python -m benchmarks.report_pdf` starts whole processes as a user would; reports of many findings
are set inside one process and timed by the processor time that they use. Typst sets the same
findings with a simpler template where it is installed (`pip install 'auditor[benchmarks]'`).
"""

import io
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pypdf

from auditor import load_packs
from auditor.audit import prepare, read_file, report_on
from auditor.output import json, pdf
from auditor.output.detail import Detail
from auditor.report import Report
from benchmarks.run import EXAMPLE, EXAMPLES, SMALL_PACK, line, machine
from benchmarks.run import report as whole

# Reports of 5 and of 30 pages: what the aims are set for.
FIVE = str(EXAMPLES / "case-studies" / "03-city-gateway.yaml")
THIRTY_PACKS = (
    "accounting-for-value,better-return,eight-principles,green-book,social-value-act,sroi,"
    "value-for-money"
)
TEMPLATE = Path(__file__).parent / "report.typ"
MANY = (190, 375, 750, 1500)
SHORT_SECONDS, LONG_SECONDS, PAGE_MEGABYTES = 1.2, 4.5, 2
MOST_PAGES, MOST_GROWTH = 60, 1.5


def main() -> None:
    """Print every figure beside its aim."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        packs = load_packs()
        machine()
        short = whole_process(folder, "a short report", FIVE, SHORT_SECONDS, SMALL_PACK)
        long = whole_process(folder, "a long report", EXAMPLE, LONG_SECONDS, THIRTY_PACKS)
        whole_process(folder, "an example with all packs", EXAMPLE)
        each = (long[1] - short[1]) / (long[0] - short[0])
        aim = f"{PAGE_MEGABYTES} MB"
        line("memory for each page more", f"{each:.1f} MB", aim, each <= PAGE_MEGABYTES)
        read = read_file(Path(EXAMPLE))
        report = report_on(read, prepare(read, packs), packs)
        beside_typst(folder, report)
        growth(report)


def whole_process(
    folder: Path, what: str, source: str, aim: float | None = None, packs: str = "all"
) -> tuple[int, float]:
    """Measure a report as a whole process; return its pages and the most memory it held."""
    pages, took = whole(folder, source, "--packs", packs)
    reached = None if aim is None else took.seconds <= aim
    line(f"{what}, {pages} pages", f"{took.seconds:.2f} s", f"{aim} s" if aim else "", reached)
    line("  peak memory", f"{took.megabytes:.0f} MB")
    return pages, took.megabytes


def beside_typst(folder: Path, report: Report) -> None:
    """Set the same findings by both, in this process: processor seconds for each page."""
    print("\nThe same findings, set inside one process")
    pdf.render(report)
    show("this program", lambda: pdf.render(report))
    try:
        import typst
    except ImportError:
        print("  Typst is not installed: pip install 'auditor[benchmarks]'")
        return
    (folder / "result.json").write_bytes(json.render(report))
    (folder / "report.typ").write_bytes(TEMPLATE.read_bytes())
    show(
        "Typst, with a simpler template",
        lambda: typst.compile(
            str(folder / "report.typ"),
            root=str(folder),
            font_paths=[str(pdf.FONTS)],
            ignore_system_fonts=True,
            pdf_standards=["a-3a", "ua-1"],
        ),
    )


def show(what: str, made: Callable[[], bytes]) -> None:
    """Print what it took to make a PDF: processor seconds, pages, milliseconds a page.

    It is made once, because Typst remembers what it has set before.
    """
    seconds, raw = best(made, times=1)
    pages = pages_of(raw)
    line(f"  {what}, {pages} pages", f"{seconds:.2f} s", f"{1000 * seconds / pages:.0f} ms a page")


def growth(report: Report) -> None:
    """Show how the time grows with the findings, and how long a report in short becomes."""
    print("\nReports of many findings, in processor time")
    each = []
    for number in MANY:
        grown_report = many(report, number)
        seconds, raw = best(partial(pdf.render, grown_report), times=1)
        each.append(seconds / number)
        line(f"  {number} findings, {pages_of(raw)} pages", f"{seconds:.1f} s",
             f"{1000 * each[-1]:.1f} ms each")  # fmt: skip
    grown = max(each[1:]) / each[0]
    line("time for each, largest against fewest", f"{grown:.2f}", f"{MOST_GROWTH}",
         grown <= MOST_GROWTH)  # fmt: skip
    short = partial(pdf.render, many(report, MANY[-1]), detail=Detail.DEPARTURES)
    seconds, raw = best(short, times=1)
    pages = pages_of(raw)
    line(f"{MANY[-1]} findings in short, {seconds:.1f} s", f"{pages} pages", f"{MOST_PAGES} pages",
         pages < MOST_PAGES)  # fmt: skip


def many(report: Report, number: int) -> Report:
    """Return a report with so many findings: its own ones again and again, each with its own id."""
    own = [each for each in report.findings if not each.waits_for]
    findings = tuple(
        replace(own[at % len(own)], rule=f"{own[at % len(own)].rule}-{at // len(own)}")
        for at in range(number)
    )
    return replace(report, findings=findings)


def best(made: Callable[[], bytes], times: int = 3) -> tuple[float, bytes]:
    """Return the least processor time of some runs, and what was made."""
    least, raw = float("inf"), b""
    for _ in range(times):
        start = time.process_time()
        raw = made()
        least = min(least, time.process_time() - start)
    return least, raw


def pages_of(raw: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(pypdf.PdfReader(io.BytesIO(raw)).pages)


if __name__ == "__main__":
    main()
