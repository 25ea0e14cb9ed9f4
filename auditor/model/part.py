"""Give every part of a file its common behaviour: frozen, exact, documented, or an explicit nil."""

from dataclasses import dataclass
from typing import Annotated, Any, NoReturn, TypeAlias, TypeVar

from auditor.declared import Declared, Limits, field
from auditor.model.scalar import Id, Text

T = TypeVar("T")
FIGURES = "claimed figures"


class Part(Declared, null=False):
    """Hold one part of a file: never changed, nothing unknown in it, no value converted.

    Null is no value: a file states, leaves out, or says that there is none and why.
    """


class NilRead(Exception):
    """Something was read inside a part that the file says does not exist, and why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the file says that there is none: {reason}")


class Nil(Part, known_by="none"):
    """Say on purpose that there is none, and why; this is not the same as leaving it out."""

    none: Text = field(
        description="Why there is none, in one sentence that a reader can check.",
        examples=["No property or land is part of this service"],
    )

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # protocols of the language ask for these, rules never can
            raise AttributeError(name)
        raise NilRead(self.none)

    def __iter__(self) -> NoReturn:
        raise NilRead(self.none)

    def __len__(self) -> int:
        raise NilRead(self.none)

    def __getitem__(self, _: object) -> NoReturn:
        raise NilRead(self.none)


@dataclass(frozen=True, slots=True)
class Refers:
    """Mark a field as naming entries of a list of the file, such as `award.criteria`.

    `FIGURES` stands for all figures that the file claims, by names such as `sroi.ratio`.
    """

    to: str


Stated: TypeAlias = T | Nil | None
"""A part or a text that the file states, says is nil, or leaves out."""

Listed: TypeAlias = Annotated[tuple[T, ...], Limits(min_length=1)]
"""One or more entries, kept in the order of the file."""

Many: TypeAlias = Listed[T] | Nil | None
"""A list that the file states, says is nil, or leaves out."""

Note: TypeAlias = Text | Nil | None
"""A text that the file states, says is nil, or leaves out."""


def said(description: str, *examples: object) -> Any:
    """Describe a field that a file may leave out; absent means "not stated"."""
    return field(default=None, description=description, examples=list(examples) or None)


def must(description: str, *examples: object) -> Any:
    """Describe a field that its part cannot do without."""
    return field(description=description, examples=list(examples) or None)


class Record(Part):
    """Hold one part of a file that may name the evidence behind it."""

    evidence: Many[Annotated[Id, Refers("evidence")]] = said(
        "Ids of the entries of the evidence register that support this.", ["E1"]
    )
