"""Merge the releases of one process as the standard says, and keep where each value stands.

Merging is left to `ocdsmerge`, which is handed the merge rules of the standard: left to itself it
would fetch them. It is run twice, once on the releases and once on their shadows, in which every
value is replaced by its own place; so what is left tells where each value comes from.
"""

import warnings
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from ocdsmerge.exceptions import OCDSMergeError  # type: ignore[import-untyped]
from ocdsmerge.merge import CompiledRelease  # type: ignore[import-untyped]

from auditor.load.document import Remark, RemarkKind
from auditor.load.ocds.clash import clashes
from auditor.load.ocds.shadow import shadow_of, sound
from auditor.load.ocds.split import Item

# OCDS 1.1, "Merging": what is left out, and the lists that a later release replaces whole although
# they hold objects. Every other list of objects is merged by `id`, every other list replaced.
_OMITTED, _WHOLE = "omitWhenMerged", "wholeListMerge"
RULES: Mapping[tuple[str, ...], str] = MappingProxyType(
    {
        **{(name,): _OMITTED for name in ("id", "date", "tag")},
        **{
            tuple(path.split("/")): _WHOLE
            for path in (
                "parties/additionalIdentifiers",
                "buyer/additionalIdentifiers",
                "tender/items/additionalClassifications",
                "awards/items/additionalClassifications",
                "contracts/items/additionalClassifications",
                "tender/amendment/changes",
                "awards/amendment/changes",
                "contracts/amendment/changes",
                "tender/amendments/changes",
                "awards/amendments/changes",
                "contracts/amendments/changes",
            )
        },
    }
)
_CRITERIA = (("tender",), ("tender", "lots"))
"""Where award criteria stand. Most portals give them no ids, so they can only be replaced whole."""


def merged(items: Sequence[Item]) -> tuple[dict[str, Any], dict[str, Any], list[Remark]]:
    """Return the merged release, its shadow, and what was odd about merging."""
    ordered = sorted(items, key=_moment)
    odd = [*_undated(items), *_twice(items)]
    rules = {**RULES, **_rules_of_criteria([item.value for item in items])}
    try:
        value, repeated = _compiled([sound(item.value) for item in ordered], rules)
        shadows = [shadow_of(item.value, item.pointer) for item in ordered]
        shadow, _ = _compiled(shadows, rules)
    except OCDSMergeError:
        last = ordered[-1]
        text = "its releases contradict one another in their form; the latest alone was read"
        odd.append(Remark(RemarkKind.LOSS, text, last.pointer))
        return last.value, shadow_of(last.value, last.pointer), odd
    odd += (Remark(RemarkKind.DEFECT, text, ordered[-1].pointer) for text in repeated)
    odd += clashes(ordered)
    return value, shadow, odd


def _rules_of_criteria(releases: Sequence[Any]) -> dict[tuple[str, ...], str]:
    """Return the rule for each list of criteria of which none has an id.

    Merging keeps what has no id, so that each release would add the same criteria once more.
    """
    paths = [(*path, "awardCriteria", "criteria") for path in _CRITERIA]
    return {
        path: _WHOLE
        for path in paths
        if not any("id" in each for each in _objects(list(releases), path))
    }


def _objects(values: list[Any], path: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    """Yield the objects that stand under a path, in lists or alone."""
    for value in values:
        if isinstance(value, list):
            yield from _objects(value, path)
        elif isinstance(value, dict) and path:
            yield from _objects([value.get(path[0])], path[1:])
        elif isinstance(value, dict):
            yield value


def _compiled(
    releases: Sequence[dict[str, Any]], rules: Mapping[tuple[str, ...], str]
) -> tuple[dict[str, Any], list[str]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        whole = CompiledRelease(merge_rules=dict(rules))
        for release in releases:
            whole.append(release)
        value: dict[str, Any] = whole.asdict()
    return value, list(dict.fromkeys(str(each.message) for each in caught))


def _moment(item: Item) -> tuple[bool, datetime]:
    """Return when a release was made; one without a date goes before all others."""
    try:
        moment = datetime.fromisoformat(str(item.value.get("date")))
    except ValueError:
        return False, datetime.min.replace(tzinfo=UTC)
    return True, moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _undated(items: Sequence[Item]) -> Iterator[Remark]:
    for item in items:
        if not _moment(item)[0]:
            text = "the release has no date, so it was taken to be older than those that have one"
            yield Remark(RemarkKind.ASSUMPTION, text, item.pointer)


def _twice(items: Sequence[Item]) -> Iterator[Remark]:
    first: dict[str, Item] = {}
    for item in items:
        name = item.value.get("id")
        if not isinstance(name, str):
            continue
        if name in first:
            same = "the same" if item.value == first[name].value else "another"
            text = f"the id of this release is already that of {same} release"
            yield Remark(RemarkKind.DEFECT, text, item.pointer)
        first.setdefault(name, item)
