"""Look at single parts of an expression: fixed values, paths, and what a comparison reads."""

import ast
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from auditor.engine.language import (
    KINDS,
    LIST_CALLS,
    PATH_CALLS,
    PLAIN_CALLS,
    LanguageError,
    guess,
)
from auditor.load.bounds import MAX_DIGITS
from auditor.model.describe import FieldType

_NUMBER = re.compile(r"\d+(\.\d+)?", re.ASCII)


def fault(node: ast.expr, problem: str, hint: str = "") -> LanguageError:
    """Return what is wrong with a part, with the column where it stands."""
    return LanguageError(problem, column=node.col_offset + 1, hint=hint)


SEE = "docs/rule-language.md lists what an expression is made of"


def in_quotes(word: str) -> str:
    """Return the advice to put a text in quotes, without which it is a name."""
    return f'a text stands in quotes: "{word}"'


def unlike(node: ast.expr, found: str, wanted: str) -> LanguageError:
    """Return that a value of one type stands where one of another is needed."""
    hint = "compare it with something, or ask `has(…)`" if wanted == "bool" else ""
    return fault(node, f"this is {KINDS[found]} where {KINDS[wanted]} is needed", hint)


def nothing_below(node: ast.Attribute, kind: FieldType, whole: str) -> LanguageError:
    """Return that a name stands below what has no parts, or below a list with many."""
    hint = ""
    if kind.kind == "list" and kind.item is not None and kind.item.kind == "object":
        above = whole.rpartition(".")[0]
        hint = f"`{above}` is a list: go through it, as in `all(x.{node.attr} … for x in {above})`"
    return fault(node, f"`{whole}` is not a field: nothing stands below it", hint)


def not_called(node: ast.Call, name: str) -> LanguageError:
    """Return that something is called that is not part of the language, and what may be."""
    known = (*PLAIN_CALLS, *PATH_CALLS, *LIST_CALLS)
    said = f"`{name or ast.unparse(node.func)}` may not be called"
    return fault(node, said, guess(name, known) or f"what may be called: {', '.join(known)}")


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
