"""List what a file says about value in prose, and what becomes of each statement."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from auditor.facts import Facts
from auditor.facts.reading import entries, is_nil
from auditor.facts.statements_compare import Compared
from auditor.facts.statements_quantity import FORMS, Quantity, in_words
from auditor.facts.statements_quoted import groups, pairs, place_of
from auditor.model.file import Case
from auditor.model.statement import Statement

_RETURNS = ("one_to_x", "x_per_1")
_AMOUNTS = ("amount", "amount_per_unit")


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: whom it is about, what it says, and what its words leave open."""

    id: str
    where: str
    subject: str
    says: str
    form: str
    leaves_open: tuple[str, ...]
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """Two statements of one subject and measure: what each says, and whether both can be right.

    `agree` is None where nobody can say. `apart` names what makes them two quantities after all,
    `unlike` what is put differently, `elsewhere` who else has the number of either.
    """

    about: str
    one: str
    other: str
    agree: bool | None
    apart: tuple[str, ...]
    unlike: tuple[str, ...]
    missing: tuple[str, ...]
    elsewhere: str
    because: str


@dataclass(frozen=True, slots=True)
class Held:
    """Words, a figure that is repeated, or a place in the text, and what was found of it."""

    what: str
    fits: bool | None
    rests_on_nothing: bool
    note: str


@dataclass(frozen=True, slots=True)
class Statements:
    """The statements of a file; `forms` counts how returns are put."""

    said: tuple[Said, ...]
    pairs: tuple[Beside, ...]
    words: tuple[Held, ...]
    places: tuple[Held, ...]
    forms: tuple[tuple[str, int], ...]

    @property
    def answers(self) -> tuple[bool | None, ...]:
        """Return for all that was held against something whether it holds, None if nobody can say.

        Two numbers that differ for a reason that the file states are no contradiction.
        """
        compared = (None if each.because else each.agree for each in self.pairs)
        return (*compared, *(each.fits for each in (*self.words, *self.places)))


def statements(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> Statements | None:
    """Return what becomes of each statement, or None for a file that lists none.

    What nobody has confirmed is listed, and held against nothing.
    """
    listed = entries(case.statements)
    if not listed:
        return None
    found = facts.statements
    quantities = found.quantities()
    repeated = [each for each in found.quoted or () if "which repeats" in each.label]
    words = [(e.label, e.fits, e.rests_on_nothing, e.note) for e in found.worded or ()]
    return Statements(
        said=tuple(_said(each, case.currency) for each in listed),
        pairs=tuple(_pairs(quantities, case.currency)),
        words=tuple(Held(*each) for each in words),
        places=tuple(
            Held(each.label, each.agrees, False, each.note)
            for each in (*repeated, *(found.cross_references or ()))
        ),
        forms=tuple(_forms(quantities)),
    )


def _said(given: Statement, currency: str) -> Said:
    return Said(
        id=given.id,
        where=place_of(given),
        subject=given.subject or "",
        says=in_words(given, currency),
        form=FORMS[given.form] if given.form else "",
        leaves_open=tuple(_open(given)),
        confirmed=given.confirmed_by is not None,
    )


def _open(given: Statement) -> Iterator[str]:
    """Yield what the words of a return, an amount or a comparison leave open."""
    if given.form in (*_RETURNS, *_AMOUNTS):
        if is_nil(given.base):
            yield "what it is per"
        if is_nil(given.period):
            yield "the period"
    if given.form in _RETURNS and given.ratio_basis == "not_said":
        yield "total or marginal"
    if given.form in _RETURNS and given.timing == "not_said":
        yield "expected or achieved"
    if is_nil(given.compares) or is_nil(given.compared_with):
        yield "the numbers behind the words"


def _pairs(quantities: tuple[Quantity, ...], currency: str) -> Iterator[Beside]:
    holders: dict[tuple[object, Decimal], list[Quantity]] = {}
    for each in quantities:
        if each.statement.value is not None and not each.is_range:
            number = each.statement.value.value.normalize()
            holders.setdefault((each.sort, number), []).append(each)
    for group in groups(quantities):
        for pair in pairs(group):
            yield _beside(pair, currency, holders)


def _beside(
    pair: Compared, currency: str, holders: Mapping[tuple[object, Decimal], list[Quantity]]
) -> Beside:
    one, other = pair.one.statement, pair.other.statement
    reasons = (e.differs_because for e in (one, other) if isinstance(e.differs_because, str))
    return Beside(
        about=f"{one.subject}: {one.measure}",
        one=f"{in_words(one, currency)} ({place_of(one)})",
        other=f"{in_words(other, currency)} ({place_of(other)})",
        agree=pair.agree,
        apart=pair.apart,
        unlike=pair.unlike,
        missing=tuple(each.rpartition("/")[2] for each in pair.missing),
        elsewhere=_elsewhere(pair, holders) if pair.agree is False else "",
        because=next(reasons, ""),
    )


def _elsewhere(pair: Compared, holders: Mapping[tuple[object, Decimal], list[Quantity]]) -> str:
    """Return who else has the number of one of two statements that disagree."""
    for each in (pair.one, pair.other):
        value = each.statement.value
        if value is None:
            continue
        for found in holders.get((each.sort, value.value.normalize()), ()):
            if found.statement.subject != each.statement.subject:
                return f"{found.statement.subject} ({place_of(found.statement)})"
    return ""


def _forms(quantities: tuple[Quantity, ...]) -> Iterator[tuple[str, int]]:
    """Yield how often returns are put in each form."""
    for form in _RETURNS:
        number = sum(each.statement.form == form for each in quantities)
        if number:
            yield FORMS[form], number
