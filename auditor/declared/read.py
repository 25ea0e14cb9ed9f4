"""Turn the annotation of a field into the function that reads its values from plain data."""

from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from auditor.declared.field import Kind, Limits, bare, forms
from auditor.declared.scalars import SCALARS, Read
from auditor.declared.unfit import Misfit, Unfit, unfit


@cache
def reader(annotation: Any) -> Read:
    """Return the function that reads a value of a type, or raises Unfit.

    None is for the record to read: it knows whether its data may say null.
    """
    kind, limits = bare(annotation)
    members = tuple(form for form in forms(kind) if form is not NoneType)
    if len(members) > 1:
        return _one_of(members)
    return _single(kind, limits) if kind in members else reader(members[0])


def may_be_none(annotation: Any) -> bool:
    """Say whether None is one of the forms of a type."""
    return NoneType in forms(bare(annotation)[0])


def _one_of(members: tuple[Any, ...]) -> Read:
    """Read the form that was meant, so that one mistake is one misfit.

    A record is known by a key that only it has, or is the only other record; everything else is
    read as the first form that is no record, or else by the first record.
    """
    records = [form for form in members if isinstance(form, Kind)]
    known = {_key(form): _record(form) for form in records if _key(form)}
    usual = [_record(form) for form in records if not _key(form)]
    plain = [reader(form) for form in members if not isinstance(form, Kind)]
    read_record = (*usual, *plain, *known.values())[0]
    read_other = _first_fit(plain) if plain else read_record

    def read(value: Any) -> Any:
        kind = type(value)
        if kind is dict:
            for key, read_known in known.items():
                if key in value:
                    return read_known(value)
            return read_record(value)
        return value if kind in records else read_other(value)

    return read


def _record(kind: Any) -> Read:
    read: Read = kind.model_validate
    return read


def _key(kind: Any) -> str:
    return str(kind.model_key)


def _first_fit(readers: list[Read]) -> Read:
    if len(readers) == 1:
        return readers[0]

    def read(value: Any) -> Any:
        for each in readers[:-1]:
            try:
                return each(value)
            except Unfit:
                continue
        return readers[-1](value)

    return read


def _single(kind: Any, limits: Limits) -> Read:
    origin = get_origin(kind)
    if origin is Literal:
        return _choice(get_args(kind))
    if origin is tuple:
        return _list(get_args(kind), limits)
    if isinstance(kind, Kind):
        return _record(kind)
    if kind is Any:
        return lambda value: value
    if origin is dict:
        return _mapping
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _named(kind)
    return SCALARS[kind](limits)


def _choice(values: tuple[Any, ...]) -> Read:
    known = {(type(value), value) for value in values}

    def read(value: Any) -> Any:
        if isinstance(value, dict | list) or (type(value), value) not in known:
            raise unfit(f"this is not one of {', '.join(str(each) for each in values)}")
        return value

    return read


def _named(kind: type[Enum]) -> Read:
    def read(value: Any) -> Any:
        try:
            return kind(value)
        except ValueError:
            names = ", ".join(str(each.value) for each in kind)
            raise unfit(f"this is not one of {names}") from None

    return read


def _list(items: tuple[Any, ...], limits: Limits) -> Read:
    """Read a list into a tuple: any number of one type, or as many as it names."""
    each, fixed = reader(items[0]), 0 if items[-1] is ... else len(items)
    least = limits.min_length or 0

    def read(value: Any) -> Any:
        if not isinstance(value, list | tuple):
            raise unfit("a list is wanted here", sort="list")
        if fixed and len(value) != fixed:
            raise unfit(f"{fixed} entries are wanted here")
        if len(value) < least:
            raise unfit(
                f"at least {least} {'entry is' if least == 1 else 'entries are'} wanted here"
            )
        try:
            return tuple([each(entry) for entry in value])
        except Unfit:
            raise Unfit(_of_entries(each, value)) from None

    return read


def _of_entries(read: Read, entries: Any) -> list[Misfit]:
    found: list[Misfit] = []
    for position, entry in enumerate(entries):
        try:
            read(entry)
        except Unfit as error:
            found.extend(error.below(position))
    return found


def _mapping(value: Any) -> Any:
    if not isinstance(value, dict):
        raise unfit("keys with values are wanted here", sort="record")
    return value
