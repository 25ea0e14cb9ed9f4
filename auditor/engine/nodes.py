"""Look at single parts of an expression: fixed values, paths, and what a comparison reads."""

import ast
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from auditor.engine.language import LanguageError
from auditor.load.bounds import MAX_DIGITS
from auditor.model.describe import FieldType

_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)


def fault(node: ast.expr, problem: str, hint: str = "") -> LanguageError:
    """Return what is wrong with a part, with the column where it stands."""
    return LanguageError(problem, column=node.col_offset + 1, hint=hint)


def path(node: ast.expr) -> str:
    """Return the names of a path with dots between them: `case.sroi.rows`."""
    names = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    start = node.id if isinstance(node, ast.Name) else ast.unparse(node)
    return ".".join([start, *reversed(names)])


def fixed_number(node: ast.Constant, text: str) -> int | Decimal:
    """Return a fixed number with the digits that the rule shows.

    An exponent is refused: it would make a number of any length out of three characters.
    """
    written = ast.get_source_segment(text, node) or ""
    if not _NUMBER.fullmatch(written) or len(written) > MAX_DIGITS:
        hint = f"with at most {MAX_DIGITS} characters, such as 1500 or 0.035"
        raise fault(node, "write a number in plain digits", hint)
    return Decimal(written) if "." in written else int(written)


def fixed_date(node: ast.Constant) -> date:
    """Return the date that a fixed text stands for."""
    try:
        return date.fromisoformat(str(node.value))
    except ValueError:
        raise fault(node, "this is not a date; write it as 2026-02-05") from None


def read_side(left: ast.expr, right: ast.expr) -> str:
    """Say which side of a comparison is a value as it was read, of which something is expected.

    Neither is where both are worked out: the last value read on the way is not what was compared.
    """
    for side, node in (("left", left), ("right", right)):
        counted = isinstance(node, ast.Call) and ast.unparse(node.func) == "len" and node.args[0]
        if isinstance(counted or node, ast.Attribute | ast.Name):
            return side
    return ""


def refuse_long_chain(node: ast.Compare) -> None:
    """Refuse a comparison in the middle of a chain, which would be worked out twice at each level.

    Raises LanguageError; forty levels of it would never end.
    """
    for middle in node.comparators[:-1]:
        if any(isinstance(part, ast.Compare) for part in ast.walk(middle)):
            hint = "write two comparisons with `and` between them"
            raise fault(middle, "a comparison stands in the middle of another", hint)


def refuse_unfit(arguments: Sequence[ast.expr], given: Sequence[FieldType],
                 wanted: Sequence[FieldType]) -> None:  # fmt: skip
    """Refuse a value that a call does not take although its type is right.

    A number with choices must be fixed; a text must be of a field that holds nothing else.
    """
    for argument, has, wants in zip(arguments, given, wanted, strict=False):
        value = ast.unparse(argument)
        fixed = (value,) if isinstance(argument, ast.Constant) else ()
        held = fixed if wants.kind == "number" else has.choices
        if wants.choices and not (held and set(held) <= set(wants.choices)):
            raise fault(argument, f"`{value}` is not one of {', '.join(wants.choices)}")
