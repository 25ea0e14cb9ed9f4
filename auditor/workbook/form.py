"""Choose the fields and sheets that a workbook shows, and say where each stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from auditor.load.sheets import Area
from auditor.load.template.field import Field, PartSheet, Path
from auditor.load.template.layout import layout
from auditor.load.template.marks import NUMBER_KEY, OWNER_KEY
from auditor.workbook.stated import Entry, entries_in, record_in, stated_paths

ROW_OF_NAMES = 7
"""The row of a list sheet in which the names of its columns stand; entries follow."""

SPARE_ROWS = 500
"""How many rows of a list are made ready to be filled in."""


@dataclass(frozen=True)
class Form:
    """The sheets of a kind of file, the fields that are asked for, and what a file states.

    `asked` holds dotted paths such as `needs.groups.id`; None asks for every field.
    """

    kind: str
    asked: frozenset[str] | None
    data: Mapping[str, Any]

    @cached_property
    def _wanted(self) -> frozenset[str]:
        """Return the paths of what is asked for or stated, and of all that it stands in."""
        paths = {*(self.asked or ()), *stated_paths(self.data)}
        return frozenset(
            path.rsplit(".", count)[0] for path in paths for count in range(path.count(".") + 1)
        )

    @cached_property
    def by_path(self) -> Mapping[Path, PartSheet]:
        """Return every sheet there can be, by its path."""
        return {part.path: part for part in layout(self.kind)}

    @cached_property
    def parts(self) -> tuple[PartSheet, ...]:
        """Return the sheets that are shown, in their order."""
        return tuple(part for part in layout(self.kind) if not part.path or self._shows(part.path))

    def fields(self, part: PartSheet) -> tuple[Field, ...]:
        """Return the fields of a sheet that are shown; all of them where none is asked for."""
        shown = tuple(field for field in part.fields if self._shows_field(part, field))
        return shown or tuple(field for field in part.fields if field.path[-1] != "evidence")

    def _shows(self, path: Path) -> bool:
        return self.asked is None or ".".join(path) in self._wanted

    def _shows_field(self, part: PartSheet, field: Field) -> bool:
        must = field.must and self._shows((*part.path, *field.path[:-1]))
        return self._shows((*part.path, *field.path)) or must or (field.must and not part.path)

    def record(self, part: PartSheet) -> Entry:
        """Return what the file states of a part that is one record."""
        return record_in(part, self.data)

    def entries(self, part: PartSheet) -> tuple[Entry, ...]:
        """Return the entries that the file states of a part that is a list."""
        return entries_in(part, self.by_path, self.data)

    def columns(self, part: PartSheet) -> Mapping[str, int]:
        """Return the column of each name of a list sheet, its own ones and the fields'."""
        own = [*[OWNER_KEY] * part.of_entry, *[NUMBER_KEY] * part.numbered]
        names = [*own, *(field.key for field in self.fields(part))]
        return {name: column for column, name in enumerate(names, start=2)}

    def rows(self, part: PartSheet) -> Area:
        """Return the rows of a list sheet for its example, its entries, and spare ones."""
        last = ROW_OF_NAMES + SPARE_ROWS + len(self.entries(part))
        return Area(ROW_OF_NAMES + 1, 1, last, 1)

    def ids(self, path: Path) -> tuple[str, Area] | None:
        """Return where that stands by which entries of a list are named, without its example."""
        part = self.by_path.get(path)
        name = NUMBER_KEY if part and part.numbered else "id"
        if part not in self.parts or part is None or name not in self.columns(part):
            return None
        column, rows = self.columns(part)[name], self.rows(part)
        first = rows.first_row + (0 if self.entries(part) else 1)
        return part.name, Area(first, column, rows.last_row, column)
