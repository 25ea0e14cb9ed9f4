"""Set out how options, tenders or files compare: a table of measures, and what to look at."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from auditor.analysis.amounts import money
from auditor.analysis.choice import MEASURES, Choice, FalseEconomy
from auditor.analysis.section import Chart, Mark, Section, Table

_ZERO = Decimal(0)
_TITLES: Mapping[str, str] = {
    "option": "Options side by side",
    "tender": "Tenders side by side",
    "file": "Files side by side",
}
_WORDS = {measure.name: measure.title.lower() for measure in MEASURES}
_UNSTATED = "not stated"


def choice_section(found: Choice) -> Section:
    """Return how the candidates compare, for people."""
    table = _table(found)
    valued = [each for each in found.candidates if each.net_value is not None]
    marks = tuple(Mark(each.name, _ZERO, each.net_value or _ZERO) for each in valued)
    charts = (Chart("bars", "Full value less cost", found.currency, marks, table),)
    return Section(
        id=f"{found.kind}s",
        title=_TITLES[found.kind],
        says=tuple(_says(found)),
        tables=() if marks else (table,),
        charts=charts if marks else (),
    )


def _table(found: Choice) -> Table:
    known = [each for each in MEASURES if each.name in {r.measure for r in found.rankings}]
    rows = tuple(
        (
            f"{each.name} (chosen)" if each.id == found.chosen else each.name,
            *(_amount(getattr(each, measure.name), found.currency) for measure in known),
        )
        for each in found.candidates
    )
    columns = (found.kind.capitalize(), *(measure.title for measure in known))
    return Table("By each measure", columns, rows, figures=tuple(range(1, len(columns))))


def _amount(value: Decimal | None, currency: str) -> str:
    return _UNSTATED if value is None else money(value, currency)


def _says(found: Choice) -> Iterator[str]:
    names = {each.id: each.name for each in found.candidates}
    ranked = {ranking.measure: ranking for ranking in found.rankings}
    unknown = [_WORDS[each.name] for each in MEASURES if each.name not in ranked]
    if unknown:
        yield f"The file does not state of any: {', '.join(unknown)}."
    left_out = dict.fromkeys(each.unstated for each in found.rankings if each.unstated)
    for ids in left_out:
        measures = [_WORDS[r.measure] for r in found.rankings if r.unstated == ids]
        whom = ", ".join(names[each] for each in ids)
        yield f"Nothing can be said by {' or '.join(measures)} of {whom}."
    for economy in found.false_economies:
        yield _false_economy(economy, names, found.currency)
    if not found.false_economies and "net_value" in ranked:
        yield "Of those whose cost and value are both stated, the cheapest is also worth most."
    if "net_value" not in ranked:
        yield "Without the value of each, it cannot be said whether the cheapest is worth most."
    yield from _not_chosen(found, names)


def _false_economy(economy: FalseEconomy, names: Mapping[str, str], currency: str) -> str:
    return (
        f"By {_WORDS[economy.measure]}, {names[economy.cheapest]} is cheapest, and"
        f" {names[economy.worth_most]} is worth most: it costs"
        f" {money(economy.dearer_by, currency)} more by that measure, and its value less cost is"
        f" {money(economy.worth_more_by, currency)} higher."
    )


def _not_chosen(found: Choice, names: Mapping[str, str]) -> Iterator[str]:
    """Say where another one than the chosen is worth most; that may have its reasons."""
    best = next((r.best for r in found.rankings if r.measure == "net_value"), ())
    if found.chosen in names and best and found.chosen not in best:
        worth = ", ".join(names[each] for each in best)
        yield (
            f"{names[found.chosen or '']} was chosen; {worth} is worth more in money. What is not"
            " in money may be the reason, and should be on record."
        )
