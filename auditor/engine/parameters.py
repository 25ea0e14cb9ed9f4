"""Resolve dated parameters to the values in force on a day."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import GenericAlias, SimpleNamespace
from typing import Any

from auditor.engine.read import checked, read_plain
from auditor.engine.rule import Parameter, ParameterValue
from auditor.errors import Problem, RulesError
from auditor.model.describe import FieldType


def read_parameters(folders: Iterable[Path]) -> dict[str, Parameter]:
    """Read the parameters of some folders, by id; the same id twice is an error."""
    found: dict[str, Parameter] = {}
    for parameter, path in (pair for folder in folders for pair in _folder(folder)):
        if parameter.id in found:
            raise RulesError(
                Problem(f"parameter `{parameter.id}` is defined twice", str(path.name))
            )
        found[parameter.id] = parameter
    return found


@cache
def _folder(folder: Path) -> tuple[tuple[Parameter, Path], ...]:
    paths = sorted(folder.glob("*.yaml"))
    return tuple((checked(path, Parameter, read_plain(path)), path) for path in paths)


def value_on(parameter: Parameter, day: date) -> ParameterValue | None:
    """Return the value in force on a day, or None where none was."""
    in_force = [
        value
        for value in parameter.values
        if value.from_ <= day and (value.until is None or day < value.until)
    ]
    return max(in_force, key=lambda value: value.from_, default=None)


def resolve(parameters: Mapping[str, Parameter], day: date | None) -> dict[str, Any]:
    """Return each parameter's value on a day; without a day, the only value it ever had.

    A parameter without a value on that day is left out, so that reading it cannot conclude.
    """
    resolved: dict[str, Any] = {}
    for name, parameter in parameters.items():
        if day is None:
            value = parameter.values[0] if len(parameter.values) == 1 else None
        else:
            value = value_on(parameter, day)
        if value is not None:
            resolved[name] = value.value
    return resolved


class ParameterNames:
    """Offer parameters to rules by name; one without a value in force reads as not stated."""

    def __init__(self, known: Iterable[str], resolved: Mapping[str, Any]) -> None:
        self.__dict__.update(dict.fromkeys(known), **resolved)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


def parameter_types(parameters: Mapping[str, Parameter]) -> FieldType:
    """Return the type of `param`, so that names and kinds are checked when a pack loads."""
    owner = type("Parameters", (SimpleNamespace,), {"__annotations__": {}})
    for name, parameter in parameters.items():
        owner.__annotations__[name] = _python_type(parameter.values[-1].value)
    return FieldType("object", owner=owner)


def _python_type(value: Any) -> Any:
    if isinstance(value, bool):
        return bool
    if isinstance(value, list):
        return tuple[Any, ...] if not value else GenericAlias(tuple, (_python_type(value[0]), ...))
    return str if isinstance(value, str) else int if not isinstance(value, dict) else object
