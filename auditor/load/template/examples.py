"""Say what the example row of a list shows."""

from typing import Any

from auditor.load.template.field import Field, Holds


def example_of(field: Field | None) -> Any:
    """Return what the example row shows of a field, None where it shows nothing."""
    if field is None or field.holds_parts or field.path[-1] == "evidence":
        return None
    example = field.example
    if field.holds is Holds.FIGURE and isinstance(example, dict):
        return None
    return example
