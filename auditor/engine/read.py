"""Read one YAML file of a rule pack into a checked record, or say precisely what is wrong."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from auditor.engine.memory import digest, memory
from auditor.engine.misfit import in_words
from auditor.engine.written import Several
from auditor.errors import Problem, RulesError
from auditor.load.fault import Fault
from auditor.load.text import decoded
from auditor.load.yaml_reader import YamlFault, load_plain
from auditor.model.refusal import refusals

_Model = TypeVar("_Model", bound=BaseModel)
_CASES = "\ncases:"
_KEY = re.compile(r"^[^\s#-]", re.MULTILINE)


def place(path: Path) -> str:
    """Return the name by which people know a file of a pack: its folder and its name."""
    return f"{path.absolute().parent.name}/{path.name}"


def read_text(path: Path) -> str:
    """Return the text of a pack's file."""
    try:
        return decoded(path.read_bytes(), name=path.name)
    except OSError as error:
        problem = f"this file cannot be read: {error.strerror or error}"
        hint = "Check where it stands and who may read it."
        raise RulesError(Problem(problem, place(path), hint)) from error
    except Fault as fault:
        raise _broken(path, fault) from fault


def plain(path: Path, text: str) -> Any:
    """Return the data in the text of a pack's file."""
    held, key = memory(), digest(text)
    if key in held.texts:
        return held.texts[key]
    try:
        data = load_plain(text, name=path.name)
    except YamlFault as fault:
        raise _broken(path, fault) from fault
    if held.learns:
        held.texts[key] = data
    return data


def _broken(path: Path, fault: Fault) -> RulesError:
    where = f"{place(path)}, line {fault.line}, column {fault.column}"
    return RulesError(Problem(fault.problem, where, fault.hint))


def read_plain(path: Path) -> Any:
    """Read a YAML file."""
    return plain(path, read_text(path))


def read_rule(path: Path, *, with_cases: bool) -> Any:
    """Read a rule; an audit does not need its cases, the proof, and leaves them out.

    They must stand last: what stands below them would be read by `rules check` and by no audit.
    """
    text = read_text(path)
    start = text.find(_CASES)
    below = _KEY.search(text, start + len(_CASES)) if start >= 0 else None
    if below:
        line = text.count("\n", 0, below.start()) + 1
        where, hint = f"{place(path)}, line {line}", "move `cases` to the end of the file"
        raise RulesError(Problem("this key stands below `cases`", where, hint))
    return plain(path, text if with_cases or start < 0 else text[: start + 1])


def checked(path: Path, model: type[_Model], data: Any) -> _Model:
    """Check data against a model; every fault is named with its field."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise RulesError(*_problems(path, model, data, error)) from error


def checked_list(path: Path, model: type[_Model], data: Any) -> tuple[_Model, ...]:
    """Check a list of records against a model."""
    try:
        return _list_of(model).validate_python(data or [])
    except ValidationError as error:
        raise RulesError(*_problems(path, model, data, error)) from error


@cache
def _list_of(model: type[_Model]) -> TypeAdapter[tuple[_Model, ...]]:
    return TypeAdapter(Several[model])  # type: ignore[valid-type]


def _problems(
    path: Path, model: type[BaseModel], data: Any, error: ValidationError
) -> Iterator[Problem]:
    """Say what is wrong, each thing once.

    A misspelt key is not also a key that is missing.
    """
    faults = refusals(error, data)
    missing = [fault.at for fault in faults if fault.sort == "missing"]
    meant = {f.at: _meant(f.at, missing, model) for f in faults if f.sort == "unknown"}
    for at, _, says, value in faults:
        where = f"{place(path)}, {_dotted(at) or 'whole file'}"
        if at in meant:
            hint = f"did you mean `{meant[at]}`?" if meant[at] else _SEE
            yield Problem(f"`{at[-1]}` is not a key here", where, hint)
        elif at not in [(*extra[:-1], name) for extra, name in meant.items()]:
            problem, advice = in_words(says, value)
            yield Problem(problem, where, advice)


def _dotted(at: tuple[str | int, ...]) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in at)
    return "".join(parts).lstrip(".")


_SEE = "docs/rule-language.md lists the keys of a rule"


def _meant(extra: tuple[int | str, ...], missing: list[Any], model: type[BaseModel]) -> str:
    """Return the key that was meant by one that is not known, or nothing."""
    absent = [str(loc[-1]) for loc in missing if loc[:-1] == extra[:-1]]
    own = [] if any(isinstance(part, str) for part in extra[:-1]) else list(model.model_fields)
    close = get_close_matches(str(extra[-1]), [*absent, *own], n=1)
    return close[0] if close else ""
