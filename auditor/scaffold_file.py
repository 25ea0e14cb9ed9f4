"""Write a new file to fill in: every field of its kind explained, laid out as a form."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, cast, get_args

from auditor.model.figure import Figure
from auditor.model.file import DecisionFile, model_of
from auditor.model.part import Part
from auditor.model.shape import shape
from auditor.model.stage import Kind
from auditor.schema import schema_for

_WIDTH = 100
_COLUMN = 44  # where the explanations start
_GUIDE = """\
A {kind} file. It is valid as it stands; fill it in as far as the decision has come.

Take away the "# " in front of a line to use it, and put your own value in place of the example.
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
- Any record may name entries of the evidence register, which stands last: `evidence: [E1]`."""


def new_file(kind: str) -> str:
    """Return the text of a new file of a kind: a valid file, with all else it can say as comments.

    Raises ValueError for a kind of file that does not exist.
    """
    kinds = get_args(Kind)
    if kind not in kinds:
        raise ValueError(f"there is no kind of file called {kind}; there are {', '.join(kinds)}")
    guide = (f"## {line}".rstrip() for line in _GUIDE.format(kind=kind).splitlines())
    form = _Form(model_of(kind), schema_for(cast(Kind, kind)))
    return "\n".join([*guide, "", *form.lines()]) + "\n"


@dataclass(frozen=True)
class _Form:
    """The model of a file and the schema that says what each of its fields takes."""

    model: type[Part]
    schema: dict[str, Any]

    def lines(self) -> Iterator[str]:
        """Yield the form: what must be there, then what may be said, then each section."""
        required = self.schema["required"]
        parts = shape(self.model).parts
        yield "## What every file says"
        for name in required:
            yield from self._field(self.model, name)
        yield from ("", "## The decision at a glance")
        for name in self.schema["properties"]:
            if name not in (*required, *parts, _EDITOR):
                yield from _commented(self._field(self.model, name))
        # What only this kind of file has comes first, because it is what the file is about.
        for name in sorted(parts, key=lambda name: name in DecisionFile.model_fields):
            section = self.schema["properties"][name]
            yield from ("", *_heading(f"{section['title']}: {section['description']}"))
            yield from _commented([f"{name}:", *self._inside(name, section)])

    def _inside(self, name: str, section: dict[str, Any]) -> list[str]:
        return self._fields(shape(self.model).parts[name], depth=0, listed=_is_list(section))

    def _fields(self, model: type[Part], *, depth: int, listed: bool) -> list[str]:
        """Return the lines of a record, or of the one entry that the form shows of a list."""
        indent = 4 if listed else 2
        lines = [
            f"{'':<{indent}}{line}"
            for name in self._properties(model)
            if name != "evidence"
            for line in self._field(model, name, depth + indent)
        ]
        return [f"  - {lines[0][4:]}", *lines[1:]] if listed else lines

    def _field(self, model: type[Part], name: str, depth: int = 0) -> list[str]:
        """Return the lines of one field: its name with an example, and what it means."""
        taken = self._properties(model)[name]
        inner = shape(model).parts.get(name)
        about = self._about(model, name, taken)
        if inner is None or inner is Figure:
            return _explained(f"{name}: {self._example(model, name, taken)}", about, depth)
        fields = self._fields(inner, depth=depth, listed=_is_list(taken))
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
        return " ".join([taken["description"], *_choices(taken), *bracketed])

    def _example(self, model: type[Part], name: str, taken: dict[str, Any]) -> str:
        if model is self.model and name == "title":
            return _written(_TITLE)
        example = taken["examples"][0]
        target = shape(model).references.get(name)
        if target and (referred := self._id_in(target)):
            example = [referred] if isinstance(example, list) else referred
        return _written(example)

    def _id_in(self, target: str) -> str | None:
        """Return the id that the form gives to the entry of a list, so that references hold."""
        model = self.model
        for name in target.split("."):
            if name not in shape(model).parts:
                return None
            model = shape(model).parts[name]
        found: str = self._properties(model)["id"]["examples"][0]
        return found


_TITLE = "Write here what the decision is about"
"""An example would pass for the user's own words."""

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
