"""Publish the form of a file as JSON Schema, and validate files against it."""

from auditor.schema.accept import validate

__all__ = ["validate"]
