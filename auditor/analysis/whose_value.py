"""Say whose the value of a file is: by group, by body, by kind, by year, and who pays for it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from auditor.analysis.bodies import BodyBalance, Unnamed, bodies, unnamed
from auditor.facts import Facts
from auditor.facts.reading import entries
from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row
from auditor.model.file import Case
from auditor.model.outcomes import Outcome
from auditor.value.conventions import Conventions

_ZERO = Decimal(0)
Named = Callable[[Row], str | None]


@dataclass(frozen=True, slots=True)
class Part:
    """What falls to one holder: its amount in the file's currency, and its share of the whole."""

    name: str
    amount: Decimal
    share: Decimal | None


@dataclass(frozen=True, slots=True)
class Division:
    """The value divided by one question; `unsaid` is the value of rows that do not answer it."""

    id: str
    title: str
    parts: tuple[Part, ...]
    unsaid: Decimal
    rows_unsaid: int


@dataclass(frozen=True, slots=True)
class YearValue:
    """The value of one year, before and after discounting."""

    year: int
    amount: Decimal
    present_value: Decimal


@dataclass(frozen=True, slots=True)
class WhoseValue:
    """Whose the value is; `basis` says which amounts were divided, `missing` what is lacking.

    `savings` are those that the file lists beside its value map, by whether they can be taken out
    of a budget; they are not discounted, and never added to the value. `unnamed` is what no body is
    named for.
    """

    currency: str
    basis: str
    total: Decimal | None
    divisions: tuple[Division, ...]
    years: tuple[YearValue, ...]
    savings: Division | None
    bodies: tuple[BodyBalance, ...]
    unnamed: Unnamed
    missing: tuple[str, ...]


def whose_value(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> WhoseValue | None:
    """Return whose the value is, or None for a file without value map, costs and savings.

    Rows are counted at their present value under the conventions declared (else the SROI Guide's),
    or at the impact of their first year where present values cannot be worked out.
    """
    found = facts.value_map
    savings, named = _savings(case), bodies(case)
    has_rows = found is not None and bool(found.rows)
    if not (has_rows or named or savings):
        return None
    lacking = found.missing_for_impact if found is not None and has_rows else ()
    none = WhoseValue(
        currency=case.currency,
        basis="",
        total=None,
        divisions=(),
        years=(),
        savings=savings,
        bodies=named,
        unnamed=unnamed(case),
        missing=lacking,
    )
    return none if found is None or not has_rows or lacking else _of_rows(case, found, none)


def _savings(case: Case) -> Division | None:
    """Divide the savings listed by whether the money can be cut or spent elsewhere."""
    held = [(_worded(each.cashable, _CASHABLE), each.amount) for each in entries(case.savings)]
    return _divided("savings", "Savings: cashable or not", held) if held else None


def _of_rows(case: Case, found: ValueMap, none: WhoseValue) -> WhoseValue:
    missing = found.missing_for_present_value
    chosen = found.candidates[0]
    if missing:
        amounts = [row.first_year.exact if row.first_year else _ZERO for row in found.rows]
        basis = "the impact of the first year"
    else:
        amounts = [found.present_value_of([row], chosen).exact for row in found.rows]
        basis = "the present value of all years"
    held = list(zip(found.rows, amounts, strict=True))
    divisions = (_division(name, *how, held) for name, how in _questions(case).items())
    return replace(
        none,
        basis=basis,
        total=sum(amounts, start=_ZERO),
        divisions=tuple(each for each in divisions if each.parts),
        years=() if missing else _years(found, chosen),
        missing=missing,
    )


_EXPERIENCED = MappingProxyType({"individual": "Individuals", "state": "The state"})
_LEVEL = MappingProxyType(
    {"service": "Those who use the service", "wider": "Society and the state beyond it"}
)
NOT_CASHABLE = "Not cashable"
_CASHABLE = MappingProxyType({True: "Cashable", False: NOT_CASHABLE})


def _questions(case: Case) -> Mapping[str, tuple[str, Named]]:
    """Return each question by which value is divided: its title, and how a row answers it."""
    groups = {each.id: each.name for each in entries(case.stakeholders)}
    outcomes = {each.id: each for each in entries(case.outcomes)}

    def of_outcome(name: str, words: Mapping[Any, str]) -> Named:
        return lambda row: _worded(getattr(_outcome(row, outcomes), name, None), words)

    return {
        "stakeholder": (
            "By group of stakeholders",
            lambda row: groups.get(row.given.stakeholder_id or ""),
        ),
        "experienced_by": (
            "Individuals and the state",
            of_outcome("experienced_by", _EXPERIENCED),
        ),
        "falls_to": ("By who gains", lambda row: _plain(row.given.falls_to)),
        "body": ("By public body", lambda row: row.given.body),
        "cashable": (
            "Cashable or not",
            lambda row: _worded(row.given.cashable, _CASHABLE),
        ),
        "level": ("For users of the service, and wider", of_outcome("level", _LEVEL)),
        "pillar": (
            "Social, economic, environmental",
            lambda row: _plain(getattr(_outcome(row, outcomes), "pillar", None)),
        ),
    }


def _outcome(row: Row, outcomes: Mapping[str, Outcome]) -> Outcome | None:
    return outcomes.get(row.given.outcome_id or "")


def _worded(answer: Any, words: Mapping[Any, str]) -> str | None:
    return None if answer is None else words[answer]


def _plain(code: str | None) -> str | None:
    return code and (code[0].upper() + code[1:]).replace("_", " ")


def _division(name: str, title: str, named: Named, held: Iterable[tuple[Row, Decimal]]) -> Division:
    return _divided(name, title, ((named(row), amount) for row, amount in held))


def _divided(name: str, title: str, held: Iterable[tuple[str | None, Decimal]]) -> Division:
    """Divide amounts among their holders; the largest part comes first."""
    amounts: dict[str, Decimal] = {}
    whole, unsaid, rows = _ZERO, _ZERO, 0
    for holder, amount in held:
        whole += amount
        if holder is None:
            unsaid, rows = unsaid + amount, rows + 1
        else:
            amounts[holder] = amounts.get(holder, _ZERO) + amount
    ranked = sorted(amounts.items(), key=lambda each: -each[1])
    parts = tuple(Part(holder, a, a / whole if whole else None) for holder, a in ranked)
    return Division(name, title, parts, unsaid, rows)


def _years(found: ValueMap, chosen: Conventions) -> tuple[YearValue, ...]:
    rows = [found.years(row, chosen) for row in found.rows]
    longest = max((len(years) for years in rows), default=0)
    amounts = [
        sum((years[at].exact for years in rows if at < len(years)), start=_ZERO)
        for at in range(longest)
    ]
    factors = found.factors(longest, chosen)
    pairs = zip(amounts, factors, strict=True)
    return tuple(YearValue(n, amount, amount * f) for n, (amount, f) in enumerate(pairs, 1))
