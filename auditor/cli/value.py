"""Show what the value claims of a file come to, how, and how much of them stands a challenge."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from auditor.analysis.analysis import Part
from auditor.analysis.propose import propose
from auditor.analysis.propose_text import proposals_text
from auditor.analysis.statements import Statements
from auditor.audit import read_file
from auditor.cli.emit import colour_wanted, emit, progress
from auditor.cli.exits import Exit
from auditor.cli.options import (
    format_option,
    output_option,
    process_option,
    refuse_overwriting,
    value_options,
)
from auditor.cli.packs import packs_for
from auditor.output import value_json, value_text
from auditor.valuation import Valuation, show_figure, value
from auditor.value.claim import ClaimVerdict

_EPILOG = """
\b
Examples:
  auditor value my-file.yaml
  auditor value my-file.yaml --show sroi.ratio
  auditor value my-file.yaml --show row-12
  auditor value my-file.yaml --format json --output value.json
  auditor value my-file.yaml --propose

\b
Exit codes: 0 all that could be checked holds, 1 a claim is not reproduced or
statements contradict each other, 2 wrong usage, 3 the file could not be read,
4 rules broken, 5 no claim and no statement could be checked, 70 program fault.
"""


@click.command("value", epilog=_EPILOG)
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@process_option
@click.option("--show", metavar="FIGURE", help="Show one figure only, from its inputs on: the "
              "name of a claim, or the id of a row.")  # fmt: skip
@format_option("the claims")
@click.option("--propose", "proposing", is_flag=True, help="Read numbers, forms, periods and words "
              "out of the quotations of its statements, as YAML for a person to confirm; the file "
              "is not changed.")  # fmt: skip
@output_option("Write to this file instead of the terminal.", required=False)
@value_options
def command(
    file: Path,
    process: str,
    show: str | None,
    proposing: bool,
    form: str,
    output: Path | None,
    mapping: tuple[str, ...],
    packs: tuple[str, ...],
    as_at: date | None,
    quiet: bool,
    no_colour: bool,
) -> None:
    """Recompute every value claim of one file, and challenge them."""
    refuse_overwriting(output, [file])
    if proposing:
        if show is not None or form != "text":
            raise click.UsageError("--propose stands alone: without --show and --format json.")
        case = read_file(file, process=process, mapping=mapping).case
        emit(proposals_text(propose(case)).encode(), output)
        sys.exit(Exit.CLEAN)
    loaded = packs_for(packs)
    read = read_file(file, process=process, mapping=mapping)
    colour = output is None and colour_wanted(no_colour)
    if show is not None:
        shown = show_figure(read, loaded, show, as_at=as_at)
        text = value_text.render_figure(shown, colour=colour)
        emit(value_json.render_figure(shown) if form == "json" else f"{text}\n".encode(), output)
        sys.exit(Exit.CLEAN)
    progress("Working the figures out again…")
    found = value(read, loaded, as_at=as_at)
    text = value_text.render(found, colour=colour, quiet=quiet)
    emit(value_json.render(found) if form == "json" else f"{text}\n".encode(), output)
    sys.exit(_exit_for(found))


def _exit_for(found: Valuation) -> Exit:
    """Return the exit code of a look at claims and statements alone."""
    verdicts = {claim.verdict for claim in found.claims}
    answers = _answers(found.parts)
    if ClaimVerdict.NOT_REPRODUCED in verdicts or False in answers:
        return Exit.DEPARTURES
    answered = verdicts & {ClaimVerdict.REPRODUCED, ClaimVerdict.WITHIN_ROUNDING}
    return Exit.CLEAN if answered or True in answers else Exit.TOO_LITTLE


def _answers(parts: Iterable[Part]) -> set[bool | None]:
    """Return whether the confirmed statements of a file hold, as far as they could be checked."""
    listed = (part.result for part in parts if isinstance(part.result, Statements))
    return {answer for statements in listed for answer in statements.answers}
