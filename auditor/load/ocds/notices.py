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
AWARD_NOTICE = "awardNotice"
_OF_AWARD: Mapping[str, str] = MappingProxyType({AWARD_NOTICE: "contract_award"})
_OF_CONTRACT: Mapping[str, str] = MappingProxyType({"contractNotice": "contract_details"})

_BY_NUMBER: Mapping[str, str] = MappingProxyType(
    {
        "UK1": "pipeline",
        "UK2": "preliminary_market_engagement",
        "UK3": "other",
        "UK4": "tender",
        "UK5": "transparency",
        "UK6": "contract_award",
        "UK7": "contract_details",
        "UK9": "contract_performance",
        "UK10": "contract_change",
        "UK11": "contract_termination",
        "UK12": "procurement_termination",
    }
)
"""What the numbers of notices under the Procurement Act stand for, on Find a Tender."""


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
        numbered = _BY_NUMBER.get(str(document["noticeType"].value))
        kind = numbered or kinds.get(str(document["documentType"].value))
        if kind is not None:
            entry = draft.entry("notices", document)
            entry.say("kind", kind, document["noticeType" if numbered else "documentType"])
            entry.say("published_on", day(document["datePublished"]), document["datePublished"])
            entry.say("where", text(document["url"]), document["url"])
