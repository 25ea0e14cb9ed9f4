"""Write what a release says of awards, suppliers and contracts."""

from collections.abc import Mapping

from auditor.load.document import RemarkKind
from auditor.load.ocds.amendments import write_amendments
from auditor.load.ocds.amounts import write_amount
from auditor.load.ocds.draft import Draft
from auditor.load.ocds.notices import AWARD_NOTICE, Invited
from auditor.load.ocds.spot import Spot
from auditor.load.ocds.values import day, flag, text

_CHANGED = (
    "the release changes an award that was published before; the day on which it was first"
    " published is not in the file"
)


def write_awards(
    part: Draft, awards: Spot, parties: Spot, announced: Mapping[str, Invited]
) -> None:
    """Write the awards into a procurement; `announced` is when each was first published."""
    for award in awards:
        entry = part.entry("awards", award)
        entry.say("reference", text(award["id"]), award["id"])
        entry.say("title", text(award["title"]), award["title"])
        entry.say("status", text(award["status"]), award["status"])
        entry.say("date", day(award["date"]), award["date"])
        _published(entry, award, announced.get(text(award["id"]) or ""))
        write_amount(entry, "value", award["value"])
        for supplier in award["suppliers"]:
            _supplier(entry.entry("suppliers", supplier), supplier, parties)
        entry.texts("lots", award["relatedLots"])
        period = award["contractPeriod"]
        entry.say("contract_start", day(period["startDate"]), period["startDate"])
        entry.say("contract_end", day(period["endDate"]), period["endDate"])
        standstill = award["standstillPeriod"]["endDate"]
        entry.say("standstill_end", day(standstill), standstill)
        write_amendments(part, "award", award)


def _published(entry: Draft, award: Spot, first: Invited | None) -> None:
    """Write when an award was first published, where the file tells."""
    shown = award["datePublished"] or _notice(award)
    if first is not None:
        entry.say("published_on", first.day, Spot(first.day, award.looked, origin=first.place))
    elif day(shown):
        shown.odd(_CHANGED, kind=RemarkKind.LOSS)


def _notice(award: Spot) -> Spot:
    """Return when a notice of an award was published."""
    notices = (each for each in award["documents"] if each["documentType"].value == AWARD_NOTICE)
    return next((each["datePublished"] for each in notices), award["datePublished"])


def _supplier(entry: Draft, supplier: Spot, parties: Spot) -> None:
    entry.say("name", text(supplier["name"]), supplier["name"])
    reference = text(supplier["id"])
    entry.say("reference", reference, supplier["id"])
    known = (each for each in parties if reference and each["id"].value == supplier["id"].value)
    if (party := next(known, None)) is not None:
        details = party["details"]
        entry.say("scale", text(details["scale"]), details["scale"])
        entry.say("voluntary", flag(details["vcse"]), details["vcse"])


def write_contracts(part: Draft, contracts: Spot) -> None:
    """Write the contracts into a procurement."""
    for contract in contracts:
        entry = part.entry("contracts", contract)
        entry.say("reference", text(contract["id"]), contract["id"])
        entry.say("award", text(contract["awardID"]), contract["awardID"])
        entry.say("status", text(contract["status"]), contract["status"])
        entry.say("signed_on", day(contract["dateSigned"]), contract["dateSigned"])
        entry.say("published_on", day(contract["datePublished"]), contract["datePublished"])
        period = contract["period"]
        entry.say("start", day(period["startDate"]), period["startDate"])
        entry.say("end", day(period["endDate"]), period["endDate"])
        write_amount(entry, "value", contract["value"])
        write_amendments(part, "contract", contract)
