"""Make classes whose fields are declared by annotations; their instances never change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from inspect import get_annotations
from typing import Any, ClassVar, Self, dataclass_transform

from auditor.declared.field import REQUIRED, Field, Kind, field
from auditor.declared.read import reader
from auditor.declared.scalars import Read
from auditor.declared.unfit import Misfit, Unfit, unfit


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Declared(metaclass=Kind):
    """A record as its class declares it: nothing unknown in it, no value converted in silence.

    The names of what a record can do start with `model_`, so that no field is called the same.
    """

    model_fields: ClassVar[Mapping[str, Field]] = {}
    model_title: ClassVar[str] = ""
    model_key: ClassVar[str] = ""

    def __init_subclass__(cls, *, title: str = "", known_by: str = "") -> None:
        """Collect the fields; `known_by` is a key that only this class has among other forms."""
        fields = dict(cls.model_fields)
        for name, annotation in get_annotations(cls).items():
            if name.startswith(("_", "model_")):
                continue
            given = cls.__dict__.get(name, REQUIRED)
            made = given if isinstance(given, Field) else field(default=given)
            made.annotation, made.key = annotation, made.key or name
            fields[name] = made
            if name in cls.__dict__:
                delattr(cls, name)
        cls.model_fields, cls.model_title, cls.model_key = fields, title, known_by

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(_values(type(self), values))
        self.model_after()

    @classmethod
    def model_validate(cls, given: Any) -> Self:
        """Return data as an instance; raises Unfit with every place where it does not fit."""
        if isinstance(given, cls):
            return given
        values = _values(cls, cls.model_before(given))
        made = cls.__new__(cls)
        made.__dict__.update(values)
        made.model_after()
        return made

    @classmethod
    def model_before(cls, given: Any) -> Any:
        """Return what is to be read in place of what was given; for classes to refine."""
        return given

    def model_after(self) -> None:
        """Look at the record as a whole and raise Unfit where it makes no sense; to refine."""

    @classmethod
    def model_schema(cls, schema: dict[str, Any]) -> dict[str, Any]:
        """Return the JSON Schema of the class in place of the usual one; to refine."""
        return schema

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """Return a copy with other values, which are taken as they are."""
        made = type(self).__new__(type(self))
        made.__dict__.update(_stated(self), **update)
        return made

    def model_dump(self) -> dict[str, Any]:
        """Return what the record states as data from which it can be read again."""
        keys = {name: field.key for name, field in type(self).model_fields.items()}
        stated = _stated(self).items()
        return {keys[name]: _plain(value) for name, value in stated if value is not None}

    def __setattr__(self, name: str, value: Any) -> None:
        raise unfit(f"`{name}` cannot be set: a record never changes")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and _stated(self) == _stated(other)

    def __hash__(self) -> int:
        return hash((type(self), *_stated(self).values()))

    def __repr__(self) -> str:
        stated = (f"{name}={value!r}" for name, value in _stated(self).items())
        return f"{type(self).__name__}({', '.join(stated)})"


def _stated(record: Any) -> dict[str, Any]:
    """Return the values of the fields alone: a cached property stands beside them."""
    values = record.__dict__
    return {name: values[name] for name in type(record).model_fields}


def _plain(value: Any) -> Any:
    if isinstance(value, Declared):
        return value.model_dump()
    return tuple(_plain(each) for each in value) if isinstance(value, tuple) else value


class _Plan:
    """What reading a class needs: the default of each field, its reader by key, the keys it needs.

    Made when the class is first read, because most files use few of the classes.
    """

    __slots__ = ("defaults", "needed", "readers")

    def __init__(self, fields: Mapping[str, Field]) -> None:
        self.defaults = {name: field.default for name, field in fields.items()}
        self.readers: dict[str, tuple[str, Read]] = {
            field.key: (name, reader(field.annotation)) for name, field in fields.items()
        }
        self.needed = {field.key: None for field in fields.values() if field.is_required()}


@cache
def _plan(cls: type[Declared]) -> _Plan:
    return _Plan(cls.model_fields)


def _values(cls: type[Declared], given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise unfit("keys with values are wanted here", sort="record")
    plan = _plan(cls)
    readers, values = plan.readers, plan.defaults.copy()
    misfits: list[Misfit] = []
    for key, value in given.items():
        if key not in readers:
            misfits.append(Misfit((key,), "unknown", "this is not known here"))
            continue
        name, read = readers[key]
        try:
            values[name] = read(value)
        except Unfit as error:
            misfits.extend(error.below(key))
    if not plan.needed.keys() <= given.keys():
        lacking = (key for key in plan.needed if key not in given)
        misfits.extend(Misfit((key,), "missing", "this key is missing") for key in lacking)
    if misfits:
        raise Unfit(misfits)
    return values
