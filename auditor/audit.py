"""Audit one file: the whole story on one page.

A file is read and validated (`read_file`), its facts are derived under the parameters in force at
its dates, each rule of each pack is applied once, the findings become a conclusion, and all of it
becomes a report. Nothing here depends on the clock, the folder or the machine: documents that a
file names are examined before (`auditor.evidence`), and come in as plain values.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from auditor.assemble import assemble
from auditor.conclusion import conclude
from auditor.engine.evaluate import apply_all
from auditor.engine.frameworks import Frameworks, together
from auditor.engine.pack import Pack
from auditor.engine.parameters import ParameterNames, resolve
from auditor.engine.subject import Subject
from auditor.errors import Problem, UsageError
from auditor.evidence.result import Examined
from auditor.facts import Facts
from auditor.finding import Finding
from auditor.load import is_open_contracting, parse, read, read_all
from auditor.load.document import Document
from auditor.model.file import Case
from auditor.model.framework import KnownFramework
from auditor.model.stages import STAGES
from auditor.report import Report
from auditor.schema import validate
from auditor.value.precision import stated_arithmetic


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A file that was read and is valid: its plain data with places, and its typed content."""

    document: Document
    case: Case


def read_file(path: Path, *, process: str = "", mapping: Sequence[str] = ()) -> CaseFile:
    """Read and validate a file; raises InputError with every problem and its place.

    `process` names one contracting process of open contracting data, by its ocid; `mapping`
    corrects how the columns of a value map are read.
    """
    document = read(path, process=process, mapping=mapping)
    return CaseFile(document, validate(document))


def read_files(path: Path, *, watch: Callable[[int], None] | None = None) -> Iterator[CaseFile]:
    """Read a file, of open contracting data each process; `watch` is told of the bytes read."""
    linked = not is_open_contracting(path)  # no part of a public record refers to another
    return (CaseFile(each, validate(each, linked=linked)) for each in read_all(path, watch=watch))


def read_bytes(raw: bytes, *, name: str) -> CaseFile:
    """Read and validate a file that is already in memory; `name` tells its format."""
    document = parse(raw, name=name)
    return CaseFile(document, validate(document))


def audit(
    file: CaseFile,
    packs: Sequence[Pack],
    *,
    as_at: date | None = None,
    stage: str | None = None,
    examined: Examined | None = None,
    frameworks: Mapping[str, KnownFramework] = MappingProxyType({}),
    digested: bool = True,
) -> Report:
    """Audit a file by some packs, as at a date (by default its decision date) and stage.

    `examined` is what was found in the documents that the file names, if anybody looked;
    `frameworks` are outcome frameworks beside those of the packs. `digested` false leaves out the
    digest, where nobody reads it. Raises UsageError for a stage that files of
    this kind do not have, RulesError for a rule that cannot be run.
    """
    subject = prepare(
        file, packs, as_at=as_at, stage=stage, examined=examined, frameworks=frameworks
    )
    return report_on(file, subject, packs, digested=digested)


def report_on(
    file: CaseFile, subject: Subject, packs: Sequence[Pack], *, digested: bool = True
) -> Report:
    """Audit what was prepared: apply every rule, conclude, and put the report together."""
    findings = examine(subject, packs)
    claims = subject.facts.claims.results
    titles = {pack.info.id: pack.info.title for pack in packs}
    conclusion = conclude(findings, claims, titles, packs[0].thresholds)
    found = (findings, claims, conclusion)
    return assemble(file.document, subject, packs, *found, digested=digested)


def prepare(
    file: CaseFile,
    packs: Sequence[Pack],
    *,
    as_at: date | None = None,
    stage: str | None = None,
    examined: Examined | None = None,
    frameworks: Mapping[str, KnownFramework] = MappingProxyType({}),
) -> Subject:
    """Put together what the rules are applied to: case, facts, parameters in force, stage.

    Raises UsageError where a framework that is given has the id of one that the packs hold.
    """
    if not packs:
        raise UsageError(Problem("no rule pack was named, so nothing would be checked"))
    case = file.case
    if stage is not None and stage not in STAGES[case.kind]:
        hint = f"stages of a {case.kind} file: {', '.join(STAGES[case.kind])}"
        problem = f"`{stage}` is not a stage of a {case.kind} file"
        raise UsageError(Problem(problem, file.document.name, hint))
    day = as_at or case.decision_date
    if day is None and case.procurement is not None:  # the record of a tender states no decision
        day = case.procurement_start_date
    numbers, names = _numbers(tuple(packs), day, case.procurement_start_date)
    held = _frameworks(tuple(packs))
    every = together([held], frameworks) if frameworks else held
    return Subject(
        case=case,
        facts=Facts(case, numbers, day, examined, every),
        numbers=numbers,
        param=names,
        as_at=day,
        stage=stage or case.stage,
        place=file.document.place,
        examined=examined,
        frameworks=every,
    )


@lru_cache(maxsize=64)
def _frameworks(packs: tuple[Pack, ...]) -> Frameworks:
    """Return the outcome frameworks that packs hold; all files audited by them share these."""
    return together([pack.frameworks for pack in packs], {})


@lru_cache(maxsize=1024)
def _numbers(
    packs: tuple[Pack, ...], day: date | None, started: date | None
) -> tuple[Mapping[str, Any], ParameterNames]:
    """Return the parameters in force on a day, as data and for rules; many files share a day."""
    known = {name: each for pack in packs for name, each in pack.parameters.items()}
    numbers = MappingProxyType(resolve(known, day, started=started))
    return numbers, ParameterNames(known, numbers)


def examine(subject: Subject, packs: Sequence[Pack]) -> tuple[Finding, ...]:
    """Apply every rule of every pack once, in order; words are worked out where they are read."""
    with stated_arithmetic():
        return tuple(each for pack in packs for each in apply_all(pack.rules, subject))
