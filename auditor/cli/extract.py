"""Take out of the PDF of a report the files that it holds."""

import sys
from pathlib import Path

import click

from auditor.cli.exits import Exit
from auditor.cli.pdf_file import pdf_bytes
from auditor.errors import InputError, Problem

_EPILOG = """
\b
Examples:
  auditor extract report.pdf --output its-files

\b
Exit codes: 0 written, 2 wrong usage, or a folder that is not empty, 3 a file that
is no such report, 70 program fault. Nothing is written unless all of it is.
"""


@click.command("extract", epilog=_EPILOG)
@click.argument("report", metavar="REPORT", type=click.Path(path_type=Path))
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), metavar="DIR",
              help="The folder to write the files to; new or empty.")  # fmt: skip
def command(report: Path, output: Path) -> None:
    """Write the files that the PDF of a report holds to a folder: result, rules, manifest."""
    from auditor.sealing.contents import Unreadable, contents
    from auditor.sealing.extract import extract

    raw = pdf_bytes(report)
    try:
        files = contents(raw).files
    except Unreadable as error:
        problem = f"this cannot be read as a PDF: {error}"
        raise InputError(Problem(problem, report.name, "Check that it is whole.")) from error
    if not files:
        hint = "Name the PDF that `auditor report` wrote, not one that was printed anew."
        raise InputError(Problem("this PDF holds no files", report.name, hint))
    for path in extract(files, output):
        click.echo(f"Written: {path}")
    sys.exit(Exit.CLEAN)
