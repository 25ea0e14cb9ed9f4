"""Write the changes to what had been published."""

from auditor.load.ocds.draft import Draft
from auditor.load.ocds.spot import Spot
from auditor.load.ocds.values import day, text


def write_amendments(part: Draft, of: str, holder: Spot) -> None:
    """Write the amendments of a tender, award or contract."""
    single = holder["amendment"]
    for amendment in [*holder["amendments"], *([single] if single else [])]:
        entry = part.entry("amendments", amendment)
        entry.say("of", of, amendment)
        entry.say("date", day(amendment["date"]), amendment["date"])
        entry.say("rationale", text(amendment["rationale"]), amendment["rationale"])
