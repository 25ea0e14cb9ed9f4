"""Measure how long it takes to sign a report and to verify it, as functions and as processes.

Run `python -m benchmarks.sealing`. A function is timed by the processor time it uses, once its
libraries are loaded, as in a service that signs many reports; a whole process also loads them.
"""

import io
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pypdf

from auditor import load_packs, read_bytes
from auditor.audit import prepare, report_on
from auditor.output import pdf
from auditor.output.signed import Signed
from auditor.sealing.answer import INSIDE, SIGNATURES, Question
from auditor.sealing.certificate import Key, certificates, key, new_key
from auditor.sealing.given import Given
from auditor.sealing.seal import Basis, sealed
from auditor.sealing.sign import Shown, sign
from auditor.sealing.verify import verify
from auditor.valuation import value_of
from benchmarks.generate import Data, as_json, bases, grown
from benchmarks.run import LONG_REPORT_PAGES, line, machine, run_once

AIM = 0.2
PASSPHRASE = b"benchmark"
NAME = "generated.json"


def main() -> None:
    """Sign and verify a short and a long report, and print what that took."""
    machine()
    now = datetime.now(UTC)
    packed, pem = new_key("Ann Officer", PASSPHRASE, now)
    opened = key(packed, PASSPHRASE, "key.p12")
    given = Given(trusted=certificates(pem, "key.pem"), at=now)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "key.pem").write_bytes(pem)
        _measure(_report(_smallest(bases()[0]), ["evidence"]), opened, given, Path(folder))
        _measure(_long_report(), opened, given, Path(folder))


def _smallest(base: Data) -> Data:
    """Return what every file states of a base."""
    return {name: base[name] for name in ("format_version", "kind", "title", "stage")}


def _report(data: Data, packs: Sequence[str]) -> bytes:
    """Return the report of a file, with the file in it."""
    loaded, raw = load_packs(packs), as_json(data)
    read = read_bytes(raw, name=NAME)
    subject = prepare(read, loaded)
    report = report_on(read, subject, loaded)
    return sealed(report, Basis(loaded, file=raw), value_of(read, subject))


def _long_report() -> bytes:
    """Return a report that is about as long as a long one is."""
    base = bases()[2]
    for times in range(1, 200):
        made = _report(grown(base, times), ["evidence", "sroi"])
        if len(pypdf.PdfReader(io.BytesIO(made)).pages) >= LONG_REPORT_PAGES:
            break
    return made


def _measure(raw: bytes, opened: Key, given: Given, folder: Path) -> None:
    at, name = given.at, opened.certificate.name
    pages = len(pypdf.PdfReader(io.BytesIO(raw)).pages)
    print(f"\nA report of {pages} pages, {len(raw) / 1000:.0f} KB")

    def signed() -> bytes:
        said = Signed(name, at, "Head of audit")
        return sign(raw, opened, Shown(pdf.signature_block(said), said.sentence), at=at)

    made = signed()
    _timed("signing, with the visible block", signed)
    line("  it adds", f"{(len(made) - len(raw)) / 1000:.0f} KB")
    _timed("verifying the signature", lambda: verify(made, SIGNATURES, given))
    both = (*SIGNATURES, *INSIDE)
    _timed("verifying all that needs no new audit", lambda: verify(made, both, given))
    again = (Question.AGAIN, Question.PAGES)
    _timed("making the audit again and setting its pages", lambda: verify(made, again, given), None)
    path = folder / "report.pdf"
    path.write_bytes(made)
    took = run_once(["verify", str(path), "--no-rerun", "--trust", str(folder / "key.pem")])
    line("auditor verify --no-rerun, whole process", f"{took.seconds:.2f} s")
    line("  peak memory of the program itself", f"{took.megabytes:.0f} MB")


def _timed(what: str, work: Callable[[], object], aim: float | None = AIM) -> None:
    """Print the least processor time of a few runs, which other work on the machine adds to."""
    work()
    least = min(_seconds(work) for _ in range(5 if aim else 1))
    reached = None if aim is None else least <= aim
    line(what, f"{least:.3f} s", f"{aim} s" if aim else "", reached)


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


if __name__ == "__main__":
    main()
