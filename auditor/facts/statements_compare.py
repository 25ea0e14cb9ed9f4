"""Compare two statements of one quantity, as far as they state the same quantity."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from auditor.facts.statements_quantity import BOUNDS, FORMS, OPEN, Quantity, prints
from auditor.model.figure import Figure

TRAIT_WORDS: Mapping[str, str] = {
    "base": "what it is per",
    "ratio_basis": "total or marginal",
    "value_kind": "gross or net",
    "timing": "expected or achieved",
    "period": "the period",
    "period_years": "the length of the period",
    "price_year": "the price year",
}


_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two statements side by side.

    `apart` names what both state and differ in, so that they are no statements of one quantity;
    `agree` is None where that, or what is `missing`, keeps anyone from saying. `unlike` names what
    is put differently although the numbers may be the same. `periods` says that both name a period
    of one length in other words, so that it may be another one.
    """

    one: Quantity
    other: Quantity
    agree: bool | None
    apart: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    fuzzy: bool = False
    periods: bool = False

    @property
    def explained(self) -> bool:
        """Say whether either statement says why it differs."""
        reasons = (self.one.statement.differs_because, self.other.statement.differs_because)
        return any(isinstance(each, str) for each in reasons)


def compare(one: Quantity, other: Quantity) -> Compared:
    """Compare two statements of one subject and one measure.

    They disagree where no value prints as both. What only one of them states might explain that,
    so nothing is concluded until the other states it too, or says that its words leave it open.
    """
    missing = tuple(_missing(one, other))
    apart = tuple(_apart(one, other))
    if apart:
        return Compared(one, other, None, apart=apart)
    unlike = tuple(_unlike(one, other))
    if one.sort is None or other.sort is None:
        return Compared(one, other, None, missing=missing, unlike=unlike)
    if _meet(one, other):
        return Compared(one, other, True, unlike=unlike)
    if missing:
        return Compared(one, other, None, missing=missing, unlike=unlike)
    fuzzy, periods = one.fuzzy or other.fuzzy, _told_otherwise(one, other)
    agree = None if fuzzy or periods else False
    return Compared(one, other, agree, unlike=unlike, fuzzy=fuzzy, periods=periods)


def _apart(one: Quantity, other: Quantity) -> Iterator[str]:
    """Yield what makes two numbers numbers of different quantities."""
    if one.sort and other.sort and one.sort != other.sort:
        yield "the form"
    for name, words in TRAIT_WORDS.items():
        a, b = one.traits[name], other.traits[name]
        if name == "period" and _same_length(one, other) and not _of_other_years(one, other):
            continue
        if a is not None and b is not None and OPEN not in (a, b) and a != b:
            yield words


def _same_length(one: Quantity, other: Quantity) -> bool:
    lengths = (one.traits["period_years"], other.traits["period_years"])
    return lengths[0] is not None and lengths[0] == lengths[1]


def _told_otherwise(one: Quantity, other: Quantity) -> bool:
    """Say whether both name a period, each in words of its own."""
    told = {one.traits["period"], other.traits["period"]}
    return len(told - {None, OPEN}) == 2


def _of_other_years(one: Quantity, other: Quantity) -> bool:
    """Say whether both periods name years, and none of them is the same."""
    a, b = (set(_YEAR.findall(str(each.traits["period"]))) for each in (one, other))
    return bool(a and b) and a.isdisjoint(b)


def _missing(one: Quantity, other: Quantity) -> Iterator[str]:
    """Yield the pointer of what only one of two statements tells, and of a form left out."""
    for own in (one, other):
        if own.sort is None:
            yield f"{own.pointer}/form"
    for name in TRAIT_WORDS:
        if name == "period_years":
            continue  # the period in words is what both have to state
        if name == "period" and _same_length(one, other):
            yield from (f"{e.pointer}/{name}" for e in (one, other) if e.traits[name] is None)
            continue
        for own, against in ((one, other), (other, one)):
            if own.traits[name] is None and against.traits[name] not in (None, OPEN):
                yield f"{own.pointer}/{name}"


def _unlike(one: Quantity, other: Quantity) -> Iterator[str]:
    """Yield in words what is put differently: the form, a bound, or what only one of them says."""
    a, b = one.statement, other.statement
    if a.form != b.form and a.form and b.form:
        yield f"one is put as {FORMS[a.form]}, one as {FORMS[b.form]}"
    bounds = {BOUNDS.get(each.bound or "", "").strip() for each in (a, b)}
    if len(bounds) == 2:
        said = " and the other ".join(f"“{each}”" for each in sorted(bounds) if each)
        yield f"only one says {said}" if "" in bounds else f"one says {said}"
    if one.is_range != other.is_range:
        yield "one is a range"
    for name, words in TRAIT_WORDS.items():
        told = [each.traits[name] not in (None, OPEN) for each in (one, other)]
        if told[0] != told[1] and name != "period_years":
            yield f"only one says {words}" if name != "period" else "only one says which period"


def _meet(one: Quantity, other: Quantity) -> bool:
    """Say whether two statements can both be right; two ranges must have the same ends."""
    if not one.reach.meets(other.reach):
        return False
    ends = [(each.statement.low, each.statement.high) for each in (one, other)]
    (a, b), (c, d) = ends
    if a is None or b is None or c is None or d is None:
        return True
    return _prints_alike(a, c) and _prints_alike(b, d)


def _prints_alike(one: Figure, other: Figure) -> bool:
    return prints(one).meets(prints(other))
