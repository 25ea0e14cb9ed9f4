"""Set out the ratios of an analysis's own tests as figures to be worked out under any conventions.

A test changes values of the map and is read like the map itself, so that its ratio bears witness to
the conventions too. A test that calculates by conventions of its own, as one that discounts what
the analysis does not, bears none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import product
from typing import Any

from auditor.facts.map_claim import PRESENT, MapClaim, map_claim
from auditor.facts.reading import entries, texts
from auditor.facts.scenario import scenario_of
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.value_map import ValueMap
from auditor.model.file import Case
from auditor.model.scenario import SroiSensitivity
from auditor.value.answers import ANSWERS
from auditor.value.conventions import Conventions
from auditor.value.quotient import Quotient


def claims_of_tests(case: Case, figures: SroiFigures) -> Iterator[MapClaim]:
    """Yield the ratio of each test that says, value by value, what it changes."""
    needs = (*PRESENT, "inputs_discounted", "ratio_means")
    for index, test in enumerate(entries(figures.map.sroi.sensitivity)):
        changed = _changed(case, test, figures) if test.ratio is not None else ()
        if not changed or test.ratio is None:
            continue
        yield map_claim(
            f"sroi.sensitivity.{test.id}.ratio",
            f"sensitivity/{index}/ratio",
            f"Ratio of the test: {texts(test.change) or test.id}",
            "ratio",
            test.ratio,
            needs,
            partial(_under, changed, figures.map.open_questions),
        )


def _changed(case: Case, test: SroiSensitivity, own: SroiFigures) -> tuple[SroiFigures, ...]:
    """Return the analysis as the test changes it, in each reading; none where something lacks."""
    scenario = scenario_of(case, test)
    found = tuple(
        SroiFigures(ValueMap(each.sroi, own.map.parameters)) for each in scenario.readings
    )
    lacking = any(
        each.map.sroi.conventions != own.map.sroi.conventions
        or each.marginal
        or each.present.missing
        or each.present.printed
        or each.inputs.missing
        for each in found
    )
    return () if scenario.missing or lacking else found


def _under(
    changed: Sequence[SroiFigures], asked: Sequence[str], conventions: Conventions
) -> tuple[Quotient, ...]:
    """Return the ratio of a test in each way; what only the change makes a question is open."""
    return tuple(
        figures.figure("ratio", how)
        for figures in changed
        for how in _ways(conventions, [q for q in figures.map.open_questions if q not in asked])
    )


def _ways(conventions: Conventions, new: Sequence[str]) -> Iterator[Conventions]:
    for chosen in product(*([n for n, a in ANSWERS[q].items() if not a.departs] for q in new)):
        answers: dict[str, Any] = dict(zip(new, chosen, strict=True))
        yield replace(conventions, **answers) if answers else conventions
