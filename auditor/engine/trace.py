"""Record every value that a rule reads, and what it compared, as evidence."""

import operator
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from auditor.engine.functions import Missing, all_of, any_of
from auditor.engine.language import COMPARISONS, DATE_WORDS
from auditor.engine.show import show
from auditor.model.part import Nil, NilRead

_WORDS = dict(COMPARISONS.values())
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="} | {
    "in": "not in",
    "not in": "in",
}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "in": lambda a, b: a in b,
    "not in": lambda a, b: a not in b,
}
Steps = tuple[tuple[str, str], ...]
"""The names of a path below its root, each with the pointer of what it names."""


class _Kinds(dict[type, str]):
    """Say of each kind of value whether it is a list, a record with parts, or plain."""

    def __missing__(self, kind: type) -> str:
        self[kind] = found = _kind(kind)
        return found


def _kind(kind: type) -> str:
    if issubclass(kind, tuple | list):
        return "list"
    if issubclass(kind, str):  # a name of a fixed set (StrEnum) has attributes and is plain text
        return "plain"
    has_parts = hasattr(kind, "__dataclass_fields__") or any(
        "__dict__" in vars(each) for each in kind.__mro__
    )
    return "record" if has_parts else "plain"


_KINDS = _Kinds({type(None): "none", Nil: "nil"})
_WHOLE = ("plain", "none")
"""Entries of these kinds are not read one by one: their list is read as one value."""


def _has(read: Callable[[], Any]) -> bool:
    try:
        read()
    except (Missing, NilRead):
        return False
    return True


def _nil(read: Callable[[], Any]) -> bool:
    try:
        read()
    except NilRead:
        return True
    except Missing:
        return False
    return False


def _settled(ask: Callable[..., Any]) -> Callable[..., Any]:
    """Return a call that was answered in spite of what it found missing on the way.

    What `has` asked about, or what an entry lacked that `any` could do without, is not what
    keeps a rule from its answer.
    """

    def asked(log: "Log", *values: Any) -> Any:
        before = len(log.missing)
        answer = ask(*values)
        if len(log.missing) > before:
            for pointer in list(log.missing)[before:]:
                del log.missing[pointer]
                log.passed_over[pointer] = None
        return answer

    return asked


class Log:
    """What was read, in order: pointer → value, and what was expected of it.

    `missing` stopped the rule, `passed_over` was missing too and did not. A rule that is compiled
    to be traced reads the file, asks and compares through the log.
    """

    __slots__ = ("expected", "missing", "order", "passed_over", "reads", "stands_for")

    def __init__(self) -> None:
        self.reads: dict[str, Any] = {}
        self.expected: dict[str, str] = {}
        self.missing: dict[str, None] = {}
        self.passed_over: dict[str, None] = {}
        self.order: list[str] = []
        self.stands_for: dict[str, Any] = {}

    has, nil, any, all = (_settled(ask) for ask in (_has, _nil, any_of, all_of))

    def note(self, pointer: str, value: Any) -> Any:
        """Record an entry of a list and return it, wrapped if it has parts of its own."""
        kind = _KINDS[value.__class__]
        if kind == "record":
            return Traced(value, pointer, self)
        self.order.append(pointer)
        if kind == "list":
            return TracedList(value, pointer, self)
        self.reads[pointer] = value
        if kind == "none":
            self.missing[pointer] = None
        return value

    def read(self, value: Any, steps: Steps) -> Any:
        """Read a path and record what stands at its end, or what stopped it on the way.

        Raises Missing or NilRead, as the path does in a rule that is not traced.
        """
        for name, pointer in steps:
            owner, value = value, getattr(value, name)
            kind = _KINDS[value.__class__]
            if kind != "record":
                return self.end(owner, pointer, value, kind)
        return Traced(value, pointer, self)

    def end(self, owner: Any, pointer: str, value: Any, kind: str) -> Any:
        """Record what stands at the end of a path; `owner` is the part that it belongs to."""
        if pointer[0] == "f" and getattr(owner, "file_pointer", None):
            # a derived value that stands for one of the file, such as a judged claim
            self.stands_for[pointer] = owner
        self.order.append(pointer)
        if kind == "list":
            return TracedList(value, pointer, self)
        self.reads[pointer] = value
        return value if kind == "plain" else self._stop(pointer, value)

    def _stop(self, pointer: str, value: Any) -> NoReturn:
        if value is None:
            self.missing[pointer] = None
            raise Missing("not stated")
        raise NilRead(value.none)

    def compare(
        self,
        wanted: bool,
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
        result = bool(_COMPARE[sign](a, b))
        if result is not wanted:
            needed = sign if wanted else _OPPOSITE[sign]
            if side == "left":
                self._expect(self.order[start:middle], needed, b)
            elif needed in _MIRRORED:
                self._expect(self.order[middle:], _MIRRORED[needed], a)
        return result

    def _expect(self, pointers: list[str], sign: str, value: Any) -> None:
        words = DATE_WORDS if hasattr(value, "isoformat") else _WORDS
        for pointer in pointers[:1]:  # what follows the path is what was counted in its list
            self.expected[pointer] = f"{words[sign]} {show(_bare(value))}"


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

    def read(self, names: tuple[str, ...]) -> Any:
        """Read a path below this part and record it, as `Log.read` does."""
        value, pointer, log = self._value, self._pointer, self._log
        for name in names:
            pointer = child(pointer, name)
            owner, value = value, getattr(value, name)
            kind = _KINDS[value.__class__]
            if kind != "record":
                return log.end(owner, pointer, value, kind)
        return Traced(value, pointer, log)


class TracedList:
    """Stand for a list, recording what is read of its entries."""

    __slots__ = ("_log", "_whole", "bare", "pointer")

    def __init__(self, bare: Any, pointer: str, log: Log) -> None:
        self.bare, self.pointer, self._log = bare, pointer, log
        self._whole = all(_KINDS[entry.__class__] in _WHOLE for entry in bare)
        if self._whole:
            log.reads[pointer] = tuple(bare)

    def __iter__(self) -> Iterator[Any]:
        if self._whole:
            return iter(self.bare)
        note, pointer = self._log.note, self.pointer
        return (note(child(pointer, index), entry) for index, entry in enumerate(self.bare))

    def __len__(self) -> int:
        self._log.reads.setdefault(self.pointer, tuple(self.bare))
        return len(self.bare)

    def __contains__(self, value: Any) -> bool:
        return value in self.bare
