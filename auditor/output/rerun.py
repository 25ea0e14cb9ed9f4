"""Say how to make a report again and compare it, as commands that can be copied."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.load.read_with import options_of
from auditor.output.words import NOT_STATED
from auditor.report import Report


@dataclass(frozen=True, slots=True)
class StepAgain:
    """One thing to do, and the command that does it."""

    what: str
    command: str


def steps(report: Report) -> tuple[StepAgain, ...]:
    """Return the steps that make the result again, in order."""
    engine, name = report.engine.name, _file(report.file.name)
    check = f"{engine} check {name}{''.join(_options(report))} --format json --output result.json"
    return (
        StepAgain("Compare the digest of the file with the one above.", f"sha256sum {name}"),
        StepAgain(
            f"Make sure that the program is version {report.engine.version}.", f"{engine} --version"
        ),
        StepAgain("Make the result again, and compare its packs and its digest.", check),
    )


def _options(report: Report) -> Iterator[str]:
    """Yield what the audit was told, so that a later default cannot change it."""
    if report.documents:
        yield " --evidence FOLDER"
    yield from (f" --framework {each.id}.yaml" for each in report.frameworks if not each.published)
    values = {
        "--packs": ",".join(pack.id for pack in report.packs),
        "--as-at": report.as_at,
        "--stage": report.file.stage,
    }
    for option, value in values.items():
        if value and value != NOT_STATED:
            yield f" {option} {shlex.quote(value)}"
    yield from (f" {option}" for option in options_of(report.reading))


def _file(name: str) -> str:
    """Quote a file name for a shell, so that it can be neither an option nor a second command."""
    return shlex.quote(f"./{name}" if name.startswith("-") else name)
