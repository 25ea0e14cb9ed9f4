"""Say what one derived value needs of a file: the fields to state, and its name in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from auditor.facts.absent import absent
from auditor.facts.option_values import OptionFlows
from auditor.facts.value_map import ValueMap
from auditor.model.file import Case


@dataclass(frozen=True, slots=True)
class View:
    """What a need is looked up in: the file, and what is already worked out of it.

    `entry` is the position of the entry that a derived value belongs to, where it belongs to one.
    `open_questions` are the conventions that the file leaves open although they matter.
    """

    case: Case
    value_map: ValueMap | None
    flows: tuple[OptionFlows, ...]
    open_questions: tuple[str, ...]
    as_at: date | None
    entry: int | None = None


Ask: TypeAlias = Callable[[View], Iterable[str]]
"""Yields the pointers of what is not stated; or, in words, what no pointer can name."""


@dataclass(frozen=True, slots=True)
class Need:
    """The name of a derived value in words, and what it is worked out from.

    The name is empty where the value stands in the file as it is. A path names fields that must be
    stated. `otherwise` says, where all of them are, what else it takes. `whole` says that it takes
    every entry, although it belongs to one.
    """

    words: str
    asks: tuple[str | Ask, ...]
    otherwise: str = ""
    whole: bool = False

    def lacking(self, view: View) -> tuple[str, ...]:
        """Return what is not stated, as pointers, and in words what no pointer can name."""
        found = dict.fromkeys(each for ask in self.asks for each in _asked(ask, view))
        return tuple(found) or ((self.otherwise,) if self.otherwise else ())


def _asked(ask: str | Ask, view: View) -> Iterable[str]:
    return absent(view.case, ask) if isinstance(ask, str) else ask(view)


def decided(view: View) -> Iterable[str]:
    """Yield the decision date, where no date says which published numbers are in force."""
    return () if view.as_at else absent(view.case, "decision_date")
