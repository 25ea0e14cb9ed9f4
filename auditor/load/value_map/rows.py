"""Read the rows of a map: stakeholders, inputs, and each outcome from quantity to impact."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from auditor.load.sheets import column_letters
from auditor.load.value_map.amounts import Amount, Unclear, amount_of
from auditor.load.value_map.banners import banners, name_in
from auditor.load.value_map.corrections import Corrections
from auditor.load.value_map.join import Side
from auditor.load.value_map.parts import FIGURES, PLAIN, SAYABLE, SHARES, STARTS, TEXTS, Parts
from auditor.load.value_map.record import Record
from auditor.load.value_map.shares import Scale, as_share, scaling_of


def _value(figure: Any) -> Any:
    return figure["value"] if isinstance(figure, dict) else figure


class RowReader:
    """Reads the rows of one table into the parts of the file."""

    def __init__(self, side: Side, record: Record, said: Corrections, parts: Parts) -> None:
        self.side, self.record, self.said, self.parts = side, record, said, parts
        self.table = side.table
        self.grid, self.columns = side.table.grid, side.table.columns
        self.scales: dict[str, Scale | None] = {}
        self._notes = frozenset(side.table.notes)
        self._banners = banners(side.table)
        self._group = ""
        self._group_at = ""

    def read(self) -> None:
        """Read every row in order."""
        for name in SHARES:
            if name in self.columns:
                self.scales[name] = self._scale(name)
        heads: int | None = None
        for row in sorted({*self.table.rows, *self.table.notes, *self._banners}):
            if row in self._banners:
                column = self._banners[row]
                self._of(name_in(self.grid, row, column), self.grid.place(row, column))
                continue
            if row in self._notes:
                heads = row if self._text(row, "stakeholder") else heads
                self._left_out(row)
                continue
            if heads is not None and not self._text(row, "stakeholder"):
                self._stakeholder(heads)  # a group whose name stands on a row of its own
            heads = None
            self._stakeholder(row)
            self._input(row)
            if not self._outcome(row):
                self._left_out(row)

    def _left_out(self, row: int) -> None:
        if self._text(row, "outcome"):
            says = "This row holds no quantity, value or impact; it is left out of the map."
            self.record.reading(says, self._place(row, "outcome"))

    def _scale(self, name: str) -> Scale | None:
        """Decide how a column of shares writes them; ask where that cannot be known."""
        column = self.columns[name]
        title = next(t for t in self.table.heading.titles if t.column == column)
        if title.scale:
            return title.scale
        amounts = [found for row in self.table.rows if (found := self._quietly(row, column))]
        scaling = scaling_of(amounts, title_says_percent="%" in title.text)
        place = self.grid.place(title.row, column)
        if scaling.ask:
            letters = column_letters(column)
            hint = f'Say which: --map "{letters}={name}:percent" or --map "{letters}={name}:share".'
            problem = f"column {letters} cannot be read as shares: {scaling.ask}"
            self.record.ask(problem, place, hint)
        elif scaling.says:
            tell = self.record.assume if scaling.assumed else self.record.reading
            tell(f"In this column {scaling.says}.", place)
        return scaling.scale

    def _quietly(self, row: int, column: int) -> Amount | None:
        try:
            return amount_of(self.grid.cell(row, column))
        except Unclear:
            return None  # asked about where the row is read

    def _stakeholder(self, row: int) -> None:
        name = self._text(row, "stakeholder")
        if not name:
            return  # the group of the row above goes on
        entry = self._of(name, self._place(row, "stakeholder"))
        size = self._amount(row, "group_size") if entry is not None else None
        if entry is not None and size and type(size.value) is int:
            pointer = f"/stakeholders/{len(self.parts.stakeholders) - 1}"
            where = self._place(row, "group_size")
            self.record.put(entry, pointer, "population", size.value, where)

    def _of(self, name: str, place: str) -> dict[str, Any] | None:
        """Let the outcomes that follow be those of a group; return it where it is new."""
        self._group, self._group_at = name, place
        if name in self.parts.groups:
            return None
        pointer = f"/stakeholders/{len(self.parts.stakeholders)}"
        entry: dict[str, Any] = {}
        group = self.parts.ids.new(name, otherwise="group")
        self.record.put(entry, pointer, "id", group, place)
        self.record.put(entry, pointer, "name", name, place)
        self.parts.groups[name] = group
        self.parts.stakeholders.append(entry)
        return entry

    def _input(self, row: int) -> None:
        amount = self._amount(row, "input_value")
        text = self._text(row, "input")
        if amount is None:
            return
        pointer = f"/sroi/inputs/{len(self.parts.inputs)}"
        entry: dict[str, Any] = {}
        place = self._place(row, "input_value")
        name = self.parts.ids.new(text or self._group, otherwise="input")
        self.record.put(entry, pointer, "id", name, place)
        if text:
            self.record.put(entry, pointer, "text", text, self._place(row, "input"))
        self.record.put(entry, pointer, "bearer", self._group, self._group_at)
        self.record.put(entry, pointer, "amount", amount.value, place)
        self.parts.inputs.append(entry)

    def _outcome(self, row: int) -> bool:
        """Read the outcome of a row; say whether it holds any number."""
        if self.side.same is not None:
            return self._further(row, self.side.same)
        pointer = f"/sroi/rows/{len(self.parts.rows)}"
        entry: dict[str, Any] = {}
        self.record.places[pointer] = f"{self.grid.sheet.name}, row {row}"
        numbers = self._numbers(row, pointer)
        figures = self._figures(row, pointer)
        if not ({"quantity", "proxy"} & set(numbers) or figures):
            return False
        reference = self._text(row, "reference") or str(self._number(row, "reference") or "")
        name = self.parts.ids.new(reference, otherwise=f"r{row}")
        self.record.put(entry, pointer, "id", name, f"{self.grid.sheet.name}, row {row}")
        self._words(entry, pointer, row)
        if self.said.rounded:
            numbers["shown_rounded"] = list(self.said.rounded)
        self.parts.at[row] = len(self.parts.rows)
        self.parts.rows.append({**entry, **numbers, **figures})
        return True

    def _further(self, row: int, same: Mapping[int, int]) -> bool:
        """Add what another sheet says of an outcome; say whether that outcome was read."""
        index = self.parts.at.get(same.get(row, 0))
        if index is None:
            return False
        pointer, entry = f"/sroi/rows/{index}", self.parts.rows[index]
        self._words(entry, pointer, row)
        entry |= self._numbers(row, pointer) | self._figures(row, pointer)
        return True

    def _words(self, entry: dict[str, Any], pointer: str, row: int) -> None:
        """Put who the outcome is for, and its texts, where no other sheet has said them."""
        if self._group and "stakeholder_id" not in entry:
            group = self.parts.groups[self._group]
            self.record.put(entry, pointer, "stakeholder_id", group, self._group_at)
        for name, key in TEXTS.items():
            if key not in entry:
                self._put(entry, pointer, key, self._text(row, name), row, name)

    def _numbers(self, row: int, pointer: str) -> dict[str, Any]:
        numbers: dict[str, Any] = {}
        for name, key in PLAIN.items():
            amount = self._amount(row, name)
            self._put(numbers, pointer, key, amount.value if amount else None, row, name)
        for name, key in SHARES.items():
            if key:
                self._put(numbers, pointer, key, self._share(row, name), row, name)
        self._put(numbers, pointer, "outcome_start", self._start(row), row, "outcome_start")
        return numbers

    def _figures(self, row: int, pointer: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, key in FIGURES.items():
            if name in self.columns:
                figure = self.record.figure(self.grid, row, self.columns[name])
                self._put(found, pointer, key, figure, row, name)
        years = self._reported_years(row, f"{pointer}/reported_years")
        if years:
            found["reported_years"] = years
        return found

    def _reported_years(self, row: int, pointer: str) -> list[Any]:
        """Return the value of each year, without the zeros and blanks that follow the last one."""
        cells: list[tuple[Any, str]] = []
        for column, _ in sorted(self.table.years.items(), key=lambda each: each[1]):
            figure = self.record.figure(self.grid, row, column)
            cells.append((0 if figure is None else figure, self.grid.place(row, column)))
        while cells and not _value(cells[-1][0]):
            cells.pop()
        for index, (_, place) in enumerate(cells):
            self.record.places[f"{pointer}/{index}"] = place
        return [figure for figure, _ in cells]

    def _share(self, row: int, name: str) -> int | Decimal | None:
        amount = self._amount(row, name)
        if amount is None:
            return None
        share = as_share(amount, self.scales.get(name))
        if name.startswith("attribution") and "attribution_2" in self.columns:
            second = self._amount(row, "attribution_2")
            if second:
                other = as_share(second, self.scales.get("attribution_2"))
                return 1 - (1 - share) * (1 - other)
        return share

    def _start(self, row: int) -> str | None:
        if "outcome_start" not in self.columns:
            return None
        value = self.grid.cell(row, self.columns["outcome_start"]).value
        word = str(value).strip().lower() if value is not None else ""
        if word and word not in STARTS and word != "-":
            hint = "Write 1 for the period of activity, 2 for the period after."
            problem = f"“{word[:40]}” does not say when the outcome starts"
            self.record.ask(problem, self._place(row, "outcome_start"), hint)
        return STARTS.get(word)

    def _amount(self, row: int, name: str) -> Amount | None:
        found = None
        if name in self.columns:
            found = self.record.amount(self.grid, row, self.columns[name])
        held = name in self.columns or name not in self.side.elsewhere
        if found is None and held and name in self.said.constants and name in SAYABLE:
            return Amount(self.said.constants[name], as_share=True)
        return found

    def _number(self, row: int, name: str) -> int | Decimal | None:
        amount = self._quietly(row, self.columns[name]) if name in self.columns else None
        return amount.value if amount else None

    def _text(self, row: int, name: str) -> str:
        return self.grid.shown(row, self.columns[name]) if name in self.columns else ""

    def _put(
        self, into: dict[str, Any], at: str, key: str, value: Any, row: int, name: str
    ) -> None:
        self.record.put(into, at, key, value, self._place(row, name))

    def _place(self, row: int, name: str) -> str:
        if name in self.columns:
            return self.grid.place(row, self.columns[name])
        return f"{self.grid.sheet.name}, row {row}"
