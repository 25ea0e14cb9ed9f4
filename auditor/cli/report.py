"""Write the verification report of one file as PDF."""

import sys
from datetime import date
from pathlib import Path

import click

from auditor.audit import prepare, read_file, report_on
from auditor.canonical import digest
from auditor.cli.check import show
from auditor.cli.documents import MOST_ATTACHED, attached_to, examination
from auditor.cli.emit import colour_wanted, progress
from auditor.cli.exits import exit_for
from auditor.cli.guard import complain
from auditor.cli.options import (
    audit_options,
    output_option,
    process_option,
    refuse_overwriting,
)
from auditor.cli.packs import packs_for_file
from auditor.engine.frameworks import bytes_of, own_frameworks
from auditor.errors import InputError, Problem, UsageError
from auditor.report import Report
from auditor.sealing.seal import Basis, sealed
from auditor.valuation import value_of
from auditor.write import write_whole

_EPILOG = """
\b
Examples:
  auditor report my-file.yaml --output report.pdf
  auditor report my-file.yaml --output report.pdf --evidence papers/ --attach 10

The report is written whatever it finds; the exit code tells what that was (see
`auditor --help`).
"""


@click.command("report", epilog=_EPILOG)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@process_option
@output_option("The PDF to write.")
@click.option(
    "--attach",
    type=click.IntRange(1, MOST_ATTACHED),
    metavar="MB",
    help="Attach the documents of --evidence to the PDF, in the order of the register, as long as "
    f"they come to no more than this many megabytes (at most {MOST_ATTACHED}).",
)
@click.option(
    "--attach-file",
    is_flag=True,
    help="Attach the audited file itself, so that the PDF can be verified without it. Whoever gets "
    "the PDF can then read all of the file.",
)
@audit_options
def command(
    file: Path,
    process: str,
    output: Path,
    mapping: tuple[str, ...],
    attach: int | None,
    attach_file: bool,
    packs: tuple[str, ...],
    as_at: date | None,
    stage: str | None,
    evidence: Path | None,
    frameworks: tuple[Path, ...],
    fail_on: str,
    quiet: bool,
    no_colour: bool,
) -> None:
    """Write the verification report of one file as an accessible PDF."""
    refuse_overwriting(output, [file])
    _refuse_other_formats(output)
    _refuse_attaching_nothing(attach, evidence)
    loaded = packs_for_file(file, packs)
    read = read_file(file, process=process, mapping=mapping)
    looked = examination(read.case, evidence, with_pictures=True) if evidence else None
    examined = looked.examined if looked else None
    own = own_frameworks(frameworks)
    subject = prepare(read, loaded, as_at=as_at, stage=stage, examined=examined, frameworks=own)
    report = report_on(read, subject, loaded)
    attached = attached_to(examined, evidence, attach) if examined and evidence and attach else ()
    progress("Setting the report…")
    pictures = looked.pictures if looked else {}
    raw = _audited(file, report) if attach_file else None
    basis = Basis(loaded, bytes_of(frameworks), as_at, stage, process, mapping, raw)
    write_whole(output, sealed(report, basis, value_of(read, subject), pictures, attached))
    show(report, quiet=True, colour=colour_wanted(no_colour))
    if not quiet:
        click.echo(f"Written: {output}")
    sys.exit(exit_for(report, fail_on=fail_on))


def _audited(file: Path, report: Report) -> bytes:
    """Return the bytes of the audited file, and say what it means to pass them on."""
    raw = file.read_bytes()
    if digest(raw) != report.file.sha256:
        hint = "wait until nobody changes it, and run this again"
        raise InputError(Problem("the file changed while it was audited", file.name, hint))
    complain(
        "the report will contain the audited file itself, with all that is confidential in it\n"
        "    Pass it on only to people who may read the file."
    )
    return raw


def _refuse_attaching_nothing(attach: int | None, evidence: Path | None) -> None:
    if attach and not evidence:
        hint = "name their folder with --evidence"
        raise UsageError(Problem("there are no documents to attach", "--attach", hint))


def _refuse_other_formats(output: Path) -> None:
    """Refuse a name that promises another format: nothing could open the file by it."""
    if output.suffix.lower() not in ("", ".pdf"):
        problem = f"a report is written as PDF, not as {output.suffix}"
        hint = "give a name that ends in .pdf; `auditor check` writes text and JSON"
        raise UsageError(Problem(problem, str(output), hint))
