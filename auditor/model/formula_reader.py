"""Read a formula of a calculation, or say in which column it cannot be read and what to write.

It is read with Python's own parser and only what is listed here is let through, so that a formula
in a file can do nothing but arithmetic.
"""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache

from auditor.load.bounds import MAX_DIGITS
from auditor.model.formula import (
    FUNCTIONS,
    TIMINGS,
    Call,
    Formula,
    Known,
    Name,
    Node,
    Number,
    Operation,
    Sign,
    names_in,
)

LONGEST = 1500
"""The longest formula; a sum of 58 rows takes half of it."""
DEEPEST = 100
MOST_PLACES = 15
_NOTHING = Number(Decimal(0))
_SIGNS: Mapping[type[ast.operator], Sign] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}
# Each is replaced by one character, so that columns stay those of the file.
_AS_WRITTEN = str.maketrans(
    {"×": "*", "·": "*", "÷": "/", "−": "-", "–": "-", "\n": " ", "\u00a0": " "}
)
_PLAIN = re.compile(r"\d+(\.\d+)?", re.ASCII)
_TERM = re.compile(r"[A-Za-z][A-Za-z0-9_]*", re.ASCII)


def _habit(pattern: str, problem: str, hint: str) -> tuple[re.Pattern[str], str, str]:
    return re.compile(pattern, re.ASCII), problem, hint


_HABITS = (
    _habit(
        r"(?<![\w.])\d{1,3}(?:,\d{3})+(?!\d)",
        "a number with commas",
        "leave the commas out; write a space after a comma that separates two parts",
    ),
    _habit(r"\d+(?:\.\d+)?\s*%", "a percentage", "write 20% as 0.2"),
    _habit(r"[£$€]", "a sign of money", "leave it out; `unit` says what is money"),
    _habit(
        r"(?<=[\w)])\s+[xX]\s+(?=[\w(])|(?<![\w.])[\d.]+[xX]\d",
        "the letter x between two parts",
        "write * or × to multiply",
    ),
    _habit(
        r"\^|\*\*",
        "a power",
        "for 1 / (1 + rate) to the power of year write factor(rate, year), or multiply out",
    ),
    _habit(r"=", "the sign =", "write only how it is worked out; the result is in `claimed`"),
    _habit(
        r"[^A-Za-z0-9_.,()+\-*/\s]",
        "a character that is not part of a formula",
        "use names of terms, plain numbers, + - * / and brackets",
    ),
)
"""What people write in a formula that is not read, with what it is and what to write instead."""


class FormulaError(Exception):
    """A formula cannot be read: what is wrong, in which column, and what to write instead."""

    def __init__(self, problem: str, *, column: int = 0, hint: str = "") -> None:
        super().__init__(problem)
        self.problem, self.column, self.hint = problem, column, hint


def is_term(name: str) -> bool:
    """Say whether a formula can name a term so.

    >>> is_term("unit_cost"), is_term("unit-cost"), is_term("sum")
    (True, False, False)
    """
    if not _TERM.fullmatch(name) or name in FUNCTIONS:
        return False
    try:
        return isinstance(ast.parse(name, mode="eval").body, ast.Name)
    except SyntaxError:  # a word of Python's own, such as `for`
        return False


@lru_cache(maxsize=1024)
def read_formula(text: str) -> Formula:
    """Return a formula that was read; raise FormulaError with the column of what cannot be.

    >>> read_formula("(gross − cost ÷ 2) × 3").names
    ('gross', 'cost')
    """
    if len(text) > LONGEST:
        raise FormulaError(f"the formula is longer than {LONGEST} characters")
    written = text.translate(_AS_WRITTEN)
    for pattern, problem, hint in _HABITS:
        if found := pattern.search(written):
            blanks = len(found[0]) - len(found[0].lstrip())
            raise FormulaError(problem, column=found.start() + blanks + 1, hint=hint)
    tree = _parsed(written)
    node = _Reader(written).node(tree)
    return Formula(text, node, tuple(dict.fromkeys(names_in(node))))


def _parsed(written: str) -> ast.expr:
    blanks = len(written) - len(written.lstrip())  # Python would take them for an indent
    try:
        tree = ast.parse(written.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        offset = getattr(error, "offset", None) or len(written)  # nothing said is the end
        column = max(1, min(offset + blanks, len(written)))
        hint = "write it with names of terms, + - * / and brackets, such as (a + b) * 0.5"
        raise FormulaError("this is not a formula", column=column, hint=hint) from error
    level: list[ast.AST] = [tree]
    for _ in range(DEEPEST):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    if level:
        raise FormulaError(
            f"the formula is nested deeper than {DEEPEST} levels", hint="add many terms with sum()"
        )
    return tree


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns what Python's parser gives into the few forms of a formula."""

    written: str

    def node(self, tree: ast.expr) -> Node:
        if isinstance(tree, ast.Name):
            return Name(tree.id)
        if isinstance(tree, ast.Constant):
            return self._number(tree)
        if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.USub | ast.UAdd):
            inner = self.node(tree.operand)
            return inner if isinstance(tree.op, ast.UAdd) else Operation("-", _NOTHING, inner)
        if isinstance(tree, ast.BinOp):
            return self._operation(tree)
        if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name):
            return self._call(tree, tree.func.id)
        hint = "use names of terms, plain numbers, + - * / and brackets"
        raise self._fault(tree, "this is not part of a formula", hint)

    def _number(self, tree: ast.Constant) -> Number:
        text = ast.get_source_segment(self.written.strip(), tree) or ""
        if not _PLAIN.fullmatch(text) or len(text) > MAX_DIGITS:
            hint = f"with at most {MAX_DIGITS} characters, such as 1500 or 0.035"
            raise self._fault(tree, "write a number in plain digits", hint)
        return Number(Decimal(text))

    def _operation(self, tree: ast.BinOp) -> Operation:
        sign = _SIGNS.get(type(tree.op))
        if sign is None:
            raise self._fault(tree, "only + - * / are worked out", "use one of + - * /")
        return Operation(sign, self.node(tree.left), self.node(tree.right))

    def _call(self, tree: ast.Call, name: str) -> Call:
        known = FUNCTIONS.get(name)
        if known is None:
            near = "".join(get_close_matches(name, FUNCTIONS, n=1))
            meant = f"Did you mean {near}()? " if near else ""
            raise self._fault(
                tree, f"there is no function {name}()", f"{meant}There are: {', '.join(FUNCTIONS)}."
            )
        extra = 1 if known.option else 0
        if tree.keywords or not known.least <= len(tree.args) <= known.most + extra:
            raise self._fault(
                tree, f"{name}() is not given what it takes", f"write {known.example}"
            )
        parts = tuple(self.node(each) for each in tree.args[: known.most])
        options = tree.args[known.most :]
        return Call(name, parts, self._option(options[0], known) if options else "")

    def _option(self, tree: ast.expr, known: Known) -> str:
        text = ast.unparse(tree)
        if known.option == "timing" and text not in TIMINGS:
            raise self._fault(tree, f"{text} is not a timing", f"use one of {', '.join(TIMINGS)}")
        if known.option == "decimals" and not re.fullmatch(
            rf"-?\d|-?1[0-{MOST_PLACES % 10}]", text
        ):
            hint = f"write a whole number from -{MOST_PLACES} to {MOST_PLACES}"
            raise self._fault(tree, f"{text} is not a number of decimals", hint)
        return text

    def _fault(self, tree: ast.expr, problem: str, hint: str) -> FormulaError:
        blanks = len(self.written) - len(self.written.lstrip())
        return FormulaError(problem, column=tree.col_offset + blanks + 1, hint=hint)
