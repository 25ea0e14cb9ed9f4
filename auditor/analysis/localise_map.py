"""List the slips that can befall a value map: in a row, a year or an input, one at a time."""

from collections.abc import Iterator
from decimal import Decimal

from auditor.analysis.localise import Change, Sums, scaled, whole_changes
from auditor.facts.reading import entries
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.value_row import Row, recomputed_row
from auditor.facts.working import Money, percent
from auditor.model.value_map import SroiInput
from auditor.value.conventions import Conventions
from auditor.value.digit_slips import transposed

_ZERO, _ONE = Decimal(0), Decimal(1)
MOST_YEARS, _NAMED = 100, 5
_UNPAID = ("in_kind", "volunteer", "user_time")
DEDUCTIONS = ("deadweight", "displacement", "attribution to others")


def start(figures: SroiFigures, conventions: Conventions) -> Sums:
    """Return what the headlines are made of under some conventions."""
    found = figures.map
    return Sums(
        found.total_impact(conventions).exact,
        found.present_value(conventions).exact,
        figures.inputs_under(conventions).exact,
    )


def changes(figures: SroiFigures, conventions: Conventions, money: Money) -> tuple[Change, ...]:
    """Return every change to one row, one year or one input, in the order of the file."""
    return (
        *(each for row in figures.map.rows for each in _row(figures, row, conventions, money)),
        *_years(figures, conventions, money),
        *_inputs(figures, money),
    )


def _row(
    figures: SroiFigures, row: Row, conventions: Conventions, money: Money
) -> Iterator[Change]:
    found, part = figures.map, f"row {row.given.id}"
    present = found.present_value_of([row], conventions).exact
    worked = row if row.printed_years else recomputed_row(row.given, conventions)
    first = worked.first_year.exact if worked.first_year else _ZERO
    own = Sums(first, present, _ZERO)
    if not present and not first:
        return
    yield from whole_changes(part, own, money(present))
    yield scaled("has the wrong sign", part, own, Decimal(-2), f"−1 × {money(present)}")
    if row.printed_years:
        return
    yield from _as_printed(part, row, own, money)
    yield from _lengths(figures, row, conventions, own, money)
    yield from _undeducted(part, worked, own, money)
    yield from _misread(figures, row, conventions, own, money)


def _as_printed(part: str, row: Row, own: Sums, money: Money) -> Iterator[Change]:
    figure = row.given.reported_impact
    if figure is None or not own.impact or abs(figure.value - own.impact) <= figure.half_unit:
        return
    by = figure.value / own.impact - 1
    said = f"{money(own.present)} × {money(figure.value)} / {money(own.impact)}"
    yield scaled("counts with its impact as printed", part, own, by, said)


def _lengths(
    figures: SroiFigures, row: Row, conventions: Conventions, own: Sums, money: Money
) -> Iterator[Change]:
    """Yield the row lasting a year less or more, or keeping all of its value in later years."""
    given, found = row.given, figures.map
    length = _ONE if given.duration_years is None else given.duration_years
    others = [
        (f"lasts {_plain(length - 1)} years, not {_plain(length)}",
         "is counted for one year fewer", {"duration_years": length - 1}),
        (f"lasts {_plain(length + 1)} years, not {_plain(length)}",
         "is counted for one year more", {"duration_years": length + 1}),
    ]  # fmt: skip
    if length == _ONE:
        del others[0]
    if given.drop_off and length > 1:
        others.append(("keeps its value", "does not drop off", {"drop_off": _ZERO}))
    for how, kind, update in others:
        changed = recomputed_row(given.model_copy(update=update), conventions)
        present = found.present_value_of([changed], conventions).exact
        moved = present - own.present
        if moved:
            arithmetic = f"{money(own.present)} becomes {money(present)} where it {how}"
            yield Change(kind, f"row {given.id}", Sums(_ZERO, moved, _ZERO), arithmetic)


def _undeducted(part: str, row: Row, own: Sums, money: Money) -> Iterator[Change]:
    offs = row.taken_off
    for name, off in zip(DEDUCTIONS, offs, strict=True):
        by = without_deduction(row, off)
        if by is not None:
            kept = _ONE - off
            said = f"{money(own.present)} / {percent(kept)}"
            if row.conventions.deductions == "additive":
                said = f"{money(own.present)} with the deduction of {percent(off)} added back"
            yield scaled(f"is counted without its {name}", part, own, by - 1, said)


_PRINTED = {
    "quantity": "quantity",
    "proxy": "value of one unit",
    "deadweight": "deadweight",
    "displacement": "displacement",
    "attribution_to_others": "attribution to others",
    "drop_off": "drop-off",
}
"""The numbers of a row whose digits may have been transposed on the way to the headlines."""


def _misread(
    figures: SroiFigures, row: Row, conventions: Conventions, own: Sums, money: Money
) -> Iterator[Change]:
    """Yield the row with two neighbouring digits of one of its numbers transposed."""
    given, found = row.given, figures.map
    for field, name in _PRINTED.items():
        printed: Decimal | None = getattr(given, field)
        for meant in transposed(printed) if printed else ():
            changed = recomputed_row(given.model_copy(update={field: meant}), conventions)
            if changed.first_year is None:
                continue
            present = found.present_value_of([changed], conventions).exact
            moves = Sums(changed.first_year.exact - own.impact, present - own.present, _ZERO)
            if moves.impact or moves.present:
                kind = f"is counted with two digits of its {name} transposed"
                said = f"{meant:f}, not {printed:f}: {money(own.present)} becomes {money(present)}"
                yield Change(kind, f"row {given.id}", moves, said, alone=True)


def without_deduction(row: Row, off: Decimal) -> Decimal | None:
    """Return what a row is multiplied by where one deduction is not applied; None for no change."""
    if not off:
        return None
    if row.conventions.deductions == "additive":
        left = _ONE - sum(row.taken_off, start=_ZERO)
        return (left + off) / left if left else None
    return _ONE / (_ONE - off) if off != _ONE else None


def _years(figures: SroiFigures, conventions: Conventions, money: Money) -> Iterator[Change]:
    years = figures.years
    count = years.length(conventions)
    if count <= 1 or count > MOST_YEARS:
        return
    factors = figures.map.factors(count, conventions)
    for year in range(1, count + 1):
        present = years.total(year, conventions).exact * factors[year - 1]
        if present:
            own = Sums(_ZERO, present, _ZERO)
            yield from whole_changes(f"year {year}", own, money(present))


def _inputs(figures: SroiFigures, money: Money) -> Iterator[Change]:
    for each in entries(figures.map.sroi.inputs):
        if each.amount:
            own = Sums(_ZERO, _ZERO, each.amount)
            yield from whole_changes(f"input {each.id}", own, money(each.amount))
            yield from _misread_input(each, money)
    yield from _not_money(figures, money)


def _not_money(figures: SroiFigures, money: Money) -> Iterator[Change]:
    """Yield the inputs that nobody pays for left out together, where there are several.

    Reports list gifts in kind and volunteers' time as inputs and divide by the money alone.
    """
    listed = [e for e in entries(figures.map.sroi.inputs) if e.kind in _UNPAID and e.amount]
    if len(listed) > 1:
        whole = sum((each.amount for each in listed), start=_ZERO)
        said = " + ".join(money(each.amount) for each in listed)
        named = ", ".join(each.id for each in listed[:_NAMED])
        more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
        part = f"inputs {named}{more}, in kind, of volunteers or of users,"
        yield scaled("are left out", part, Sums(_ZERO, _ZERO, whole), -_ONE, f"− ({said})")


def _misread_input(given: SroiInput, money: Money) -> Iterator[Change]:
    for meant in transposed(given.amount):
        moves = Sums(_ZERO, _ZERO, meant - given.amount)
        said = f"{money(meant)}, not {money(given.amount)}"
        kind = "is counted with two neighbouring digits transposed"
        yield Change(kind, f"input {given.id}", moves, said, alone=True)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
