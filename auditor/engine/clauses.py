"""Read the clauses of an authority, and hold them to the rules that are to stand for them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from auditor.engine.pack_parts import Clause
from auditor.engine.read import checked_list, place, read_plain
from auditor.errors import Problem, RulesError

FILE = "clauses.yaml"


class _Clauses(Protocol):
    """A pack, as far as its clauses are concerned."""

    @property
    def folder(self) -> Path: ...
    @property
    def clauses(self) -> tuple[Clause, ...]: ...


def read_clauses(folder: Path, rules: Collection[str]) -> tuple[Clause, ...]:
    """Read the clauses of a pack whose rules are named; a pack need not have any.

    Raises RulesError naming each clause that does not fit, and each rule that stands in none.
    """
    path = folder / FILE
    if not path.is_file():
        return ()
    clauses = checked_list(path, Clause, read_plain(path))
    problems = [*_misfits(clauses, rules, place(path)), *_unplaced(clauses, rules, place(path))]
    if problems:
        raise RulesError(*problems)
    return clauses


def refuse_unknown_rules(packs: Iterable[_Clauses], known: Collection[str]) -> None:
    """Refuse clauses that lean on a rule which no pack has; `known` are the rules of all packs."""
    problems = [
        Problem(
            f"clause {clause.clause} leans on `{rule}`, which no pack has",
            place(pack.folder / FILE),
            "name a rule of another pack in `same_as`, or say in `not_checked` why none checks it",
        )
        for pack in packs
        for clause in pack.clauses
        for rule in clause.same_as
        if rule not in known
    ]
    if problems:
        raise RulesError(*problems)


def _misfits(clauses: tuple[Clause, ...], rules: Collection[str], where: str) -> Iterator[Problem]:
    for name in _twice(clause.clause for clause in clauses):
        yield Problem(f"two clauses are called {name}", where, "give each a name of its own")
    for row in _twice(row for clause in clauses for row in clause.rows):
        hint = "one clause stands for a row"
        yield Problem(f"row `{row}` stands in two clauses", where, hint)
    for clause in clauses:
        yield from _misfits_of(clause, rules, where)


def _misfits_of(clause: Clause, rules: Collection[str], where: str) -> Iterator[Problem]:
    name = f"clause {clause.clause}"
    for rule in (rule for rule in clause.rules if rule not in rules):
        hint = "a rule of another pack is named in `same_as`"
        yield Problem(f"{name} names `{rule}`, which is not in this pack", where, hint)
    for rule in (rule for rule in clause.same_as if rule in rules):
        hint = "name it in `rules`"
        yield Problem(f"{name} has `{rule}` in `same_as`, but it is in this pack", where, hint)
    for row in (row for row in clause.rows if row in rules):
        hint = f"leave it out of `rows`: the rule {row} stands for it"
        yield Problem(f"{name} has the row `{row}`, which is a rule of this pack", where, hint)
    for rule in _twice((*clause.rules, *clause.same_as)):
        yield Problem(f"{name} names `{rule}` twice", where)


def _unplaced(clauses: tuple[Clause, ...], rules: Collection[str], where: str) -> Iterator[Problem]:
    placed = {rule for clause in clauses for rule in clause.rules}
    for rule in sorted(set(rules) - placed) if clauses else ():
        hint = "name it in `rules` of the clause that it checks"
        yield Problem(f"no clause names the rule `{rule}`", where, hint)


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
