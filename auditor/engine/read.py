"""Read one YAML file of a rule pack into a checked record, or say precisely what is wrong."""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from auditor.errors import Problem, RulesError
from auditor.load.yaml_reader import YamlFault, load_plain

_Model = TypeVar("_Model", bound=BaseModel)
_CASES = "\ncases:"


def place(path: Path) -> str:
    """Return the name by which people know a file of a pack: its folder and its name."""
    return f"{path.parent.name}/{path.name}"


def read_text(path: Path) -> str:
    """Return the text of a pack's file."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RulesError(Problem("this file cannot be read", place(path), str(error))) from error


def read_plain(path: Path, *, without_cases: bool = False) -> Any:
    """Read a YAML file; `without_cases` leaves out the proof, which an audit does not need."""
    text = read_text(path)
    if without_cases and _CASES in text:
        text = text[: text.index(_CASES) + 1]
    try:
        return load_plain(text, name=path.name)
    except YamlFault as fault:
        where = f"{place(path)}, line {fault.line}, column {fault.column}"
        raise RulesError(Problem(fault.problem, where, fault.hint)) from fault


def checked(path: Path, model: type[_Model], data: Any) -> _Model:
    """Check data against a model; every fault is named with its field."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise RulesError(*_problems(path, error)) from error


def checked_list(path: Path, model: type[_Model], data: Any) -> tuple[_Model, ...]:
    """Check a list of records against a model."""
    try:
        return tuple(TypeAdapter(list[model]).validate_python(data or []))  # type: ignore[valid-type]
    except ValidationError as error:
        raise RulesError(*_problems(path, error)) from error


def _problems(path: Path, error: ValidationError) -> list[Problem]:
    return [
        Problem(
            fault["msg"].removeprefix("Value error, ").lower().rstrip("."),
            f"{place(path)}, {'.'.join(str(part) for part in fault['loc']) or 'whole file'}",
            "docs/rule-language.md lists the keys of a rule"
            if fault["type"] == "extra_forbidden"
            else "",
        )
        for fault in error.errors()
    ]
