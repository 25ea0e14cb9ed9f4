"""Give every part of a file its common behaviour: frozen, exact, documented, or an explicit nil."""

from dataclasses import dataclass
from typing import Annotated, Any, NoReturn, TypeAlias, TypeVar, get_args, get_origin

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema

from auditor.model.scalar import ID_PATTERN, CellName, Id, PageNumber, Text

T = TypeVar("T")
FIGURES = "claimed figures"
LONGEST_QUOTE = 2000
"""In characters."""
PART = "part"
"""The key under which the class of a part stands that is read when it is met."""


class Part(BaseModel):
    """Hold one part of a file: never changed, nothing unknown in it, no value converted."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


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


class _AsMeant:
    """Read a value in the form that was meant, so that one mistake is refused once.

    The reader of a part is made when a file first has one: most files have few of the parts.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        stated = get_args(source)[0]
        many = get_origin(stated) is tuple
        read = _reader(get_args(stated)[0] if many else stated, handler)
        forms = {_STATED: _some(read) if many else read, _NIL: _reader(Nil, handler)}
        return core_schema.tagged_union_schema(forms, _form)


_STATED, _NIL = "as stated", "as nil"


def _form(value: Any) -> str:
    nil = isinstance(value, Nil) or (isinstance(value, dict) and "none" in value)
    return _NIL if nil else _STATED


def _reader(kind: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
    if isinstance(kind, type) and issubclass(kind, Part):
        about = {PART: kind}
        return core_schema.no_info_plain_validator_function(kind.model_validate, metadata=about)
    return handler.generate_schema(kind)


def _some(entry: core_schema.CoreSchema) -> core_schema.CoreSchema:
    """Read a list of at least one entry into a tuple."""
    return core_schema.tuple_schema([entry], variadic_item_index=0, min_length=1, strict=False)


_MEANT = _AsMeant()

Stated: TypeAlias = Annotated[T | Nil | None, _MEANT]
"""A part or a text that the file states, says is nil, or leaves out."""

Many: TypeAlias = Annotated[tuple[T, ...] | Nil | None, _MEANT]
"""A list that the file states, with one or more entries, says is nil, or leaves out."""

Note: TypeAlias = Annotated[Text | Nil | None, _MEANT]
"""A text that the file states, says is nil, or leaves out."""


def said(description: str, *examples: object) -> Any:
    """Describe a field that a file may leave out; absent means "not stated"."""
    return Field(default=None, description=description, examples=list(examples) or None)


def must(description: str, *examples: object) -> Any:
    """Describe a field that its part cannot do without."""
    return Field(description=description, examples=list(examples) or None)


def short_form(record: JsonSchemaValue, bare: JsonSchemaValue) -> JsonSchemaValue:
    """Change the schema of a record, where it stands, so that a plain value will do instead."""
    names = {name: record.pop(name) for name in ("title", "description")}
    whole = {"anyOf": [bare, dict(record)], **names}
    record.clear()
    record.update(whole)
    return record


class EvidenceUse(Part):
    """A use of the evidence register: its entry alone, or where and what is said to stand there."""

    entry: Annotated[Id, Refers("evidence")] = must("Id of the entry of the register.", "E1")
    page: PageNumber | None = said("The page on which it stands.", 4)
    sheet: Text | None = said("The sheet of a workbook on which it stands.", "Costs")
    cell: CellName | None = said("The cell of that sheet.", "C14")
    quote: Annotated[Text, Field(max_length=LONGEST_QUOTE)] | None = said(
        "The passage, word for word; “…” stands for what is left out.", "47 of 54 users want this"
    )
    figure: Annotated[Text, Field(max_length=60)] | None = said(
        "A figure that stands there, as it is printed.", "£1,234"
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say that an id alone will do."""
        record = handler.resolve_ref_schema(handler(schema))
        return short_form(record, {"type": "string", "pattern": ID_PATTERN})

    @model_validator(mode="before")
    @classmethod
    def _from_bare_id(cls, given: Any) -> Any:
        return {"entry": given} if isinstance(given, str) else given


class Record(Part):
    """Hold one part of a file that may name the evidence behind it."""

    evidence: Many[EvidenceUse] = said(
        "The entries of the evidence register that support this: their ids, or where in them it"
        " stands.",
        ["E1"],
    )
