"""Turn what the schema's validator found into sentences that a commissioner understands."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from auditor.load.pointer import step
from auditor.model.links import Fault, suggest
from auditor.schema.head import stage_fault
from auditor.schema.values import (
    date_fault,
    expected,
    found,
    plain,
    type_hint,
)

_NIL = 'or say on purpose that there is none, and why: {none: "..."}'


def sentences(error: Any, schema: dict[str, Any]) -> Iterator[Fault]:
    """Yield one fault for each thing that a validator's error is about.

    `error` has the attributes of a jsonschema error: validator, instance, schema, paths.
    """
    pointer = "".join(step(str(key)) for key in error.absolute_path)
    explain = _EXPLAIN.get(error.validator, _other)
    yield from explain(error, pointer, schema)


def _other(error: Any, pointer: str, _: dict[str, Any]) -> Iterator[Fault]:
    yield Fault(pointer, f"this does not fit the schema: {error.message}")


def _missing(error: Any, pointer: str, _: dict[str, Any]) -> Iterator[Fault]:
    for name in error.validator_value:
        if name not in error.instance:
            known = error.schema["properties"][name]
            example = plain(known["examples"][0])
            hint = f"{known['description']} For example: {name}: {example}"
            yield Fault(f"{pointer}{step(name)}", f"{name} is missing, and it must be there", hint)


def _unknown(error: Any, pointer: str, schema: dict[str, Any]) -> Iterator[Fault]:
    known = tuple(error.schema["properties"])
    for name in error.instance:
        if name not in error.schema["properties"]:
            hint = _unknown_hint(str(name), known, pointer, schema)
            yield Fault(f"{pointer}{step(str(name))}", f'there is no property "{name}" here', hint)


def _unknown_hint(name: str, known: tuple[str, ...], pointer: str, schema: dict[str, Any]) -> str:
    if name == "none":
        return "This part cannot be an explicit nil: leave it out where there is nothing to state."
    if name == "decommissioning" and not pointer:
        return "Only a file of kind decommissioning has it."
    near = suggest(name, known)
    homes = [home for home in _homes(schema) if home.rpartition(".")[2] == name]
    if near or not homes:
        return near or f"What may stand here: {', '.join(known)}."
    return f"It belongs in {' or '.join(homes[:3])}."


def _homes(schema: dict[str, Any]) -> Iterator[str]:
    """Yield the dotted path of every property of a file, `[]` marking a list."""

    def below(part: dict[str, Any], path: str) -> Iterator[str]:
        if "$ref" in part:
            part = schema["$defs"][part["$ref"].rpartition("/")[2]]
        if "anyOf" in part:
            yield from below(part["anyOf"][0], path)
        elif part.get("type") == "array":
            yield from below(part["items"], f"{path}[]")
        for name, inner in part.get("properties", {}).items():
            inner_path = f"{path}.{name}" if path else name
            yield inner_path
            yield from below(inner, inner_path)

    yield from below(schema, "")


def _type(error: Any, pointer: str, _: dict[str, Any]) -> Iterator[Fault]:
    wanted = expected(error.schema)
    problem = f"expected {wanted}, found {found(error.instance)}"
    yield Fault(pointer, problem, type_hint(error.schema, error.instance))


def _choice(error: Any, pointer: str, schema: dict[str, Any]) -> Iterator[Fault]:
    values = error.schema.get("enum", [error.schema.get("const")])
    if not isinstance(error.instance, type(values[0])):
        return  # the wrong type is a fault of its own
    kind = schema["properties"]["kind"]["const"]
    if wrong_stage := stage_fault(pointer, error.instance, kind):
        yield wrong_stage
        return
    allowed = tuple(str(value) for value in values)
    near = suggest(str(error.instance), allowed)
    hint = f"{near} " if near else ""
    problem = f"{found(error.instance)} is not one of the values that this can have"
    yield Fault(pointer, problem, f"{hint}They are: {', '.join(allowed)}.")


def _bounds(error: Any, pointer: str, _: dict[str, Any]) -> Iterator[Fault]:
    least, most = error.schema.get("minimum"), error.schema.get("maximum")
    above = error.schema.get("exclusiveMinimum")
    lower = f"above {above}" if least is None else f"from {least}"
    problem = f"expected a number {lower} {'and up ' if least is None else ''}to {most}"
    hint = ""
    value = error.instance
    if error.schema.get("x-unit") == "share" and most < abs(value) <= 100:
        hint = f"Write {plain(value)}% as {plain(Decimal(value).scaleb(-2))}."
    yield Fault(pointer, f"{problem}, found {plain(value)}", hint)


def _empty(error: Any, pointer: str, _: dict[str, Any]) -> Iterator[Fault]:
    path = list(error.absolute_schema_path)
    nil = f", {_NIL}" if "anyOf" in path[-3:-1] else ""
    what = "list" if error.validator == "minItems" else "text"
    content = "entries" if what == "list" else "the words"
    yield Fault(pointer, f"the {what} is empty", f"Give {content}, leave it out if not known{nil}.")


def _pattern(error: Any, pointer: str, _: dict[str, Any]) -> Iterator[Fault]:
    text, schema = error.instance, error.schema
    if not text.strip():
        yield from _empty(error, pointer, schema)
    elif schema.get("format") == "date":
        yield from _date(error, pointer, schema)
    elif schema["pattern"].startswith("^[A-Z]{3}"):
        problem = f"{found(text)} is not the code of a currency"
        yield Fault(pointer, problem, "Use its three capital letters, such as GBP.")
    else:
        hint = "Use letters, digits, hyphens and underscores; begin with a letter or a digit."
        yield Fault(pointer, f"{found(text)} cannot serve as an id", hint)


def _date(error: Any, pointer: str, _: dict[str, Any]) -> Iterator[Fault]:
    problem, hint = date_fault(error.instance)
    yield Fault(pointer, problem, hint)


_Explain = Callable[[Any, str, dict[str, Any]], Iterator[Fault]]
_EXPLAIN: dict[str, _Explain] = {
    "required": _missing,
    "additionalProperties": _unknown,
    "type": _type,
    "enum": _choice,
    "const": _choice,
    "minimum": _bounds,
    "maximum": _bounds,
    "exclusiveMinimum": _bounds,
    "minItems": _empty,
    "minLength": _empty,
    "pattern": _pattern,
    "format": _date,
}
