"""Ask for the passphrase of a key, from a terminal or a file descriptor, and show it to nobody."""

import os
import sys
from pathlib import Path

import click

from auditor.cli.options import Decorator
from auditor.errors import Problem, UsageError

_MOST = 10_000

passphrase_option: Decorator = click.option(
    "--passphrase-fd",
    type=click.IntRange(0),
    metavar="N",
    help="Read the passphrase of the key from this file descriptor, to the end of its first line, "
    "instead of asking for it.",
)


def passphrase(path: Path, descriptor: int | None, *, twice: bool = False) -> bytes:
    """Return the passphrase of a key; raises UsageError where it cannot be asked for."""
    if descriptor is not None:
        return _read(descriptor)
    if sys.stdin is None or not sys.stdin.isatty():
        hint = "Give it with --passphrase-fd N, such as --passphrase-fd 3 3<file."
        problem = "the passphrase cannot be asked for, as this is no terminal"
        raise UsageError(Problem(problem, str(path), hint))
    asked = click.prompt(
        f"Passphrase of {path.name}",
        default="",
        show_default=False,
        hide_input=True,
        confirmation_prompt=twice,
        err=True,
    )
    return str(asked).encode()


def _read(descriptor: int) -> bytes:
    try:
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.readline(_MOST).rstrip(b"\r\n")
    except OSError as error:
        problem = f"the passphrase cannot be read: {error.strerror or error}"
        raise UsageError(Problem(problem, f"--passphrase-fd {descriptor}")) from error
