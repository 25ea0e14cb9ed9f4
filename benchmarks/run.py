"""Print how fast the program is and how much memory it takes, beside what it should reach.

Whole processes are started as a user would start them and the median is printed; audits inside one
process are timed by the processor time they use, so that other work on the machine counts less.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pypdf

from auditor import audit, load_packs, read_bytes
from auditor.audit import CaseFile, examine, prepare
from auditor.engine.pack import Pack
from auditor.finding import Finding
from benchmarks.generate import Data, as_json, bases, grown, varied

AUDITOR = str(Path(sys.executable).parent / "auditor")
EXAMPLES = Path(__file__).parent.parent / "examples"
EXAMPLE, SHORT = (
    str(EXAMPLES / f) for f in ("health-precinct.yaml", "food-for-life-kirklees.yaml")
)
# As a user has it: Python may keep what it compiled.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
LAUNCH = Path(__file__).parent / "launch.py"
FILES = 1000
DOUBLINGS = 5
YARDSTICK = 10**7
SMALL_PACK = "evidence"
LONG_REPORT_PAGES = 30


class Run(NamedTuple):
    """One whole process: wall-clock seconds and the most memory it held, in megabytes."""

    seconds: float
    megabytes: float


def main() -> None:
    """Measure everything and print it line by line."""
    machine()
    packs = load_packs()
    with tempfile.TemporaryDirectory() as folder:
        processes()
        start = bases()
        throughput(packs, start)
        growth(packs, start[2])
        reports(Path(folder), start[2])


def machine() -> None:
    """Print what the figures were measured on, with a yardstick for its speed at this moment."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
    with timed() as seconds:
        for _ in range(YARDSTICK):
            pass
    per_million = seconds() / YARDSTICK * 10**6
    line("a million turns of an empty loop", f"{1000 * per_million:.0f} ms")


def line(what: str, measured: str, aim: str = "", reached: bool | None = None) -> None:
    """Print one result beside its aim."""
    mark = {None: "", True: "reached", False: "NOT reached"}[reached]
    print(f"{what:<60}{measured:>12}   {aim:<12} {mark}".rstrip(), flush=True)


def run(*arguments: str, times: int = 1) -> Run:
    """Run the program once to warm up, then so many times; return median time and most memory."""
    run_once(arguments)
    runs = [run_once(arguments) for _ in range(times)]
    return Run(statistics.median(r.seconds for r in runs), max(r.megabytes for r in runs))


def run_once(arguments: Sequence[str]) -> Run:
    """Run the program once; findings (exit codes 1 and 5) are no failure of a benchmark."""
    launch = [sys.executable, "-I", "-S", str(LAUNCH), AUDITOR, *arguments]
    done = subprocess.run(launch, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    code, seconds, megabytes = done.stdout.split()
    if code not in {"0", "1", "5"}:
        sys.exit(f"auditor {' '.join(arguments)} failed ({code}):\n{done.stderr}")
    return Run(float(seconds), float(megabytes))


def processes() -> None:
    """Measure the commands that a person waits for."""
    version = run("--version", times=11)
    line(
        "start-up: auditor --version", f"{version.seconds:.3f} s", "0.15 s", version.seconds <= 0.15
    )
    check = run("check", EXAMPLE, times=7)
    line("auditor check, one example", f"{check.seconds:.3f} s", "0.4 s", check.seconds <= 0.4)
    line("  peak memory", f"{check.megabytes:.0f} MB")


def throughput(packs: Sequence[Pack], start: Sequence[Data]) -> None:
    """Measure audits a second over varied files, with all packs, and what comes before."""
    raw = [as_json(varied(start[seed % len(start)], seed)) for seed in range(FILES)]
    sizes = sorted(len(each) / 1000 for each in raw)
    rules = sum(len(pack.rules) for pack in packs)
    print(f"\n{FILES} files of {sizes[0]:.0f} to {sizes[-1]:.0f} KB, {rules} rules, one core")
    files: list[CaseFile] = []
    with timed() as reading:
        files += (read_bytes(each, name="generated.json") for each in raw)
    with timed() as examining:
        findings = sum(len(examine(prepare(file, packs), packs)) for file in files)
    with timed() as saying:
        for file in files:
            read_words(examine(prepare(file, packs), packs))
    with timed() as auditing:
        for file in files:
            audit(file, packs)
    rate, each = FILES / examining(), 1000 * examining() / FILES
    line("audits a second: valid file to findings", f"{rate:,.0f}", "1,000", rate >= 1000)
    line("  per file, their words unread", f"{each:.2f} ms", "5 ms", each < 5)
    line("  per file, every word of them read", f"{1000 * saying() / FILES:.2f} ms")
    line("audits a second: valid file to whole report", f"{FILES / auditing():,.0f}")
    line("reading and validating adds, per file", f"{1000 * reading() / FILES:.2f} ms")
    line("rules answered, in all", f"{findings:,}")


def read_words(findings: Sequence[Finding]) -> None:
    """Read what findings say, which is when it is worked out."""
    for finding in findings:
        _ = finding.message


@contextmanager
def timed() -> Iterator[Callable[[], float]]:
    """Time a block by the processor time it uses, in seconds."""
    started = time.process_time()
    ended = started
    yield lambda: ended - started
    ended = time.process_time()


def growth(packs: Sequence[Pack], base: Data) -> None:
    """Show how the time grows while one file doubles five times."""
    print("\nOne file that doubles: time for each stays the same share of its size if it is linear")
    per_kilobyte = []
    for doubling in range(DOUBLINGS + 1):
        raw = as_json(grown(base, 2**doubling))
        with timed() as reading:
            file = read_bytes(raw, name="generated.json")
        seconds = min(time_of(file, packs) for _ in range(3))
        kilobytes = len(raw) / 1000
        per_kilobyte.append(seconds / kilobytes)
        line(
            f"  {kilobytes:6.0f} KB",
            f"{1000 * seconds:.1f} ms",
            f"{1e6 * seconds / kilobytes:.0f} µs a KB, reading {1000 * reading():.0f} ms",
        )
    ratio = per_kilobyte[-1] / per_kilobyte[0]
    line("time for each KB, largest against smallest", f"{ratio:.2f}", "up to 1.5", ratio <= 1.5)


def time_of(file: CaseFile, packs: Sequence[Pack]) -> float:
    """Return the processor seconds from a valid file to its findings."""
    with timed() as seconds:
        examine(prepare(file, packs), packs)
    return seconds()


def reports(folder: Path, base: Data) -> None:
    """Measure a short, a usual and a long report as whole processes."""
    print("\nReports, from the file to the PDF as whole processes")
    show("a short report: one pack", report(folder, SHORT, "--packs", SMALL_PACK), 1.5)
    show("the first example with all packs", report(folder, EXAMPLE))
    source, kilobytes = long_file(folder, base)
    show(f"a long report: {kilobytes:.0f} KB with all packs", report(folder, source), 5)


def show(what: str, made: tuple[int, Run], aim: float | None = None) -> None:
    """Print what a report of so many pages took."""
    pages, took = made
    reached = None if aim is None else took.seconds <= aim
    line(f"{pages} pages ({what})", f"{took.seconds:.2f} s", f"{aim} s" if aim else "", reached)
    line("  pages a second", f"{pages / took.seconds:.1f}")
    line("  peak memory", f"{took.megabytes:.0f} MB")


def report(folder: Path, source: str, *options: str) -> tuple[int, Run]:
    """Write a report; return its pages and what the run took."""
    pdf = folder / "report.pdf"
    took = run("report", source, *options, "--output", str(pdf), times=3)
    return len(pypdf.PdfReader(pdf).pages), took


def long_file(folder: Path, base: Data) -> tuple[str, float]:
    """Write a file whose report has about the number of pages of a long report."""
    path = folder / "long.json"
    for times in range(1, 60):
        path.write_bytes(as_json(grown(base, times)))
        run_once(["report", str(path), "--output", str(folder / "report.pdf")])
        if len(pypdf.PdfReader(folder / "report.pdf").pages) >= LONG_REPORT_PAGES:
            break
    return str(path), path.stat().st_size / 1000


if __name__ == "__main__":
    main()
