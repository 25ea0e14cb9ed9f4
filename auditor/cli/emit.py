"""Send a result where it was asked for: to the terminal, or whole to a file."""

import os
import sys
from pathlib import Path

import click

from auditor.write import write_whole


def emit(data: bytes, output: Path | None) -> None:
    """Print a result, or write it to a file and say so; raises UsageError where it cannot be."""
    if output is None:
        click.echo(data, nl=False)
    else:
        write_whole(output, data)
        click.echo(f"Written: {output}", err=True)


def progress(text: str) -> None:
    """Say what takes a while, to a person at a terminal and to nobody else."""
    if sys.stderr is not None and sys.stderr.isatty():  # None: it was closed
        click.echo(text, err=True)


def colour_wanted(no_colour: bool) -> bool:
    """Say whether to use colour: only on a terminal, and only if nobody asked for none."""
    terminal = sys.stdout is not None and sys.stdout.isatty()  # None: it was closed
    return terminal and not no_colour and not os.environ.get("NO_COLOR")
