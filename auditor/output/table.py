"""Hold a table of a report as data: what columns it has, in what they are counted, and its rows."""

from dataclasses import dataclass

from auditor.output.figure import Value

CODE, DAY, NUMBER, FIGURE, SAID, NAME, LONG = 13, 13, 11, 16, 18, 26, 50
"""How wide columns are, in characters, by what they hold."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how wide it is in characters, and the unit of its numbers.

    One that is `mixed` holds numbers among texts, and all of them stand to the left.
    """

    title: str
    width: int = 12
    unit: str = ""
    mixed: bool = False

    @property
    def heading(self) -> str:
        """Return the heading with the unit, where there is one."""
        return f"{self.title} ({self.unit})" if self.unit else self.title


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, what it shows in a sentence, its columns, and its rows."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
