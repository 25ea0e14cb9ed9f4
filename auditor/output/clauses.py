"""Arrange the clauses of the frameworks of a report: how many, and what stands for each."""

from collections.abc import Mapping
from dataclasses import dataclass

from auditor.engine.coverage import Split, split_of
from auditor.finding import Standing
from auditor.output import words
from auditor.report import Answered, ClauseCovered, Report

_SHOWN = (Answered.DEPARTS, Answered.CANNOT_CONCLUDE)
_SAYS = {
    Answered.CONFORMS: "conforms",
    Answered.DEPARTS: "departs",
    Answered.NOT_APPLICABLE: "does not apply",
    Answered.CANNOT_CONCLUDE: "cannot conclude",
    Answered.RECORDED: "is on record",
    Answered.WAITING: "waits for a fact",
    Answered.NOT_APPLIED: "was not applied: its pack was left out",
}


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of one framework: how many there are of each sort, and all of them in order."""

    pack: str
    title: str
    split: Split
    listed: tuple[ClauseCovered, ...]

    @property
    def not_here(self) -> tuple[ClauseCovered, ...]:
        """Return the clauses that no rule of the framework itself checks."""
        return tuple(each for each in self.listed if each.standing is not Standing.CHECKED)


def frameworks(report: Report) -> tuple[Clauses, ...]:
    """Return the clauses of each framework that names them."""
    titles = {pack.id: pack.title for pack in report.packs}
    return tuple(
        Clauses(
            pack=row.pack,
            title=titles.get(row.pack, row.pack),
            split=split_of(clause.standing for clause in row.clauses),
            listed=row.clauses,
        )
        for row in report.coverage
        if row.clauses
    )


def together(report: Report) -> Split:
    """Add up the clauses of all frameworks."""
    return sum((each.split for each in frameworks(report)), Split())


def in_short(split: Split) -> str:
    """Say how clauses add up: checked, covered by another rule, not to be checked."""
    return (
        f"{words.count(split.total, 'clause')}: {split.checked} checked + {split.elsewhere} "
        f"covered by rules of others + {split.not_checked} that cannot be checked = {split.total}"
    )


def sum_of(split: Split) -> str:
    """Return how clauses add up in numbers alone, in the order of the words."""
    return f"{split.checked} + {split.elsewhere} + {split.not_checked} = {split.total}"


def says(answer: Answered) -> str:
    """Say what a rule answered."""
    return _SAYS[answer]


def is_shown(answer: Answered) -> bool:
    """Say whether the finding of a rule with this answer has a place of its own in the report."""
    return answer in _SHOWN


def leaning(report: Report) -> Mapping[str, tuple[str, ...]]:
    """Name, by the rule that stands for them, the clauses of other frameworks."""
    found: dict[str, list[str]] = {}
    for framework in frameworks(report):
        for clause in framework.listed:
            for each in clause.answers if clause.standing is Standing.ELSEWHERE else ():
                found.setdefault(each.rule, []).append(f"{framework.title}, {clause.clause}")
    return {rule: tuple(names) for rule, names in found.items()}
