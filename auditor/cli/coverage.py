"""Show how much of each authority the packs cover."""

import json

import click

from auditor.cli.options import format_option, pack_names
from auditor.engine.catalogue import read_catalogue
from auditor.engine.pack import load_packs
from auditor.output import coverage_text

_EPILOG = """
\b
Examples:
  auditor rules coverage
  auditor rules coverage decommissioning
  auditor rules coverage --format json
"""


@click.command("coverage", epilog=_EPILOG)
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@format_option("the coverage")
def command(packs: tuple[str, ...], form: str) -> None:
    """Count what of each authority is checked, covered elsewhere, or cannot be.

    With PACK, each of its clauses is listed with what stands for it.
    """
    loaded, catalogue = load_packs(pack_names(packs)), read_catalogue()
    if form == "json":
        data = coverage_text.as_data(loaded, catalogue)
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        click.echo(coverage_text.render(loaded, catalogue, clauses=bool(packs)))
