"""Write values in the one form (RFC 8785) that always gives the same bytes, and digest bytes."""

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from json.encoder import encode_basestring
from operator import attrgetter
from typing import Any

# JSON numbers are doubles for RFC 8785; beyond this an integer would not survive (its section 3.2).
_LARGEST_NUMBER = 2**53 - 1

_Writer = Callable[[Any], str]


def canonical(value: object) -> bytes:
    """Return a value as canonical JSON by RFC 8785.

    Decimals become text in plain notation with their digits kept (`5.10`), as do integers that a
    double cannot hold; dates become ISO 8601 text, enums the text of their value, and dataclasses
    objects. Floats, sets and whatever else has no single form raise TypeError, and a Decimal that
    is no finite number raises ValueError.

    >>> canonical({"b": Decimal("5.10"), "a": (date(2026, 11, 22), None)})
    b'{"a":["2026-11-22",null],"b":"5.10"}'
    """
    return _write(value).encode()


def digest(data: bytes) -> str:
    """Return the SHA-256 digest of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _write(value: object) -> str:
    return _WRITERS[value.__class__](value)


def _integer(value: int) -> str:
    return f"{value:d}" if abs(value) <= _LARGEST_NUMBER else f'"{value:d}"'


def _decimal(value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError(f"{value} is not a number that can be written")
    return f'"{value:f}"'


def _array(values: Iterable[Any]) -> str:
    return f"[{','.join([_WRITERS[each.__class__](each) for each in values])}]"


def _mapping(values: Mapping[Any, Any]) -> str:
    """Write an object; its keys stand in the order of their UTF-16 code units (section 3.2.3)."""
    items = {_key(key): value for key, value in values.items()}
    names = sorted(items, key=lambda name: name.encode("utf-16-be"))
    return f"{{{','.join(f'{encode_basestring(name)}:{_write(items[name])}' for name in names)}}}"


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key must be text, not {type(key).__name__}")
    return str(key.value) if isinstance(key, Enum) else key


def _record(kind: type) -> _Writer:
    """Return what writes the dataclasses of one kind; names in Python's code are ASCII here."""
    names = sorted(field.name for field in dataclasses.fields(kind))
    frame = f"{{{','.join(f'{encode_basestring(name)}:%s' for name in names)}}}"
    if len(names) < 2:  # for one name attrgetter gives the value itself, for none it fails
        return lambda record: frame % tuple(_write(getattr(record, name)) for name in names)
    parts = attrgetter(*names)

    def write(record: Any) -> str:
        return frame % tuple([_WRITERS[each.__class__](each) for each in parts(record)])

    return lru_cache(maxsize=4096)(write) if _recurs(kind) else write


def _recurs(kind: type) -> bool:
    """Say whether the same record comes again and again, as citations do, and can be kept.

    Only texts: of other values two may be equal and yet be written otherwise, as 1 and true are.
    """
    frozen = kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    return frozen and all(_is_text(field.type) for field in dataclasses.fields(kind))


def _is_text(held: Any) -> bool:
    return isinstance(held, type) and issubclass(held, str)


class _Writers(dict[type, _Writer]):
    """How to write values of each kind, found out when the first of the kind comes."""

    def __missing__(self, kind: type) -> _Writer:
        self[kind] = writer = _writer(kind)
        return writer


def _writer(kind: type) -> _Writer:
    """Return what writes the values of a kind that is not in the table below."""
    if issubclass(kind, Enum):
        return cache(lambda member: encode_basestring(str(member.value)))
    for known in (str, int, Decimal):
        if issubclass(kind, known):
            return _WRITERS[known]
    if issubclass(kind, date):
        return lambda day: f'"{day.isoformat()}"'
    if issubclass(kind, Mapping):
        return _mapping
    if issubclass(kind, list | tuple):
        return _array
    if dataclasses.is_dataclass(kind):
        return _record(kind)
    raise TypeError(f"{kind.__name__} has no canonical form")


_WRITERS = _Writers(
    {
        type(None): lambda _: "null",
        bool: lambda value: "true" if value else "false",
        str: encode_basestring,
        int: _integer,
        Decimal: _decimal,
    }
)
