"""Count what of each authority is checked, covered elsewhere, or cannot be checked."""

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.engine.pack import Pack
from auditor.engine.pack_parts import Clause
from auditor.finding import Standing


@dataclass(frozen=True, slots=True)
class Split:
    """How many of something are checked here, covered by another rule, or cannot be checked."""

    checked: int = 0
    elsewhere: int = 0
    not_checked: int = 0

    @property
    def total(self) -> int:
        """Return how many there are, each counted once."""
        return self.checked + self.elsewhere + self.not_checked

    def __add__(self, other: "Split") -> "Split":
        return Split(
            self.checked + other.checked,
            self.elsewhere + other.elsewhere,
            self.not_checked + other.not_checked,
        )


@dataclass(frozen=True, slots=True)
class PackCoverage:
    """How much of an authority a pack covers: its clauses, and the rows of the catalogue."""

    id: str
    title: str
    clauses: Split
    rows: Split


def coverage_of(pack: Pack) -> PackCoverage:
    """Count a pack: a row has its own rule, or a clause says what stands for it."""
    rows = sum((_rows(clause) for clause in pack.clauses), Split(checked=len(pack.rules)))
    clauses = split_of(clause.standing for clause in pack.clauses)
    return PackCoverage(pack.info.id, pack.info.title, clauses, rows)


def split_of(clauses: Iterable[Standing]) -> Split:
    """Count clauses by what stands for them."""
    standing = list(clauses)
    return Split(*(standing.count(each) for each in Standing))


def _rows(clause: Clause) -> Split:
    """Count the rows of a clause that are no rule of its pack."""
    number = len(clause.rows)
    if clause.standing is Standing.NOT_CHECKED:
        return Split(not_checked=number)
    return Split(elsewhere=number)
