"""Compare options, tenders or whole files on whole-life public value, on one page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from auditor.analysis.choice import options_compared, tenders_compared
from auditor.analysis.choice_section import choice_section
from auditor.analysis.files import Compared, files_compared
from auditor.analysis.files_section import files_section
from auditor.analysis.section import Section
from auditor.assemble import examined_file
from auditor.audit import CaseFile, prepare
from auditor.engine.pack import Pack
from auditor.engine.subject import Subject
from auditor.errors import Problem, UsageError
from auditor.facts.rates import rates_in_force
from auditor.facts.reading import stated
from auditor.report import AuditedFile, Engine
from auditor.value.precision import stated_arithmetic
from auditor.version import __version__

FORMAT_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was compared, each comparison by name, and the same set out for people."""

    format_version: str
    engine: Engine
    files: tuple[AuditedFile, ...]
    results: tuple[tuple[str, Any], ...]
    sections: tuple[Section, ...]


def compare(
    files: Sequence[CaseFile], packs: Sequence[Pack], *, as_at: date | None = None
) -> Comparison:
    """Compare the options and tenders of one file, or several whole files.

    Raises UsageError where one file has neither two options nor two tenders.
    """
    subjects = [prepare(file, packs, as_at=as_at) for file in files]
    with stated_arithmetic():
        found = _within(subjects[0]) if len(files) == 1 else _across(files, subjects)
    if not found:
        problem = "there is nothing to compare: the file has neither two options nor two tenders"
        hint = "Name two files or more to compare whole files."
        raise UsageError(Problem(problem, files[0].document.name, hint))
    pairs = zip(files, subjects, strict=True)
    return Comparison(
        format_version=FORMAT_VERSION,
        engine=Engine("auditor", __version__),
        files=tuple(examined_file(file.document, subject) for file, subject in pairs),
        results=tuple((name, result) for name, result, _ in found),
        sections=tuple(section for _, _, section in found),
    )


def _within(subject: Subject) -> list[tuple[str, Any, Section]]:
    parts = {"options": options_compared, "tenders": tenders_compared}
    results = {
        name: work(subject.case, subject.facts, subject.numbers) for name, work in parts.items()
    }
    return [(name, found, choice_section(found)) for name, found in results.items() if found]


def _across(
    files: Sequence[CaseFile], subjects: Sequence[Subject]
) -> list[tuple[str, Any, Section]]:
    names = _distinct([file.document.name for file in files])
    pairs = zip(names, subjects, strict=True)
    found = files_compared([_compared(name, each) for name, each in pairs])
    return [("files", found, files_section(found))]


def _compared(name: str, subject: Subject) -> Compared:
    rates = rates_in_force(stated(subject.case.appraisal), subject.numbers)
    return Compared(name, subject.case, subject.facts, rates)


def _distinct(names: Sequence[str]) -> list[str]:
    """Number names that occur more than once, so that each stands for one file."""
    twice = {name for name in names if names.count(name) > 1}
    return [f"{name} #{n}" if name in twice else name for n, name in enumerate(names, 1)]
