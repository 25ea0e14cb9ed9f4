"""Change an analysis as one of its own sensitivity tests says, so that it can be worked out again.

What a test leaves unsaid is not guessed. Where it can be read in a few ways (a change of 3% as
points or per cent), each is given; where something else is missing, it is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditor.facts.changed_sroi import SHARES, Changing, Means
from auditor.facts.reading import entries, stated
from auditor.model.file import Case
from auditor.model.scenario import ChangedValue, SroiSensitivity
from auditor.model.sroi import Conventions, Sroi
from auditor.value.answers import ANSWERS
from auditor.value.precision import stated_arithmetic

MEANS: dict[Means, str] = {
    "percentage_points": "a change of 3% adds three percentage points",
    "per_cent": "a change of 3% multiplies by 1.03",
}
_DISCOUNTED = ("end_of_year", "first_year_at_par", "mid_year")


@dataclass(frozen=True, slots=True)
class Reading:
    """The analysis as changed, with what was taken to be meant ("" where nothing is open).

    `ValueMap.changed` reads it under the conventions of the file's own map.
    """

    sroi: Sroi
    taken_as: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """What a sensitivity test makes of the analysis, in each way that the file leaves open.

    There is no reading where something is missing. `steps` says what is changed, value by value.
    """

    id: str
    readings: tuple[Reading, ...]
    missing: tuple[str, ...]
    steps: tuple[str, ...] = ()


def scenario_of(case: Case, test: SroiSensitivity) -> Scenario:
    """Return the analysis as a test changes it, or what it lacks to say so."""
    sroi = stated(case.sroi)
    if sroi is None:
        return Scenario(test.id, (), ("the analysis that the test changes",))
    parts, unknown = _parts(sroi, test)
    if unknown:
        return Scenario(test.id, (), unknown)
    if not any(_says_something(part) for part in parts):
        return Scenario(test.id, (), ("what the test changes, value by value",))
    silent = [part for part in parts if not _says_something(part) and not entries(part.combines)]
    if silent:
        needed = tuple(f"what the test {part.id} changes, value by value" for part in silent)
        return Scenario(test.id, (), needed)
    tried = [_changed(sroi, parts, means, timing) for means, timing in _open(sroi, parts)]
    readings = tuple(reading for changing, reading in tried if not changing.missing)
    if not readings:
        return Scenario(test.id, (), tuple(dict.fromkeys(tried[0][0].missing)))
    if len(readings) == 1 and len(tried) == 1:
        readings = (replace(readings[0], taken_as=""),)
    first = next(changing for changing, _ in tried if not changing.missing)
    return Scenario(test.id, readings, (), tuple(first.steps))


def _says_something(test: SroiSensitivity) -> bool:
    return bool(
        entries(test.sets) or entries(test.leaves_out_rows) or entries(test.leaves_out_inputs)
    )


def _parts(
    sroi: Sroi, test: SroiSensitivity
) -> tuple[tuple[SroiSensitivity, ...], tuple[str, ...]]:
    """Return a test with the tests that it combines, each once, and those that there are not."""
    known = {each.id: each for each in entries(sroi.sensitivity)}
    found: dict[str, SroiSensitivity] = {}
    unknown: list[str] = []

    def gather(each: SroiSensitivity) -> None:
        if each.id in found:
            return
        found[each.id] = each
        for name in entries(each.combines):
            if name in known:
                gather(known[name])
            else:
                unknown.append(f"the test {name}, which test {each.id} combines")

    gather(test)
    first, *others = found.values()
    return (*others, first), tuple(unknown)


def _open(
    sroi: Sroi, parts: tuple[SroiSensitivity, ...]
) -> Iterator[tuple[Means | None, str | None]]:
    """Yield each way to read the changes: what a change of 3% means, when values are discounted."""
    sets = [change for part in parts for change in entries(part.sets)]
    declared = stated(sroi.conventions) or Conventions()
    for means in MEANS if _means_open(sets, declared) else (declared.change_means,):
        for timing in _DISCOUNTED if _timing_open(sets, declared) else (None,):
            yield means, timing


def _means_open(sets: list[ChangedValue], declared: Conventions) -> bool:
    return declared.change_means is None and any(
        each.change_by and each.change_means is None and each.field in SHARES for each in sets
    )


def _timing_open(sets: list[ChangedValue], declared: Conventions) -> bool:
    """Say whether a test discounts what the analysis itself does not discount."""
    rated = any(each.field == "discount_rate" for each in sets)
    return declared.discounting == "none" and rated


def _changed(
    sroi: Sroi, parts: tuple[SroiSensitivity, ...], means: Means | None, timing: str | None
) -> tuple[Changing, Reading]:
    changing = Changing(sroi, means)
    with stated_arithmetic():
        for part in parts:
            changing.apply(part)
    changed = changing.result()
    said = [MEANS[means]] if means else []
    if timing:
        declared = stated(sroi.conventions) or Conventions()
        conventions = declared.model_copy(update={"discounting": timing})
        changed = changed.model_copy(update={"conventions": conventions})
        said.append(ANSWERS["discounting"][timing].words)
    return changing, Reading(changed, "; ".join(said))
