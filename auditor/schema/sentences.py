"""Turn what the schema's validator found into sentences that a commissioner understands."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from auditor.load.pointer import step
from auditor.model.links import Fault, suggest
from auditor.schema.head import stage_fault
from auditor.schema.published import Published, Situation
from auditor.schema.values import as_written, date_fault, expected, found, plain, type_hint

_NIL = 'say why there is none: {none: "why"}'


def sentences(error: Any, published: Published) -> Iterator[Fault]:
    """Yield one fault for each thing that a validator's error is about.

    `error` has the attributes of a jsonschema error: validator, instance, schema, paths.
    """
    pointer = "".join(step(str(key)) for key in error.absolute_path)
    explain = _EXPLAIN.get(error.validator, _other)
    yield from explain(error, pointer, published)


def _situation(error: Any, published: Published) -> Situation:
    return published.situation([*error.absolute_schema_path][:-1])


def _other(error: Any, pointer: str, _: Published) -> Iterator[Fault]:
    yield Fault(pointer, f"this does not fit the schema: {error.message}")


def _missing(error: Any, pointer: str, _: Published) -> Iterator[Fault]:
    for name in error.validator_value:
        if name not in error.instance and "none" not in error.instance:
            known = error.schema["properties"][name]
            example = as_written(known["examples"][0])
            hint = f"{known['description']} For example: {name}: {example}"
            yield Fault(f"{pointer}{step(name)}", f"{name} is missing, and it must be there", hint)


def _unknown(error: Any, pointer: str, published: Published) -> Iterator[Fault]:
    known = tuple(error.schema["properties"])
    for name in error.instance:
        if name not in error.schema["properties"]:
            hint = _unknown_hint(str(name), known, pointer, published)
            yield Fault(f"{pointer}{step(str(name))}", f'there is no property "{name}" here', hint)


def _unknown_hint(name: str, known: tuple[str, ...], pointer: str, published: Published) -> str:
    if known == ("none",):
        return "An explicit nil holds its reason and nothing else."
    if name == "none":
        return "This part cannot be an explicit nil: leave it out where there is nothing to state."
    if name == "decommissioning" and not pointer:
        return "Only a file of kind decommissioning has it."
    homes = [path for path in published.paths if path.rpartition(".")[2] == name]
    if near := suggest(name, known):
        return near
    if homes:
        return f"It belongs in {' or '.join(homes)}."
    return f"What may stand here: {', '.join(known)}."


def _type(error: Any, pointer: str, published: Published) -> Iterator[Fault]:
    problem = f"expected {expected(error.schema)}, found {found(error.instance)}"
    hint = type_hint(error.schema, error.instance)
    if error.instance is None and _situation(error, published).required:
        hint = "Write a value behind the colon; it must be there."
    if isinstance(error.instance, str) and _situation(error, published).nil:
        hint = f"{hint} Or {_NIL}.".strip()
    yield Fault(pointer, problem, hint)


def _choice(error: Any, pointer: str, published: Published) -> Iterator[Fault]:
    values = error.schema.get("enum", [error.schema.get("const")])
    value = error.instance
    if type(value) is not type(values[0]):
        return  # the wrong type is a fault of its own
    if wrong_stage := stage_fault(pointer, value, published.kind):
        yield wrong_stage
        return
    near = suggest(value, tuple(values)) if isinstance(value, str) else ""
    hint = f"{near} The values are: {', '.join(str(each) for each in values)}."
    yield Fault(pointer, f"{found(value)} is not a value that this can have", hint.strip())


def _bounds(error: Any, pointer: str, _: Published) -> Iterator[Fault]:
    least, most = error.schema.get("minimum"), error.schema["maximum"]
    above = error.schema.get("exclusiveMinimum")
    limits = f"above {above} and up to {most}" if least is None else f"from {least} to {most}"
    value, hint = error.instance, ""
    if error.schema.get("x-unit") == "share" and most < abs(value) <= 100:
        hint = f"Write {plain(value)}% as {plain(Decimal(value).scaleb(-2))}."
    yield Fault(pointer, f"expected a number {limits}, found {plain(value)}", hint)


def _empty(error: Any, pointer: str, published: Published) -> Iterator[Fault]:
    situation = _situation(error, published)
    what, give = ("list", "entries") if error.validator == "minItems" else ("text", "the words")
    ways = [f"Give {give}"]
    if not situation.required:
        ways.append("leave it out if it is not known")
    if situation.nil:
        ways.append(_NIL)
    hint = ways[0] if len(ways) == 1 else f"{', '.join(ways[:-1])}, or {ways[-1]}"
    yield Fault(pointer, f"the {what} is empty", f"{hint}.")


def _long(error: Any, pointer: str, _: Published) -> Iterator[Fault]:
    most, length = error.validator_value, len(error.instance)
    yield Fault(pointer, f"expected at most {most} characters, found {length}", "Shorten it.")


def _pattern(error: Any, pointer: str, published: Published) -> Iterator[Fault]:
    text, schema = error.instance, error.schema
    if not text.strip():
        yield from _empty(error, pointer, published)
    elif schema.get("format") == "date":
        yield from _date(error, pointer, published)
    elif schema.get("x-unit") in _FORMS:
        what, hint = _FORMS[schema["x-unit"]]
        yield Fault(pointer, f"{found(text)} is not {what}", hint)
    else:
        hint = "Use letters, digits, hyphens and underscores; begin with a letter or a digit."
        yield Fault(pointer, f"{found(text)} cannot serve as an id", hint)


_FORMS = {
    "currency code": ("the code of a currency", "Use its three capital letters, such as GBP."),
    "path": (
        "a path inside the folder of the evidence",
        "Write the steps from that folder with / between them, such as papers/needs-2024.pdf.",
    ),
    "SHA-256": ("a SHA-256 digest", "Give its 64 hexadecimal digits, as `sha256sum` prints them."),
    "cell": ("the name of a cell", "Write column and row, such as C14."),
}


def _date(error: Any, pointer: str, _: Published) -> Iterator[Fault]:
    yield Fault(pointer, *date_fault(error.instance))


_Explain = Callable[[Any, str, Published], Iterator[Fault]]
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
    "maxLength": _long,
    "pattern": _pattern,
    "format": _date,
}
