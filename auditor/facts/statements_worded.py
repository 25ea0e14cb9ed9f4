"""Hold multiples, fractions and ranks in words against the numbers that they rest on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from auditor.facts.reading import is_nil
from auditor.facts.statements_check import WordsCheck
from auditor.facts.statements_quantity import interval_of
from auditor.facts.statements_words import Meaning, meaning_of, rank_of
from auditor.model.claims import StatedClaim
from auditor.model.statement import Statement
from auditor.value.precision import Interval, stated_arithmetic
from auditor.value.printing import as_printed

Values = Mapping[str, Decimal] | None
"""Values by id, to rank them; None where they cannot be worked out."""

_NO_TABLE = "words that name one multiple, fraction or rank, such as “more than twice”"
_NOT_ABOVE_ZERO = "numbers above zero"


class Worded:
    """Checks the words of statements against the figures and the value map of a file."""

    def __init__(self, claims: Mapping[str, StatedClaim], rows: Values, holders: Values) -> None:
        self._claims = claims
        self._rows = rows
        self._holders = holders

    def all(self, given: Sequence[tuple[int, Statement]]) -> Iterator[WordsCheck]:
        """Yield what becomes of the words of each statement that has some."""
        periods = {f"statements.{each.id}.value": each for _, each in given}
        for position, each in given:
            if each.words is None and each.form not in ("multiple", "ranking"):
                continue
            named = each.row_id or each.stakeholder_id
            ranked = each.form == "ranking" or (named and each.states is None)
            check = self._ranked if ranked else self._compared
            with stated_arithmetic():
                found = check(f"/statements/{position}", each)
            unlike = "" if ranked or found.fits is None else _unlike_periods(each, periods)
            yield replace(found, note=f"{found.note}{unlike}")

    def _compared(self, pointer: str, given: Statement) -> WordsCheck:
        if is_nil(given.compares) or is_nil(given.compared_with):
            one = isinstance(given.compares, str) or isinstance(given.compared_with, str)
            rests = "rests on one number of two" if one else "rests on no number of the text"
            note = f"“{given.words or given.quotation}” {rests}"
            return _open(pointer, given, note, nothing=True)
        missing = [
            name
            for name in ("words", "compares", "compared_with")
            if getattr(given, name) is None
            or (name != "words" and str(getattr(given, name)) not in self._claims)
        ]
        if missing:
            note = "what is compared is not stated"
            return _open(pointer, given, note, missing=[f"{pointer}/{name}" for name in missing])
        meaning = meaning_of(given.words or "")
        if meaning is None:
            return _open(pointer, given, "the words are not in the table", otherwise=_NO_TABLE)
        return self._held(pointer, given, meaning)

    def _held(self, pointer: str, given: Statement, meaning: Meaning) -> WordsCheck:
        names = (str(given.compares), str(given.compared_with))
        one, other = (self._claims[name].figure for name in names)
        quotient = interval_of(one).over(interval_of(other))
        if quotient is None or other.value <= 0 or one.value < 0:
            note = "a multiple says nothing of numbers that are not above zero"
            return _open(pointer, given, note, otherwise=_NOT_ABOVE_ZERO)
        fits = meaning.fits(quotient)
        note = _note(one.value / other.value, quotient, names, meaning, fits)
        otherwise = "" if fits is not None else f"how near: {meaning.hedge.reason}"
        return _check(pointer, given, fits, note, otherwise=otherwise)

    def _ranked(self, pointer: str, given: Statement) -> WordsCheck:
        rank = rank_of(given.words or "")
        own, values = (
            (given.row_id, self._rows) if given.row_id else (given.stakeholder_id, self._holders)
        )
        if own is None or given.words is None:
            fields = ["words"] if given.words is None else ["row_id"]
            note = "what is ranked is not stated"
            return _open(pointer, given, note, missing=[f"{pointer}/{name}" for name in fields])
        if rank is None:
            return _open(pointer, given, "the words are not in the table", otherwise=_NO_TABLE)
        if values is None or own not in values:
            note = "the values cannot be worked out"
            return _open(pointer, given, note, otherwise="a value of every row of the map")
        return _by_value(pointer, given, rank, own, values)


def _unlike_periods(given: Statement, stated: Mapping[str, Statement]) -> str:
    """Say where the two numbers are not known to be of as many years; empty where they are.

    The words are right or wrong of the numbers all the same: they may be about unlike times.
    """
    pair = [stated.get(str(name)) for name in (given.compares, given.compared_with)]
    lengths = [each.period_years if each else None for each in pair]
    if None in pair or lengths[0] == lengths[1]:
        return ""
    if None in lengths:
        return "; only one of the two numbers says for how many years it is"
    first, second = (f"{length.normalize():f}" for length in lengths if length is not None)
    return f"; the years that the two numbers are for are {first} and {second}"


def _by_value(
    pointer: str, given: Statement, rank: tuple[int, bool], own: str, values: Mapping[str, Decimal]
) -> WordsCheck:
    """Rank by value; of those worth the same each may be called the first of them."""
    wanted, from_top = rank
    sign = 1 if from_top else -1
    before = [name for name, each in values.items() if sign * each > sign * values[own]]
    same = sum(each == values[own] for each in values.values())
    fits = len(before) < wanted <= len(before) + same
    end = "largest" if from_top else "smallest"
    place = f"by value it is number {len(before) + 1} from the {end} of {len(values)}"
    ahead = f", after {', '.join(before[:3])}" if before and not fits else ""
    return _check(pointer, given, fits, f"{place}{ahead}")


def _note(
    exact: Decimal, span: Interval, names: tuple[str, str], meaning: Meaning, fits: bool | None
) -> str:
    times = as_printed(exact, unit="ratio", decimals=2, pad=True)
    said = f"{names[0]} is {times} times {names[1]}"
    if fits is None:
        return f"{said}; “{meaning.words}”: {meaning.hedge.reason}"
    ends = [as_printed(each, unit="ratio", decimals=2, pad=True) for each in (span.low, span.high)]
    between = f" (as printed, {ends[0]} to {ends[1]})" if ends[0] != ends[1] else ""
    return f"{said}{between}, which {'is' if fits else 'is not'} “{meaning.words}”"


def _open(
    pointer: str, given: Statement, note: str, *, missing: Sequence[str] = (),
    otherwise: str = "", nothing: bool = False,
) -> WordsCheck:  # fmt: skip
    return _check(pointer, given, None, note, missing=missing, otherwise=otherwise, nothing=nothing)


def _check(
    pointer: str, given: Statement, fits: bool | None, note: str, *, missing: Sequence[str] = (),
    otherwise: str = "", nothing: bool = False,
) -> WordsCheck:  # fmt: skip
    label = f"{given.subject or given.id}: {given.words or given.quotation}"
    return WordsCheck(given.id, label, fits, nothing, note, pointer, tuple(missing), otherwise)
