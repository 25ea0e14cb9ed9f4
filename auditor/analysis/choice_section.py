"""Set out how options, tenders or files compare: a table of measures, and what to look at."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from auditor.analysis.amounts import money
from auditor.analysis.choice import COSTS, MEASURES, YEARLY, Choice, FalseEconomy
from auditor.analysis.footing import NOT_STATED, Difference
from auditor.analysis.section import Chart, Mark, Section, Table

_ZERO = Decimal(0)
_TITLES: Mapping[str, str] = {
    "option": "Options side by side",
    "tender": "Tenders side by side",
    "file": "Files side by side",
}
_EVERY = (*MEASURES, YEARLY)
_WORDS = {measure.name: measure.title.lower() for measure in _EVERY}


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
        tables=(*(() if marks else (table,)), *differences_table(found.differences)),
        charts=charts if marks else (),
    )


def _table(found: Choice) -> Table:
    known = [each for each in _EVERY if each.name in {r.measure for r in found.rankings}]
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
    return NOT_STATED if value is None else money(value, currency)


def differences_table(found: tuple[Difference, ...]) -> Iterator[Table]:
    """Yield what was not done alike, one column for each; nothing where all was."""
    if found:
        names = tuple(name for name, _ in found[0].answers)
        rows = tuple(
            (each.what.capitalize(), *(answer for _, answer in each.answers)) for each in found
        )
        yield Table("Where they differ", ("Choice", *names), rows)


def _says(found: Choice) -> Iterator[str]:
    names = {each.id: each.name for each in found.candidates}
    ranked = {ranking.measure: ranking for ranking in found.rankings}
    unknown = [_WORDS[each.name] for each in MEASURES if each.name not in ranked]
    if unknown:
        who = "No file states" if found.kind == "file" else "The file does not state of any"
        yield f"{who}: {', '.join(unknown)}."
    left_out = dict.fromkeys(each.unstated for each in found.rankings if each.unstated)
    for ids in left_out:
        measures = [_WORDS[r.measure] for r in found.rankings if r.unstated == ids]
        whom = ", ".join(names[each] for each in ids)
        yield f"Nothing can be said by {' or '.join(measures)} of {whom}."
    yield from _on_what_footing(found)
    for economy in found.false_economies:
        yield _false_economy(economy, names, found.currency)
    if not found.false_economies:
        yield _no_false_economy(found)
    yield from _not_chosen(found, names)


def _on_what_footing(found: Choice) -> Iterator[str]:
    if found.differences:
        what = ", ".join(each.what for each in found.differences)
        yield (
            f"They were not worked out on the same footing and differ in: {what}. What is said"
            " here of their amounts holds only as far as that does not matter."
        )
    if any(ranking.measure == YEARLY.name for ranking in found.rankings):
        yield (
            "Because they cover unlike numbers of years, each value less cost is also shown as the"
            " equal yearly amount with the same present value."
        )
    priced = [each.name for each in found.candidates if each.cost_is_price]
    if priced:
        yield (
            f"No whole-life cost is stated of {', '.join(priced)}; the price tendered stands in"
            " for it."
        )


def _no_false_economy(found: Choice) -> str:
    """Say that nothing cheaper is worth less, where two or more can be held against each other."""
    valued = [each for each in found.candidates if each.net_value is not None]
    compared = any(
        sum(getattr(each, cost.name) is not None for each in valued) > 1 for cost in COSTS
    )
    if compared:
        return (
            "Of those whose cost and value are both stated, none is cheaper than the one that is"
            " worth most."
        )
    return (
        "Without the cost and the value of two or more, it cannot be said whether the cheapest is"
        " worth most."
    )


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
