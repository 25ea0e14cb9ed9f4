"""Say what a fact that holds or not says, in the words of its own description."""

import inspect
from functools import cache
from typing import Any

from auditor.facts import Facts
from auditor.model.describe import describe

_STARTS = "Whether "


@cache
def fact_in_words(path: str) -> str:
    """Return what holds where a fact does; nothing for what is no fact or is no yes or no.

    >>> fact_in_words("facts.duties.provider_gave_up")
    'the service ends for no other reason than that its provider gives up'
    """
    root, *parts = path.split(".")
    if root != "facts" or not parts:
        return ""
    owner: Any = Facts
    for name in parts[:-1]:
        found = describe(owner, name)
        owner = found.owner if found else None
    said = inspect.getdoc(inspect.getattr_static(owner, parts[-1], None)) or ""
    first = said.partition(".")[0].partition(":")[0]
    return first.removeprefix(_STARTS) if first.startswith(_STARTS) else ""
