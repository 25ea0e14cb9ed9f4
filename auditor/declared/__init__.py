"""Declare records as classes, read plain data into them, and publish their form as JSON Schema."""

from auditor.declared.field import Field, Limits, field
from auditor.declared.record import Declared
from auditor.declared.unfit import Misfit, Unfit, unfit

__all__ = ["Declared", "Field", "Limits", "Misfit", "Unfit", "field", "unfit"]
