"""Check files: findings in the terminal, or as JSON."""

import sys
from datetime import date
from functools import partial
from pathlib import Path

import click

from auditor.audit import audit, read_file
from auditor.cli.documents import examination
from auditor.cli.emit import colour_wanted, emit
from auditor.cli.exits import Exit, exit_for, first_of
from auditor.cli.guard import guarded
from auditor.cli.options import (
    audit_options,
    files_argument,
    format_option,
    output_option,
    refuse_overwriting,
)
from auditor.cli.packs import packs_for
from auditor.cli.record import Wanted, check_records
from auditor.engine.frameworks import own_frameworks
from auditor.errors import Problem, UsageError
from auditor.load import is_open_contracting
from auditor.output import json, terminal
from auditor.report import Report

_EPILOG = """
\b
Examples:
  auditor check my-file.yaml
  auditor check *.yaml --quiet
  auditor check my-file.yaml --evidence papers/
  auditor check my-file.yaml --framework our-outcomes.yaml
  auditor check my-file.yaml --packs sroi,value-for-money --fail-on minor
  auditor check my-file.yaml --format json --output result.json
  auditor check releases.json

\b
Exit codes: 0 nothing at or above --fail-on, 1 departures, 2 wrong usage, 3 a file
could not be read, 4 rules broken, 5 too little could be checked, 70 program fault.
"""


@click.command("check", epilog=_EPILOG)
@files_argument
@format_option("the findings")
@output_option("Write to this file instead of the terminal.", required=False)
@audit_options
def command(
    files: tuple[Path, ...],
    form: str,
    output: Path | None,
    mapping: tuple[str, ...],
    packs: tuple[str, ...],
    as_at: date | None,
    stage: str | None,
    evidence: Path | None,
    frameworks: tuple[Path, ...],
    fail_on: str,
    quiet: bool,
    no_colour: bool,
) -> None:
    """Check one or more files and show the findings.

    Of open contracting data (releases, records or packages, as JSON or JSON Lines) every
    contracting process is checked: one line for each, and what they add up to; with `--format
    json` the report of each on a line of its own.
    """
    refuse_overwriting(output, files)
    if any(is_open_contracting(path) for path in files):
        if mapping:
            raise click.UsageError("--map is for value maps, and open contracting data is none.")
        _refuse(evidence, "--evidence", "open contracting data names no documents in a folder")
        _refuse(frameworks, "--framework", "open contracting data follows no outcome framework")
        wanted = Wanted(packs, as_at, stage, fail_on, form, quiet)
        sys.exit(check_records(files, output, wanted))
    loaded = packs_for(packs)
    own = own_frameworks(frameworks)
    reports: list[Report] = []

    def one(path: Path) -> int:
        file = read_file(path, mapping=mapping)
        examined = examination(file.case, evidence).examined if evidence else None
        report = audit(file, loaded, as_at=as_at, stage=stage, examined=examined, frameworks=own)
        if form == "text" and output is None:
            show(report, quiet=quiet, colour=colour_wanted(no_colour))
        reports.append(report)
        return exit_for(report, fail_on=fail_on)

    def send() -> int:
        if reports and (form == "json" or output is not None):
            emit(_rendered(reports, form, quiet, many=len(files) > 1), output)
        return Exit.CLEAN

    codes = [guarded(partial(one, path)) for path in files]
    sys.exit(first_of([*codes, guarded(send)]))


def _refuse(given: object, option: str, problem: str) -> None:
    if given:
        raise UsageError(Problem(problem, option, "leave this option out"))


def _rendered(reports: list[Report], form: str, quiet: bool, *, many: bool) -> bytes:
    if form == "text":
        texts = (terminal.render(report, colour=False, quiet=quiet) for report in reports)
        return "".join(f"{text}\n" for text in texts).encode()
    each = [json.render(report).rstrip() for report in reports]
    return b"[\n" + b",\n".join(each) + b"\n]\n" if many else each[0] + b"\n"


def show(report: Report, *, quiet: bool, colour: bool) -> None:
    """Print a report to the terminal."""
    click.echo(terminal.render(report, colour=colour, quiet=quiet), color=colour)
