"""Answer at once where the value that an expression reads first is not stated.

What a record of its reads would show is then known without one: that value and nothing else. Whole
sections are left out of most files, so this answers much of what cannot be concluded.
"""

from typing import Any

from auditor.engine.answer import Answer, Gaps, found
from auditor.engine.expression import Compiled
from auditor.engine.subject import Subject
from auditor.finding import Evidence, Status
from auditor.model.part import Nil

Item = tuple[Any, str]
"""An entry of a list with its pointer."""


def at_once(compiled: Compiled, subject: Subject, *item: Item) -> Answer | None:
    """Return the answer of an expression that its first read stops; None where it does not.

    `item` is the entry of a list that the expression is about. What derived values lack has to be
    asked for, so nothing is said of them here.
    """
    root, *names = compiled.first
    if root == "case":
        value, pointer = subject.case, ""
    elif item and root not in ("", "facts", "param") and item[0][1].startswith("/"):
        value, pointer = item[0]
    else:
        return None
    for name in names:
        value = getattr(value, name)
        pointer = f"{pointer}/{name}"
        if value is None:
            return _not_stated(pointer, subject)
        if value.__class__ is Nil:
            break
    return None


def _not_stated(pointer: str, subject: Subject) -> Answer:
    """Return the answer of everything that one absent value stops; many rules share it."""
    known = subject.silent
    if pointer not in known:
        evidence = Evidence(pointer, subject.place(pointer), found(None))
        reason = "nothing can be concluded: not stated"
        gaps = Gaps((pointer,))
        known[pointer] = Answer(Status.CANNOT_CONCLUDE, reason, (evidence,), (pointer,), gaps)
    return known[pointer]
