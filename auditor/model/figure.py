"""Hold a claimed number beside the way its publication prints it."""

from decimal import Decimal
from typing import Any, Self

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from auditor.model.part import EvidenceUse, Part, must, said, short_form
from auditor.model.printed import Printed, half_unit, half_unit_in, read_printed
from auditor.model.refusal import refusal
from auditor.model.scalar import LARGEST, Number, Text

MISPRINT = "printed_disagrees"
"""The sort of refusal of a figure whose printed text is another number than its value."""


class Figure(Part):
    """A claimed number: the number alone, or with its printed text and where that stands."""

    value: Number = must("The number that is claimed, exact.", 345000)
    printed: Text | None = said("The claim as it is printed.", "£345k")
    where: Text | None = said("Where it is printed.", "Table 3")
    source: EvidenceUse | None = said(
        "The document of the evidence register that gives the figure, and where in it.",
        {"entry": "E1", "page": 4},
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say that a number alone will do."""
        record = handler.resolve_ref_schema(handler(schema))
        number = {"type": "number", "minimum": -LARGEST, "maximum": LARGEST, "x-unit": "claim"}
        return short_form(record, number)

    @model_validator(mode="before")
    @classmethod
    def _from_bare_number(cls, given: Any) -> Any:
        bare = type(given) is int or isinstance(given, Decimal)
        return {"value": given} if bare else given

    @model_validator(mode="after")
    def _printed_as_claimed(self) -> Self:
        as_printed = self._as_printed
        if as_printed and abs(as_printed.value - self.value) > as_printed.half_unit:
            says = f'the text "{self.printed}" prints {as_printed.value:f}, '
            says += f"and the value given is {self.value:f}"
            raise refusal(says, sort=MISPRINT)
        return self

    @property
    def _as_printed(self) -> Printed | None:
        return read_printed(self.printed) if self.printed else None

    @property
    def half_unit(self) -> Decimal:
        """Return half a unit of the last printed digit, in the unit of the value."""
        as_printed = self._as_printed
        if as_printed:
            return as_printed.half_unit
        in_words = half_unit_in(self.printed, self.value) if self.printed else None
        return half_unit(self.value) if in_words is None else in_words
