"""Count over many files how each rule answers, and mark rules that fire on all of them or none."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from auditor.audit import CaseFile, examine, prepare, read_files
from auditor.engine.pack import Pack
from auditor.finding import Finding
from auditor.report import Answered
from auditor.resources import rules_folder


class Mark(StrEnum):
    """What is odd about a rule over some files."""

    NONE = ""
    NEVER_ASKED = "never asked"
    NEVER_CONCLUDES = "never concludes"
    NEVER_DEPARTS = "never departs"
    ALWAYS_DEPARTS = "always departs"


@dataclass(frozen=True, slots=True)
class RuleImpact:
    """How often one rule gave each answer; `waiting` is where a gate is not known."""

    rule: str
    pack: str
    title: str
    conforms: int
    departs: int
    recorded: int
    cannot_conclude: int
    not_applicable: int
    waiting: int

    @property
    def mark(self) -> Mark:
        """Say whether the rule departs from everything that it judges, or from nothing."""
        good = self.conforms + self.recorded
        if self.departs:
            return Mark.NONE if good else Mark.ALWAYS_DEPARTS
        if good:
            return Mark.NEVER_DEPARTS
        return Mark.NEVER_CONCLUDES if self.cannot_conclude else Mark.NEVER_ASKED


@dataclass(slots=True)
class Impact:
    """The answers of a run over many files; each contracting process counts as a file."""

    files: int = 0
    answers: Counter[tuple[str, Answered]] = field(default_factory=Counter)

    def add(self, findings: Iterable[Finding]) -> None:
        """Count the findings of one file."""
        self.files += 1
        for each in findings:
            answer = Answered.WAITING if each.waits_for else Answered(each.status.value)
            self.answers[each.rule, answer] += 1

    def of(self, packs: Iterable[Pack]) -> tuple[RuleImpact, ...]:
        """Return the counts of every rule of some packs, in order."""
        return tuple(
            self._of(ready.rule.id, pack.info.id, ready.rule.title)
            for pack in packs
            for ready in pack.rules
        )

    def _of(self, rule: str, pack: str, title: str) -> RuleImpact:
        count = self.answers
        return RuleImpact(
            rule=rule,
            pack=pack,
            title=title,
            conforms=count[rule, Answered.CONFORMS],
            departs=count[rule, Answered.DEPARTS],
            recorded=count[rule, Answered.RECORDED],
            cannot_conclude=count[rule, Answered.CANNOT_CONCLUDE],
            not_applicable=count[rule, Answered.NOT_APPLICABLE],
            waiting=count[rule, Answered.WAITING],
        )


def count_file(
    impact: Impact,
    path: Path,
    packs: Sequence[Pack],
    *,
    watch: Callable[[int], None] | None = None,
) -> Iterator[CaseFile]:
    """Apply some packs to a file, of public records to each process; yields what it counted."""
    for file in read_files(path, watch=watch):
        impact.add(examine(prepare(file, packs), packs))
        yield file


def example_files() -> tuple[Path, ...]:
    """Return the examples and published claims that stand beside the rules in a checkout.

    What needs an outcome framework of its own to be judged is left out with that framework.
    """
    folder = rules_folder().parent / "examples"
    files = (path for path in folder.rglob("*.yaml") if path.parent.name != "frameworks")
    return (*sorted(files), *sorted(folder.glob("ocds/*.json")))
