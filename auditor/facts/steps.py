"""Count in words what is about outcomes at each step of a file that lists anything."""

from collections.abc import Iterable

from auditor.facts.reading import entries, stated
from auditor.model.award import Criterion
from auditor.model.file import Case


def outcomes_by_step(case: Case) -> str | None:
    """Return such as `objectives 0 of 2; award criteria 1 of 3`, of the lists that are stated."""
    award, contract = stated(case.award), stated(case.contract)
    criteria = entries(award.criteria) if award else ()
    steps = (
        ("objectives", [each.kind == "outcome" for each in entries(case.objectives)]),
        ("award criteria", [_scores_outcomes(each) for each in criteria]),
        (
            "measures of the contract",
            [each.kind == "outcome" for each in (entries(contract.kpis) if contract else ())],
        ),
    )
    return "; ".join(_counted(name, about) for name, about in steps if about) or None


def _scores_outcomes(criterion: Criterion) -> bool:
    """Say whether a criterion scores outcomes: by its kind or, but for price, by their ids."""
    if criterion.weight == 0:
        return False
    named = criterion.kind != "price" and bool(entries(criterion.outcome_ids))
    return named or criterion.kind == "outcome"


def _counted(name: str, about: Iterable[bool]) -> str:
    every = list(about)
    return f"{name} {sum(every)} of {len(every)}"
