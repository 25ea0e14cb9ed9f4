"""Start the program: find the command, run it, turn faults into exit codes."""

import gc
import os
import signal
import sys
from importlib import import_module
from io import TextIOWrapper
from keyword import iskeyword

import click

from auditor.version import __version__

_COMMANDS = {
    "new": "Write a commented file to fill in.",
    "check": "Check files and show the findings.",
    "report": "Write the verification report of one file: PDF, HTML, XLSX, CSV and more.",
    "verify": "Verify the PDF of a report: its files, its rules, its result, its text.",
    "keys": "Make a key to try signing with.",
    "extract": "Write the files that the PDF of a report holds to a folder.",
    "value": "Recompute every value claim of one file, and challenge them.",
    "import": "Turn a value map in a workbook into a file to complete.",
    "compare": "Compare options, tenders or whole files on whole-life value.",
    "explain": "Explain a rule: requirement, reason, remedy, sources, examples.",
    "rules": "List, show, check and draft rules.",
}
_EPILOG = """
\b
Examples:
  auditor new commissioning --output my-file.yaml
  auditor check my-file.yaml
  auditor report my-file.yaml --output report.pdf

\b
Exit codes:
  0   nothing at or above the threshold (--fail-on)
  1   departures at or above the threshold
  2   the command was used wrongly
  3   a file could not be read or is not valid
  4   a rule pack is broken
  5   too little could be checked
  70  a fault of the program itself; never a finding
  Where several hold, or for several files: the first of 70, 4, 3, 2, 1, 5, 0.
  Wrong usage (2) ends a run before any file is read, but for a stage that a file
  of its kind does not have, and for an output that cannot be written.
"""


_USAGE = 2
_INTERRUPTED = 130  # as a shell says it; never 1, which would read as a finding


def _no_command(name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, _COMMANDS, n=1)
    meant = f"did you mean `{close[0]}`? " if close else ""
    example = f" (to check a file: auditor check {name})" if "." in name else ""
    known = ", ".join(_COMMANDS)
    return f"there is no command `{name}`; {meant}the commands are {known}{example}"


def _module(name: str) -> str:
    """Return the module of a command; Python has `import` for itself."""
    return f"auditor.cli.{name}_" if iskeyword(name) else f"auditor.cli.{name}"


class _Lazy(click.Group):
    """A group whose commands are imported only when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(_module(cmd_name)).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            ctx.fail(_no_command(args[0]))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.command(cls=_Lazy, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="auditor")
def group() -> None:
    """Verify the value claims and the record behind a commissioning decision.

    Takes the file of a decision to commission or decommission a public service, checks it against
    published guidance, recomputes its figures and reports factual findings. It gives no assurance
    and no audit opinion.
    """


def main() -> None:
    """Run the command line and exit with its code."""
    from auditor.cli.guard import guarded

    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # spares a look at each installed package
    gc.set_threshold(1_000_000, 20, 20)  # what is made mostly stays; looking costs a tenth
    _open_streams()
    try:
        sys.exit(guarded(_run))
    finally:
        gc.freeze()  # the process ends here: looking through all once more costs a fifth of a check


def _open_streams() -> None:
    """Write the same bytes on every machine, and end quietly where the reader of a pipe went away.

    A terminal that has no sign for a character gets a question mark, everything else UTF-8.
    """
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def _run() -> int:
    try:
        group.main(prog_name="auditor", standalone_mode=False)
    except click.ClickException as error:  # every one of them is about how the command was called
        error.show()
        return _USAGE
    except click.Abort:
        return _INTERRUPTED
    return 0


if __name__ == "__main__":
    main()
