"""Turn a value map in a workbook into a file to complete."""

from pathlib import Path

import click

from auditor.cli.options import map_option, output_option, refuse_overwriting
from auditor.errors import Problem, UsageError
from auditor.import_file import imported
from auditor.load import read
from auditor.write import write_whole

_EPILOG = """
\b
Examples:
  auditor import value-map our-map.xlsx --output my-file.yaml
  auditor import value-map our-map.xlsx --output my-file.yaml --map "H=deadweight"
  auditor import value-map our-map.xlsx --output my-file.yaml --map columns.yaml
"""


@click.command("import", epilog=_EPILOG)
@click.argument("what", type=click.Choice(["value-map"]))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@output_option("The file to write; one that exists is never overwritten.")
@map_option
def command(what: str, file: Path, output: Path, mapping: tuple[str, ...]) -> None:
    """Turn a value map in a workbook into a commissioning file, and say how it was read."""
    refuse_overwriting(output, [file])
    if output.suffix.lower() not in (".yaml", ".yml"):
        hint = "give a name that ends in .yaml"
        raise UsageError(Problem("the file is written as YAML", str(output), hint))
    if output.exists():
        hint = "choose another name, or remove it first"
        raise UsageError(Problem("there is already a file of this name", str(output), hint))
    document = read(file, mapping=mapping)
    write_whole(output, imported(document).encode())
    said = len(document.remarks)
    click.echo(f"Written: {output}, with {said} remarks on how it was read.")
    click.echo(f"Complete it, then run: auditor check {output}")
