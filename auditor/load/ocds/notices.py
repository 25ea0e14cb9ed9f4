"""Write the notices that a release names among its documents."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from auditor.load.ocds.draft import Draft
from auditor.load.ocds.spot import Spot
from auditor.load.ocds.values import day, text

_OF_TENDER: Mapping[str, str] = MappingProxyType(
    {
        "tenderNotice": "tender",
        "contractNotice": "tender",
        "marketEngagementNotice": "preliminary_market_engagement",
        "plannedProcurementNotice": "other",
    }
)
_OF_AWARD: Mapping[str, str] = MappingProxyType({"awardNotice": "contract_award"})
_OF_CONTRACT: Mapping[str, str] = MappingProxyType({"contractNotice": "contract_details"})


@dataclass(frozen=True, slots=True)
class Invited:
    """The day of the first release about a tender, and where it stands."""

    day: str
    place: str


def write_notices(draft: Draft, release: Spot) -> None:
    """Write every notice with its kind, day and place."""
    for holder in (release["planning"], release["tender"]):
        _write(draft, holder["documents"], _OF_TENDER)
    for award in release["awards"]:
        _write(draft, award["documents"], _OF_AWARD)
    for contract in release["contracts"]:
        _write(draft, contract["documents"], _OF_CONTRACT)


def _write(draft: Draft, documents: Spot, kinds: Mapping[str, str]) -> None:
    for document in documents:
        kind = kinds.get(str(document["documentType"].value))
        if kind is not None:
            entry = draft.entry("notices", document)
            entry.say("kind", kind, document["documentType"])
            entry.say("published_on", day(document["datePublished"]), document["datePublished"])
            entry.say("where", text(document["url"]), document["url"])
