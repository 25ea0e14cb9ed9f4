"""Measure how fast open contracting data is audited, and how much memory a long stream takes.

Run `python -m benchmarks.ocds [MEGABYTES]` from the root of the project. It audits the sample in
`examples/ocds`, repeated under new identifiers: once in this process for its speed, and once as a
user would run it, on a stream of so many megabytes (default 50), for the memory that it takes.

Beside it stands `libcoveocds`, which checks the form of the same data, where a Python that has it
is named: `LIBCOVEOCDS=/path/to/venv/bin/python python -m benchmarks.ocds`. It fetches the schema of
the standard, or reads the standard's repository from the ZIP file that `OCDS_STANDARD_ZIP` names.
"""

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from auditor import load_packs
from auditor.audit import audit, read_files
from benchmarks.run import line, run

SAMPLE = Path(__file__).parent.parent / "examples" / "ocds" / "releases.json"
MEGABYTES = 50
TIMES = 7
_COVE = """
import json, os, sys, time
from libcoveocds.api import ocds_json_output
from libcoveocds.config import LibCoveOCDSConfig
archive = os.environ.get("OCDS_STANDARD_ZIP")
asked = {"context": "api", **({"standard_zip": f"file://{archive}"} if archive else {})}
config = LibCoveOCDSConfig(asked)
data = json.load(open(sys.argv[1], encoding="utf-8"))
about = {"uri": "https://example.org", "publisher": {"name": "x"}, "version": "1.1"}
package = {**about, "publishedDate": "2025-01-01T00:00:00Z", **data}
ocds_json_output(json_data=package, lib_cove_ocds_config=config)
start = time.process_time()
ocds_json_output(json_data=package, lib_cove_ocds_config=config)
print(time.process_time() - start)
"""


def main() -> None:
    """Measure and print line by line."""
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES
    with tempfile.TemporaryDirectory() as folder:
        few = Path(folder) / "few.json"
        releases = write_package(few, megabytes=2)
        beside_libcoveocds(few, releases)
        for size in (megabytes // 10, megabytes):
            long = Path(folder) / f"{size}.json"
            number = write_package(long, megabytes=size)
            taken = run("check", str(long), "--quiet")
            said = f"{taken.megabytes:,.0f} MB, {taken.seconds:,.0f} s"
            line(f"Memory and time for {size:,} MB ({number:,} releases)", said)


def beside_libcoveocds(path: Path, releases: int) -> None:
    """Print how many releases each reads in a second, in turns: other work falls on both alike."""
    own, theirs = [], []
    once = auditing(path)
    once()
    for _ in range(TIMES):
        own.append(once())
        theirs.append(checked(path))
    line("Releases read and audited per second, one core", per_second(releases, own))
    missing = [each for each in theirs if isinstance(each, str)]
    if missing:
        line("libcoveocds on the same file", missing[0])
        return
    times = [each for each in theirs if isinstance(each, float)]
    reached = statistics.median(own) < statistics.median(times)
    line("libcoveocds on the same file", per_second(releases, times), "slower", reached)
    won = sum(ours < other for ours, other in zip(own, times, strict=True))
    line("turns of both in which it was slower", f"{won} of {TIMES}")


def per_second(releases: int, seconds: Sequence[float]) -> str:
    """Return how many releases a second that is, in the median and at best."""
    median, best = releases / statistics.median(seconds), releases / min(seconds)
    return f"{median:,.0f} (best {best:,.0f})"


def auditing(path: Path) -> Callable[[], float]:
    """Return what reads and audits a file once and tells the processor seconds that it took."""
    packs = load_packs(["procurement"])
    gc.freeze()  # as the command does

    def once() -> float:
        start = time.process_time()
        for file in read_files(path):
            audit(file, packs, digested=False)
        return time.process_time() - start

    return once


def checked(path: Path) -> float | str:
    """Return the processor seconds that libcoveocds takes, or why it does not."""
    python = os.environ.get("LIBCOVEOCDS")
    if not python:
        return "not at hand"
    done = subprocess.run([python, "-c", _COVE, str(path)], capture_output=True, text=True)
    if done.returncode:
        return done.stderr.strip().split("\n")[-1][:60]
    return float(done.stdout)


def write_package(path: Path, *, megabytes: int) -> int:
    """Write a release package of about so many megabytes; return the number of its releases."""
    number = 0
    with path.open("w", encoding="utf-8") as file:
        file.write('{"releases": [')
        for release in _repeated():
            if file.tell() > megabytes * 1_000_000:
                break
            file.write(("," if number else "") + json.dumps(release, ensure_ascii=False))
            number += 1
        file.write("]}")
    return number


def _repeated() -> Iterator[dict[str, Any]]:
    """Yield the releases of the sample again and again, each time under new identifiers."""
    sample = json.loads(SAMPLE.read_text(encoding="utf-8"))["releases"]
    turn = 0
    while True:
        for release in sample:
            yield {**release, "ocid": f"{release['ocid']}-{turn}"}
        turn += 1


if __name__ == "__main__":
    main()
