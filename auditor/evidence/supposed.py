"""Suppose what documents hold: all that a file says of them, but for what is told otherwise."""

from collections.abc import Mapping
from dataclasses import fields, replace
from enum import StrEnum
from typing import Any

from auditor.evidence.listed import documents, uses
from auditor.evidence.result import (
    DocumentState,
    Examined,
    ExaminedDocument,
    ExaminedUse,
    Sureness,
)
from auditor.model.file import Case

_NO_DIGEST = "0" * 64


def supposed(case: Case, otherwise: Mapping[str, Mapping[str, Any]]) -> Examined:
    """Return what would be found if every document held what a file says of it.

    `otherwise` says what is found instead, by the id of an entry of the register or the pointer of
    a use. Raises ValueError for a name that is none of either.
    """
    found = [_document(pointer, entry) for pointer, entry in documents(case)]
    used = [
        ExaminedUse(
            listed.pointer, listed.entry, listed.wanted.kind, listed.shown, listed.wanted.place,
            Sureness.EXACT, listed.wanted.place, bool(listed.wanted.place) or None, listed.shown,
        )
        for listed in uses(case)
    ]  # fmt: skip
    unknown = set(otherwise) - {each.entry for each in found} - {each.pointer for each in used}
    if unknown:
        raise ValueError(f"`{min(unknown)}` is no document and no use of one in this case")
    return Examined(
        tuple(_changed(each, otherwise.get(each.entry, {})) for each in found),
        tuple(_changed(each, otherwise.get(each.pointer, {})) for each in used),
    )


def _document(pointer: str, entry: Any) -> ExaminedDocument:
    made = entry.date.isoformat() if entry.date else ""
    return ExaminedDocument(entry.id, entry.file, pointer, DocumentState.READ, "", "a PDF", 1,
                            entry.sha256 or _NO_DIGEST, 10, made, made)  # fmt: skip


def _changed(supposed: Any, otherwise: Mapping[str, Any]) -> Any:
    known = {field.name for field in fields(supposed)}
    if wrong := set(otherwise) - known:
        raise ValueError(f"`{min(wrong)}` is not among {', '.join(sorted(known))}")
    return replace(
        supposed, **{name: _value(supposed, name, each) for name, each in otherwise.items()}
    )


def _value(supposed: Any, name: str, value: Any) -> Any:
    """Return a value as a member of the set that the field it is for takes."""
    now = getattr(supposed, name)
    return type(now)(value) if isinstance(now, StrEnum) else value
