"""Write what was read from a workbook as a YAML file to complete, with the cell of every value."""

import re
from collections.abc import Iterator
from decimal import Decimal
from textwrap import wrap
from typing import Any

from auditor.analysis.propose_text import on_one_line, quoted
from auditor.load.document import Document
from auditor.load.pointer import step

_WIDTH = 96
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_WORDS = frozenset({"true", "false", "null"})
_HEAD = (
    "Read from {name} (SHA-256 {digest}…). Every value has its cell beside it.",
    "Complete and correct this file, then run: auditor check THIS-FILE",
    "`auditor new commissioning --output ANOTHER-FILE` shows what a file may say.",
)


def imported(document: Document) -> str:
    """Return a file as YAML that reads back to the same data, with remarks on its reading first."""
    head = [line.format(name=document.name, digest=document.sha256[:16]) for line in _HEAD]
    remarks = [
        f"{remark.kind.value}{f' ({remark.place})' if remark.place else ''}: {remark.text}"
        for remark in document.remarks
    ]
    comments = [line for text in [*head, "", *remarks] for line in _comment(text)]
    return "\n".join([*comments, *_record(document.data, "", document, indent="")]) + "\n"


def _comment(text: str) -> Iterator[str]:
    if not text:
        yield "#"
    for number, line in enumerate(wrap(on_one_line(text), _WIDTH)):
        yield f"# {'  ' if number else ''}{line}"


def _record(data: dict[str, Any], at: str, document: Document, *, indent: str) -> Iterator[str]:
    for key, value in data.items():
        pointer = f"{at}{step(key)}"
        name = key if _KEY.fullmatch(key) and key not in _WORDS else quoted(key)
        if isinstance(value, list) or (isinstance(value, dict) and "value" not in value):
            yield f"{indent}{name}:"
            yield from _part(value, pointer, document, indent=indent + "  ")
        else:
            yield f"{indent}{name}: {_scalar(value)}{_place(document, pointer)}"


def _part(value: Any, pointer: str, document: Document, *, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _record(value, pointer, document, indent=indent)
        return
    for index, each in enumerate(value):
        at = f"{pointer}/{index}"
        if isinstance(each, dict) and "value" not in each:
            lines = list(_record(each, at, document, indent=indent + "  "))
            yield f"{indent}- {lines[0].lstrip()}"
            yield from lines[1:]
        else:
            yield f"{indent}- {_scalar(each)}{_place(document, at)}"


def _scalar(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_scalar(each)}" for key, each in value.items()) + "}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value) if isinstance(value, int) else quoted(str(value))


def _place(document: Document, pointer: str) -> str:
    place = document.places.get(pointer, "")
    return f"  # {on_one_line(place)}" if place else ""
