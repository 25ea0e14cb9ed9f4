"""Analyse one file: everything that can be said of its value claims beyond their recomputation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from auditor.analysis.cash_flows import cash_flows
from auditor.analysis.cash_flows_section import cash_flows_section
from auditor.analysis.challenge_scenarios import combined_scenarios
from auditor.analysis.challenge_scenarios_section import combined_scenarios_section
from auditor.analysis.choice import options_compared, tenders_compared
from auditor.analysis.choice_section import choice_section
from auditor.analysis.draws_run import draws
from auditor.analysis.draws_section import draws_section
from auditor.analysis.elements import elements
from auditor.analysis.elements_section import elements_section
from auditor.analysis.ending import ending
from auditor.analysis.ending_section import ending_section
from auditor.analysis.materiality import materiality
from auditor.analysis.materiality_section import materiality_section
from auditor.analysis.published import published
from auditor.analysis.published_section import published_section
from auditor.analysis.reconcile import reconcile
from auditor.analysis.reconciliation_section import reconciliation_section
from auditor.analysis.section import Section
from auditor.analysis.statements import statements
from auditor.analysis.statements_section import statements_section
from auditor.analysis.switching import switching
from auditor.analysis.switching_options import option_switching
from auditor.analysis.switching_options_section import option_switching_section
from auditor.analysis.switching_section import switching_section
from auditor.analysis.thread import value_thread
from auditor.analysis.thread_section import value_thread_section
from auditor.analysis.tornado import tornado
from auditor.analysis.tornado_section import tornado_section
from auditor.analysis.two_way import two_way
from auditor.analysis.two_way_section import two_way_section
from auditor.analysis.whose_value import whose_value
from auditor.analysis.whose_value_section import whose_value_section
from auditor.facts import Facts
from auditor.model.file import Case
from auditor.value.precision import stated_arithmetic

Work = Callable[[Case, Facts, Mapping[str, Any]], Any]
SetOut = Callable[[Any], Section]

PARTS: Mapping[str, tuple[Work, SetOut]] = MappingProxyType(
    {
        "reconciliation": (reconcile, reconciliation_section),
        "statements": (statements, statements_section),
        "materiality": (materiality, materiality_section),
        "value_thread": (value_thread, value_thread_section),
        "published": (published, published_section),
        "whose_value": (whose_value, whose_value_section),
        "elements": (elements, elements_section),
        "options": (options_compared, choice_section),
        "cash_flows": (cash_flows, cash_flows_section),
        "tenders": (tenders_compared, choice_section),
        "ending": (ending, ending_section),
        "switching": (switching, switching_section),
        "option_switching": (option_switching, option_switching_section),
        "tornado": (tornado, tornado_section),
        "two_way": (two_way, two_way_section),
        "draws": (draws, draws_section),
        "combined_scenarios": (combined_scenarios, combined_scenarios_section),
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
