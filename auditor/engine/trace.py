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
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


@dataclass(slots=True)
class Log:
    """What was read, in order: pointer → value, and what was expected of it.

    `missing` stopped the rule, `passed_over` was missing too and did not.
    """

    reads: dict[str, Any] = field(default_factory=dict)
    expected: dict[str, str] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    passed_over: dict[str, None] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    stands_for: dict[str, Any] = field(default_factory=dict)

    def note(self, pointer: str, value: Any) -> Any:
        """Record a read and return the value, wrapped if it has parts of its own."""
        if value is None:
            self.missing[pointer] = None
        if value is None or value.__class__ is Nil or not _has_parts(value):
            self.reads[pointer] = value
            self.order.append(pointer)
            return value
        if isinstance(value, tuple | list):
            self.order.append(pointer)
            return TracedList(value, pointer, self)
        return Traced(value, pointer, self)

    def compare(
        self,
        wanted: bool | None,
        sign: str,
        side: str,
        left: Callable[[], Any],
        right: Callable[[], Any],
    ) -> bool:
        """Compare, and where the result is not the one wanted, record what was expected.

        `side` is the one that was read as it stands; a result of arithmetic stands nowhere.
        """
        start = len(self.order)
        a = left()
        middle = len(self.order)
        b = right()
        result = _COMPARE[sign](a, b)
        if wanted is not None and result is not wanted:
            needed = sign if wanted else _OPPOSITE[sign]
            if side == "left":
                self._expect(self.order[start:middle], needed, b)
            elif side == "right" and needed in _MIRRORED:
                self._expect(self.order[middle:], _MIRRORED[needed], a)
        return result

    def _expect(self, pointers: list[str], sign: str, value: Any) -> None:
        words = DATE_WORDS if hasattr(value, "isoformat") else _WORDS
        for pointer in pointers[:1]:  # what follows the path is what was counted in its list
            self.expected[pointer] = f"{words[sign]} {show(_bare(value))}"

    def settled(self, ask: Callable[..., Any]) -> Callable[..., Any]:
        """Return a call that was answered in spite of what it found missing on the way.

        What `has` asked about, or what an entry lacked that `any` could do without, is not what
        keeps a rule from its answer.
        """

        def asked(*values: Any) -> Any:
            before = len(self.missing)
            answer = ask(*values)
            for pointer in list(self.missing)[before:]:
                del self.missing[pointer]
                self.passed_over[pointer] = None
            return answer

        return asked


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
    if isinstance(value, str):  # a name of a fixed set (StrEnum) has attributes and is plain text
        return False
    return hasattr(value, "__dict__") or (hasattr(value, "__slots__") and _is_record(value))


def _is_record(value: Any) -> bool:
    return hasattr(value.__class__, "__dataclass_fields__")


def _bare(value: Any) -> Any:
    return value.bare if isinstance(value, TracedList) else value


def child(pointer: str, name: str | int) -> str:
    """Return the pointer of a part: JSON pointers for the file, dotted names for facts."""
    return f"{pointer}{'.' if pointer.startswith(('facts', 'param')) else '/'}{name}"


def pointer_of(path: str) -> str:
    """Return the pointer of a path of a rule.

    >>> pointer_of("case.sroi.rows"), pointer_of("facts.options.list")
    ('/sroi/rows', 'facts.options.list')
    """
    root, _, rest = path.partition(".")
    return f"/{rest.replace('.', '/')}" if root == "case" else path


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
