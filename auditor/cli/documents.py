"""Have the documents of a file examined, and choose those that a report attaches."""

from pathlib import Path

from auditor.cli.emit import progress
from auditor.cli.guard import complain
from auditor.evidence.attach import Attached, attachments
from auditor.evidence.result import Examination, Examined
from auditor.model.file import Case

MOST_ATTACHED = 50
"""How many megabytes of documents a report carries at most."""
_MEGABYTE = 1_000_000


def examination(case: Case, folder: Path, *, with_pictures: bool = False) -> Examination:
    """Examine the documents of a file in their folder; raises UsageError where there is none."""
    from auditor.evidence.examine import examine  # loads what a run without documents never needs

    progress("Looking into the documents…")
    return examine(case, folder, with_pictures=with_pictures)


def attached_to(examined: Examined, folder: Path, megabytes: int) -> tuple[Attached, ...]:
    """Return the documents that go with a report, and name those that do not."""
    found = attachments(examined, folder, most=megabytes * _MEGABYTE)
    if found.left_out:
        listed = ", ".join(found.left_out)
        complain(f"not attached, as not there, changed or beyond {megabytes} MB: {listed}")
    return found.attached
