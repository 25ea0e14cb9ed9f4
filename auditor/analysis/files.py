"""Set whole files beside one another on whole-life value, and say what stands in the way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from auditor.analysis.choice import Candidate, Choice, choice
from auditor.facts import Facts
from auditor.facts.reading import stated
from auditor.model.file import Case


class Compared(NamedTuple):
    """One file of a comparison: a short name for it, its case and its facts."""

    name: str
    case: Case
    facts: Facts


@dataclass(frozen=True, slots=True)
class Difference:
    """A choice that the files made differently: what it is, and each file's answer."""

    what: str
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FilesCompared:
    """Whole files side by side, and the differences in how they were made."""

    choice: Choice
    differences: tuple[Difference, ...]
    silent: tuple[Difference, ...]


NOT_STATED = "not stated"


def files_compared(files: Sequence[Compared]) -> FilesCompared:
    """Return whole files side by side, in the currency of the first.

    A file counts with its preferred option at the rates in force, or else with the inputs and the
    present value of its value map. Files in another currency are not known of by any measure.
    """
    currency = files[0].case.currency
    found = choice(currency, [_candidate(each, currency) for each in files], None)
    asked = [Difference(what, _answers(files, ask)) for what, ask in _FOOTING.items()]
    differing = [each for each in asked if len({answer for _, answer in each.answers}) > 1]
    silent = [each for each in asked if {a for _, a in each.answers} == {NOT_STATED}]
    return FilesCompared(found, tuple(differing), tuple(silent))


def _candidate(each: Compared, currency: str) -> Candidate:
    name, case, facts = each
    title = f"{case.title} ({name})"
    preferred = facts.options.preferred
    found = facts.sroi
    if case.currency != currency:
        return Candidate(name, title, "file", None, None, None, None)
    if preferred is not None and preferred.npv is not None:
        cost = preferred.present_value_of_costs
        return Candidate(name, title, "file", None, cost, None, preferred.npv)
    present, inputs = found.total_present_value, found.inputs_total
    value = None if present is None or inputs is None else present - inputs
    return Candidate(name, title, "file", None, inputs, None, value)


def _answers(files: Sequence[Compared], ask: Callable[[Case], Any]) -> tuple[tuple[str, str], ...]:
    return tuple((each.name, _plain(ask(each.case))) for each in files)


def _plain(answer: Any) -> str:
    return NOT_STATED if answer is None else str(answer).replace("_", " ")


def _of(part: str, *names: str) -> Callable[[Case], Any]:
    """Return what reads a part of a file and, in it, the first of some fields that is stated."""

    def ask(case: Case) -> Any:
        held = stated(getattr(case, part))
        answers = (getattr(held, name, None) for name in names)
        return next((answer for answer in answers if answer is not None), None)

    return ask


def _convention(name: str) -> Callable[[Case], Any]:
    def ask(case: Case) -> Any:
        sroi = stated(case.sroi)
        return getattr(stated(sroi.conventions), name, None) if sroi else None

    return ask


_FOOTING: Mapping[str, Callable[[Case], Any]] = {
    "currency": lambda case: case.currency,
    "discount rate of the value map": _of("sroi", "discount_rate"),
    "discounting of the value map": _convention("discounting"),
    "what the ratio means": _convention("ratio_means"),
    "forecast or evaluation": _of("sroi", "type"),
    "Green Book schedule": _of("appraisal", "schedule"),
    "timing of flows": _of("appraisal", "timing"),
    "base year": _of("appraisal", "base_year"),
    "price year": _of("appraisal", "price_year"),
    "years covered": _of("appraisal", "horizon_years"),
}
