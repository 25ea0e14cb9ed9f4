"""Take a file as its model, or say everything that is wrong with it."""

from typing import Any

from pydantic import ValidationError as ModelError

from auditor.errors import InputError, Problem
from auditor.load.document import Document
from auditor.model.calculation_faults import calculation_faults
from auditor.model.file import Case, model_of
from auditor.model.links import Fault, broken_links
from auditor.schema.head import faults_of_head


def validate(document: Document, *, linked: bool = True) -> Case:
    """Return a file as its model, or raise one InputError with everything that is wrong with it.

    The published schema is generated from the model, and a test holds that both accept the same
    files. So the model decides, being many times as fast, and the schema's validator is asked
    only about a file that is refused: it can say what is wrong in each place. With `linked` false
    it is not asked whether what is referred to exists: the cases of a rule change one part of a
    good file and need not repair the others.
    """
    faults = faults_of_head(document.data)
    if not faults:
        kind, data = document.data["kind"], document.data
        refused = None
        try:
            case = model_of(kind).model_validate(data)
            broken = linked and (
                broken_links(model_of(kind), data) or any(calculation_faults(data))
            )
            if not broken and not states_null(data):
                return case
        except ModelError as error:
            refused = error
        faults = _explained(kind, data, refused)
    raise InputError(*_problems(faults, document))


def states_null(data: Any) -> bool:
    """Say whether a value anywhere is null: neither stated, nor left out, nor an explicit nil."""
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if value is None:
            return True
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return False


def _explained(kind: str, data: Any, refused: ModelError | None) -> tuple[Fault, ...]:
    # Imported here because a valid file, the usual case, has no need of the validator.
    from auditor.schema.check import faults_of

    return faults_of(kind, data, refused)


def _problems(faults: tuple[Fault, ...], document: Document) -> list[Problem]:
    order = {pointer: position for position, pointer in enumerate(document.places)}

    def position(fault: Fault) -> int:
        pointer = fault.pointer
        while pointer and pointer not in order:
            pointer = pointer.rpartition("/")[0]
        return order.get(pointer, -1)

    return [
        Problem(fault.problem, _where(fault.pointer, document), fault.hint)
        for fault in sorted(faults, key=position)
    ]


def _where(pointer: str, document: Document) -> str:
    place = document.place(pointer)
    line = f"{document.name}, {place}" if place else document.name
    return f"{line} ({dotted(pointer)})" if pointer else line


def dotted(pointer: str) -> str:
    """Return a JSON pointer as people write a path.

    >>> dotted("/sroi/rows/2/proxy")
    'sroi.rows[2].proxy'
    """
    steps = (each.replace("~1", "/").replace("~0", "~") for each in pointer.split("/")[1:])
    return "".join(f"[{each}]" if each.isdigit() else f".{each}" for each in steps).lstrip(".")
