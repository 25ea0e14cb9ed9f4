"""Record every value that a rule reads, and what it compared, as evidence."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from auditor.engine.language import COMPARISONS, DATE_WORDS
from auditor.engine.show import show
from auditor.model.part import Nil

_WORDS = dict(COMPARISONS.values())
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="} | {
    "in": "not in",
    "not in": "in",
}


@dataclass(slots=True)
class Log:
    """What was read, in order: pointer → value, and what was expected of it."""

    reads: dict[str, Any] = field(default_factory=dict)
    expected: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    stands_for: dict[str, Any] = field(default_factory=dict)

    def note(self, pointer: str, value: Any) -> Any:
        """Record a read and return the value, wrapped if it has parts of its own."""
        if value is None and pointer not in self.missing:
            self.missing.append(pointer)
        if value is None or value.__class__ is Nil or not _has_parts(value):
            self.reads[pointer] = value
            self.order.append(pointer)
            return value
        if isinstance(value, tuple | list):
            self.order.append(pointer)
            return TracedList(value, pointer, self)
        return Traced(value, pointer, self)

    def compare(
        self, wanted: bool, sign: str, left: Callable[[], Any], right: Callable[[], Any]
    ) -> bool:
        """Compare, and where the result is not the one wanted, record what was expected."""
        start = len(self.order)
        a = left()
        middle = len(self.order)
        b = right()
        result = _COMPARE[sign](a, b)
        if result is not wanted:
            self._expect(self.order[start:middle], sign if wanted else _OPPOSITE[sign], b)
        return result

    def _expect(self, pointers: list[str], sign: str, value: Any) -> None:
        words = DATE_WORDS if hasattr(value, "isoformat") else _WORDS
        for pointer in pointers[-1:]:
            self.expected[pointer] = f"{words[sign]} {show(_bare(value))}"


_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "==": lambda a, b: bool(a == b),
    "!=": lambda a, b: bool(a != b),
    "<": lambda a, b: bool(a < b),
    "<=": lambda a, b: bool(a <= b),
    ">": lambda a, b: bool(a > b),
    ">=": lambda a, b: bool(a >= b),
    "in": lambda a, b: a in b,
    "not in": lambda a, b: a not in b,
}


def _has_parts(value: Any) -> bool:
    if isinstance(value, tuple | list):
        return True
    return hasattr(value, "__dict__") or (hasattr(value, "__slots__") and _is_record(value))


def _is_record(value: Any) -> bool:
    return hasattr(value.__class__, "__dataclass_fields__")


def _bare(value: Any) -> Any:
    return value.bare if isinstance(value, TracedList) else value


def child(pointer: str, name: str | int) -> str:
    """Return the pointer of a part: JSON pointers for the file, dotted names for facts."""
    return f"{pointer}{'.' if pointer.startswith(('facts', 'param')) else '/'}{name}"


class Traced:
    """Stand for a part of the file or of the facts, recording what is read of it."""

    __slots__ = ("_log", "_pointer", "_value")

    def __init__(self, value: Any, pointer: str, log: Log) -> None:
        self._value, self._pointer, self._log = value, pointer, log

    def __getattr__(self, name: str) -> Any:
        pointer = child(self._pointer, name)
        in_file = getattr(self._value, "file_pointer", None) if pointer[0] == "f" else None
        if in_file:  # a derived value that stands for one of the file, such as a judged claim
            self._log.stands_for[pointer] = self._value
        return self._log.note(pointer, getattr(self._value, name))


class TracedList:
    """Stand for a list, recording what is read of its entries."""

    __slots__ = ("_log", "bare", "pointer")

    def __init__(self, bare: Any, pointer: str, log: Log) -> None:
        self.bare, self.pointer, self._log = bare, pointer, log
        if all(not _has_parts(entry) for entry in bare):
            log.reads[pointer] = tuple(bare)

    def __iter__(self) -> Iterator[Any]:
        for index, entry in enumerate(self.bare):
            whole = not _has_parts(entry)  # a list of plain values is read as one value
            yield entry if whole else self._log.note(child(self.pointer, index), entry)

    def __len__(self) -> int:
        self._log.reads.setdefault(self.pointer, tuple(self.bare))
        return len(self.bare)

    def __contains__(self, value: Any) -> bool:
        return value in self.bare
