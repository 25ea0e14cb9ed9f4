"""Write values in the one form (RFC 8785) that always gives the same bytes, and digest bytes."""

import dataclasses
import hashlib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

import rfc8785

# JSON numbers are doubles for RFC 8785; beyond this an integer would not survive (its section 3.2).
_LARGEST_NUMBER = 2**53 - 1


def canonical(value: object) -> bytes:
    """Return a value as canonical JSON by RFC 8785.

    Decimals become text in plain notation with their digits kept (`5.10`), as do integers that a
    double cannot hold; dates become ISO 8601 text, enums the text of their value, and dataclasses
    objects. Floats, sets and whatever else has no single form raise TypeError, and a Decimal that
    is no finite number raises ValueError.

    >>> canonical({"b": Decimal("5.10"), "a": (date(2026, 11, 22), None)})
    b'{"a":["2026-11-22",null],"b":"5.10"}'
    """
    return rfc8785.dumps(plain(value))


def plain(value: object) -> Any:
    """Return a value as the plain JSON types of its canonical form.

    The fields of a dataclass keep the order in which they are declared; other keys are sorted.

    >>> plain({"b": Decimal("5.10"), "a": (date(2026, 11, 22), None)})
    {'a': ['2026-11-22', None], 'b': '5.10'}
    """
    kind: type = type(value)
    if kind is str or kind is bool or value is None:
        return value
    if kind is tuple:
        return [plain(item) for item in value]  # type: ignore[attr-defined]  # it is a tuple
    names = _names(kind)
    if names:
        return {name: plain(getattr(value, name)) for name in names}
    return _other(value)


def digest(data: bytes) -> str:
    """Return the SHA-256 digest of bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass; none for any other type."""
    known = dataclasses.is_dataclass(kind)
    return tuple(field.name for field in dataclasses.fields(kind)) if known else ()


def _other(value: object) -> Any:
    match value:
        case Enum():
            return str(value.value)
        case str():
            return value
        case int():
            return value if abs(value) <= _LARGEST_NUMBER else str(value)
        case Decimal():
            return _decimal(value)
        case date():
            return value.isoformat()
        case Mapping():
            named = {_key(key): item for key, item in value.items()}
            return {name: plain(named[name]) for name in sorted(named)}
        case list() | tuple():
            return [plain(item) for item in value]
        case _ if dataclasses.is_dataclass(type(value)):
            return {}  # it has no fields
    raise TypeError(f"{type(value).__name__} has no canonical form")


def _decimal(value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError(f"{value} is not a number that can be written")
    return f"{value:f}"


def _key(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key must be text, not {type(key).__name__}")
    return str(key.value) if isinstance(key, Enum) else key
