"""Hold what rules are applied to: the case, its facts, the parameters, the date and the stage."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from auditor.engine.answer import Answer
from auditor.engine.due import Due, NotDue, Unknown
from auditor.engine.parameters import ParameterNames
from auditor.evidence.result import Examined
from auditor.facts import Facts
from auditor.model.file import Case
from auditor.model.framework import KnownFramework


@dataclass(frozen=True, slots=True)
class Subject:
    """One file as rules see it.

    `place` turns a JSON pointer into the place a person can find. `numbers` are the parameters in
    force on `as_at`; `param` offers them to rules by name. `examined` is what was found in the
    documents that the file names, None where nobody looked. `frameworks` are the outcome frameworks
    that are known, whether the file follows them or not. `silent` keeps, by pointer, the answer
    of all rules that one value which is not stated stops; `due` whether rules are due, by terms.
    """

    case: Case
    facts: Facts
    numbers: Mapping[str, Any]
    param: ParameterNames
    as_at: date | None
    stage: str
    place: Callable[[str], str]
    examined: Examined | None = None
    frameworks: Mapping[str, KnownFramework] = field(default_factory=dict)
    silent: dict[str, Answer] = field(default_factory=dict)
    due: dict[str, Due | NotDue | Unknown] = field(default_factory=dict)
    names: tuple[Any, Any, Any] = field(init=False)

    def __post_init__(self) -> None:
        """Put together once what every expression of a rule is called with."""
        object.__setattr__(self, "names", (self.case, self.facts, self.param))
