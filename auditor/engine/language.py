"""Say what the rule language is: its calls, operators, types and bounds."""

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from keyword import iskeyword

from auditor.engine.calendar import NATIONS
from auditor.model.describe import FieldType

LONGEST = 1500
"""The longest expression; a rule writes 1,000 characters, and one that is bent gets brackets."""
DEEPEST = 40
DIGITS = FieldType("number", choices=tuple(str(digits) for digits in range(11)))
NATION = FieldType("text", choices=NATIONS)

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
    "round": Call((NUMBER, DIGITS), NUMBER, optional=1),
    "close": Call((NUMBER, NUMBER, NUMBER), BOOL),
    "months_between": Call((DATE, DATE), NUMBER),
    "days_between": Call((DATE, DATE), NUMBER),
    "add_months": Call((DATE, NUMBER), DATE),
    "add_days": Call((DATE, NUMBER), DATE),
    "working_days_between": Call((DATE, DATE, NATION), NUMBER),
}
PATH_CALLS = ("has", "nil", "stated")
KINDS: Mapping[str, str] = {
    "number": "a number",
    "text": "a text",
    "date": "a date",
    "bool": "a condition",
    "list": "a list",
    "object": "a record",
}
"""What people call the types of a value."""
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


@dataclass(frozen=True)
class Scope:
    """The names an expression may use, each with its type.

    `loops` says how many of them stand for the entries of a list.
    """

    names: Mapping[str, FieldType]
    loops: int = 0

    @cached_property
    def key(self) -> str:
        """Return the names and their types in short, the same for the same scope in any run."""
        return ",".join(f"{name}:{kind.key}" for name, kind in self.names.items())

    def holding(self, name: str, kind: FieldType) -> "Scope":
        """Return the scope with one more name, for each entry of a list; refuse one in use.

        Raises LanguageError.
        """
        if name in self.names or name.startswith("_") or iskeyword(name):
            problem = f"`{name}` is already a name, starts with `_` or is a word of the language"
            raise LanguageError(problem, hint="choose another name for the entry")
        return Scope({**self.names, name: kind}, self.loops + 1)


def guess(word: str, known: Iterable[str]) -> str:
    """Return `did you mean …?` for a misspelt word, or nothing."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"did you mean `{close[0]}`?" if close else ""


def incomparable(sign: str, a: FieldType, b: FieldType) -> tuple[str, str] | None:
    """Return why two types cannot be compared, with a hint; None where they can.

    A fixed text that the field can never hold is a misspelling, not a comparison.
    """
    if a.kind != b.kind or a.kind in ("list", "object"):
        return f"{KINDS[a.kind]} cannot be compared with {KINDS[b.kind]}", ""
    if sign in ("<", "<=", ">", ">=") and a.kind not in ("number", "date"):
        return f"`{sign}` compares numbers or dates, not {a.kind}", ""
    if not a.choices or not b.choices or set(a.choices) <= set(b.choices):
        return None
    wrong = [choice for choice in b.choices if choice not in a.choices]
    if not wrong:
        return None
    return f"`{wrong[0]}` is never a value of this field", guess(wrong[0], a.choices)


def list_gives(name: str, item: FieldType) -> FieldType | None:
    """Return what `any`, `sum` and the like give for a list of some type; None if they cannot."""
    if name in ("any", "all"):
        return BOOL if item.kind == "bool" else None
    if name == "sum":
        return NUMBER if item.kind == "number" else None
    if name in ("min", "max"):
        return item if item.kind in ("number", "date") else None
    if name == "distinct":
        return FieldType("list", item=item) if item.kind not in ("list", "object") else None
    return NUMBER
