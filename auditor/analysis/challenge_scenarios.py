"""Hold each combined scenario against the range of the tests that it combines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from auditor.analysis.challenge_basis import shortened
from auditor.facts import Facts
from auditor.facts.reading import entries, stated
from auditor.facts.scenario import scenario_of
from auditor.facts.sroi_figures import SroiFigures
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.model.scenario import SroiSensitivity
from auditor.value.precision import Interval, around, stated_arithmetic

Directions: TypeAlias = Literal["same", "opposite", "unknown"]
Place: TypeAlias = Literal["inside", "below", "above"]


@dataclass(frozen=True, slots=True)
class PartOfScenario:
    """A test that is combined with others: its ratio as printed, and as worked out again."""

    id: str
    ratio: Decimal
    recomputed: Decimal | None


@dataclass(frozen=True, slots=True)
class CombinedScenario:
    """A combined test beside its parts.

    `place` says where its ratio lies against the lowest and the highest ratio of the parts, by the
    digits printed. `directions` says whether the parts move the ratio the same way from `start`,
    the ratio of the analysis. `unexpected` marks what is worth asking about: outside although the
    parts pull in opposite directions, or inside although they all pull the same way.
    `changes_more` says that the combined test also makes changes of its own.
    """

    id: str
    ratio: Decimal
    recomputed: Decimal | None
    start: Decimal | None
    parts: tuple[PartOfScenario, ...]
    place: Place
    directions: Directions
    unexpected: bool
    changes_more: bool


@dataclass(frozen=True, slots=True)
class CombinedScenarios:
    """The combined tests of a file that print a ratio, as do all their parts."""

    scenarios: tuple[CombinedScenario, ...]


def combined_scenarios(
    case: Case, facts: Facts, parameters: Mapping[str, Any]
) -> CombinedScenarios | None:
    """Return every combined test of the file; None where it has none with ratios to compare."""
    with stated_arithmetic():
        found = tuple(_found(case, facts))
    return CombinedScenarios(found) if found else None


def _found(case: Case, facts: Facts) -> Iterator[CombinedScenario]:
    sroi = stated(case.sroi)
    tests = entries(sroi.sensitivity) if sroi else ()
    known = {test.id: test for test in tests}
    reported = stated(sroi.reported) if sroi else None
    start = reported.ratio if reported else None
    for test in tests:
        parts = [known[name] for name in entries(test.combines) if name in known]
        if test.ratio is None or len(parts) < 2:
            continue
        ratios = [part.ratio for part in parts if part.ratio is not None]
        if len(ratios) == len(parts):
            yield _scenario(case, facts, test, parts, ratios, start)


def _scenario(
    case: Case,
    facts: Facts,
    test: SroiSensitivity,
    parts: Sequence[SroiSensitivity],
    ratios: Sequence[Figure],
    start: Figure | None,
) -> CombinedScenario:
    ratio = test.ratio or ratios[0]
    place = _place(ratio, ratios)
    directions = _directions(ratios, start)
    opposite_outside = place != "inside" and directions == "opposite"
    same_inside = place == "inside" and directions == "same"
    return CombinedScenario(
        id=test.id,
        ratio=ratio.value,
        recomputed=_recomputed(case, facts, test),
        start=start.value if start else None,
        parts=tuple(
            PartOfScenario(part.id, figure.value, _recomputed(case, facts, part))
            for part, figure in zip(parts, ratios, strict=True)
        ),
        place=place,
        directions=directions,
        unexpected=opposite_outside or (same_inside and len(set(_values(ratios))) > 1),
        changes_more=bool(
            entries(test.sets) or entries(test.leaves_out_rows) or entries(test.leaves_out_inputs)
        ),
    )


def _values(figures: Sequence[Figure]) -> list[Decimal]:
    return [figure.value for figure in figures]


def _interval(figure: Figure) -> Interval:
    return around(figure.value, figure.half_unit)


def _place(ratio: Figure, parts: Sequence[Figure]) -> Place:
    """Say where a ratio lies against others; outside only where no rounding could put it inside."""
    spans = [_interval(part) for part in parts]
    own = _interval(ratio)
    if own.high < min(span.low for span in spans):
        return "below"
    return "above" if own.low > max(span.high for span in spans) else "inside"


def _directions(parts: Sequence[Figure], start: Figure | None) -> Directions:
    if start is None:
        return "unknown"
    ups = any(_interval(part).low > _interval(start).high for part in parts)
    downs = any(_interval(part).high < _interval(start).low for part in parts)
    if ups and downs:
        return "opposite"
    return "same" if ups or downs else "unknown"


def _recomputed(case: Case, facts: Facts, test: SroiSensitivity) -> Decimal | None:
    """Return the ratio of a test as it can be worked out, where that can be done in one way."""
    found = scenario_of(case, test)
    if len(found.readings) != 1 or facts.value_map is None:
        return None
    figures = SroiFigures(facts.value_map.changed(found.readings[0].sroi))
    if figures.marginal or figures.present.missing or figures.inputs.missing:
        return None
    ratio = figures.figure("ratio", figures.candidates[0]).exact
    return None if ratio is None else shortened(ratio)
