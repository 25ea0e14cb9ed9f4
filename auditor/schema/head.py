"""Say what is wrong with the few values that decide how the rest of a file is read."""

from typing import Any

from auditor.model.links import Fault, suggest
from auditor.model.stages import KIND_OF_STAGE, STAGES

FORMAT_VERSION = "1"
_KINDS = " or ".join(STAGES)


def faults_of_head(data: Any) -> tuple[Fault, ...]:
    """Return the faults that keep the rest of a file from being looked at; usually none."""
    if not isinstance(data, dict):
        problem = "a file is one record: names with values, such as kind, title and stage"
        return (Fault("", problem, "Draft one with: auditor new commissioning"),)
    version, kind = _version(data.get("format_version")), _kind(data.get("kind"))
    return tuple(fault for fault in (version, kind) if fault)


def stage_fault(pointer: str, stage: Any, kind: str) -> Fault | None:
    """Return the fault of a stage that belongs to the other kind of file."""
    other = KIND_OF_STAGE.get(stage) if isinstance(stage, str) else None
    if pointer != "/stage" or other in (None, kind):
        return None
    problem = f'the stage "{stage}" belongs to a {other} file, and this is a {kind} file'
    return Fault(pointer, problem, f"Its stages are: {', '.join(STAGES[kind])}.")


def _version(stated: Any) -> Fault | None:
    """Return the fault of a version that is not read; a missing one is found with the rest."""
    if not isinstance(stated, str) or stated == FORMAT_VERSION:
        return None
    problem = f'format_version "{stated}" is not read by this version of the program'
    return Fault("/format_version", problem, f'It reads format_version "{FORMAT_VERSION}".')


def _kind(stated: Any) -> Fault | None:
    if isinstance(stated, str) and stated in STAGES:
        return None
    if stated is None:
        return Fault("/kind", "the file does not say its kind", f"Add: kind: {_KINDS}.")
    if not isinstance(stated, str):
        return Fault("/kind", "the kind must be a text", f"Write {_KINDS}.")
    near = suggest(stated, tuple(STAGES)) or f"Write {_KINDS}."
    return Fault("/kind", f'there is no kind of file called "{stated}"', near)
