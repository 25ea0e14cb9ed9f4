"""Write the verification report of one file, as PDF and in other formats."""

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path

import click

from auditor.audit import CaseFile, prepare, read_file, report_on
from auditor.canonical import digest
from auditor.cli.check import show
from auditor.cli.documents import MOST_ATTACHED, attached_to, examination
from auditor.cli.emit import colour_wanted, progress
from auditor.cli.exits import exit_for
from auditor.cli.guard import complain
from auditor.cli.options import audit_options, output_option, process_option
from auditor.cli.outputs import (
    PAGES,
    Made,
    chosen,
    detail_option,
    formats_option,
    refuse_documents,
    refuse_without_pdf,
)
from auditor.cli.packs import packs_for_file
from auditor.cli.signing import Signer, Signing, signing_options
from auditor.engine.frameworks import bytes_of, own_frameworks
from auditor.errors import InputError, Problem, UsageError
from auditor.evidence.result import Examination
from auditor.output.detail import Detail
from auditor.report import Report
from auditor.valuation import value_of
from auditor.write import write_together

_EPILOG = """
\b
Examples:
  auditor report my-file.yaml --output report.pdf
  auditor report my-file.yaml --output report.pdf --evidence papers/ --attach 10
  auditor report my-file.yaml --output report.pdf --sign-with auditor.p12
  auditor report my-file.yaml --output report.pdf --sign-with auditor.p12 \\
    --timestamp https://tsa.example.org --role "Head of audit" --reason "Verified"
  auditor report my-file.yaml --output report.pdf --detail departures
  auditor report my-file.yaml --output findings.csv
  auditor report my-file.yaml --output report --format pdf --format html --format xlsx

The last one writes report.pdf, report.html and report.xlsx, from one audit: all of
them, or none where one cannot be written.

The report is written whatever it finds; the exit code tells what that was (see
`auditor --help`).
"""


@click.command("report", epilog=_EPILOG)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@process_option
@output_option("The file to write; where its name has no end, a PDF.")
@formats_option
@detail_option
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
@signing_options
@audit_options
def command(
    file: Path,
    process: str,
    output: Path,
    forms: tuple[str, ...],
    detail: Detail,
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
    signing: Signing,
) -> None:
    """Write the verification report of one file: an accessible PDF, a page, working papers."""
    own_files = [file, signing.file or file]
    outputs = chosen(output, forms, read=own_files, frameworks=frameworks)
    wanted = {"--attach": attach, "--attach-file": attach_file, "--sign-with": signing.file}
    _refuse_in_vain(outputs, wanted, evidence)
    signer = signing.signer()
    loaded = packs_for_file(file, packs)
    read = read_file(file, process=process, mapping=mapping)
    looked = _looked(read, evidence, outputs)
    examined = looked.examined if looked else None
    subject = prepare(read, loaded, as_at=as_at, stage=stage, examined=examined,
                      frameworks=own_frameworks(frameworks))  # fmt: skip
    report = report_on(read, subject, loaded)
    attached = attached_to(examined, evidence, attach) if examined and evidence and attach else ()
    raw = _audited(file, report) if attach_file else None
    pictures = looked.pictures if looked else {}
    valued = cache(partial(value_of, read, subject))

    def as_pdf() -> bytes:
        from auditor.sealing.seal import Basis, sealed  # loads what no other format needs

        basis = Basis(loaded, bytes_of(frameworks), as_at, stage, process, mapping, raw, detail)
        return _signed(sealed(report, basis, valued(), pictures, attached), signer)

    progress("Setting the report…")
    made = Made(report, subject, loaded, pictures, valued, as_pdf, detail)
    write_together(made.written_as(outputs))
    show(report, quiet=True, colour=colour_wanted(no_colour))
    _name_files([] if quiet else outputs.values())
    sys.exit(exit_for(report, fail_on=fail_on))


def _signed(raw: bytes, signer: Signer | None) -> bytes:
    return signer.signed(raw) if signer else raw


def _looked(
    read: CaseFile, evidence: Path | None, outputs: Mapping[str, Path]
) -> Examination | None:
    """Look into the documents of the evidence, and refuse to write over one of them."""
    drawn = not PAGES.isdisjoint(outputs)
    looked = examination(read.case, evidence, with_pictures=drawn) if evidence else None
    refuse_documents(outputs, looked, evidence)
    return looked


def _name_files(paths: Iterable[Path]) -> None:
    for path in paths:
        click.echo(f"Written: {path}")


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


def _refuse_in_vain(
    outputs: Mapping[str, Path], wanted: Mapping[str, object], evidence: Path | None
) -> None:
    """Refuse what only a PDF can do where none is written, and to attach nothing."""
    refuse_without_pdf(outputs, wanted)
    if wanted["--attach"] and not evidence:
        hint = "name their folder with --evidence"
        raise UsageError(Problem("there are no documents to attach", "--attach", hint))
