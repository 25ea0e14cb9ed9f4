"""Collect what is read: plain data, the place of every value, remarks, and what must be asked."""

import re
from typing import Any

from auditor.errors import Problem
from auditor.load.document import Remark, RemarkKind
from auditor.load.pointer import step
from auditor.load.value_map.amounts import Amount, Unclear, amount_of
from auditor.load.value_map.grid import Grid
from auditor.load.value_map.printed import printed


class Record:
    """The file that is being made from a workbook."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.data: dict[str, Any] = {}
        self.places: dict[str, str] = {}
        self.remarks: list[Remark] = []
        self.problems: list[Problem] = []

    def reading(self, text: str, place: str = "") -> None:
        """Say how something was read."""
        self.remarks.append(Remark(RemarkKind.READING, text, place))

    def assume(self, text: str, place: str = "") -> None:
        """Say what was supplied because the workbook does not say it."""
        self.remarks.append(Remark(RemarkKind.ASSUMPTION, text, place))

    def defect(self, text: str, place: str) -> None:
        """Say where the workbook contradicts itself."""
        self.remarks.append(Remark(RemarkKind.DEFECT, text, place))

    def ask(self, problem: str, place: str, hint: str) -> None:
        """Ask a person; nothing is read until all that was asked is answered."""
        where = f"{self.name}, {place}" if place else self.name
        self.problems.append(Problem(problem, where, hint))

    def put(self, into: dict[str, Any], pointer: str, key: str, value: Any, place: str) -> None:
        """Put a value and its place; nothing where there is no value."""
        if value is not None and value != "":
            into[key] = value
            self.places[f"{pointer}{step(key)}"] = place

    def amount(self, grid: Grid, row: int, column: int) -> Amount | None:
        """Return the number of a cell; what stands there and is none is asked about."""
        try:
            return amount_of(grid.cell(row, column))
        except Unclear as unclear:
            place = grid.place(row, column)
            if unclear.error:
                self.defect(f"{unclear.problem}: it is read as not stated.", place)
            else:
                self.ask(unclear.problem, place, unclear.hint)
            return None

    def figure(self, grid: Grid, row: int, column: int) -> Any:
        """Return a claimed figure: its exact value, with how the cell shows it where it rounds."""
        amount = self.amount(grid, row, column)
        if amount is None:
            return None
        number_format = grid.cell(row, column).number_format
        shown = amount.printed or printed(amount.value, number_format)
        return {"value": amount.value, "printed": shown} if shown else amount.value


class Ids:
    """Make short names out of words, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def new(self, words: str, *, otherwise: str) -> str:
        """Return a name that is not taken yet.

        >>> ids = Ids()
        >>> ids.new("Young people (16-24)", otherwise="group"), ids.new("!", otherwise="group")
        ('young-people-16-24', 'group')
        """
        parts = re.findall(r"[a-z0-9]+", words.lower())[:_WORDS]
        name = wanted = "-".join(parts)[:_LONGEST].strip("-") or otherwise
        while name in self._taken:
            number = self._next.get(wanted, 2)
            name, self._next[wanted] = f"{wanted}-{number}", number + 1
        self._taken.add(name)
        return name


_WORDS, _LONGEST = 5, 40
