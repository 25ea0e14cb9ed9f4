"""Resolve dated parameters to the values in force on a day."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from types import GenericAlias, MappingProxyType, SimpleNamespace
from typing import Any

from auditor.engine.memory import digest
from auditor.engine.pack_parts import Parameter, ParameterValue
from auditor.engine.read import checked, place, plain, read_text
from auditor.errors import Problem, RulesError
from auditor.model.describe import FieldType


def read_parameters(
    folders: Iterable[Path], known: Mapping[str, Parameter] = MappingProxyType({})
) -> dict[str, Parameter]:
    """Read the parameters of some folders beside those known, by id; an id twice is an error."""
    found = dict(known)
    for path in (path for folder in folders for path in sorted(folder.glob("*.yaml"))):
        parameter = _parameter(path, read_text(path))
        if parameter.id in found:
            problem = f"parameter `{parameter.id}` is defined twice"
            raise RulesError(Problem(problem, place(path), "an id is never used twice"))
        found[parameter.id] = parameter
    return found


@lru_cache(maxsize=512)
def _parameter(path: Path, text: str) -> Parameter:
    """Read one parameter; kept by its text, so that a file that changes is read again."""
    parameter = checked(path, Parameter, plain(path, text))
    if path.stem != parameter.id:
        hint = f"name it {parameter.id}.yaml"
        raise RulesError(Problem("the file's name is not the parameter's id", place(path), hint))
    values = parameter.values
    if any(later.from_ <= earlier.from_ for earlier, later in pairwise(values)):
        raise RulesError(Problem("values stand in the order of their `from`", place(path)))
    if any(value.until is not None and value.until <= value.from_ for value in values):
        raise RulesError(Problem("a value ends before it begins", place(path)))
    if len({str(_python_type(value.value)) for value in values}) > 1:
        raise RulesError(Problem("the values are not all of one kind", place(path)))
    return parameter


def value_on(parameter: Parameter, day: date) -> ParameterValue | None:
    """Return the value in force on a day, or None where none was."""
    in_force = [
        value
        for value in parameter.values
        if value.from_ <= day and (value.until is None or day < value.until)
    ]
    return max(in_force, key=lambda value: value.from_, default=None)


def resolve(
    parameters: Mapping[str, Parameter], day: date | None, *, started: date | None = None
) -> dict[str, Any]:
    """Return each parameter's value on a day; without a day, the only value it ever had.

    One that hinges on the start of the procurement has its value of that day, where it is stated. A
    parameter without a value on its day is left out, so that reading it cannot conclude.
    """
    return {n: each.value for n, each in values_on(parameters, day, started=started).items()}


def values_on(
    parameters: Mapping[str, Parameter], day: date | None, *, started: date | None = None
) -> dict[str, ParameterValue]:
    """Return what `resolve` chooses, with the dates and the sources of each value."""
    found: dict[str, ParameterValue] = {}
    for name, parameter in parameters.items():
        chooses = started if started and parameter.hinges_on == "procurement_start" else day
        if chooses is None:
            value = parameter.values[0] if len(parameter.values) == 1 else None
        else:
            value = value_on(parameter, chooses)
        if value is not None:
            found[name] = value
    return found


class ParameterNames:
    """Offer parameters to rules by name; one without a value in force reads as not stated."""

    def __init__(self, known: Iterable[str], resolved: Mapping[str, Any]) -> None:
        self.__dict__.update(dict.fromkeys(known), **resolved)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


def parameter_types(parameters: Mapping[str, Parameter]) -> FieldType:
    """Return the type of `param`, so that names and kinds are checked when a pack loads.

    Tables are left out: facts use them, a rule can not.
    """
    kinds = {name: _python_type(each.values[-1].value) for name, each in parameters.items()}
    usable = {name: kind for name, kind in kinds.items() if kind is not None}
    owner = type(_name_of(usable), (SimpleNamespace,), {"__annotations__": usable})
    return FieldType("object", owner=owner)


def _name_of(kinds: Mapping[str, Any]) -> str:
    """Return a name for a class of parameters that no other parameters have."""
    return f"Parameters_{digest(str(kinds))[:16]}"


def _python_type(value: Any) -> Any:
    """Return the type of a value that a rule can use, or None for one that it can not."""
    if isinstance(value, list):
        kinds = {_python_type(each) for each in value}
        plain_kind = kinds.pop() if len(kinds) == 1 else None
        return None if plain_kind is None else GenericAlias(tuple, (plain_kind, ...))
    if isinstance(value, bool | str | date):
        return type(value)
    return int if isinstance(value, int | Decimal) else None
