"""Hold statements of one quantity against each other and against the figures they repeat."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from auditor.facts.reading import entries
from auditor.facts.statements_check import StatementCheck
from auditor.facts.statements_compare import Compared, compare
from auditor.facts.statements_quantity import Quantity, in_words, key, prints
from auditor.facts.statements_reach import Reach
from auditor.model.claims import StatedClaim
from auditor.model.printed import half_unit
from auditor.model.sroi import Sroi
from auditor.model.statement import Statement
from auditor.value.printing import as_printed, decimals_of

_EXACT = ("quantity", "duration_years")
_HAPPENED = {"forecast": "expected", "evaluative": "achieved"}
_AGAINST = 10
_SHOWN = 4
"""How many disagreements of one quantity are written out; the rest are counted."""

Group = tuple[Quantity, ...]


def groups(quantities: Iterable[Quantity]) -> tuple[Group, ...]:
    """Return the statements of each quantity that is stated more than once, by who and what."""
    found: dict[tuple[str, str], list[Quantity]] = {}
    for each in quantities:
        given = each.statement
        if given.subject and given.measure:
            found.setdefault((key(given.subject), key(given.measure)), []).append(each)
    return tuple(tuple(group) for group in found.values() if len(group) > 1)


def pairs(group: Group) -> tuple[Compared, ...]:
    """Return the statements of a group two by two; one that says the very same only with the first.

    Each is compared with the first ten that state the same base, period and so on, and with the
    first one of each of ten other sets of these, so that the work grows with the statements and not
    with their square.
    """
    first: dict[tuple[object, ...], Quantity] = {}
    by_traits: dict[tuple[object, ...], list[Quantity]] = {}
    found: list[Compared] = []
    for each in group:
        same = first.setdefault(each.alike, each)
        if same is not each:
            found.append(compare(same, each))
            continue
        traits = (each.sort, *each.traits.values())
        own = by_traits.setdefault(traits, [])
        others = islice((held for key, held in by_traits.items() if key != traits), _AGAINST)
        found.extend(compare(held[0], each) for held in others)
        found.extend(compare(earlier, each) for earlier in own)
        if len(own) < _AGAINST:
            own.append(each)
    return tuple(found)


def quoted(quantities: Iterable[Quantity], currency: str) -> Iterator[StatementCheck]:
    """Yield what becomes of each quantity that is stated more than once."""
    for group in groups(quantities):
        found = [pair for pair in pairs(group) if not pair.apart]
        if found:
            yield _check(group, found, currency)


def _check(group: Group, found: Sequence[Compared], currency: str) -> StatementCheck:
    against = [pair for pair in found if pair.agree is False and not pair.explained]
    unsure = [pair for pair in found if pair.agree is None and not pair.explained]
    first = (against or unsure or found)[0].one
    agrees = False if against else None if unsure else True
    said = [_said(pair, currency) for pair in (against or unsure or found)[:_SHOWN]]
    rest = len(against or unsure or found) - len(said)
    note = "; ".join(said) + (f"; and {rest} more" if rest else "")
    return StatementCheck(
        id=group[0].statement.id,
        label=f"{group[0].statement.subject}: {group[0].statement.measure}",
        agrees=agrees,
        note=note,
        file_pointer=first.pointer,
        missing=tuple(dict.fromkeys(each for pair in unsure for each in pair.missing)),
        otherwise=_left_open(unsure),
    )


def _left_open(unsure: Sequence[Compared]) -> str:
    if any(pair.periods and not pair.fuzzy for pair in unsure):
        return "the same words in each `period`, or in `differs_because` why they differ"
    return "how near “about” comes" if unsure else ""


def _said(pair: Compared, currency: str) -> str:
    both = f"{_quoted(pair.one, currency)} and {_quoted(pair.other, currency)}"
    if pair.agree is False:
        reason = next((each.statement.differs_because for each in (pair.one, pair.other)
                       if isinstance(each.statement.differs_because, str)), "")  # fmt: skip
        return f"{both} do not agree" + (f" ({reason})" if reason else "")
    if pair.agree is None:
        unlike = pair.missing or pair.periods
        left = "they are not of the same quantity" if unlike else "“about” reaches that far"
        return f"{both} agree only if {left}"
    return f"{both} agree" + (f", and {'; '.join(pair.unlike)}" if pair.unlike else "")


def _quoted(each: Quantity, currency: str) -> str:
    return f"{in_words(each.statement, currency)} ({place_of(each.statement)})"


def place_of(given: Statement) -> str:
    """Return where a statement stands, or else what it is called in the file."""
    return given.where or f"statement {given.id}"


def repeated(
    quantities: Iterable[Quantity], claims: Mapping[str, StatedClaim], currency: str
) -> Iterator[StatementCheck]:
    """Yield what becomes of each statement that repeats a figure of the file."""
    for each in quantities:
        claim = claims.get(each.statement.claim or "")
        if claim is not None:
            figure = claim.figure
            printed = figure.printed or _plain(figure.value, figure.half_unit)
            yield _held(each, claim.id, prints(figure), printed, currency)


def of_the_type(quantities: Iterable[Quantity], sroi: Sroi | None) -> Iterator[StatementCheck]:
    """Yield each statement that repeats a result as achieved which is forecast, or the reverse.

    The number may agree: what is expected is told as what has happened.
    """
    kind = sroi.type if sroi else None
    for each in quantities:
        timing, claim = each.statement.timing, each.statement.claim or ""
        if kind is None or timing not in _HAPPENED or not claim.startswith("sroi."):
            continue
        agrees = timing == kind or isinstance(each.statement.differs_because, str)
        says = f"{place_of(each.statement)} gives {claim} as {_HAPPENED[timing]}"
        yield StatementCheck(
            id=each.statement.id,
            label=f"{each.statement.id}, on whether {claim} is expected or achieved",
            agrees=agrees,
            note=f"{says}, and the analysis as {_HAPPENED[kind]}",
            file_pointer=f"{each.pointer}/timing",
        )


def of_the_map(
    quantities: Iterable[Quantity], sroi: Sroi | None, currency: str
) -> Iterator[StatementCheck]:
    """Yield what becomes of each statement that states a number of the value map.

    A number of people or of years is exact; other numbers of the map are taken as they are printed.
    """
    rows = {row.id: (at, row) for at, row in enumerate(entries(sroi.rows))} if sroi else {}
    for each in quantities:
        name, row_id = each.statement.states, each.statement.row_id
        if name is None:
            continue
        at, part = (None, sroi) if name == "discount_rate" else rows.get(row_id or "", (None, None))
        value: Decimal | None = getattr(part, name, None)
        if value is None:
            row = "" if name == "discount_rate" else f"/rows/{at}"
            lacks = f"/sroi{row}/{name}" if part is not None else f"{each.pointer}/row_id"
            yield _unheld(each, name, lacks)
            continue
        place = f"sroi.{name}" if name == "discount_rate" else f"sroi.rows.{row_id}.{name}"
        reach = Reach.printed(value, half_unit(value))
        if name in _EXACT:
            each, reach = replace(each, reach=each.reach.closed()), Reach(value, value)
        yield _held(each, place, reach, _plain(value, half_unit(value)), currency)


def _unheld(each: Quantity, name: str, lacks: str) -> StatementCheck:
    return StatementCheck(
        id=each.statement.id,
        label=f"{each.statement.id}, which repeats {name.replace('_', ' ')}",
        agrees=None,
        note=f"the value map does not state its {name.replace('_', ' ')}",
        file_pointer=each.pointer,
        missing=(lacks,),
    )


def _plain(value: Decimal, half: Decimal) -> str:
    return as_printed(value, unit="number", decimals=decimals_of(half), pad=True)


def _held(each: Quantity, name: str, reach: Reach, printed: str, currency: str) -> StatementCheck:
    agrees = each.reach.meets(reach)
    explained = isinstance(each.statement.differs_because, str)
    unsure = not agrees and each.fuzzy and not explained
    says = "repeats it" if agrees else "does not repeat it"
    return StatementCheck(
        id=each.statement.id,
        label=f"{each.statement.id}, which repeats {name}",
        agrees=None if unsure else agrees or explained,
        note=f"{_quoted(each, currency)} {says}: `{name}` is {printed}",
        file_pointer=each.pointer,
        otherwise="how near “about” comes" if unsure else "",
    )
