"""Define the options that several commands share."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from auditor.cli.exits import FAIL_ON
from auditor.errors import Problem, UsageError
from auditor.load import read
from auditor.model.scalar import day
from auditor.model.stages import STAGES

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    try:
        return None if value is None else day(value)
    except ValueError as error:
        problem = f"`{value}` is not a date ({error}); write it as 2026-02-05"
        raise click.BadParameter(problem) from None


def _stage(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    known = dict.fromkeys(stage for stages in STAGES.values() for stage in stages)
    if value is not None and value not in known:
        raise click.BadParameter(f"`{value}` is not a stage; the stages are {', '.join(known)}")
    return value


def audit_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that decide what is audited and what fails."""
    for option in reversed(_AUDIT):
        command = option(command)
    return command


def value_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that a command about figures shares with the audit."""
    for option in reversed((map_option, _PACKS, _AS_AT, _QUIET, _NO_COLOUR)):
        command = option(command)
    return command


_READ = "auditor.read"
"""Where the files that options have been read from are kept for as long as a command runs."""


def _mapping(
    context: click.Context, _: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    context.meta[_READ] = [Path(value) for value in values if "=" not in value]
    return tuple(text for value in values for text in _corrections(value))


def _corrections(value: str) -> Iterable[str]:
    """Return a correction, or those of a file."""
    if "=" in value:
        return [value]
    data = read(Path(value)).data
    pairs = data.items() if isinstance(data, dict) else ()
    if not pairs or any(isinstance(each, dict | list) for _, each in pairs):
        hint = "a file for --map has one line for each column, such as `H: deadweight`"
        raise UsageError(Problem("this is no list of corrections", value, hint))
    return [f"{key}={each}" for key, each in pairs]


map_option: Decorator = click.option(
    "--map",
    "mapping",
    multiple=True,
    callback=_mapping,
    metavar='"H=deadweight"',
    help="Correct how a value map is read: what a column holds, or a YAML file that says it; "
    "may be given several times.",
)
_PACKS = click.option(
    "--packs",
    metavar="NAMES",
    multiple=True,
    help="Rule packs by name or folder, separated by commas; `all`, the default, "
    "stands for those that are published.",
)
_AS_AT = click.option(
    "--as-at",
    callback=_day,
    metavar="DATE",
    help="Judge by the guidance in force on this date; default: the decision date "
    "that the file states.",
)
_STAGE = click.option(
    "--stage",
    callback=_stage,
    metavar="NAME",
    help="Judge as at this stage; default: the stage that the file states.",
)
_FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="major",
    show_default=True,
    help="The least severity of departure that makes the exit code 1.",
)
_QUIET = click.option("--quiet", "-q", is_flag=True, help="One line for each file.")
_NO_COLOUR = click.option(
    "--no-color",
    "--no-colour",
    "no_colour",
    is_flag=True,
    help="No colour; also when NO_COLOR is set or this is not a terminal.",
)
_EVIDENCE = click.option(
    "--evidence",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of the documents that the evidence register names; they are looked into, and "
    "nothing outside it is opened.",
)
framework_option: Decorator = click.option(
    "--framework",
    "frameworks",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="An outcome framework of your own, or a folder of them; may be given several times. A "
    "file names those that it follows in `outcome_frameworks`.",
)
_AUDIT: tuple[Decorator, ...] = (
    map_option,
    _PACKS,
    _AS_AT,
    _STAGE,
    _EVIDENCE,
    framework_option,
    _FAIL_ON,
    _QUIET,
    _NO_COLOUR,
)


process_option: Decorator = click.option(
    "--process",
    metavar="OCID",
    default="",
    help="Which contracting process of open contracting data, where the file holds several.",
)
files_argument: Decorator = click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)


def format_option(what: str) -> Decorator:
    """Return the option that chooses text or JSON; `what` is shown."""
    return click.option("--format", "form", type=click.Choice(["text", "json"]), default="text",
                        show_default=True, help=f"How to show {what}.")  # fmt: skip


def output_option(says: str, *, required: bool = True) -> Decorator:
    """Return the option that names the file to write; `says` is its help."""
    return click.option("--output", "-o", required=required, type=click.Path(path_type=Path),
                        metavar="FILE", help=says)  # fmt: skip


def pack_names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Split what was given to --packs at its commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def refuse_overwriting(
    output: Path | None, files: Iterable[Path], *, what: str = "the file itself"
) -> None:
    """Refuse to write a result over a file that is to be checked; raises UsageError.

    A file that is not there counts too: its result would be taken for it in the next run.
    """
    context = click.get_current_context(silent=True)
    corrections = context.meta.get(_READ, []) if context else []
    every = [(file, what) for file in files]
    every += [(file, "the file of --map") for file in corrections]
    for file, named in every:
        if output and (output == file or _same(output, file)):
            hint = "choose another name for the result"
            raise UsageError(Problem(f"this would overwrite {named}", str(output), hint))


def _same(output: Path, file: Path) -> bool:
    return output.exists() and file.exists() and output.samefile(file)
