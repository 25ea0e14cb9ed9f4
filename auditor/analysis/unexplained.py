"""Offer what would account for figures that no convention gives: hypotheses, never findings."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from auditor.analysis.localise import Change, Sums, Target, headline, localise
from auditor.analysis.localise_map import changes, start
from auditor.analysis.localise_row import row_slips
from auditor.analysis.reconciled import Explanation, NotGiven
from auditor.facts.map_claim import MapClaim
from auditor.facts.otherwise import answers_giving
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row
from auditor.facts.working import Money
from auditor.value.asked import figure_of
from auditor.value.conventions import Conventions
from auditor.value.digit_slips import slips

MOST_EXPLANATIONS = 6
MOST_NOT_GIVEN = 20
MOST_ROWS = 1000
"""Rows beyond this many are not searched for slips: too many would fit by chance."""

_SUMS = ("total_inputs", "total_impact", "total_present_value", "net_present_value", "ratio",
         "net_ratio")  # fmt: skip


class Explained(NamedTuple):
    """The explanations that are shown, how many more there are, and how many were tried."""

    shown: tuple[Explanation, ...]
    left_out: int
    tried: int


def explained(
    figures: SroiFigures,
    failing: Sequence[MapClaim],
    given: Sequence[MapClaim],
    base: Conventions,
    money: Money,
) -> Explained:
    """Return what would account for all headline figures that are not given, at once."""
    names = {f"sroi.{name}": name for name in _SUMS}
    target = Target(
        {names[c.id]: c.claimed.interval for c in failing if c.id in names},
        {names[c.id]: c.claimed.interval for c in given if c.id in names and _exact(c, base)},
    )
    if not target.failing or not figures.map.rows or len(figures.map.rows) > MOST_ROWS:
        return Explained((), 0, 0)
    net = base.ratio_means == "net"
    found = localise(start(figures, base), target, changes(figures, base, money), net=net)
    shown = found.changes[:MOST_EXPLANATIONS]
    left_out = len(found.changes) - len(shown)
    if left_out and len(found.changes[0]) > 1:
        return Explained((), len(found.changes), found.tried)  # so many pairs point to none
    told = partial(_then, start(figures, base), [c for c in failing if c.id in names], net=net)
    said = ((said_of(each), told(each)) for each in shown)
    worded = tuple(replace(one, arithmetic=f"{one.arithmetic}; then {t}") for one, t in said)
    return Explained(worded, left_out, found.tried)


def _exact(claim: MapClaim, base: Conventions) -> bool:
    figure = figure_of(claim.asked, base)
    return figure is not None and claim.claimed.interval.contains(figure)


def _then(
    sums: Sums, failing: Sequence[MapClaim], changed: tuple[Change, ...], *, net: bool
) -> str:
    """Say what the ratio, or the last headline that is not given, would be after a change."""
    for change in changed:
        sums = sums.plus(change.moves)
    named = next((c for c in failing if c.id == "sroi.ratio"), failing[-1])
    figure = headline(named.id.removeprefix("sroi."), sums, net=net)
    return f"the {named.label.lower()} is {named.printed(figure)}"


def said_of(changed: tuple[Change, ...]) -> Explanation:
    """Say what a change, or two alike, would be."""
    parts = " and ".join(change.part for change in changed)
    kind = changed[0].kind
    if len(changed) > 1:
        words = kind.split(" ", 1)
        plural = {"is": "are", "has": "have", "counts": "count", "does": "do"}
        kind = " ".join((plural.get(words[0], words[0]), *words[1:]))
    return Explanation(f"{parts} {kind}", "; ".join(change.arithmetic for change in changed))


def not_given(
    figures: SroiFigures, failing: Sequence[MapClaim], base: Conventions, money: Money
) -> tuple[NotGiven, ...]:
    """Return the claims that are not given, each with the slips that would explain it alone."""
    rows = {f"sroi.rows.{row.given.id}": row for row in figures.map.rows}
    return tuple(_one(figures, claim, rows, base, money) for claim in failing[:MOST_NOT_GIVEN])


def _one(
    figures: SroiFigures, claim: MapClaim, rows: dict[str, Row], base: Conventions, money: Money
) -> NotGiven:
    exact = figure_of(claim.asked, base)
    answers = tuple(_answers(figures.map, claim, base))
    found = (*answers, *_explanations(claim, rows, base, money))
    return NotGiven(
        id=claim.id,
        pointer=claim.pointer,
        label=claim.label,
        claimed=claim.text,
        recomputed=claim.printed(exact),
        explanations=found[:MOST_EXPLANATIONS],
        explanations_left_out=max(len(found) - MOST_EXPLANATIONS, 0),
    )


def _answers(found: ValueMap, claim: MapClaim, base: Conventions) -> Iterator[Explanation]:
    """Yield each answer to a question of convention that alone gives the claim."""
    under = partial(figure_of, claim.asked)
    for each in answers_giving(found, claim.claimed.interval, under, base):
        yield Explanation(each.answer.words, f"then it is {claim.printed(each.figure)}")


def _explanations(
    claim: MapClaim, rows: dict[str, Row], base: Conventions, money: Money
) -> tuple[Explanation, ...]:
    name, _, what = claim.id.removeprefix("sroi.rows.").partition(".")
    row = rows.get(f"sroi.rows.{name}") if claim.id.startswith("sroi.rows.") else None
    if row is not None and row.impact and not what.endswith("present_value"):
        year = int(what.rpartition(".")[2]) if what.startswith("years.") else 1
        found = row_slips(row, year, claim.claimed, base, money)
        return tuple(Explanation(slip.says, slip.arithmetic) for slip in found)
    exact = figure_of(claim.asked, base)
    if exact is None:
        return ()
    return tuple(
        Explanation(f"the printed figure {slip.kind}", f"{claim.printed(slip.meant)} was meant")
        for slip in slips(claim.claimed.value, claim.claimed.half_unit, exact)
    )
