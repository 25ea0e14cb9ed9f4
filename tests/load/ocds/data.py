"""Releases to start from, and short ways to write and read them."""

import json
from pathlib import Path
from typing import Any

from auditor.audit import CaseFile, read_files
from auditor.load.document import Document
from auditor.load.ocds import processes

TENDER: dict[str, Any] = {
    "ocid": "ocds-x-1",
    "id": "1",
    "date": "2024-01-01T00:00:00Z",
    "tag": ["tender"],
    "initiationType": "tender",
    "buyer": {"id": "b", "name": "A council"},
    "tender": {
        "id": "t",
        "title": "Day care",
        "status": "active",
        "value": {"amount": 10.50, "currency": "GBP"},
        "tenderPeriod": {"endDate": "2024-02-01T12:00:00Z"},
    },
}
AWARD: dict[str, Any] = {
    **TENDER,
    "id": "2",
    "date": "2024-03-01T00:00:00Z",
    "tag": ["award"],
    "tender": {"id": "t", "status": "complete"},
    "awards": [{"id": "a", "date": "2024-02-20", "value": {"amount": 9, "currency": "GBP"}}],
}


def write(folder: Path, content: Any, name: str = "releases.json") -> Path:
    path = folder / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
    return path


def documents(folder: Path, content: Any, name: str = "releases.json") -> list[Document]:
    return list(processes(write(folder, content, name)))


def only(folder: Path, content: Any, name: str = "releases.json") -> Document:
    (document,) = documents(folder, content, name)
    return document


def files(folder: Path, content: Any, name: str = "releases.json") -> list[CaseFile]:
    return list(read_files(write(folder, content, name)))


def said(document: Document) -> str:
    return "\n".join(f"{each.kind} {each.place} {each.text}" for each in document.remarks)
