"""Turn what goes wrong into a message and an exit code; a fault never reads as a finding."""

import errno
import os
import sys
import traceback
from collections.abc import Callable

import click

from auditor.errors import AuditorError

_FAULT, _USAGE = 70, 2
_NO_ROOM = (errno.ENOSPC, errno.EFBIG)  # only writing ends in these


def guarded(work: Callable[[], int]) -> int:
    """Do some work and return its exit code, or report what went wrong and return that one."""
    try:
        return work()
    except AuditorError as error:
        for problem in error.problems:
            complain(str(problem))
        return error.exit_code
    except (click.exceptions.Exit, click.ClickException, click.Abort):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _NO_ROOM:
            complain(f"the result cannot be written: {error.strerror}")
            return _USAGE
        _report_fault(error)
        return _FAULT


def complain(text: str) -> None:
    """Print a message to standard error, with nothing in it that could drive a terminal."""
    from auditor.output.printable import printable  # loads more than a start needs

    lines = (printable(line) for line in f"auditor: {text}".split("\n"))
    click.echo("\n".join(lines), err=True)


def _report_fault(error: Exception) -> None:
    complain(
        f"the program itself failed ({type(error).__name__}: {error}).\n"
        "    This is a fault of auditor and says nothing about the file. Nothing was concluded.\n"
        "    Set AUDITOR_TRACEBACK=1 to see where, and please report it."
    )
    if os.environ.get("AUDITOR_TRACEBACK"):
        traceback.print_exception(error, file=sys.stderr)
