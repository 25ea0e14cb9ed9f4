"""Read YAML into plain data with the line of every value, and nothing of YAML beyond JSON's data.

The parser's events are put together here, one by one and without recursion. So anchors, tags,
repeated keys, second documents and deep nesting are met, and refused, where they stand.
"""

import re
from typing import Any

from yaml import CSafeLoader, MarkedYAMLError, events

from auditor.load.bounds import MAX_DEPTH
from auditor.load.fault import Fault, Refused, position, shown
from auditor.load.plain_scalar import plain_value
from auditor.load.pointer import step
from auditor.load.text import UNPRINTABLE, describe_unprintable, text_of
from auditor.load.wording import STARTS_EARLIER, describe_yaml

# What the parser refuses without a place, and what it takes for a line break though no editor does.
_UNREADABLE = re.compile(f"{UNPRINTABLE.pattern}|[\u2028\u2029\ufeff\ufffe\uffff]")
_NO_ANCHORS = (
    "Write the value out in each place: anchors (&) and aliases (*) are not read. "
    "Put a text that starts with & or * in double quotes."
)
_NO_TAGS = "Take the tag away; put a text that starts with ! in double quotes."
_ONE_DOCUMENT = "Give one decision per file: take away the line --- and what is not of this one."
_NO_COMMAS = "Write thousands without a comma: 1000, not 1,000. Put a key in double quotes."
_THOUSANDS = re.compile(r"\d{3}", re.ASCII)  # what a comma between thousands leaves behind it
_BRACES = "Put a text that starts with [ or { in double quotes."


class YamlFault(Fault):
    """One thing that keeps a YAML text from being read."""


def read_yaml(raw: bytes, *, name: str) -> tuple[Any, dict[str, str]]:
    """Return the data of a YAML file and the line of every value, by JSON pointer.

    A record or list in block style stands on the line of its key. Integers become int, other
    numbers Decimal with their digits kept; dates stay text. Raises Fault.
    """
    built = _build(text_of(raw, name=name), name=name)
    if not built.places:
        hint = "Take away the # before what the file is to state."
        raise YamlFault("the file holds nothing but comments", name=name, hint=hint)
    return built.root, built.places


def load_plain(text: str, *, name: str) -> Any:
    """Return the data of a YAML text, by the same rules as `read_yaml`; None where it has none.

    A byte order mark is no part of it. Raises YamlFault.
    """
    return _build(text.removeprefix("\ufeff"), name=name).root


def _build(text: str, *, name: str) -> "_Builder":
    builder = _Builder(name=name)
    _refuse_unreadable(text, name=name)
    parser = CSafeLoader(text)
    try:
        while (event := parser.get_event()) is not None:
            builder.take(event)
    except MarkedYAMLError as error:
        raise _syntax_fault(error, text, name=name) from None
    return builder


def _refuse_unreadable(text: str, *, name: str) -> None:
    found = _UNREADABLE.search(text)
    if found:
        line, column = position(text, found.start())
        problem = describe_unprintable(found.group())
        raise YamlFault(problem, name=name, line=line, column=column, hint="Delete it.")


def _syntax_fault(error: MarkedYAMLError, text: str, *, name: str) -> YamlFault:
    mark = error.context_mark if error.problem in STARTS_EARLIER else error.problem_mark
    lines = text.split("\n")
    # At the end of a file without a last line break, the parser points to a line that is not there.
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark and mark.line == line else len(lines[line])
    problem, hint = describe_yaml(
        error.problem or str(error), found=lines[line][column : column + 1]
    )
    return YamlFault(problem, name=name, line=line + 1, column=column + 1, hint=hint)


class _Open:
    """A record or list whose end has not come yet."""

    __slots__ = ("data", "key", "key_line", "pointer")

    def __init__(self, data: dict[str, Any] | list[Any], pointer: str) -> None:
        self.data = data
        self.pointer = pointer
        self.key: str | None = None  # of the next value; a list never has one
        self.key_line = 0


class _Builder:
    """Put the events of one text together."""

    def __init__(self, *, name: str) -> None:
        self.name = name
        self.root: Any = None
        self.places: dict[str, str] = {}
        self.open: list[_Open] = []
        self.documents = 0

    def take(self, event: events.Event) -> None:
        """Take the next event."""
        match event:
            case events.ScalarEvent():
                self._scalar(event)
            case events.MappingStartEvent():
                self._start(event, {})
            case events.SequenceStartEvent():
                self._start(event, [])
            case events.CollectionEndEvent():
                self.open.pop()
            case events.AliasEvent():
                raise self._fault(event, f"*{event.anchor} points to another place", _NO_ANCHORS)
            case events.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    raise self._fault(event, "a second document starts here", _ONE_DOCUMENT)

    def _scalar(self, event: events.ScalarEvent) -> None:
        self._refuse_properties(event)
        inside = self.open[-1] if self.open else None
        if inside and inside.key is None and isinstance(inside.data, dict):
            if event.implicit[0] and _THOUSANDS.fullmatch(event.value):
                raise self._fault(event, f"the key {event.value} is not text", _NO_COMMAS)
            self._key(event, self._value(event), inside)
        else:
            self._put(self._value(event), _line(event))

    def _value(self, event: events.ScalarEvent) -> Any:
        if event.implicit[0]:  # not quoted
            try:
                return plain_value(event.value)
            except Refused as refused:
                raise self._fault(event, refused.problem, refused.hint) from None
        if event.style == '"' and (found := UNPRINTABLE.search(event.value)):
            problem = describe_unprintable(found.group())
            raise self._fault(event, problem, "Take the escape out of this text.")
        return event.value

    def _key(self, event: events.ScalarEvent, key: Any, inside: _Open) -> None:
        if not isinstance(key, str):
            raise self._fault(
                event,
                f"the key {shown(event.value)} is not text" if event.value else "a key is missing",
                "Put the key in double quotes.",
            )
        if key in inside.data:
            first = self.places[inside.pointer + step(key)]
            problem = f'the key "{shown(key)}" is repeated; it already stands on {first}'
            raise self._fault(event, problem, "Keep one of the two.")
        inside.key, inside.key_line = key, _line(event)

    def _start(self, event: events.CollectionStartEvent, data: dict[str, Any] | list[Any]) -> None:
        self._refuse_properties(event)
        if len(self.open) == MAX_DEPTH:
            problem = f"lists and records stand more than {MAX_DEPTH} deep inside one another"
            raise self._fault(event, problem, "No decision file needs more than ten levels.")
        line = _line(event)
        inside = self.open[-1] if self.open else None
        if inside and isinstance(inside.data, dict):
            if inside.key is None:
                raise self._fault(event, "a key must be text, not a list or a record", _BRACES)
            if not event.flow_style:
                line = inside.key_line
        self.open.append(_Open(data, self._put(data, line)))

    def _put(self, value: Any, line: int) -> str:
        """Put a value where it belongs and return its pointer."""
        pointer = ""
        if not self.open:
            self.root = value
        else:
            inside = self.open[-1]
            if isinstance(inside.data, list):
                pointer = f"{inside.pointer}/{len(inside.data)}"
                inside.data.append(value)
            elif inside.key is not None:
                pointer = inside.pointer + step(inside.key)
                inside.data[inside.key] = value
                inside.key = None
        self.places[pointer] = f"line {line}"
        return pointer

    def _refuse_properties(self, event: events.ScalarEvent | events.CollectionStartEvent) -> None:
        if event.anchor is not None:
            raise self._fault(event, f"&{event.anchor} names this place", _NO_ANCHORS)
        if event.tag is not None:
            raise self._fault(event, "a value with a tag (!) stands here", _NO_TAGS)

    def _fault(self, event: events.Event, problem: str, hint: str) -> YamlFault:
        mark = event.start_mark
        assert mark is not None
        return YamlFault(
            problem, name=self.name, line=mark.line + 1, column=mark.column + 1, hint=hint
        )


def _line(event: events.Event) -> int:
    assert event.start_mark is not None
    return event.start_mark.line + 1
