"""Check open contracting data: every contracting process of a file, and what they add up to."""

import gc
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

import click

from auditor.audit import CaseFile, audit, read_file, read_files
from auditor.cli.exits import exit_for, first_of
from auditor.cli.guard import guarded
from auditor.cli.packs import packs_for_file
from auditor.cli.progress import Progress
from auditor.engine.pack import Pack
from auditor.load import is_open_contracting
from auditor.output import json as report_json
from auditor.output import tally, terminal
from auditor.report import Report
from auditor.write import write_pieces

_WHY = "; the public record can answer no other (--packs all applies every pack)"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a run was asked for."""

    packs: tuple[str, ...]
    as_at: date | None
    stage: str | None
    fail_on: str
    form: str
    quiet: bool


def check_records(files: Sequence[Path], output: Path | None, wanted: Wanted) -> int:
    """Check files of which some are open contracting data; return the exit code."""
    codes: set[int] = set()
    each = [
        partial(_of_record if is_open_contracting(path) else _of_file, path, wanted, codes)
        for path in files
    ]
    if output is None:
        return first_of([*(guarded(partial(_echo, one)) for one in each), *codes])

    def send() -> int:
        write_pieces(output, chain.from_iterable(one() for one in each))
        click.echo(f"Written: {output}", err=True)
        return 0

    return first_of([guarded(send), *codes])


def _echo(pieces: partial[Iterator[bytes]]) -> int:
    for piece in pieces():
        click.echo(piece, nl=False)
    return 0


def _of_file(path: Path, wanted: Wanted, codes: set[int]) -> Iterator[bytes]:
    """Yield what is shown of the file of one decision; raises InputError."""
    packs = packs_for_file(path, wanted.packs)
    report = audit(read_file(path), packs, as_at=wanted.as_at, stage=wanted.stage)
    codes.add(exit_for(report, fail_on=wanted.fail_on))
    shown = terminal.render(report, colour=False, quiet=wanted.quiet)
    yield _as_line(report) if wanted.form == "json" else f"{shown}\n".encode()


def _of_record(path: Path, wanted: Wanted, codes: set[int]) -> Iterator[bytes]:
    """Yield what is shown of a file, one process after another; raises InputError."""
    packs = packs_for_file(path, wanted.packs)
    gc.freeze()  # what is loaded by now stays, so that collecting need not go through it again
    counts = tally.Tally()
    watch = Progress(path, quiet=wanted.quiet)
    for file in read_files(path, watch=watch.bytes_read):
        report = audit(
            file, packs, as_at=wanted.as_at, stage=wanted.stage, digested=wanted.form == "json"
        )
        codes.add(exit_for(report, fail_on=wanted.fail_on))
        counts.add(report, _said(file, "portal"))
        watch.audited()
        if wanted.form == "json":
            yield _as_line(report)
        elif not wanted.quiet:
            yield f"{tally.line(_name(file), report)}\n".encode()
    if wanted.form == "text":
        yield f"{_summary(path, packs, wanted, counts)}\n".encode()


def _as_line(report: Report) -> bytes:
    return json.dumps(report_json.as_data(report), ensure_ascii=False).encode() + b"\n"


def _summary(path: Path, packs: Sequence[Pack], wanted: Wanted, counts: tally.Tally) -> str:
    if wanted.quiet:
        return tally.one_line(path.name, counts)
    names = ", ".join(pack.info.id for pack in packs)
    applied = f"Packs applied: {names}{'' if wanted.packs else _WHY}."
    return f"\n{tally.summary(counts)}\n\n{applied}"


def _name(file: CaseFile) -> str:
    return _said(file, "process") or f"{file.case.title} (no ocid)"


def _said(file: CaseFile, name: str) -> str:
    part = file.document.data.get("procurement")
    return str(part.get(name, "")) if isinstance(part, dict) else ""
