"""Turn the merged release of one contracting process into the data of a commissioning file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from auditor.load.document import Remark, RemarkKind
from auditor.load.ocds.awards import write_awards, write_contracts
from auditor.load.ocds.draft import Draft
from auditor.load.ocds.notices import Invited, write_notices
from auditor.load.ocds.portals import Portal, known, portal_of
from auditor.load.ocds.spot import Looked, Spot
from auditor.load.ocds.stage import stage_of
from auditor.load.ocds.tender import write_tender
from auditor.load.ocds.unread import unread
from auditor.load.ocds.values import day, text

_ID = re.compile("[A-Za-z0-9][A-Za-z0-9_-]*")
_LONGEST_TITLE = 300
_FIRST_RELEASE = (
    "the day of this release, the first about a tender, was read as the day on which tenders were"
    " invited"
)


@dataclass(frozen=True, slots=True)
class Filed:
    """The data of one file, the place of every value, and remarks on how it was read."""

    data: dict[str, Any]
    places: dict[str, str]
    remarks: tuple[Remark, ...]


def file_of(
    process: str,
    release: Any,
    *,
    origin: str,
    shadow: Any,
    tags: set[str],
    invited: Invited | None,
    announced: Mapping[str, Invited],
) -> Filed:
    """Return the commissioning file of one process.

    `origin` is the pointer of its only release, or empty where several were merged and `shadow`
    says where each value stands; `invited` is when its first tender release was made, `announced`
    when each award was first published.
    """
    looked = Looked()
    spot = Spot(release, looked, origin=origin, shadow=shadow)
    portal = portal_of(process)
    draft = Draft({"format_version": "1", "kind": "commissioning"}, {"": spot.place})
    _head(draft, process, spot, portal, tags)
    part = draft.part("procurement", spot)
    _procurement(part, process, spot, portal)
    tender = spot["tender"]
    write_tender(part, tender, portal)
    _published(draft, part, spot, invited if portal.release_is_notice else None)
    write_awards(part, spot["awards"], spot["parties"], announced)
    write_contracts(part, spot["contracts"])
    write_notices(draft, spot)
    currency = tender["value"]["currency"]
    draft.say("currency", part.data.get("value", {}).get("currency"), currency)
    _decided(draft, part)
    looked.remarks += unread(release, looked, spot.place)
    return Filed(draft.data, draft.places, tuple(dict.fromkeys(looked.remarks)))


def _head(draft: Draft, process: str, spot: Spot, portal: Portal, tags: set[str]) -> None:
    tender = spot["tender"]
    if _ID.fullmatch(process):
        draft.say("id", process, spot["ocid"])
    titled = next((each for each in (tender["title"], spot["title"]) if each), tender["title"])
    draft.say(
        "title", _title(titled) or f"Contracting process {process or 'without an ocid'}", titled
    )
    draft.say("stage", stage_of(spot, tags), spot)
    buyer = _buyer(spot)
    address = buyer["address"]
    draft.say(
        "nation", portal.nation or _nation(address), spot["ocid"] if portal.nation else address
    )
    draft.say("authority_type", _authority(buyer), buyer)
    regimes = [each for each in tender["specialRegime"] if each.value == "lightTouch"]
    draft.say("light_touch", True if regimes else None, tender["specialRegime"])


def _nation(address: Spot) -> str | None:
    """Return the nation by the country of an address or else by its statistical region."""
    country, region = text(address["countryName"]), text(address["region"])
    return known("countries").get((country or "").lower()) or known("regions").get(
        (region or "")[:3]
    )


def _title(spot: Spot) -> str | None:
    title = text(spot)
    if title and len(title) > _LONGEST_TITLE:
        spot.odd(f"the title is longer than {_LONGEST_TITLE} characters and was cut")
        return f"{title[: _LONGEST_TITLE - 1]}…"
    return title


def _buyer(spot: Spot) -> Spot:
    """Return the party that buys: the one that `buyer` refers to."""
    name = spot["buyer"]["id"].value
    parties = list(spot["parties"])
    return next((each for each in parties if name and each["id"].value == name), spot["buyer"])


def _authority(buyer: Spot) -> str | None:
    listed = buyer.under("details", "classifications")
    kinds = (known("authorities").get(text(each["id"]) or "") for each in listed)
    return next((kind for kind in kinds if kind), None)


def _procurement(part: Draft, process: str, spot: Spot, portal: Portal) -> None:
    part.say("process", text(spot["ocid"]), spot["ocid"])
    if not process:
        spot.odd("the release has no ocid, so it was read as a process of its own")
    part.say("portal", portal.name or None, spot["ocid"])
    part.say("not_published", list(portal.leaves_out), spot["ocid"])
    buyer = spot["buyer"]["name"] or spot.under("tender", "procuringEntity", "name")
    part.say("buyer", text(buyer), buyer)
    for related in spot["relatedProcesses"]:
        entry = part.entry("related", related)
        entry.texts("relationship", related["relationship"])
        entry.say("identifier", text(related["identifier"]), related["identifier"])
        entry.say("title", text(related["title"]), related["title"])
        if process and entry.data.get("identifier") == process:
            related.odd("the process is said to be related to itself")


def _published(draft: Draft, part: Draft, release: Spot, invited: Invited | None) -> None:
    """Write when tenders were first invited: as the tender says, or by its first release."""
    tender = release["tender"]
    printed = day(tender["datePublished"])
    notices = [each for each in tender["documents"] if _invites(each)]
    if printed:
        spot = tender["datePublished"]
    elif noticed := [each["datePublished"] for each in notices if each["datePublished"]]:
        spot = min(noticed, key=lambda each: str(each.value))
        printed = day(spot)
    elif invited is not None:
        printed = invited.day
        spot = Spot(printed, release.looked, origin=invited.place)
        spot.odd(_FIRST_RELEASE, kind=RemarkKind.READING)
    if printed:
        part.say("published_on", printed, spot)
        draft.say("procurement_start_date", printed, spot)


def _invites(document: Spot) -> bool:
    """Say whether a document is the notice that invites tenders, and not one before or after it."""
    numbered = document["noticeType"].value
    return document["documentType"].value == "tenderNotice" and numbered in (None, "UK4")


def _decided(draft: Draft, part: Draft) -> None:
    """Write the day of the first award that stands as the day of the decision."""
    for number, award in enumerate(part.data.get("awards", ())):
        if award.get("date") and award.get("status", "active") == "active":
            earlier = draft.data.get("decision_date")
            if earlier is None or award["date"] < earlier:
                draft.data["decision_date"] = award["date"]
                place = part.places[f"{part.pointer}/awards/{number}/date"]
                draft.places["/decision_date"] = place
