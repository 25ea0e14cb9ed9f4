"""Set a file's ratio, deductions and unit values beside those of published cases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Any, Literal

from auditor.facts import Facts
from auditor.facts.reading import stated
from auditor.model.file import Case

CASES = "published_cases"
FEWEST = "published_cases_minimum"
Unit = Literal["ratio", "share", "money"]
_FIGURES = ("ratio", "deadweight", "attribution_to_others", "unit_value")


@dataclass(frozen=True, slots=True)
class Beside:
    """One figure of the file beside the same figure of published cases, in rising order.

    `unusual` is higher or lower where it lies outside all of them. With fewer cases than
    `published.fewest` the published figures are left out and nothing is compared.
    """

    id: str
    name: str
    unit: Unit
    value: Decimal
    published: tuple[Decimal, ...]
    cases: tuple[str, ...]
    number: int
    lower: int
    higher: int
    unusual: Literal["", "higher", "lower"]


@dataclass(frozen=True, slots=True)
class Published:
    """The figures of a file beside those of published cases; `fewest` cases make a comparison."""

    currency: str
    fewest: int
    figures: tuple[Beside, ...]


def published(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> Published | None:
    """Return the file's figures beside the published ones; None where it has none to compare.

    Of the rows of a map the median is compared, as it is for the published cases, so that a map of
    many rows counts like a map of few. The ratio is the one claimed, or else the recomputed one.
    Unit values are compared only with cases in the same currency. A case whose figures are all
    those of the file is taken to be the file itself, and left out.
    """
    listed, fewest = parameters.get(CASES), parameters.get(FEWEST)
    if not listed or fewest is None or stated(case.sroi) is None:
        return None
    own = [each for each in _own(case, facts) if each[3] is not None]
    values = {name: value for name, _, _, value in own}
    others = [each for each in listed if not _is_itself(each, values, case)]
    figures = [
        _beside(name, words, unit, value, _known(others, name, case), int(fewest))
        for name, words, unit, value in own
        if value is not None
    ]
    return Published(case.currency, int(fewest), tuple(figures)) if figures else None


def _own(case: Case, facts: Facts) -> Iterator[tuple[str, str, Unit, Decimal | None]]:
    """Yield the figures of the file: their names, what they count, and their values."""
    rows = [row.given for row in facts.value_map.rows] if facts.value_map else []
    declared = facts.value_map.declared if facts.value_map else {}
    kept = declared.get("deductions_mean") == "kept"
    ours = declared.get("attribution_means") == "this_activity"
    deadweight = _middle(_turned(row.deadweight, turn=kept) for row in rows)
    others = _middle(_turned(row.attribution_to_others, turn=ours) for row in rows)
    yield "ratio", "Ratio", "ratio", _ratio(case, facts)
    yield "deadweight", "Deadweight, median of the rows", "share", deadweight
    yield "attribution_to_others", "Share of others, median of the rows", "share", others
    yield "unit_value", "Unit value, median of the rows", "money", _middle(r.proxy for r in rows)


def _ratio(case: Case, facts: Facts) -> Decimal | None:
    """Return the ratio; one that the file calls net is not compared with gross ones."""
    sroi = stated(case.sroi)
    reported = stated(sroi.reported) if sroi else None
    net = facts.value_map is not None and facts.value_map.declared["ratio_means"] == "net"
    if reported is None or reported.ratio is None or net:
        return facts.sroi.ratio_recomputed
    return reported.ratio.value


def _turned(share: Decimal | None, *, turn: bool) -> Decimal | None:
    return 1 - share if share is not None and turn else share


def _middle(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None


def _is_itself(published_case: Mapping[str, Any], own: Mapping[str, Any], case: Case) -> bool:
    """Say whether every figure of a published case is that of the file."""
    told = [name for name in _FIGURES if name in published_case]
    same = all(own.get(name) == published_case[name] for name in told)
    return same and published_case["currency"] == case.currency


def _known(cases: Iterable[Mapping[str, Any]], name: str, case: Case) -> list[tuple[Decimal, str]]:
    """Return what the cases state of one figure, with their names, in rising order."""
    return sorted(
        (Decimal(each[name]), each["case"])
        for each in cases
        if name in each and (name != "unit_value" or each["currency"] == case.currency)
    )


def _beside(
    name: str, words: str, unit: Unit, value: Decimal, found: list[tuple[Decimal, str]], fewest: int
) -> Beside:
    numbers = tuple(number for number, _ in found)
    enough = len(numbers) >= fewest
    lower = sum(number < value for number in numbers)
    higher = sum(number > value for number in numbers)
    outside: Literal["", "higher", "lower"] = ""
    if enough and len(numbers) in (lower, higher):
        outside = "higher" if lower else "lower"
    return Beside(
        id=name,
        name=words,
        unit=unit,
        value=value,
        published=numbers if enough else (),
        cases=tuple(case for _, case in found) if enough else (),
        number=len(numbers),
        lower=lower if enough else 0,
        higher=higher if enough else 0,
        unusual=outside,
    )
