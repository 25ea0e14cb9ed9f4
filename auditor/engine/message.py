"""Fill in a rule's message with the file's own names and numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditor.counted import after
from auditor.engine.expression import Compiled, compile_expression
from auditor.engine.functions import Missing
from auditor.engine.language import LanguageError, Scope
from auditor.engine.show import FORMATS, NOT_STATED, money
from auditor.model.part import NilRead

_INSERT = re.compile(r"\{([^{}]+)\}")
_PATH = re.compile(r"[a-z]\w*(\.[a-z]\w*)+")
PLACEHOLDERS = ("failing", "checked", "names")


@dataclass(frozen=True, slots=True)
class Insert:
    """One `{expression:format}` of a message; `coded` where it is a word that the schema names."""

    compiled: Compiled
    form: str
    coded: bool = False


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One of the counts and names that stand for the entries of `each`."""

    name: str


@dataclass(frozen=True, slots=True)
class Message:
    """A message as text and inserts, in order."""

    parts: tuple[str | Insert | Placeholder, ...]

    @property
    def constant(self) -> str:
        """Return the message where it is the same for every file, else an empty text."""
        only = self.parts[0] if len(self.parts) == 1 else ""
        return only if isinstance(only, str) else ""

    def fill(self, values: Mapping[str, Any], words: Mapping[str, str]) -> str:
        """Return the message; what the file does not state is called so."""
        filled, number = "", ""
        for part in self.parts:
            if isinstance(part, str):
                filled += after(number, part)
                continue
            if isinstance(part, Insert):
                number = _value(part, values)
                filled += number
            else:
                number, filled = "", filled + words[part.name]
        return filled

    def outline(self) -> str:
        """Return the message without a file: in brackets what each file puts there."""
        return "".join(
            f"[{_named(part.compiled.text)}]" if isinstance(part, Insert)
            else f"[{part.name}]" if isinstance(part, Placeholder) else part
            for part in self.parts
        )  # fmt: skip


def _named(expression: str) -> str:
    plain = _PATH.fullmatch(expression.strip())
    return expression.strip().rpartition(".")[2].replace("_", " ") if plain else "…"


def _value(insert: Insert, values: Mapping[str, Any]) -> str:
    try:
        value = insert.compiled.function(**values)
    except Missing:
        return f"[{_named(insert.compiled.text)} {NOT_STATED}]".replace("[… ", "[")
    except NilRead as nil:
        return f"none ({nil.reason})"
    if insert.form == "money":
        return money(value, values["case"].currency)
    text = FORMATS[insert.form](value)
    return text.replace("_", " ") if insert.coded else text


def compile_message(text: str, scope: Scope, *, placeholders: bool = False) -> Message:
    """Compile a message; `placeholders` are the counts and names that `each` offers.

    Raises LanguageError for a misspelt name, an unknown format or a brace without its other half.
    """
    parts: list[str | Insert | Placeholder] = []
    position = 0
    for match in _INSERT.finditer(text):
        parts.append(_text(text[position : match.start()]))
        parts.append(_insert(match.group(1), scope, placeholders))
        position = match.end()
    parts.append(_text(text[position:]))
    return Message(tuple(part for part in parts if part != ""))


def _text(text: str) -> str:
    if "{" in text or "}" in text:
        around = text[max(text.find("{"), 0) :][:20].strip()
        raise LanguageError(f"a brace has no other half or nothing inside: `{around}`")
    return text


def _insert(inside: str, scope: Scope, placeholders: bool) -> Insert | Placeholder:
    if inside in PLACEHOLDERS:
        if not placeholders:
            hint = "it stands for the entries of `each`, in the message"
            raise LanguageError(f"`{{{inside}}}` has nothing to stand for here", hint=hint)
        return Placeholder(inside)
    expression, _, form = inside.rpartition(":") if ":" in inside else (inside, "", "")
    if form not in FORMATS:
        known = ", ".join(name for name in FORMATS if name)
        raise LanguageError(f"`{form}` is not a format", hint=f"formats are {known}")
    try:
        compiled = compile_expression(expression, scope)
    except LanguageError as error:
        raise LanguageError(f"{error.problem}, in {{{inside}}}", hint=error.hint) from error
    fits = {"date": "date", "": compiled.kind.kind}.get(form, "number")
    if compiled.kind.kind != fits:
        raise LanguageError(f"`{expression}` is a {compiled.kind.kind}, not a {fits}")
    return Insert(compiled, form, bool((compiled.kind.item or compiled.kind).choices))


def label(item: Any, position: int) -> str:
    """Return what an entry is called: its name, text or id, or else its place in the list."""
    for name in ("name", "label", "title", "text", "item", "risk", "id", "topic"):
        value = getattr(item, name, None)
        if isinstance(value, str):
            return value if len(value) <= 60 else f"{value[:57]}…"
    return item if isinstance(item, str) else f"entry {position + 1}"
