"""Validate a file against its published schema and its model, and say all that is wrong with it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from pydantic import ValidationError as ModelError

from auditor.errors import InputError, Problem
from auditor.load.document import Document
from auditor.load.pointer import step
from auditor.model.figure import MISPRINT, Figure
from auditor.model.file import Case, model_of
from auditor.model.links import Fault, broken_links
from auditor.model.scalar import day
from auditor.model.walk import walk
from auditor.schema.head import faults_of_head
from auditor.schema.published import NIL, published
from auditor.schema.sentences import sentences


def validate(document: Document, *, linked: bool = True) -> Case:
    """Return a file as its model, or raise one InputError with everything that is wrong with it.

    With `linked` false it is not checked that what is referred to exists: the cases of a rule
    change one part of a good file and need not repair the others.
    """
    faults = faults_of_head(document.data)
    if faults:
        raise InputError(*_problems(faults, document))
    kind, data = document.data["kind"], document.data
    faults = _faults(kind, data, linked=linked)
    if not faults:
        try:
            return model_of(kind).model_validate(data)
        except ModelError as refused:
            faults = tuple(_misprinted(kind, data)) or tuple(_refused(refused, data))
    else:
        faults = (*faults, *_misprinted(kind, data))
    raise InputError(*_problems(_one_each(faults), document))


def _faults(kind: str, data: dict[str, Any], *, linked: bool) -> tuple[Fault, ...]:
    errors = validator(kind).iter_errors(data)
    found = [fault for error in errors for fault in sentences(error, published(kind))]
    broken = broken_links(model_of(kind), data, sound=not found) if linked else ()
    return (*found, *broken)


def _one_each(faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Keep the first fault of each value, so that one mistake gives one message."""
    return tuple({fault.pointer: fault for fault in reversed(faults)}.values())


def _misprinted(kind: str, data: Any) -> Iterator[Fault]:
    """Yield the figures whose printed text is another number than their value."""
    for visit in walk(model_of(kind), data):
        if visit.model is Figure:
            yield from _misprint(visit.pointer, visit.value)


def _misprint(pointer: str, figure: Any) -> Iterator[Fault]:
    try:
        Figure.model_validate(figure)
    except ModelError as refused:
        for error in refused.errors(include_url=False):
            if error["type"] == MISPRINT:
                yield Fault(pointer, error["msg"], _AS_PRINTED)


_AS_PRINTED = "Write the value that the text prints, or the text as it is printed."


def _refused(refused: ModelError, data: Any) -> Iterator[Fault]:
    """Turn what the model alone refuses into faults, each at the place in the file it is about."""
    for error in refused.errors(include_url=False):
        pointer, value = "", data
        for key in error["loc"]:
            if isinstance(value, dict) and key in value:
                pointer, value = f"{pointer}{step(str(key))}", value[key]
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                pointer, value = f"{pointer}/{key}", value[key]
        yield Fault(pointer, f"this cannot be read: {error['msg']}")


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


# What the standard keywords leave open, and this product decides: which numbers are exact, where a
# text ends, which days exist, and which form of a value was meant where it may have several.


@cache
def validator(kind: str) -> Draft202012Validator:
    """Return the validator of a kind of file, as this program reads the standard."""
    numbers = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {"number": _is_exact, "integer": lambda _, value: type(value) is int}
    )
    formats = FormatChecker(formats=())
    formats.checks("date", raises=ValueError)(_is_day)
    keywords = {"anyOf": _the_form_meant, "pattern": _pattern}
    extended: type[Draft202012Validator] = extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, keywords, type_checker=numbers
    )
    return extended(published(kind).schema, format_checker=formats)


def _is_exact(_: object, value: object) -> bool:
    return type(value) is int or (isinstance(value, Decimal) and value.is_finite())


def _is_day(value: object) -> bool:
    return not isinstance(value, str) or bool(day(value))


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    """Match as JSON Schema does; but Python's `$` also matches before a line break at the end."""
    if isinstance(instance, str) and not re.search(pattern.replace("$", r"\Z"), instance):
        yield ValidationError("does not match")


def _the_form_meant(
    validator: Any, forms: list[dict[str, Any]], instance: Any, _: Any
) -> Iterator[ValidationError]:
    """Check only the form that was meant, so that one mistake gives one message."""
    chosen = _chosen(forms, instance)
    yield from validator.descend(instance, forms[chosen], schema_path=chosen)


def _chosen(forms: list[dict[str, Any]], instance: Any) -> int:
    nil = isinstance(instance, dict) and "none" in instance
    for position, form in enumerate(forms):
        if nil and form == NIL:
            return position
        if form.get("type") == "object" and isinstance(instance, dict):
            return position
    return 0
