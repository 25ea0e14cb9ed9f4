"""Show over many files how often each rule conforms, departs or stays silent."""

import json
from pathlib import Path

import click

from auditor.cli.options import format_option, pack_names
from auditor.cli.packs import packs_for_file
from auditor.cli.progress import Progress
from auditor.engine.pack import Pack, load_packs
from auditor.errors import Problem, UsageError
from auditor.impact import Impact, count_file, example_files
from auditor.output import impact_text

_EPILOG = """
\b
Examples:
  auditor rules impact
  auditor rules impact our-files/*.yaml --packs my-rules
  auditor rules impact releases.json --format json
"""


@click.command("impact", epilog=_EPILOG)
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--packs", metavar="NAMES", multiple=True, help="Which packs; default: those that "
              "`auditor check` applies to such a file.")  # fmt: skip
@format_option("the counts")
def command(files: tuple[Path, ...], packs: tuple[str, ...], form: str) -> None:
    """Count over files how often each rule conforms, departs or is silent.

    Without FILE, the examples, published claims and public records that come with a checkout of
    the program are counted. Of open contracting data each contracting process counts as a file.
    A rule that departs from everything that it judges, or from nothing, is marked.
    """
    impact, applied = counted(files or _examples(), packs)
    loaded = [pack for pack in load_packs(pack_names(packs)) if pack.info.id in applied]
    found = impact.of(loaded)
    if form == "json":
        data = impact_text.as_data(found, files=impact.files)
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        click.echo(impact_text.render(found, files=impact.files))


def counted(files: tuple[Path, ...], packs: tuple[str, ...]) -> tuple[Impact, set[str]]:
    """Count the files, and say which packs were applied; progress goes to standard error."""
    impact, applied = Impact(), set[str]()
    whole = Progress(Path(), things="files")
    loaded: dict[tuple[str, ...], tuple[Pack, ...]] = {}
    for path in files:
        own = packs_for_file(path, packs)
        own = loaded.setdefault(tuple(pack.info.id for pack in own), own)
        applied |= {pack.info.id for pack in own}
        reading = Progress(path)
        for _ in count_file(impact, path, own, watch=reading.bytes_read):
            whole.audited()
    return impact, applied


def _examples() -> tuple[Path, ...]:
    found = example_files()
    if not found:
        hint = "name the files to count; the examples come with a checkout of the program"
        raise UsageError(Problem("there are no examples beside the rules", hint=hint))
    return found
