"""Publish the form of a file as JSON Schema, and validate files against it."""

from auditor.schema.accept import validate
from auditor.schema.generate import schema_for, write_schemas

__all__ = ["schema_for", "validate", "write_schemas"]
