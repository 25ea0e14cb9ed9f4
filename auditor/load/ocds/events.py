"""Turn JSON into events, one after another, without ever holding the whole of it."""

import re
from collections.abc import Iterator
from typing import Any, Protocol, TypeAlias

import ijson  # type: ignore[import-untyped]

from auditor.load.fault import Fault

Event: TypeAlias = tuple[str, Any]
"""What is met, such as `start_map`, `map_key` or `number`, and its value."""

PIECE = 1 << 16


class Readable(Protocol):
    """Something that gives out bytes piece by piece."""

    def read(self, size: int = -1) -> bytes:
        """Return the next piece, or nothing at the end."""


def events(file: Readable, *, name: str) -> Iterator[Event]:
    """Yield the events of one JSON document or of several; numbers are int or exact Decimal.

    Raises Fault where the text breaks off or is no JSON.
    """
    try:
        yield from ijson.basic_parse(file, buf_size=PIECE, multiple_values=True)
    except ijson.IncompleteJSONError as error:
        raise _broken(str(error), name) from None
    except (ijson.JSONError, ValueError, ArithmeticError) as error:
        raise Fault(f"this is not JSON ({_said(str(error))})", name=name) from None


def _broken(said: str, name: str) -> Fault:
    if "premature EOF" in said or "Incomplete" in said:
        hint = "It may have been cut short while it was copied: fetch it again, whole."
        return Fault("the file ends in the middle of a value", name=name, hint=hint)
    return Fault(f"this is not JSON ({_said(said)})", name=name)


def _said(text: str) -> str:
    """Return the first line of what the parser said, without the text around the fault."""
    return re.sub(r"^(lexical|parse) error: ", "", text.strip().split("\n")[0]).strip()
