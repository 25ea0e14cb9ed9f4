"""Reconcile the figures of options: when in a year amounts fall, and at which rates."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from auditor.analysis.option_ways import How, OptionClaim, claims_of, ways_left_open, ways_of
from auditor.analysis.reconciled import (
    FigureUnder,
    Reading,
    Reconciliation,
    Status,
)
from auditor.analysis.unexplained_options import explained_options, not_given_option
from auditor.facts import Facts
from auditor.facts.option_claims import TIMINGS_IN_WORDS
from auditor.model.file import Case
from auditor.value.evidence import chance
from auditor.value.precision import stated_arithmetic

_CAPITAL = {
    True: "capital falls at the start of its year",
    False: "capital falls with other flows",
}
_MOST = 5


def reconcile_options(
    case: Case, facts: Facts, parameters: Mapping[str, Any]
) -> Reconciliation | None:
    """Return which way to discount gives all figures of the options; None where none is claimed."""
    claims = claims_of(case, facts)
    ways = ways_of(case, facts, parameters)
    if not claims or not ways:
        return None
    with stated_arithmetic():
        return _reconciled(claims, ways, ways_left_open(case, ways))


def _reconciled(
    claims: tuple[OptionClaim, ...], ways: tuple[How, ...], open_ways: tuple[How, ...]
) -> Reconciliation:
    reachable = [c for c in claims if any(c.given(how, exactly=False) for how in ways)]
    status, fits = _judged(reachable, ways, open_ways)
    in_open = [how for how in fits if how in open_ways]
    base = in_open[0] if in_open else max(open_ways, key=lambda how: _count(claims, how))
    settled = len(open_ways) > 1 and any(claim.flows.settled for claim in claims)
    failing = [claim for claim in claims if not claim.given(base, exactly=False)]
    why = explained_options(claims, failing, base)
    shown = () if status in ("as_declared", "every_reading") else fits[:_MOST]
    return Reconciliation(
        subject="options",
        status=status,
        claims=len(claims),
        given=len(claims) - len(failing),
        conventions=_words(base),
        open_questions=("timing",) if len(open_ways) > 1 else (),
        tried=1 if len(open_ways) == 1 and not failing else len(ways),
        fitting=len(fits),
        widest=None,
        chance=_chance(reachable, ways, fits) if shown else None,
        settled=settled,
        readings=tuple(_reading(claims, how, base, open_ways) for how in shown),
        readings_left_out=len(fits) - len(shown) if shown else 0,
        nearest=None,
        nearest_gives=0,
        not_given=tuple(not_given_option(claim, base) for claim in failing),
        explanations=why.shown,
        explanations_left_out=why.left_out,
        explanations_tried=why.tried,
    )


def _judged(
    reachable: Sequence[OptionClaim], ways: tuple[How, ...], open_ways: tuple[How, ...]
) -> tuple[Status, tuple[How, ...]]:
    if not reachable:
        return "none", ()
    fits = _fitting(reachable, open_ways)
    if fits:
        if len(open_ways) == 1:
            return "as_declared", fits
        if len(fits) == len(open_ways):
            return "every_reading", fits
        return ("one_reading" if len(fits) == 1 else "several_readings"), fits
    fits = _fitting(reachable, ways)
    if not fits:
        return "none", ()
    return ("one_departure" if len(fits) == 1 else "several_departures"), fits


def _chance(claims: Sequence[OptionClaim], ways: Sequence[How], fits: Sequence[How]) -> Decimal:
    """Return how likely a wrong figure would have fitted one of the ways: the least of all."""
    chances = (
        chance(claim.claimed.interval, [claim.under(how) for how in ways], claim.under(fits[0]))
        for claim in claims
    )
    return min(chances, default=Decimal(1))


def _fitting(claims: Sequence[OptionClaim], ways: Sequence[How]) -> tuple[How, ...]:
    exact = tuple(how for how in ways if all(c.given(how, exactly=True) for c in claims))
    return exact or tuple(how for how in ways if all(c.given(how, exactly=False) for c in claims))


def _count(claims: Sequence[OptionClaim], how: How) -> int:
    return sum(claim.given(how, exactly=False) for claim in claims)


def _words(how: How) -> tuple[str, ...]:
    return (how.rates.words, TIMINGS_IN_WORDS[how.timing], _CAPITAL[how.capital_first])


def _reading(
    claims: Sequence[OptionClaim], how: How, base: How, open_ways: Sequence[How]
) -> Reading:
    changed = tuple(new for new, old in zip(_words(how), _words(base), strict=True) if new != old)
    figures = [
        FigureUnder(
            c.id, c.pointer, c.label, c.text, c.printed_under(how), c.printed_under(base),
            c.printed_under(open_ways[0]),
        )
        for c in claims
        if c.under(how).exact != c.under(base).exact or how == base
    ]  # fmt: skip
    exactly = all(claim.given(how, exactly=True) for claim in claims)
    return Reading(_words(how), changed, (), exactly, tuple(figures[:12]), 0)
