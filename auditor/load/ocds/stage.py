"""Tell how far a contracting process has come."""

from auditor.load.ocds.spot import Spot

_TENDERED = ("active", "cancelled", "unsuccessful", "complete", "withdrawn")


def stage_of(spot: Spot, tags: set[str]) -> str:
    """Return the stage: the furthest of which the record shows something."""
    contracts = list(spot["contracts"])
    if any(contract["implementation"] for contract in contracts):
        return "monitoring"
    if contracts or {"contract", "contractUpdate", "contractAmendment"} & tags:
        return "contract"
    if list(spot["awards"]) or {"award", "awardUpdate"} & tags:
        return "award"
    tender = spot["tender"]
    if tender["status"].value in _TENDERED or {"tender", "tenderUpdate"} & tags:
        return "tender"
    if not tender["status"] and tender["tenderPeriod"]["endDate"] and "planning" not in tags:
        return "tender"  # as in a versioned release, which has no tags
    return "design"
