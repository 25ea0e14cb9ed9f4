"""Say everything that is wrong with a file, by its published schema and across its parts."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from pydantic import ValidationError as ModelError

from auditor.load.pointer import step
from auditor.model.calculation_faults import calculation_faults
from auditor.model.figure import MISPRINT, Figure
from auditor.model.file import model_of
from auditor.model.links import Fault, broken_links
from auditor.model.refusal import refusals
from auditor.model.scalar import day
from auditor.model.walk import walk
from auditor.schema.published import NIL, published
from auditor.schema.sentences import sentences


def faults_of(kind: str, data: dict[str, Any], refused: ModelError | None) -> tuple[Fault, ...]:
    """Return one fault for each mistake in a file; `refused` is what its model said of it."""
    errors = validator(kind).iter_errors(data)
    found = [fault for error in errors for fault in sentences(error, published(kind))]
    faults = (
        *found,
        *broken_links(model_of(kind), data, sound=not found),
        *calculation_faults(data),
        *_misprinted(kind, data),
    )
    if not faults and refused:
        faults = tuple(_refused(refused, data))
    # The first fault of each value stands for it, so that one mistake gives one message.
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
        for refusal in refusals(refused, figure):
            if refusal.sort == MISPRINT:
                yield Fault(pointer, refusal.says, _AS_PRINTED)


_AS_PRINTED = "Write the value that the text prints, or the text as it is printed."


def _refused(refused: ModelError, data: Any) -> Iterator[Fault]:
    """Turn what the model alone refuses into faults, such as a text with half a character in it."""
    for refusal in refusals(refused, data):
        pointer = "".join(step(str(key)) for key in refusal.at)
        yield Fault(pointer, f"this cannot be read: {refusal.says}")


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
