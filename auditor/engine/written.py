"""Give every record of a rule pack its common behaviour: frozen, exact, nothing unknown in it."""

from datetime import date
from typing import Annotated, TypeAlias, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict

from auditor.model.scalar import read_day

T = TypeVar("T")


class Written(BaseModel):
    """Hold one record as it is written in a pack; no value is converted in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


Several: TypeAlias = Annotated[tuple[T, ...], Strict(False)]
"""Any number of entries, kept in the order of the file."""

Some: TypeAlias = Annotated[tuple[T, ...], Strict(False), Field(min_length=1)]
"""One or more entries, kept in the order of the file."""

Named: TypeAlias = Annotated[T, Strict(False)]
"""A value of an enumeration, written as its text."""

Day: TypeAlias = Annotated[date, Strict(), BeforeValidator(read_day)]
"""A calendar day, written year-month-day."""
