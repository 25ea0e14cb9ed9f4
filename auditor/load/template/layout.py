"""Derive the sheets of the workbook from the model of a file and its published schema."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from auditor.load.template.field import Field, Holds, PartSheet, Path
from auditor.model.figure import Figure
from auditor.model.file import DecisionFile, model_of
from auditor.model.part import FIGURES, EvidenceUse, Part
from auditor.model.scalar import ID_PATTERN
from auditor.model.shape import shape
from auditor.schema.published import NIL, published
from auditor.schema.titles import title_of

LONGEST_NAME = 31
"""How many characters the name of a sheet may have."""

FIRST_SHEET = "Decision"


@cache
def layout(kind: str) -> tuple[PartSheet, ...]:
    """Return the sheets for a kind of file: the file itself, then its parts, holders first."""
    return tuple(_Layout(published(kind).schema).sheets(model_of(kind)))


class _Layout:
    """The schema that the sheets are read off, and the names that sheets already have."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.schema = schema

    def sheets(self, model: type[Part]) -> Iterator[PartSheet]:
        """Yield the sheet of the file and those of its parts."""
        parts = {k: v for k, v in shape(model).parts.items() if v not in _ON_ONE_LINE}
        names = list(self._properties(model))
        # What only this kind of file has comes first, because it is what the file is about.
        own = [name for name in parts if name not in DecisionFile.model_fields]
        ordered = (*own, *(name for name in names if name in parts and name not in own))
        must = self.schema["required"]
        plain = (*must, *(name for name in names if name not in (*parts, *must)))
        fields = tuple(
            self._field(model, name, (name,), sheet=sheet_name((name,)) if name in parts else "")
            for name in (*plain, *ordered)
        )
        about = "What every file says, and which of its parts there are."
        yield PartSheet((), FIRST_SHEET, FIRST_SHEET, about, False, fields)
        for name in ordered:
            taken = self._properties(model)[name]
            listed = _is_list(taken)
            yield from self._sheet(parts[name], (name,), taken, listed, (), (name,))

    def _sheet(
        self, model: type[Part], path: Path, taken: Any, listed: bool, holder: Path, inside: Path,
        *, of_entry: bool = False,
    ) -> Iterator[PartSheet]:  # fmt: skip
        fields = tuple(self._fields(model, (), path))
        title = taken.get("title") or title_of(path[-1])
        inner = tuple(self._lists(model, path, (), path, entry=listed))
        held = listed and any(sheet.holder == path for sheet in inner)
        numbered = held and not any(each.key == "id" and each.must for each in fields)
        yield PartSheet(path, sheet_name(path), title, taken["description"], listed, fields,
                        holder, inside, of_entry, numbered)  # fmt: skip
        yield from inner

    def _fields(self, model: type[Part], at: Path, sheet: Path) -> Iterator[Field]:
        """Yield the fields of a record, those of the records inside it right behind their own."""
        parts = shape(model).parts
        for name, taken in self._properties(model).items():
            inner = parts.get(name)
            inside = inner is not None and inner not in _ON_ONE_LINE
            below = inside and _is_list(taken)
            yield self._field(model, name, (*at, name),
                              sheet=sheet_name((*sheet, *at, name)) if below else "")  # fmt: skip
            if inner is not None and inside and not below:
                yield from self._fields(inner, (*at, name), sheet)

    def _lists(
        self, model: type[Part], holder: Path, at: Path, path: Path, *, entry: bool
    ) -> Iterator[PartSheet]:
        """Yield the sheets of the lists in a record, and in the records inside it."""
        for name, inner in shape(model).parts.items():
            taken = self._properties(model)[name]
            if inner in _ON_ONE_LINE:
                continue
            if _is_list(taken):
                yield from self._sheet(inner, (*path, name), taken, True, holder, (*at, name),
                                       of_entry=entry)  # fmt: skip
            else:
                yield from self._lists(inner, holder, (*at, name), (*path, name), entry=entry)

    def _properties(self, model: type[Part]) -> dict[str, Any]:
        found: dict[str, Any] = self._definition(model)["properties"]
        return found

    def _definition(self, model: type[Part]) -> dict[str, Any]:
        found: dict[str, Any] = self.schema["$defs"].get(model.__name__, self.schema)
        return found

    def _field(self, model: type[Part], name: str, path: Path, *, sheet: str = "") -> Field:
        taken = self._properties(model)[name]
        form, many = _first(taken), _is_list(taken)
        single = self._single(taken)
        inner = shape(model).parts.get(name)
        holds = _holds(single, inner)
        if inner is not None and inner not in _ON_ONE_LINE:
            holds, many = (Holds.LIST if many else Holds.RECORD), False
        refers = shape(model).references.get(_attribute(model, name), "")
        return Field(
            path=path,
            title=taken.get("title") or title_of(name),
            about=taken["description"],
            holds=holds,
            many=many,
            nil=NIL in taken.get("anyOf", ()),
            must=name in self._definition(model).get("required", ()),
            unit=taken.get("x-unit", single.get("x-unit", "")),
            choices=tuple(single.get("enum", ())),
            refers="" if refers == FIGURES else refers,
            fixed=str(form.get("const", "")),
            least=single.get("minimum", single.get("exclusiveMinimum")),
            most=single.get("maximum"),
            example=taken["examples"][0],
            sheet=sheet,
        )

    def _single(self, taken: dict[str, Any]) -> dict[str, Any]:
        """Return the form of a value, or of one entry where it is a list; that of a figure."""
        form = _first(taken)
        entry: dict[str, Any] = form["items"] if _is_list(taken) else form
        if "$ref" in entry:
            definition = self.schema["$defs"][entry["$ref"].rpartition("/")[2]]
            entry = definition["anyOf"][0] if "anyOf" in definition else entry
        return entry


_ON_ONE_LINE = {Figure: Holds.FIGURE, EvidenceUse: Holds.USE}
"""Records that stand in one cell: a value alone will do, and what is noted of it follows it."""

_PLAIN = {"boolean": Holds.YES_NO, "integer": Holds.WHOLE, "number": Holds.NUMBER}


def _attribute(model: type[Part], name: str) -> str:
    """Return the attribute of a property, which differs where the property has another name."""
    aliases = {field.alias: attribute for attribute, field in model.model_fields.items()}
    return aliases.get(name, name)


def _holds(single: dict[str, Any], inner: type[Part] | None) -> Holds:
    if inner in _ON_ONE_LINE:
        return _ON_ONE_LINE[inner]
    if "enum" in single:
        return Holds.CHOICE
    if single.get("format") == "date":
        return Holds.DATE
    if single.get("pattern") == ID_PATTERN:
        return Holds.ID
    return _PLAIN.get(single.get("type", ""), Holds.TEXT)


def _first(taken: dict[str, Any]) -> dict[str, Any]:
    """Return the form of a value that is not an explicit nil."""
    first: dict[str, Any] = taken["anyOf"][0] if "anyOf" in taken else taken
    return first


def _is_list(taken: dict[str, Any]) -> bool:
    return _first(taken).get("type") == "array"


def sheet_name(path: Path) -> str:
    """Return the name of a part's sheet, from the last of its names that fit in.

    >>> sheet_name(("sroi", "rows")), sheet_name(("decommissioning", "provider_support"))
    ('SROI rows', 'Provider support')
    """
    while len(name := title_of("_".join(path))) > LONGEST_NAME and len(path) > 1:
        path = path[1:]
    return name
