"""Fill in a rule's message with the file's own names and numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditor.engine.expression import Compiled, compile_expression
from auditor.engine.functions import Missing
from auditor.engine.language import LanguageError, Scope
from auditor.engine.show import FORMATS, NOT_STATED, money
from auditor.model.part import NilRead

_INSERT = re.compile(r"\{([^{}]+)\}")
PLACEHOLDERS = ("failing", "checked", "names")


@dataclass(frozen=True, slots=True)
class Insert:
    """One `{expression:format}` of a message."""

    compiled: Compiled
    form: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message as text and inserts, in order."""

    parts: tuple[str | Insert, ...]

    def fill(self, values: Mapping[str, Any], words: Mapping[str, str]) -> str:
        """Return the message; what the file does not state is called so."""
        return "".join(
            words.get(part.strip("{}"), part) if isinstance(part, str) else _value(part, values)
            for part in self.parts
        )


def _value(insert: Insert, values: Mapping[str, Any]) -> str:
    try:
        value = insert.compiled.function()(**values)
    except Missing:
        return NOT_STATED
    except NilRead as nil:
        return f"none ({nil})"
    if insert.form == "money":
        return money(value, values["case"].currency)
    return FORMATS[insert.form](value)


def compile_message(text: str, scope: Scope) -> Message:
    """Compile a message; raises LanguageError for a misspelt name or an unknown format."""
    parts: list[str | Insert] = []
    position = 0
    for match in _INSERT.finditer(text):
        parts.append(text[position : match.start()])
        parts.append(_insert(match.group(1), scope))
        position = match.end()
    parts.append(text[position:])
    return Message(tuple(part for part in parts if part != ""))


def _insert(inside: str, scope: Scope) -> str | Insert:
    if inside in PLACEHOLDERS:
        return f"{{{inside}}}"
    expression, _, form = inside.rpartition(":") if ":" in inside else (inside, "", "")
    if form not in FORMATS:
        known = ", ".join(name for name in FORMATS if name)
        raise LanguageError(f"`{form}` is not a format", hint=f"formats are {known}")
    compiled = compile_expression(expression, scope)
    fits = {"date": "date", "": compiled.kind.kind}.get(form, "number")
    if compiled.kind.kind != fits:
        raise LanguageError(f"`{expression}` is a {compiled.kind.kind}, not a {fits}")
    return Insert(compiled, form)


def label(item: Any, position: int) -> str:
    """Return what an entry is called: its name, text or id, or else its place in the list."""
    for name in ("name", "label", "title", "text", "item", "risk", "id", "topic"):
        value = getattr(item, name, None)
        if isinstance(value, str):
            return value if len(value) <= 60 else f"{value[:57]}…"
    return item if isinstance(item, str) else f"entry {position + 1}"
