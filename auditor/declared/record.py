"""Make classes whose fields are declared by annotations; their instances never change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from inspect import get_annotations
from typing import Any, ClassVar, Self, dataclass_transform

from auditor.declared.field import REQUIRED, Field, Kind, field
from auditor.declared.read import may_be_none, reader
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
    model_null: ClassVar[bool] = True

    def __init_subclass__(
        cls, *, title: str = "", known_by: str = "", null: bool | None = None
    ) -> None:
        """Collect the fields; `known_by` is a key that only this class has among other forms.

        With `null` false, data may leave a field out and may not state it as null.
        """
        if null is not None:
            cls.model_null = null
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
        stated = {name: value for name, value in values.items() if value is not None}
        self.__dict__.update(_reading(type(self))(stated).__dict__)

    @classmethod
    def model_validate(cls, given: Any) -> Self:
        """Return data as an instance; raises Unfit with every place where it does not fit."""
        made: Self = _reading(cls)(given)
        return made

    @classmethod
    def model_before(cls, given: Any) -> Any:
        """Return the record that is meant by what is none; for classes to refine."""
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


@cache
def _reading(cls: type[Declared]) -> Read:
    """Return the function that reads a class; made when it is first read, as most never are."""
    fields = cls.model_fields
    defaults = {name: field.default for name, field in fields.items()}
    readers = {each.key: (name, reader(each.annotation)) for name, each in fields.items()}
    needed = {each.key for each in fields.values() if each.is_required()}
    nullable = {e.key for e in fields.values() if cls.model_null and may_be_none(e.annotation)}

    def read(given: Any) -> Any:
        if not isinstance(given, dict):
            if isinstance(given, cls):
                return given
            given = cls.model_before(given)
            if not isinstance(given, dict):
                raise unfit("keys with values are wanted here", sort="record")
        values = defaults.copy()
        misfits: list[Misfit] = []
        for key, value in given.items():
            if key not in readers:
                misfits.append(Misfit((key,), "unknown", "this is not known here"))
                continue
            name, read_value = readers[key]
            try:
                values[name] = read_value(value)
            except Unfit as error:
                if value is None and key in nullable:
                    values[name] = None
                else:
                    misfits.extend(error.below(key))
        if misfits or not needed <= given.keys():
            raise Unfit([*misfits, *_lacking(fields, given)])
        made = cls.__new__(cls)
        made.__dict__.update(values)
        made.model_after()
        return made

    return read


def _lacking(fields: Mapping[str, Field], given: Mapping[str, Any]) -> Iterator[Misfit]:
    for each in fields.values():
        if each.is_required() and each.key not in given:
            yield Misfit((each.key,), "missing", "this key is missing")
