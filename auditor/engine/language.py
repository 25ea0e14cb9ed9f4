"""Say what the rule language is: its calls, operators, types and bounds."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.model.describe import FieldType

LONGEST = 1000
DEEPEST = 40

NUMBER = FieldType("number")
TEXT = FieldType("text")
DATE = FieldType("date")
BOOL = FieldType("bool")


@dataclass(frozen=True, slots=True)
class Call:
    """A function that a rule may call: the types it takes and the type it gives."""

    takes: tuple[FieldType, ...]
    gives: FieldType
    optional: int = 0


PLAIN_CALLS: Mapping[str, Call] = {
    "abs": Call((NUMBER,), NUMBER),
    "round": Call((NUMBER, NUMBER), NUMBER, optional=1),
    "close": Call((NUMBER, NUMBER, NUMBER), BOOL),
    "months_between": Call((DATE, DATE), NUMBER),
    "days_between": Call((DATE, DATE), NUMBER),
    "add_months": Call((DATE, NUMBER), DATE),
    "add_days": Call((DATE, NUMBER), DATE),
    "working_days_between": Call((DATE, DATE, TEXT), NUMBER),
}
PATH_CALLS = ("has", "nil", "stated")
LIST_CALLS = ("any", "all", "sum", "len", "min", "max", "distinct")

COMPARISONS: Mapping[type[ast.cmpop], tuple[str, str]] = {
    ast.Eq: ("==", "equal to"),
    ast.NotEq: ("!=", "other than"),
    ast.Lt: ("<", "less than"),
    ast.LtE: ("<=", "at most"),
    ast.Gt: (">", "more than"),
    ast.GtE: (">=", "at least"),
    ast.In: ("in", "one of"),
    ast.NotIn: ("not in", "none of"),
}
DATE_WORDS: Mapping[str, str] = {
    "<": "before",
    "<=": "on or before",
    ">": "after",
    ">=": "on or after",
    "==": "on",
    "!=": "other than",
}
ARITHMETIC: Mapping[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
}


class LanguageError(Exception):
    """An expression is not in the language, or names something that does not exist."""

    def __init__(self, problem: str, *, column: int = 0, hint: str = "") -> None:
        super().__init__(problem)
        self.problem, self.column, self.hint = problem, column, hint


@dataclass(frozen=True, slots=True)
class Scope:
    """The names an expression may use, each with its type."""

    names: Mapping[str, FieldType]

    def holding(self, name: str, kind: FieldType) -> "Scope":
        """Return the scope with one more name."""
        return Scope({**self.names, name: kind})
