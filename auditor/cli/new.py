"""Write a new file to fill in, as text or as a workbook, or turn one into the other."""

from pathlib import Path

import click

from auditor.audit import CaseFile, read_file
from auditor.cli.options import output_option
from auditor.errors import Problem, UsageError
from auditor.load.yaml_writer import yaml_text
from auditor.scaffold_fields import fields_asked
from auditor.scaffold_file import new_file
from auditor.write import write_whole

_EPILOG = """
\b
Examples:
  auditor new commissioning --output my-file.yaml
  auditor new decommissioning --all --output every-field.yaml
  auditor new commissioning --as xlsx --output my-file.xlsx
\b
From text to a workbook and back, with nothing lost:
  auditor new commissioning --as xlsx --from my-file.yaml --output my-file.xlsx
  auditor new commissioning --as yaml --from my-file.xlsx --output my-file.yaml
"""
_WORKBOOK = ".xlsx"


@click.command("new", epilog=_EPILOG)
@click.argument("kind", type=click.Choice(["commissioning", "decommissioning"]))
@output_option("The file to write; one that exists is never overwritten.")
@click.option("--all", "every_field", is_flag=True, help="A form with every field there is.")
@click.option("--as", "form", type=click.Choice(["yaml", "xlsx"]),
              help="A text file or a workbook; default: what the output is called.")  # fmt: skip
@click.option("--from", "source", type=click.Path(path_type=Path), metavar="FILE",
              help="Fill it in with what this file, of any format, states.")  # fmt: skip
def command(
    kind: str, output: Path, every_field: bool, form: str | None, source: Path | None
) -> None:
    """Write a file to fill in, as text or as a workbook, or turn one into the other."""
    form = _form(form, output)
    if output.exists():
        hint = "choose another name, or remove it first"
        raise UsageError(Problem("there is already a file of this name", str(output), hint))
    file = _source(kind, source) if source else None
    if form == "xlsx":
        written = _workbook(kind, file, every_field=every_field)
    elif file:
        comment = f"A {kind} file, written from {file.document.name}."
        written = yaml_text(file.document.data, comment=comment).encode()
    else:
        written = new_file(kind, every_field=every_field).encode()
    write_whole(output, written)
    then = "Check it with:" if file else "Fill it in, then run:"
    click.echo(f"Written: {output}\n{then} auditor check {output}")


def _form(form: str | None, output: Path) -> str:
    """Return the format that is wanted; raises UsageError where the name says another."""
    named = "xlsx" if output.suffix.lower() == _WORKBOOK else "yaml"
    if form and form != named and "xlsx" in (form, named):
        hint = f"a workbook needs a name that ends in {_WORKBOOK}; a text file ends in .yaml"
        raise UsageError(Problem(f"this name is not that of a file as {form}", str(output), hint))
    return form or named


def _source(kind: str, source: Path) -> CaseFile:
    """Read the file to start from, and say on the way what of it was not read."""
    file = read_file(source)
    if file.case.kind != kind:
        hint = f"write: auditor new {file.case.kind}"
        raise UsageError(Problem(f"this is a {file.case.kind} file", str(source), hint))
    for remark in file.document.remarks:
        place = f"{remark.place}: " if remark.place else ""
        click.echo(f"{file.document.name}, {place}{remark.text}", err=True)
    return file


def _workbook(kind: str, file: CaseFile | None, *, every_field: bool) -> bytes:
    # Imported here because the library for workbooks takes its time.
    from auditor.workbook import new_workbook

    asked = None if every_field else fields_asked(kind)
    return new_workbook(kind, asked=asked, data=file.document.data if file else {})
