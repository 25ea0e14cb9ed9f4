"""Work a formula out again, exactly, from the values that were saved in the cells it names."""

from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, ROUND_UP, Context, Decimal
from typing import TypeAlias

from auditor.load.sheets import Cell
from auditor.load.value_map.formulas.parse import Call, Node, NotWorkedOut
from auditor.load.value_map.formulas.references import Reference

Value: TypeAlias = Decimal | str | bool | None
CellAt: TypeAlias = Callable[[str, int, int], Cell]
"""The cell of a sheet (its name, or nothing for the formula's own), by row and column."""

_MOST_CELLS = 20_000
_ZERO, _ONE = Decimal(0), Decimal(1)
_EXACT = Context(prec=34)


def worked_out(node: Node, cell: CellAt, row: int, column: int) -> Value:
    """Return what a formula in a cell gives; raises NotWorkedOut where that is not known."""
    try:
        found = _value(_Sheet(cell, row, column).of(node))
    except ArithmeticError:
        raise NotWorkedOut("a division by zero or a number without bounds") from None
    except (IndexError, ValueError):
        raise NotWorkedOut("a function without what it takes") from None
    return _ZERO if found is None else found  # an empty cell is shown as 0


class _Sheet:
    def __init__(self, cell: CellAt, row: int, column: int) -> None:
        self.cell, self.row, self.column = cell, row, column

    def of(self, node: Node) -> "Value | list[Value]":
        if isinstance(node, Reference):
            return self._cells(node)
        if not isinstance(node, Call):
            return node
        if node.name == "IF":
            return self._either(node.given)
        given = [self.of(each) for each in node.given]
        if node.name in _OPERATORS and len(given) == 2:
            return _OPERATORS[node.name](_value(given[0]), _value(given[1]))
        if node.name not in _FUNCTIONS:
            raise NotWorkedOut(node.name)
        return _FUNCTIONS[node.name](given)

    def _either(self, given: tuple[Node, ...]) -> "Value | list[Value]":
        if len(given) not in (2, 3):
            raise NotWorkedOut("IF")
        if _truth(_value(self.of(given[0]))):
            return self.of(given[1])
        return self.of(given[2]) if len(given) == 3 else False

    def _cells(self, named: Reference) -> "Value | list[Value]":
        top, left, bottom, right = named.area(self.row, self.column)
        if top < 1 or left < 1 or (bottom - top + 1) * (right - left + 1) > _MOST_CELLS:
            raise NotWorkedOut("a very large range")
        found = [
            _saved(self.cell(named.sheet, row, column))
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]
        return found[0] if named.single else found


def _saved(cell: Cell) -> Value:
    value = cell.value
    if value is None:
        if cell.formula:
            raise NotWorkedOut("a cell that was never calculated")
        return None
    if isinstance(value, bool | str):
        if isinstance(value, str) and value.startswith("#"):
            raise NotWorkedOut("a cell that shows an error")
        return value
    if isinstance(value, int | Decimal):
        return Decimal(value)
    raise NotWorkedOut("a date")


def _value(found: "Value | list[Value]") -> Value:
    if isinstance(found, list):
        if len(found) != 1:
            raise NotWorkedOut("a range where one value is wanted")
        return found[0]
    return found


def _number(value: Value) -> Decimal:
    if value is None:
        return _ZERO
    if isinstance(value, bool):
        return Decimal(int(value))
    if isinstance(value, Decimal):
        return value
    raise NotWorkedOut("a text where a number is wanted")


def _truth(value: Value) -> bool:
    return value if isinstance(value, bool) else _number(value) != 0


def _numbers(given: Iterable["Value | list[Value]"]) -> list[Decimal]:
    """Return the numbers of all arguments; texts and blanks in a range do not count."""
    found: list[Decimal] = []
    for each in given:
        if isinstance(each, list):
            found += [value for value in each if isinstance(value, Decimal)]
        elif isinstance(each, Decimal):
            found.append(each)
        elif each is not None:
            found.append(_number(each))
    return found


def _compared(sign: str, left: Value, right: Value) -> bool:
    if isinstance(left, str) or isinstance(right, str):
        if sign not in ("=", "<>") or not (isinstance(left, str) and isinstance(right, str)):
            same = (left or "") == (right or "") if None in (left, right) else False
        else:
            same = left.lower() == right.lower()
        if sign not in ("=", "<>"):
            raise NotWorkedOut("a comparison of texts")
        return same == (sign == "=")
    one, other = _number(left), _number(right)
    return {"=": one == other, "<>": one != other, "<": one < other, ">": one > other,
            "<=": one <= other, ">=": one >= other}[sign]  # fmt: skip


def _comparison(sign: str) -> Callable[[Value, Value], Value]:
    return lambda left, right: _compared(sign, left, right)


_OPERATORS: Mapping[str, Callable[[Value, Value], Value]] = {
    "+": lambda a, b: _EXACT.add(_number(a), _number(b)),
    "-": lambda a, b: _EXACT.subtract(_number(a), _number(b)),
    "*": lambda a, b: _EXACT.multiply(_number(a), _number(b)),
    "/": lambda a, b: _EXACT.divide(_number(a), _number(b)),
    "^": lambda a, b: _power(_number(a), _number(b)),
    **{sign: _comparison(sign) for sign in ("=", "<>", "<", ">", "<=", ">=")},
}


def _power(base: Decimal, exponent: Decimal) -> Decimal:
    if abs(exponent) > 10_000:
        raise NotWorkedOut("a very large power")
    if exponent == 0:
        return _ONE
    return _EXACT.power(base, exponent)


def _total(given: Iterable["Value | list[Value]"]) -> Decimal:
    total = _ZERO
    for number in _numbers(given):
        total = _EXACT.add(total, number)
    return total


def _product(given: Iterable["Value | list[Value]"]) -> Decimal:
    product = _ONE
    for number in _numbers(given):
        product = _EXACT.multiply(product, number)
    return product


def _rounding(how: str) -> Callable[[list["Value | list[Value]"]], Value]:
    def rounded(given: list["Value | list[Value]"]) -> Value:
        number, digits = (_number(_value(each)) for each in [*given, _ZERO][:2])
        if abs(digits) > 30:
            raise NotWorkedOut("a rounding to very many digits")
        return number.quantize(_ONE.scaleb(-int(digits)), how, _EXACT)

    return rounded


def _net_present(given: list["Value | list[Value]"]) -> Value:
    rate, total = _number(_value(given[0])), _ZERO
    for year, number in enumerate(_numbers(given[1:]), 1):
        factor = _power(_EXACT.add(_ONE, rate), Decimal(year))
        total = _EXACT.add(total, _EXACT.divide(number, factor))
    return total


def _products(given: list["Value | list[Value]"]) -> Value:
    columns = [each if isinstance(each, list) else [each] for each in given]
    if len({len(column) for column in columns}) != 1:
        raise NotWorkedOut("SUMPRODUCT over ranges that differ")
    rows = zip(*columns, strict=True)
    counted = ([v if isinstance(v, Decimal) else _ZERO for v in row] for row in rows)
    return _total([_product(row) for row in counted])


def _extreme(pick: Callable[[list[Decimal]], Decimal]) -> Callable[..., Value]:
    return lambda given: pick(_numbers(given) or [_ZERO])


_FUNCTIONS: Mapping[str, Callable[[list["Value | list[Value]"]], Value]] = {
    "SUM": _total,
    "PRODUCT": _product,
    "SUMPRODUCT": _products,
    "AVERAGE": lambda given: _EXACT.divide(_total(given), Decimal(len(_numbers(given)))),
    "MIN": _extreme(min),
    "MAX": _extreme(max),
    "COUNT": lambda given: Decimal(len(_numbers(given))),
    "ABS": lambda given: abs(_number(_value(given[0]))),
    "INT": lambda given: _number(_value(given[0])).to_integral_value(ROUND_FLOOR),
    "POWER": lambda given: _power(_number(_value(given[0])), _number(_value(given[1]))),
    "ROUND": _rounding(ROUND_HALF_UP),
    "ROUNDUP": _rounding(ROUND_UP),
    "ROUNDDOWN": _rounding(ROUND_DOWN),
    "NPV": _net_present,
    "AND": lambda given: all(_truth(_value(each)) for each in given),
    "OR": lambda given: any(_truth(_value(each)) for each in given),
    "NOT": lambda given: not _truth(_value(given[0])),
}
