"""Turn one expression of a rule into a function that reads a file and nothing else.

The language is a whitelisted subset of Python's expression syntax (docs/rule-language.md). Each
expression is checked against the types of everything it names, then compiled once. Compiled a
second time with `traced`, it takes a log as its first value and records there what it reads, and
with `expects` what its comparisons expected.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from types import CodeType
from typing import Any

from auditor.engine.first_read import first_read
from auditor.engine.functions import RUNTIME
from auditor.engine.language import KINDS, LanguageError, Scope
from auditor.engine.memory import compiled, memory
from auditor.engine.parse import parse
from auditor.engine.slips import slip_in
from auditor.engine.translate import Translator
from auditor.model.describe import FieldType

_CONDITION = 'a condition compares, as in `case.stage == "award"`, or asks `has(…)`'


@dataclass(frozen=True, eq=False)
class Compiled:
    """A checked expression: its text, its type, the paths it reads, its Python source.

    `first` holds the names of the path that it reads before all else, if that can be told.
    """

    text: str
    kind: FieldType
    paths: tuple[str, ...]
    first: tuple[str, ...]
    source: str
    constants: dict[str, Any]
    scope: Scope

    @cached_property
    def function(self) -> Callable[..., Any]:
        """Return the expression as a function of the names it was compiled with."""
        names = {**RUNTIME, **self.constants} if self.constants else RUNTIME
        made: Callable[..., Any] = eval(_code(self.source), names)
        return made

    @cached_property
    def traced(self) -> Callable[..., Any]:
        """Return it as a function of a log and those names, which records what it reads."""
        return compile_expression(self.text, self.scope, traced=True).function


@lru_cache(maxsize=4096)
def _code(source: str) -> CodeType:
    """Compile when first run: most messages of most rules never are."""
    return compiled(source, "<rule>", "eval")


def compile_expression(
    text: str, scope: Scope, *, traced: bool = False, expects: bool = False, wants: str = ""
) -> Compiled:
    """Check and compile an expression; `wants` is the type it must have, if it matters.

    Raises LanguageError with the column and, where a name is misspelt, a suggestion.
    """
    known, key = memory(), f"{scope.key}|{wants}|{traced:d}{expects:d}|{text}"
    if key in known.expressions:
        return from_kept(known.expressions[key], text, scope)
    made = _checked(text, scope, traced=traced, expects=expects, wants=wants)
    if known.learns:
        known.expressions[key] = to_keep(made)
    return made


def to_keep(made: Compiled) -> list[Any]:
    """Return a compiled expression, but for its text and scope, as plain data."""
    constants = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in made.constants.items()
    }
    return [made.kind.as_data(), list(made.paths), list(made.first), made.source, constants]


def from_kept(kept: list[Any], text: str, scope: Scope) -> Compiled:
    """Return the compiled expression that was kept; a text among its constants was a date."""
    kind, paths, first, source, constants = kept
    values = {
        name: date.fromisoformat(value) if isinstance(value, str) else value
        for name, value in constants.items()
    }
    read = tuple(paths), tuple(first)
    return Compiled(text, FieldType.from_data(kind), *read, source, values, scope)


def _checked(text: str, scope: Scope, *, traced: bool, expects: bool, wants: str) -> Compiled:
    try:
        return _compiled(text, scope, traced=traced, expects=expects, wants=wants)
    except LanguageError as error:
        slip = slip_in(text.strip())
        if slip is None:
            raise
        raise LanguageError(slip.problem, column=slip.column, hint=slip.hint) from error


def _compiled(text: str, scope: Scope, *, traced: bool, expects: bool, wants: str) -> Compiled:
    translator = Translator(text.strip(), traced=traced, expects=expects)
    tree = parse(text)
    source, kind = translator.emit(tree, scope)
    if wants and kind.kind != wants:
        raise LanguageError(
            f"this must give {KINDS[wants]} and gives {KINDS[kind.kind]}",
            column=1,
            hint=_CONDITION if wants == "bool" else "",
        )
    takes = ("_log", *scope.names) if traced else scope.names
    whole = f"lambda {', '.join(takes)}: {source}"
    paths = tuple(dict.fromkeys(translator.paths))
    first = tuple(first_read(tree).split("."))
    return Compiled(text, kind, paths, first, whole, translator.constants, scope)
