"""Say what a file states at the end of a path, without stopping a rule where it states nothing."""

from collections.abc import Iterable
from typing import Any

from auditor.model.part import Nil


def is_stated(part: Any, names: Iterable[str]) -> bool:
    """Say whether a value stands at the end of a path (an explicit nil is none)."""
    for name in names:
        part = getattr(part, name)
        if part is None or part.__class__ is Nil:
            return False
    return True


def is_denied(part: Any, names: Iterable[str]) -> bool:
    """Say whether a path comes upon an explicit nil: the file says, and why, that there is none."""
    for name in names:
        part = getattr(part, name)
        if part is None:
            return False
        if part.__class__ is Nil:
            return True
    return False
