"""Set out how far each assumption must move, nearest first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from auditor.analysis.amounts import ratio
from auditor.analysis.challenge_assumptions import SHARES, distance_printed, printed
from auditor.analysis.challenge_basis import Basis, Target
from auditor.analysis.challenge_section import basis_says, lacking
from auditor.analysis.section import Section, Table
from auditor.analysis.switching import Switch, Switching
from auditor.value.printing import as_printed

MOST = 12
"""So many single rows are shown; the machine-readable result has them all."""

_TITLE = "How far each assumption must move"
_FAR = Decimal(10) ** 30
_ALONE = ("row", "input", "whole")


def switching_section(found: Switching) -> Section:
    """Return the switching values for people."""
    if found.basis is None:
        return Section("switching", _TITLE, (lacking(found.missing, "Switching values"),))
    tables = [
        table for target in found.basis.targets for table in _tables(found, found.basis, target)
    ]
    says = tuple(_says(found, found.basis))
    return Section("switching", _TITLE, says, tuple(table for table in tables if table.rows))


def _says(found: Switching, basis: Basis) -> Iterator[str]:
    yield from basis_says(basis)
    for target in basis.targets:
        yield from _target_says(_for(found, target), basis, target.words)
    if len(basis.targets) == 1 and basis.ratio <= basis.claimed_half:
        yield "The ratio as recomputed is already no more than half of the one claimed."
    yield (
        "Shares and the discount rate are looked at from 0% to 100%, quantities and amounts down to"
        " nothing, durations up to 100 years. What cannot lead there within that is marked so, with"
        " the ratio at the end that comes nearest."
    )
    if any(not switch.monotone for switch in found.switches):
        yield (
            "Where * stands, the ratio does not only rise or only fall over the range; the"
            " switching value is the nearest one, and there may be others."
        )


def _for(found: Switching, target: Target) -> list[Switch]:
    return [each for each in found.switches if each.target == target.name and each.moves]


def _target_says(mine: Sequence[Switch], basis: Basis, words: str) -> Iterator[str]:
    alone = [each for each in mine if each.assumption.scope in _ALONE]
    reached = [each for each in alone if each.value is not None]
    if reached:
        first = min(reached, key=nearness)
        value = printed(first.assumption, first.value or Decimal(0), basis.currency)
        now = printed(first.assumption, first.assumption.now, basis.currency)
        yield f"Nearest to {words}, alone: {first.assumption.label}, from {now} to {value}."
    elif alone:
        yield f"No one row, no one input and not the discount rate, alone, leads to {words}."
    cannot = [each for each in alone if each.value is None and each.nearest_ratio is not None]
    if cannot and reached:
        yield f"{len(cannot)} of {len(alone)} such moves cannot happen within what a value can be."


def _tables(found: Switching, basis: Basis, target: Target) -> Iterator[Table]:
    mine = _for(found, target)
    words = f"To {target.words}"
    together = [each for each in mine if each.assumption.scope not in ("row", "input")]
    yield _table(f"{words}: all rows together, all inputs, the rate", together, basis)
    single = [each for each in mine if each.assumption.scope in ("row", "input")]
    reached = sorted((each for each in single if each.value is not None), key=nearness)
    yield _table(f"{words}: one row or input alone, the nearest first", reached[:MOST], basis)
    left = MOST - len(reached[:MOST])
    failures = _table(f"{words}: cannot happen", _nearest_failures(single, target, left), basis)
    yield replace(failures, detail=True)


def _nearest_failures(switches: Sequence[Switch], target: Target, most: int) -> list[Switch]:
    """Return the moves that fail, one for each row, those that come nearest first."""
    nearest: dict[str, tuple[Decimal, Switch]] = {}
    for each in switches:
        if each.value is None and each.nearest_ratio is not None:
            left = abs(each.nearest_ratio - target.ratio)
            known = nearest.get(each.assumption.of)
            if known is None or left < known[0]:
                nearest[each.assumption.of] = (left, each)
    ordered = sorted(nearest.values(), key=lambda pair: pair[0])
    return [each for _, each in ordered[:most]]


def nearness(switch: Switch) -> Decimal:
    """Return how near a switching value is: shares by points, everything else by its own share."""
    if switch.value is None or switch.distance is None:
        return _FAR
    points = switch.assumption.field in (*SHARES, "discount_rate")
    by = switch.distance if points or switch.relative is None else switch.relative
    return abs(by)


def _table(caption: str, switches: Sequence[Switch], basis: Basis) -> Table:
    rows = tuple(
        (
            each.assumption.label,
            printed(each.assumption, each.assumption.now, basis.currency),
            *_cells(each, basis.currency),
        )
        for each in switches
    )
    return Table(caption, ("Assumption", "Now", "Then", "Move", "As a share"), rows, (1, 2, 3, 4))


def _cells(switch: Switch, currency: str) -> tuple[str, str, str]:
    if switch.value is None or switch.distance is None:
        nearest = "" if switch.nearest_ratio is None else f" ({ratio(switch.nearest_ratio)})"
        return f"cannot happen{nearest}", "–", "–"
    star = "" if switch.monotone else " *"
    share = "–"
    if switch.relative is not None and switch.assumption.measure == "value":
        sign = "+" if switch.relative > 0 else ""
        share = f"{sign}{as_printed(switch.relative, unit='share', decimals=3)}"
    value = f"{printed(switch.assumption, switch.value, currency)}{star}"
    return value, distance_printed(switch.assumption, switch.distance, currency), share
