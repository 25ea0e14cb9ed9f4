"""Set options, tenders or whole files side by side on whole-life public value."""

import sys
from datetime import date
from pathlib import Path

import click

from auditor.audit import read_file
from auditor.cli.emit import colour_wanted, emit
from auditor.cli.exits import Exit
from auditor.cli.options import (
    files_argument,
    format_option,
    output_option,
    refuse_overwriting,
    value_options,
)
from auditor.cli.packs import packs_for
from auditor.comparison import compare
from auditor.output import value_json, value_text

_EPILOG = """
\b
Examples:
  auditor compare my-file.yaml                    # its options, and its tenders
  auditor compare hubs.yaml day-centre.yaml       # whole files
  auditor compare my-file.yaml --format json --output compared.json

\b
Exit codes: 0 compared, 2 wrong usage, or nothing to compare, 3 a file could not
be read, 4 rules broken, 70 program fault.
"""


@click.command("compare", epilog=_EPILOG)
@files_argument
@format_option("the comparison")
@output_option("Write to this file instead of the terminal.", required=False)
@value_options
def command(
    files: tuple[Path, ...],
    form: str,
    output: Path | None,
    mapping: tuple[str, ...],
    packs: tuple[str, ...],
    as_at: date | None,
    quiet: bool,
    no_colour: bool,
) -> None:
    """Compare options, tenders or whole files on whole-life public value."""
    refuse_overwriting(output, files)
    loaded = packs_for(packs)
    found = compare([read_file(file, mapping=mapping) for file in files], loaded, as_at=as_at)
    colour = output is None and colour_wanted(no_colour)
    text = value_text.render_comparison(found, colour=colour, quiet=quiet)
    data = value_json.render_comparison(found) if form == "json" else f"{text}\n".encode()
    emit(data, output)
    sys.exit(Exit.CLEAN)
