"""Say whose the value of a file is: by group, by body, by kind, by year, and who pays for it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from auditor.facts import Facts
from auditor.facts.reading import entries, stated
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
class BodyBalance:
    """What one body puts into the value map, what it pays and what it saves, in currency.

    Inputs and costs may be the same money listed twice, so they are never added up.
    """

    name: str
    inputs: Decimal
    costs: Decimal
    savings: Decimal

    @property
    def net(self) -> Decimal:
        """Return what it saves less what it pays."""
        return self.savings - self.costs


@dataclass(frozen=True, slots=True)
class WhoseValue:
    """Whose the value is; `basis` says which amounts were divided, `missing` what is lacking."""

    currency: str
    basis: str
    total: Decimal | None
    divisions: tuple[Division, ...]
    years: tuple[YearValue, ...]
    bodies: tuple[BodyBalance, ...]
    missing: tuple[str, ...]


def whose_value(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> WhoseValue | None:
    """Return whose the value is, or None for a file without value map, costs and savings.

    Rows are counted at their present value under the conventions declared (else the SROI Guide's),
    or at the impact of their first year where present values cannot be worked out.
    """
    found = facts.value_map
    bodies = _bodies(case)
    if (found is None or not found.rows) and not bodies:
        return None
    if found is None or not found.rows:
        return WhoseValue(case.currency, "", None, (), (), bodies, ())
    if found.missing_for_impact:
        return WhoseValue(case.currency, "", None, (), (), bodies, found.missing_for_impact)
    return _of_rows(case, found, bodies)


def _of_rows(case: Case, found: ValueMap, bodies: tuple[BodyBalance, ...]) -> WhoseValue:
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
    return WhoseValue(
        currency=case.currency,
        basis=basis,
        total=sum(amounts, start=_ZERO),
        divisions=tuple(each for each in divisions if each.parts),
        years=() if missing else _years(found, chosen),
        bodies=bodies,
        missing=missing,
    )


_EXPERIENCED = MappingProxyType({"individual": "Individuals", "state": "The state"})
_LEVEL = MappingProxyType(
    {"service": "Those who use the service", "wider": "Society and the state beyond it"}
)
_CASHABLE = MappingProxyType({True: "Cashable", False: "Not cashable"})


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
    """Divide the value by one question; the largest part comes first."""
    amounts: dict[str, Decimal] = {}
    whole, unsaid, rows = _ZERO, _ZERO, 0
    for row, amount in held:
        whole += amount
        holder = named(row)
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


def _bodies(case: Case) -> tuple[BodyBalance, ...]:
    """Return what each body that is named pays and saves, in the order of the file."""
    sroi = stated(case.sroi)
    given = [(each.bearer, each.amount) for each in (entries(sroi.inputs) if sroi else ())]
    costs = [
        *((each.bearer, each.amount) for each in entries(case.costs)),
        *((each.body, each.amount) for each in entries(case.displaced_costs)),
    ]
    saved = [(each.beneficiary_body, each.amount) for each in entries(case.savings)]
    names = dict.fromkeys(name for name, _ in (*given, *costs, *saved) if name)
    return tuple(
        BodyBalance(name, _sum(given, name), _sum(costs, name), _sum(saved, name)) for name in names
    )


def _sum(amounts: Iterable[tuple[str | None, Decimal | None]], name: str) -> Decimal:
    own = (amount for body, amount in amounts if body == name and amount is not None)
    return sum(own, start=_ZERO)
