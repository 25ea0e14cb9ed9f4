"""Set out each combined scenario beside its parts."""

from collections.abc import Iterator
from decimal import Decimal

from auditor.analysis.amounts import ratio
from auditor.analysis.challenge_scenarios import CombinedScenario, CombinedScenarios
from auditor.analysis.section import Section, Table

_DIRECTIONS = {
    "same": "its parts move the ratio the same way",
    "opposite": "its parts move the ratio in opposite directions",
    "unknown": "the file does not show which way its parts move the ratio",
}
_PLACES = {
    "inside": "lies within the range of its parts",
    "below": "lies below the range of its parts",
    "above": "lies above the range of its parts",
}


def combined_scenarios_section(found: CombinedScenarios) -> Section:
    """Return the combined scenarios for people."""
    says = tuple(sentence for each in found.scenarios for sentence in _says(each))
    tables = tuple(_table(each) for each in found.scenarios)
    return Section("combined-scenarios", "Scenarios that combine others", says, tables)


def _says(each: CombinedScenario) -> Iterator[str]:
    yield (
        f"Scenario {each.id} ({ratio(each.ratio)}) {_PLACES[each.place]}, and"
        f" {_DIRECTIONS[each.directions]}. {_reason(each)}"
    )


def _reason(each: CombinedScenario) -> str:
    more = " It also makes changes of its own, which may explain it." if each.changes_more else ""
    if each.place != "inside" and each.directions == "same":
        return f"That is what one would expect: together they move it further than alone.{more}"
    if each.unexpected and each.directions == "opposite":
        return (
            "Together they would usually lie between the two, since one makes up for the other;"
            " changes to the same rows may act on each other. This is worth asking about."
            f"{more}"
        )
    if each.unexpected:
        return (
            "Together they would usually move it further than the strongest of them alone. This is"
            f" worth asking about.{more}"
        )
    if each.place != "inside":
        return (
            "If the parts move it the same way, that is to be expected; if they move it in opposite"
            f" directions, it is worth asking about.{more}"
        )
    return f"Nothing in that stands out.{more}"


def _table(each: CombinedScenario) -> Table:
    rows = (
        *((part.id, ratio(part.ratio), _known(part.recomputed)) for part in each.parts),
        (f"{each.id} (all together)", ratio(each.ratio), _known(each.recomputed)),
    )
    columns = ("Test", "Ratio claimed", "Ratio recomputed")
    return Table(f"Scenario {each.id} and its parts", columns, rows, (1, 2))


def _known(value: Decimal | None) -> str:
    return "cannot be recomputed" if value is None else ratio(value)
