"""Turn a formula into a tree of what it works out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from auditor.load.value_map.formulas.references import Reference, reference
from auditor.load.workbook_reader.formula_tokens import FormulaToken, formula_tokens

_DEEPEST, _LONGEST = 60, 150
"""How deep brackets may stand in one another, and how many operators a formula may have."""

_BINDING = {"^": 5, "*": 4, "/": 4, "+": 3, "-": 3, "&": 2}
_COMPARED = ("=", "<>", "<", ">", "<=", ">=")


class NotWorkedOut(Exception):
    """The formula uses something that is not worked out here; it says what."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function or an operator, with what it is applied to."""

    name: str
    given: tuple["Node", ...]


Node: TypeAlias = Decimal | str | bool | Reference | Call | None


def tree(formula: str, row: int, column: int) -> Node:
    """Return what a formula works out; raises NotWorkedOut for what is not understood."""
    try:
        parts = formula_tokens(formula)
    except ValueError as error:
        raise NotWorkedOut(str(error)) from None
    return _Parser(parts, row, column).whole()


class _Parser:
    def __init__(self, parts: Sequence[FormulaToken], row: int, column: int) -> None:
        self.parts, self.at, self.depth, self.signs = parts, 0, 0, 0
        self.row, self.column = row, column

    def whole(self) -> Node:
        node = self._expression(0)
        if self._next:
            raise NotWorkedOut(f"“{self._next.text}”")
        return node

    @property
    def _next(self) -> FormulaToken | None:
        return self.parts[self.at] if self.at < len(self.parts) else None

    def _expression(self, least: int) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise NotWorkedOut("very deep brackets")
        left = self._prefixed()
        while self._next and self._next.kind == "OPERATOR-INFIX":
            sign = self._next.text
            binding = _BINDING.get(sign, 1 if sign in _COMPARED else -1)
            if binding < 0:
                raise NotWorkedOut(f"“{sign}”")
            if binding < least:
                break
            self.at += 1
            self.signs += 1
            if self.signs > _LONGEST:
                raise NotWorkedOut("a very long formula")
            left = Call(sign, (left, self._expression(binding + 1)))
        self.depth -= 1
        return left

    def _prefixed(self) -> Node:
        """Read signs before a value: they bind closer than a power, as in spreadsheets."""
        minus = False
        while self._next and self._next.kind == "OPERATOR-PREFIX":
            minus ^= self._next.text == "-"
            self.at += 1
        node = self._operand()
        while self._next and self._next.kind == "OPERATOR-POSTFIX":
            self.at += 1
            node = Call("/", (node, Decimal(100)))
        return Call("-", (None, node)) if minus else node

    def _operand(self) -> Node:
        part = self._next
        if part is None:
            raise NotWorkedOut("a formula without an end")
        self.at += 1
        if part.kind == "PAREN" and part.side == "OPEN":
            node = self._expression(0)
            self._close()
            return node
        if part.kind == "FUNC" and part.side == "OPEN":
            return Call(part.text.rstrip("(").upper(), tuple(self._arguments()))
        if part.kind == "OPERAND":
            return self._plain(part)
        raise NotWorkedOut(f"“{part.text}”")

    def _plain(self, part: FormulaToken) -> Node:
        if part.side == "NUMBER":
            return Decimal(part.text)
        if part.side == "TEXT":
            return part.text[1:-1].replace('""', '"')
        if part.side == "LOGICAL":
            return part.text.upper() == "TRUE"
        found = reference(part.text, self.row, self.column) if part.side == "RANGE" else None
        if found is None:
            raise NotWorkedOut(f"“{part.text[:40]}”")
        return found

    def _arguments(self) -> Iterator[Node]:
        """Yield what stands between the brackets of a function; an empty place is a blank."""
        if self._next and self._next.side == "CLOSE":
            self.at += 1
            return
        while True:
            empty = self._next and (self._next.kind == "SEP" or self._next.side == "CLOSE")
            yield None if empty else self._expression(0)
            part = self._next
            self.at += 1
            if part and part.kind == "FUNC" and part.side == "CLOSE":
                return
            if part is None or part.kind != "SEP" or part.side != "ARG":
                raise NotWorkedOut("a function without its end")

    def _close(self) -> None:
        part = self._next
        if part is None or part.side != "CLOSE":
            raise NotWorkedOut("brackets that do not close")
        self.at += 1
