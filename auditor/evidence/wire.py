"""Pass requests and answers between this program and the process that reads one document."""

import json
from dataclasses import asdict, dataclass, fields
from decimal import Decimal
from typing import Any

from auditor.evidence.result import DocumentState, Sought, Sureness
from auditor.evidence.wanted import Outcome, Wanted

SECONDS = 20
"""How much processor time one document may take."""
_HEAD = 20  # digits that say how long the request is, before the document


@dataclass(frozen=True, slots=True)
class Spotted:
    """Where a passage of a PDF stands that is to be drawn: page from 0, first and last letter."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of one document: what to look for, or what to draw, and in what time."""

    suffix: str
    wanted: tuple[Wanted, ...] = ()
    drawn: tuple[Spotted, ...] = ()
    seconds: int = SECONDS


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture as PNG and its size in dots; empty where none could be made."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What one document holds: its state and what came of each thing looked for."""

    state: DocumentState
    note: str = ""
    kind: str = ""
    pages: int = 0
    created: str = ""
    modified: str = ""
    remarks: tuple[str, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    drawn: tuple[Drawn, ...] = ()


def request_bytes(request: Request, document: bytes) -> bytes:
    """Return a request with its document as bytes."""
    head = json.dumps(asdict(request), default=str).encode()
    return f"{len(head):0{_HEAD}d}".encode() + head + document


def read_request(raw: bytes) -> tuple[Request, bytes]:
    """Return the request and the document that bytes stand for."""
    end = _HEAD + int(raw[:_HEAD])
    data = json.loads(raw[_HEAD:end])
    wanted = tuple(_wanted(each) for each in data["wanted"])
    drawn = tuple(Spotted(**each) for each in data["drawn"])
    return Request(data["suffix"], wanted, drawn, data["seconds"]), raw[end:]


def reply_bytes(reply: Reply) -> bytes:
    """Return an answer as bytes."""
    return json.dumps(asdict(reply), default=_as_text).encode()


def read_reply(raw: bytes) -> Reply:
    """Return the answer that bytes stand for; raises ValueError, TypeError or KeyError else."""
    data = json.loads(raw)
    if not isinstance(data, dict) or set(data) != {field.name for field in fields(Reply)}:
        raise ValueError("this is no answer")
    data["state"] = DocumentState(data["state"])
    data["remarks"] = tuple(map(str, data["remarks"]))
    data["outcomes"] = tuple(_outcome(each) for each in data["outcomes"])
    data["drawn"] = tuple(
        Drawn(bytes.fromhex(each["png"]), int(each["width"]), int(each["height"]))
        for each in data["drawn"]
    )
    return Reply(**data)


def _wanted(data: dict[str, Any]) -> Wanted:
    value = data.pop("value")
    half, kind = Decimal(data.pop("half_unit")), Sought(data.pop("kind"))
    number = None if value is None else Decimal(value)
    return Wanted(**data, kind=kind, value=number, half_unit=half)


def _outcome(data: dict[str, Any]) -> Outcome:
    return Outcome(**{**data, "sureness": Sureness(data["sureness"])})


def _as_text(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)
