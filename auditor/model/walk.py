"""Visit every part of a file, read or still plain data, with its JSON pointer and its name."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from auditor.model.figure import Figure
from auditor.model.part import EvidenceUse, Nil, Part
from auditor.model.shape import leads_to, shape


class Visit(NamedTuple):
    """A part that was met on the way through a file.

    `pointer` is its JSON pointer. `name` is its dotted name, with ids in place of positions and
    `reported` left out: `/sroi/rows/0` is `sroi.rows.gp`, `/sroi/reported` is `sroi`. `value` is
    the part itself, or the plain data that `model` is to be read from.
    """

    pointer: str
    name: str
    model: type[Part]
    value: Any

    @property
    def fields(self) -> Mapping[str, Any]:
        """Return the part's values by field."""
        return fields_of(self.value)


def fields_of(value: Any) -> Mapping[str, Any]:
    """Return the values of a part, or of plain data, by field; nothing has no fields."""
    if isinstance(value, Part):
        return value.__dict__
    return value if isinstance(value, dict) else {}


def is_nil(value: Any) -> bool:
    """Say whether a part, or plain data, is an explicit nil."""
    return isinstance(value, Nil) or (isinstance(value, dict) and "none" in value)


def walk(
    model: type[Part],
    value: Any,
    pointer: str = "",
    name: str = "",
    *,
    towards: type[Part] | None = None,
) -> Iterator[Visit]:
    """Visit a part and everything in it; what is nil, or not of the right form, holds nothing.

    With `towards`, parts that can hold nothing of that model are passed over.
    """
    yield Visit(pointer, name, model, value)
    fields = fields_of(value)
    for field, inner_model in _parts(model, towards):
        inner = fields.get(field)
        if inner is None:
            continue
        inner_name = name if field == "reported" else f"{name}.{field}" if name else field
        for step, called, entry in _entries(inner):
            if _holds(inner_model, entry):
                place = f"{pointer}/{field}{step}"
                yield from walk(inner_model, entry, place, f"{inner_name}{called}", towards=towards)


@cache
def _parts(model: type[Part], towards: type[Part] | None) -> tuple[tuple[str, type[Part]], ...]:
    parts = shape(model).parts.items()
    return tuple(each for each in parts if towards is None or leads_to(each[1], towards))


def _entries(inner: Any) -> Iterator[tuple[str, str, Any]]:
    """Yield each entry of a list, or the one value, with its step of the pointer and its name."""
    if not isinstance(inner, list | tuple):
        yield "", "", inner
        return
    for position, entry in enumerate(inner):
        yield f"/{position}", f".{_called(entry) or position}", entry


def _called(entry: Any) -> str:
    """Return what an entry goes by: its id, else the year, years or group that it is about."""
    fields = fields_of(entry)
    held = (fields.get(name) for name in ("id", "year", "years", "stakeholder_id"))
    return next((str(name) for name in held if name), "")


def _holds(model: type[Part], entry: Any) -> bool:
    if model is Figure and type(entry) in (int, Decimal):
        return True
    if model is EvidenceUse and isinstance(entry, str):
        return True
    return isinstance(entry, Part | dict) and not is_nil(entry)
