"""Write a new file to fill in: every field of its kind explained, laid out as a form."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, cast, get_args

from auditor.model.figure import Figure
from auditor.model.file import DecisionFile, model_of
from auditor.model.part import EvidenceUse, Part
from auditor.model.shape import shape
from auditor.model.stage import Kind
from auditor.scaffold_fields import fields_asked
from auditor.schema.generate import schema_for

_WIDTH = 100
_COLUMN = 38  # where the explanations start
_GUIDE = """\
A {kind} file. Write its title and its stage, then what is known, as far as the decision
has come.

Take away the "# " in front of a line to use it, and write your value behind the colon. A line
that is in use and has no value is refused: nothing is taken for yours that you did not write.
Lines that begin with ## are for reading only. Then run: auditor check THIS-FILE

- What you leave out counts as not stated: the auditor then says that it cannot conclude, never
  that something was not done.
- Where there is none of something, say so and why, in place of a record, a list or a note:
  `consultations: {{none: "No user was affected"}}`. An empty list or an empty text is refused.
- A dash begins an entry of a list. Copy it with all its lines for the next entry.
- Put texts and dates in double quotes. Dates are year-month-day, 25% is 0.25, and amounts are in
  whole pounds, not thousands.
- [claim] marks a figure that is worked out again. Write it with the digits that were printed,
  5.07 or 5.10, or with the text as printed: {{value: 345000, printed: "£345k", where: "Table 3"}}.
- Entries refer to each other by their ids, so give each entry of a list an id of its own.
- Any record may name entries of the evidence register, which stands last: `evidence: [E1]`.
{rest}"""
_SHORT = """\
- This form has what the weightier rules ask for and what figures are worked out from. A file may
  say more: `auditor new {kind} --all --output ANOTHER-FILE` writes a form with every field."""


def new_file(kind: str, *, every_field: bool = False) -> str:
    """Return the text of a new file of a kind: a form to fill in, without any value in it.

    By default it has the fields that the weightier rules read; with `every_field`, all there are.
    Raises ValueError for a kind of file that does not exist.
    """
    kinds = get_args(Kind)
    if kind not in kinds:
        raise ValueError(f"there is no kind of file called {kind}; there are {', '.join(kinds)}")
    rest = "" if every_field else _SHORT.format(kind=kind)
    said = _GUIDE.format(kind=kind, rest=rest).strip()
    guide = (f"## {line}".rstrip() for line in said.splitlines())
    asked = None if every_field else fields_asked(kind)
    form = _Form(model_of(kind), schema_for(cast(Kind, kind)), asked)
    return "\n".join([*guide, "", *form.lines()]) + "\n"


@dataclass(frozen=True)
class _Form:
    """The model of a file, the schema that says what its fields take, the paths it is to show."""

    model: type[Part]
    schema: dict[str, Any]
    asked: frozenset[str] | None

    def lines(self) -> Iterator[str]:
        """Yield the form: what must be there, then what may be said, then each section."""
        required = self.schema["required"]
        parts = shape(self.model).parts
        yield "## What every file says"
        for name in required:
            yield from self._field(self.model, name, name)
        yield from ("", "## The decision at a glance")
        for name in self.schema["properties"]:
            if name not in (*required, *parts, _EDITOR) and self._shows(self.model, name, name):
                yield from _commented(self._field(self.model, name, name))
        # What only this kind of file has comes first, because it is what the file is about.
        for name in sorted(parts, key=lambda name: name in DecisionFile.model_fields):
            section = self.schema["properties"][name]
            if not self._shows(self.model, name, name):
                continue
            yield from ("", *_heading(f"{section['title']}: {section['description']}"))
            yield from _commented([f"{name}:", *self._inside(name, section)])

    def _inside(self, name: str, section: dict[str, Any]) -> list[str]:
        return self._fields(shape(self.model).parts[name], name, depth=0, listed=_is_list(section))

    def _fields(self, model: type[Part], at: str, *, depth: int, listed: bool) -> list[str]:
        """Return the lines of a record, or of the one entry that the form shows of a list."""
        indent = 4 if listed else 2
        asked = self.asked or ()
        # Any record may have evidence, which the guidance says once; a judgement must have it.
        every = [n for n in self._properties(model) if n != "evidence" or f"{at}.{n}" in asked]
        names = [name for name in every if self._shows(model, name, f"{at}.{name}")]
        lines = [
            f"{'':<{indent}}{line}"
            for name in names or every
            for line in self._field(model, name, f"{at}.{name}", depth + indent)
        ]
        return [f"  - {lines[0][4:]}", *lines[1:]] if listed else lines

    def _field(self, model: type[Part], name: str, at: str, depth: int = 0) -> list[str]:
        """Return the lines of one field: its name with an example, and what it means."""
        taken = self._properties(model)[name]
        inner = shape(model).parts.get(name)
        about = self._about(model, name, taken)
        if inner in (None, Figure, EvidenceUse):
            return _explained(f"{name}:{self._fixed(name, taken)}", about, depth)
        fields = self._fields(inner, at, depth=depth, listed=_is_list(taken))
        return [*_explained(f"{name}:", about, depth), *fields]

    def _definition(self, model: type[Part]) -> dict[str, Any]:
        found: dict[str, Any] = self.schema["$defs"].get(model.__name__, self.schema)
        return found

    def _properties(self, model: type[Part]) -> dict[str, Any]:
        found: dict[str, Any] = self._definition(model)["properties"]
        return found

    def _about(self, model: type[Part], name: str, taken: dict[str, Any]) -> str:
        must = name in self._definition(model).get("required", [])
        notes = (*_notes(taken), *["must be there"] * must)
        bracketed = (f"[{note.replace(' ', _KEPT)}]" for note in notes)
        told = _choices(taken) or _example(taken)
        return " ".join([taken["description"], *told, *bracketed])

    def _shows(self, model: type[Part], name: str, at: str) -> bool:
        """Say whether a field is shown: it must be there, is asked for, or holds one that is."""
        if self.asked is None or name in self._definition(model).get("required", ()):
            return True
        return at in self.asked or any(path.startswith(f"{at}.") for path in self.asked)

    def _fixed(self, name: str, taken: dict[str, Any]) -> str:
        """Return the value of a field that has only one, with a space before it."""
        form = _first_form(taken)
        return f" {_written(form['const'])}" if "const" in form else ""


_KEPT = "\N{NO-BREAK SPACE}"
"""A space at which no line is broken; an ordinary one in the end."""

_EDITOR = "$schema"
"""Where an editor finds the schema; it says nothing about the decision."""


def _first_form(taken: dict[str, Any]) -> dict[str, Any]:
    """Return the form of a value that is not an explicit nil."""
    first: dict[str, Any] = taken["anyOf"][0] if "anyOf" in taken else taken
    return first


def _single(taken: dict[str, Any]) -> dict[str, Any]:
    """Return the form of a value, or of one entry where it is a list."""
    form = _first_form(taken)
    entry: dict[str, Any] = form["items"] if _is_list(taken) else form
    return entry


def _is_list(taken: dict[str, Any]) -> bool:
    return _first_form(taken).get("type") == "array"


def _choices(taken: dict[str, Any]) -> list[str]:
    choices = _single(taken).get("enum", ())
    listed = ", ".join(str(choice) for choice in choices)
    return [f"{'Any' if _is_list(taken) else 'One'} of: {listed}."] if choices else []


def _example(taken: dict[str, Any]) -> list[str]:
    """Return an example of a text or a number, where the description does not give one already."""
    single = _single(taken)
    plain = single.get("type") in ("string", "number", "integer") and "const" not in single
    plain = plain or single.get("$ref") == f"#/$defs/{EvidenceUse.__name__}"
    if not plain or single.get("format") == "date":
        return []
    written = _written(taken["examples"][0])
    return [] if written.strip('"') in taken["description"] else [f"Such as {written}."]


def _notes(taken: dict[str, Any]) -> list[str]:
    """Return what a value is, where neither its description nor its example tells."""
    if _single(taken).get("type") == "boolean":
        return ["true or false"]
    if _single(taken).get("$ref") == f"#/$defs/{Figure.__name__}":
        return ["claim"]
    unit = taken.get("x-unit", _single(taken).get("x-unit"))
    return [unit] if unit and unit not in ("date", "as described") else []


def _heading(text: str) -> list[str]:
    return [f"## {line}" for line in wrap(text, _WIDTH - 3)]


def _explained(said: str, about: str, depth: int) -> list[str]:
    """Return a field with its explanation to the right of it, below where there is no room."""
    column = _COLUMN - depth
    lines = [
        line.replace(_KEPT, " ")
        for line in wrap(about, _WIDTH - _COLUMN - 4, break_on_hyphens=False)
    ]
    first = [f"{said:<{column}}# {lines.pop(0)}"] if len(said) < column else [said]
    return first + [f"{'':<{column}}# {line}" for line in lines]


def _commented(lines: Iterable[str]) -> Iterator[str]:
    return (f"# {line}" for line in lines)


_BARE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*", re.ASCII)
_WORDS_OF_YAML = frozenset({"true", "false", "yes", "no", "on", "off", "null"})


def _written(value: Any) -> str:
    """Return a value as the form writes it: ids and choices bare, texts and dates in quotes."""
    if isinstance(value, list):
        return f"[{', '.join(_written(each) for each in value)}]"
    if isinstance(value, str) and _BARE.fullmatch(value) and value.lower() not in _WORDS_OF_YAML:
        return value
    return json.dumps(value, ensure_ascii=False)
