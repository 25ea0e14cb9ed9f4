"""Define the options that several commands share."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click

from auditor.cli.exits import FAIL_ON

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"`{value}` is not a date; write it as 2026-02-05") from None


def audit_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that decide what is audited and what fails."""
    for option in reversed(_AUDIT):
        command = option(command)
    return command


_AUDIT: tuple[Decorator, ...] = (
    click.option("--packs", metavar="NAMES", multiple=True,
                 help="Rule packs by name or folder, separated by commas; default: all."),
    click.option("--as-at", callback=_day, metavar="DATE",
                 help="Judge by the guidance in force on this date; default: the decision date "
                 "that the file states."),
    click.option("--stage", metavar="NAME",
                 help="Judge as at this stage; default: the stage that the file states."),
    click.option("--fail-on", type=click.Choice(FAIL_ON), default="major", show_default=True,
                 help="The least severity of departure that makes the exit code 1."),
    click.option("--quiet", "-q", is_flag=True, help="One line for each file."),
    click.option("--no-color", "--no-colour", "no_colour", is_flag=True,
                 help="No colour; also when NO_COLOR is set or this is not a terminal."),
)  # fmt: skip


def pack_names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Split what was given to --packs at its commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
