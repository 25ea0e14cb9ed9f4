"""Write a commented file to fill in."""

from pathlib import Path

import click

from auditor.cli.options import output_option
from auditor.errors import Problem, UsageError
from auditor.scaffold_file import new_file
from auditor.write import write_whole

_EPILOG = """
\b
Examples:
  auditor new commissioning --output my-file.yaml
  auditor new decommissioning --output closing.yaml
  auditor new decommissioning --all --output every-field.yaml
"""


@click.command("new", epilog=_EPILOG)
@click.argument("kind", type=click.Choice(["commissioning", "decommissioning"]))
@output_option("The file to write; one that exists is never overwritten.")
@click.option("--all", "every_field", is_flag=True, help="A form with every field there is.")
def command(kind: str, output: Path, every_field: bool) -> None:
    """Write a commented file to fill in."""
    if output.exists():
        hint = "choose another name, or remove it first"
        raise UsageError(Problem("there is already a file of this name", str(output), hint))
    write_whole(output, new_file(kind, every_field=every_field).encode())
    click.echo(f"Written: {output}\nFill it in, then run: auditor check {output}")
