"""A combined scenario beside its parts: outside their range, inside it, and why."""

from decimal import Decimal
from typing import Any

import pytest

from auditor.analysis.challenge_scenarios import combined_scenarios
from auditor.analysis.challenge_scenarios_section import combined_scenarios_section
from tests.analysis.challenged import run, simple

D = Decimal


def combined(start: str, parts: tuple[str, str], together: str, **more: Any) -> Any:
    """Return the one combined scenario of two tests, each printed to two digits."""
    tests = [{"id": name, "ratio": D(ratio)} for name, ratio in zip("ab", parts, strict=True)]
    both = {"id": "both", "combines": ["a", "b"], "ratio": D(together), **more}
    found = run(combined_scenarios, simple(sensitivity=[*tests, both],
                                           reported={"ratio": D(start)}))  # fmt: skip
    (scenario,) = found.scenarios
    return scenario, " ".join(combined_scenarios_section(found).says)


@pytest.mark.parametrize(
    ("parts", "together", "place", "directions", "unexpected"),
    [
        (("3.00", "3.50"), "2.40", "below", "same", False),
        (("3.00", "3.50"), "3.20", "inside", "same", True),
        (("4.50", "5.00"), "5.70", "above", "same", False),
        (("3.00", "5.00"), "4.10", "inside", "opposite", False),
        (("3.00", "5.00"), "2.50", "below", "opposite", True),
        (("3.00", "5.00"), "2.99", "inside", "opposite", False),  # within the printed digits
        (("3.80", "3.80"), "2.50", "below", "unknown", False),
    ],
)
def test_the_place_and_the_directions_decide(parts, together, place, directions, unexpected):
    scenario, _ = combined("3.80", parts, together)
    got = (scenario.place, scenario.directions, scenario.unexpected)
    assert got == (place, directions, unexpected)


def test_the_reason_why_it_may_be_right_is_said():
    _, same = combined("3.80", ("3.00", "3.50"), "2.40")
    assert "what one would expect" in same
    _, opposite = combined("3.80", ("3.00", "5.00"), "2.50")
    assert "act on each other" in opposite
    assert "worth asking about" in opposite
    sets = [{"row_id": "x", "field": "quantity", "value": 5}]
    _, more = combined("3.80", ("3.00", "5.00"), "2.50", sets=sets)
    assert "changes of its own" in more


def test_parts_and_whole_are_recomputed_where_the_changes_are_stated():
    half = {"row_id": "x", "field": "quantity", "value": 5}
    none = {"row_id": "y", "field": "deadweight", "value": 0}
    tests = [
        {"id": "a", "ratio": D("2.8"), "sets": [half]},
        {"id": "b", "ratio": D("4.0"), "sets": [none]},
        {"id": "both", "combines": ["a", "b"], "ratio": D("3.0")},
    ]
    (found,) = run(combined_scenarios, simple(sensitivity=tests)).scenarios
    assert [part.recomputed for part in found.parts] == [D("2.8"), 4]
    assert found.recomputed == 3


def test_tests_that_combine_nothing_are_not_looked_at():
    assert run(combined_scenarios, simple(sensitivity=[{"id": "a", "ratio": 3}])) is None
    assert run(combined_scenarios, None) is None
