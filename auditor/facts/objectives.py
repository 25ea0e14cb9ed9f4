"""Find who had a say in the objectives by the time they were set."""

from collections.abc import Iterator

from auditor.facts.absent import absent
from auditor.facts.reading import entries, is_nil
from auditor.model.file import Case
from auditor.model.people import Stakeholder

EVERYONE = "everyone"
"""Stands for a consultation of the public, or one that the file says had no audience of its own."""
_PURPOSES = frozenset(("identify_outcomes", "design"))


def heard(case: Case) -> tuple[str, ...] | None:
    """Return the groups, and the kinds of people consulted, that had a say in the objectives.

    None where the file is silent on others that may have had one, and where those consulted may be
    the one group that took part: a file does not say which groups a kind of people holds.
    """
    groups = tuple(each.name for each in entries(case.stakeholders) if _in_time(case, each))
    asked = _asked(case)
    if len(groups) > 1 or len(asked) > 1 or EVERYONE in asked:
        return (*groups, *asked)
    unknown = (groups and asked) or any(silent(case))
    return None if unknown else (*groups, *asked)


def silent(case: Case) -> Iterator[str]:
    """Yield the pointers of what a file does not state of who had a say in the objectives."""
    yield from absent(case, "objectives.date")
    if case.consultations is None:
        yield "/consultations"
    for position, asking in enumerate(entries(case.consultations)):
        for name in () if is_nil(asking.objective_ids) else ("objective_ids", "audience"):
            if getattr(asking, name) is None:
                yield f"/consultations/{position}/{name}"
    for position, group in enumerate(entries(case.stakeholders)):
        yield from _silent_group(group, f"/stakeholders/{position}/involved")


def _silent_group(group: Stakeholder, pointer: str) -> Iterator[str]:
    if group.involved is None:
        yield pointer
    for position, occasion in enumerate(entries(group.involved)):
        if occasion.number == 0:
            continue
        if occasion.purposes is None:
            yield f"{pointer}/{position}/purposes"
        elif occasion.date is None and _PURPOSES.intersection(entries(occasion.purposes)):
            yield f"{pointer}/{position}/date"


def _in_time(case: Case, group: Stakeholder) -> bool:
    """Say whether a group took part in naming outcomes or in the design by the last objective."""
    set_on = [each.date for each in entries(case.objectives) if each.date is not None]
    return any(
        occasion.date is not None
        and occasion.number != 0
        and any(occasion.date <= day for day in set_on)
        and _PURPOSES.intersection(entries(occasion.purposes))
        for occasion in entries(group.involved)
    )


def _asked(case: Case) -> tuple[str, ...]:
    """Return the kinds of people whose answers changed an objective, each named once."""
    held = [each for each in entries(case.consultations) if entries(each.objective_ids)]
    kinds: list[str] = [kind for each in held for kind in entries(each.audience)]
    open_to_all = [EVERYONE] if "public" in kinds or any(is_nil(h.audience) for h in held) else []
    return tuple(dict.fromkeys([*kinds, *open_to_all]))
