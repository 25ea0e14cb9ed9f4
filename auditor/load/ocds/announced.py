"""Tell when each award was first made public, over all releases of its process."""

from collections.abc import Iterator, Mapping, Sequence

from auditor.load.ocds.notices import AWARD_NOTICE, Invited
from auditor.load.ocds.split import Item
from auditor.load.ocds.spot import Looked, Spot
from auditor.load.ocds.values import day, text

_CHANGES = frozenset({"awardUpdate", "awardAmendment", "awardCancellation"})


def announced(items: Sequence[Item]) -> Mapping[str, Invited]:
    """Return the first day on which each award was published, by its id, and where it stands.

    A release that only changes an award shows the day of the change; so its day is taken only
    where an earlier notice stands beside it. An award that is missing has no day that is known.
    """
    first: dict[str, Invited] = {}
    for item in items:
        release = Spot(item.value, Looked(), origin=item.pointer)
        changed = _only_changes(release["tag"])
        for award in release["awards"]:
            days = list(_days(award))
            name = text(award["id"]) or ""
            for found in days if len(days) > 1 or not changed else ():
                if name not in first or found.day < first[name].day:
                    first[name] = found
    return first


def _only_changes(tags: Spot) -> bool:
    listed = tags.value if isinstance(tags.value, list) else [tags.value]
    return "award" not in listed and any(tag in _CHANGES for tag in listed if isinstance(tag, str))


def _days(award: Spot) -> Iterator[Invited]:
    """Yield the days that an award gives: its own, or else those of its notices."""
    own = award["datePublished"]
    notices = (each for each in award["documents"] if each["documentType"].value == AWARD_NOTICE)
    for spot in [own] if own else [each["datePublished"] for each in notices]:
        if on := day(spot):
            yield Invited(on, spot.place)
