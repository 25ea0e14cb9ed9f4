"""Analyse one file: everything that can be said of its value claims beyond their recomputation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from auditor.analysis.choice import options_compared, tenders_compared
from auditor.analysis.choice_section import choice_section
from auditor.analysis.ending import ending
from auditor.analysis.ending_section import ending_section
from auditor.analysis.section import Section
from auditor.analysis.whose_value import whose_value
from auditor.analysis.whose_value_section import whose_value_section
from auditor.facts import Facts
from auditor.model.file import Case
from auditor.value.precision import stated_arithmetic

Work = Callable[[Case, Facts, Mapping[str, Any]], Any]
SetOut = Callable[[Any], Section]

PARTS: Mapping[str, tuple[Work, SetOut]] = MappingProxyType(
    {
        "whose_value": (whose_value, whose_value_section),
        "options": (options_compared, choice_section),
        "tenders": (tenders_compared, choice_section),
        "ending": (ending, ending_section),
    }
)
"""Each part by name, in the order of reading: what works it out, and what sets it out."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an analysis: its result, and the same set out for people."""

    name: str
    result: Any
    section: Section


def analyse(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> tuple[Part, ...]:
    """Return every part for which the file has something, in the order of reading.

    No part fails on a valid file: what cannot be worked out is said in the part, with what is
    missing.
    """
    found = []
    with stated_arithmetic():
        for name, (work, set_out) in PARTS.items():
            result = work(case, facts, parameters)
            if result is not None:
                found.append(Part(name, result, set_out(result)))
    return tuple(found)
