"""Set whole files beside one another on whole-life value, and say what stands in the way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from auditor.analysis.choice import Candidate, Choice, choice, of_option
from auditor.analysis.footing import NOT_STATED, Difference, differing, plain
from auditor.facts import Facts
from auditor.facts.option_facts import OptionFacts
from auditor.facts.option_values import OptionFlows
from auditor.facts.rates import Rates
from auditor.facts.reading import stated
from auditor.model.file import Case


class Compared(NamedTuple):
    """One file of a comparison: a short name, its case, its facts, the rates in force for it."""

    name: str
    case: Case
    facts: Facts
    rates: Rates | None = None


@dataclass(frozen=True, slots=True)
class FilesCompared:
    """Whole files side by side, and the differences in how they were made."""

    choice: Choice
    differences: tuple[Difference, ...]
    silent: tuple[Difference, ...]


def files_compared(files: Sequence[Compared]) -> FilesCompared:
    """Return whole files side by side, in the currency of the first.

    A file counts with its preferred option at the rates in force, or else with the inputs and the
    present value of its value map. Files in another currency are not known of by any measure.
    """
    currency = files[0].case.currency
    found = choice(currency, [_candidate(each, currency) for each in files], None)
    counted = Difference("what is counted", tuple((e.name, _counted(e)) for e in files))
    asked = [Difference(what, _answers(files, ask)) for what, ask in _FOOTING.items()]
    silent = [each for each in asked if {a for _, a in each.answers} == {NOT_STATED}]
    return FilesCompared(found, differing([counted, *asked]), tuple(silent))


def _candidate(each: Compared, currency: str) -> Candidate:
    name, case, facts, rates = each
    title = f"{case.title} ({name})"
    if case.currency != currency:
        return Candidate(name, title, "file")
    preferred = _preferred(facts)
    if preferred is not None:
        return replace(of_option(*preferred, rates), id=name, name=title, kind="file")
    present, inputs = facts.sroi.total_present_value, facts.sroi.inputs_total
    value = None if present is None or inputs is None else present - inputs
    return Candidate(name, title, "file", whole_life_cost=inputs, net_value=value)


def _preferred(facts: Facts) -> tuple[OptionFacts, OptionFlows] | None:
    """Return the option that a file counts with: the preferred one, where its value is known."""
    preferred = facts.options.preferred
    pairs = zip(facts.options.items or (), facts.option_flows, strict=False)
    found = (pair for pair in pairs if preferred is not None and pair[0].id == preferred.id)
    return next((pair for pair in found if pair[0].npv is not None), None)


def _counted(each: Compared) -> str:
    """Say which part of a file its amounts are of."""
    if _preferred(each.facts) is not None:
        return "its preferred option"
    return NOT_STATED if each.facts.sroi.total_present_value is None else "its value map"


def _answers(
    files: Sequence[Compared], ask: Callable[[Compared], Any]
) -> tuple[tuple[str, str], ...]:
    return tuple((each.name, plain(ask(each))) for each in files)


def _of(part: str, name: str) -> Callable[[Compared], Any]:
    """Return what reads one field of a part of a file."""
    return lambda each: getattr(stated(getattr(each.case, part)), name, None)


def _of_option(name: str) -> Callable[[Compared], Any]:
    """Return what reads a field of the option that a file counts with, or of its appraisal."""

    def ask(each: Compared) -> Any:
        preferred = _preferred(each.facts)
        return getattr(preferred[0], name) if preferred else _of("appraisal", name)(each)

    return ask


def _convention(name: str) -> Callable[[Compared], Any]:
    def ask(each: Compared) -> Any:
        sroi = stated(each.case.sroi)
        return getattr(stated(sroi.conventions), name, None) if sroi else None

    return ask


_FOOTING: Mapping[str, Callable[[Compared], Any]] = {
    "currency": lambda each: each.case.currency,
    "discount rate of the value map": _of("sroi", "discount_rate"),
    "discounting of the value map": _convention("discounting"),
    "what the ratio means": _convention("ratio_means"),
    "forecast or evaluation": _of("sroi", "type"),
    "Green Book schedule": _of("appraisal", "schedule"),
    "timing of flows": _of("appraisal", "timing"),
    "base year": _of_option("base_year"),
    "price year": _of_option("price_year"),
    "years covered": _of_option("horizon_years"),
}
