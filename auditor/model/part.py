"""Give every part of a file its common behaviour: frozen, exact, documented, or an explicit nil."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, NoReturn, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, Strict
from pydantic.fields import ComputedFieldInfo, FieldInfo

from auditor.model.scalar import Id, Text

T = TypeVar("T")
FIGURES = "claimed figures"
_SHORT = {
    "bcr": "benefit to cost ratio",
    "hr": "HR",
    "id": "ID",
    "ids": "IDs",
    "kpis": "KPIs",
    "npv": "net present value",
    "sroi": "SROI",
    "tupe": "TUPE",
    "vat": "VAT",
    "vcse": "VCSE",
    "vfm": "value for money",
}
"""Short forms in names, as a title spells them."""


def _words(model: type) -> str:
    """Turn a model's name into its title: `ValueMapRow` is "Value map row"."""
    return _title(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", model.__name__).lower())


def _of_field(name: str, _: FieldInfo | ComputedFieldInfo) -> str:
    return _title(name)


def _title(name: str) -> str:
    """Turn a name into a title: `decision_date` is "Decision date"."""
    words = " ".join(_SHORT.get(word, word) for word in name.split("_"))
    return words[0].upper() + words[1:]


class Part(BaseModel):
    """Hold one part of a file: never changed, nothing unknown in it, no value converted."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        defer_build=True,
        model_title_generator=_words,
        field_title_generator=_of_field,
    )


class NilRead(Exception):
    """Something was read inside a part that the file says does not exist, and why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"the file says that there is none: {reason}")


class Nil(Part):
    """Say on purpose that there is none, and why; this is not the same as leaving it out."""

    none: Text = Field(
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

Listed: TypeAlias = Annotated[tuple[T, ...], Strict(False), Field(min_length=1)]
"""One or more entries, kept in the order of the file."""

Many: TypeAlias = Listed[T] | Nil | None
"""A list that the file states, says is nil, or leaves out."""

Note: TypeAlias = Text | Nil | None
"""A text that the file states, says is nil, or leaves out."""


def said(description: str, *examples: object) -> Any:
    """Describe a field that a file may leave out; absent means "not stated"."""
    return Field(default=None, description=description, examples=list(examples) or None)


def must(description: str, *examples: object) -> Any:
    """Describe a field that its part cannot do without."""
    return Field(description=description, examples=list(examples) or None)


class Record(Part):
    """Hold one part of a file that may name the evidence behind it."""

    evidence: Many[Annotated[Id, Refers("evidence")]] = said(
        "Ids of the entries of the evidence register that support this.", ["E1"]
    )
