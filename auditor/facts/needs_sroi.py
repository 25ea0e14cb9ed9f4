"""List what each derived value of a social return on investment analysis needs of a file."""

from collections.abc import Iterable, Iterator, Mapping

from auditor.facts.absent import absent
from auditor.facts.break_even import without_sets
from auditor.facts.need import Need, View
from auditor.facts.not_tested import (
    assumption_of,
    silent_on_drop_off,
    without_break_even,
)
from auditor.facts.value_map import NO_RATE, ValueMap
from auditor.facts.value_row import FACTORS, Row

_FIELDS = {"duration": "duration_years", "drop-off": "drop_off"}


def _rows(view: View) -> Iterator[str]:
    """Yield the factors that a row of the value map is without, and its printed result too."""
    found = view.value_map
    if found is None or not found.rows:
        yield from absent(view.case, "sroi.rows")
        return
    for index, row in _asked_about(found, view):
        if row.first_year is None:
            yield from _absent_of(view, index, FACTORS)


def _asked_about(found: ValueMap, view: View) -> Iterable[tuple[int, Row]]:
    """Return the row that is asked about, or all of them."""
    if view.entry is None:
        return enumerate(found.rows)
    return ((view.entry, found.rows[view.entry]),)


def _own_factors(view: View) -> Iterator[str]:
    """Yield the factors that one row is without, whatever result is printed for it."""
    yield from _absent_of(view, view.entry or 0, FACTORS)


def _own_outcome(view: View) -> Iterator[str]:
    """Yield the outcome that one row does not name."""
    yield from _absent_of(view, view.entry or 0, ("outcome_id",))


def _absent_of(view: View, row: int, fields: tuple[str, ...]) -> Iterator[str]:
    """Yield those fields of a row that are not stated."""
    for field in fields:
        yield from absent(view.case, f"sroi.rows.{row}.{field}")


def _years(view: View) -> Iterator[str]:
    """Yield the duration and drop-off that a row is without."""
    found = view.value_map
    if found is None:
        return
    early = found.declared["drop_off_from"] == "year_1"
    for index, row in _asked_about(found, view):
        for what in row.stream_lacks(drop_off_in_first_year=early):
            yield f"/sroi/rows/{index}/{_FIELDS[what]}"


def _rate(view: View) -> Iterator[str]:
    found = view.value_map
    if found is not None and NO_RATE in found.missing_for_present_value:
        yield from absent(view.case, "sroi.discount_rate")


def _conventions(view: View) -> Iterator[str]:
    """Yield the conventions that are left open although they change the result."""
    for question in view.open_questions:
        yield f"/sroi/conventions/{question}"


def _but_discounting(view: View) -> Iterator[str]:
    return (each for each in _conventions(view) if not each.endswith("/discounting"))


def _holders(view: View) -> Iterator[str]:
    """Yield the outcomes with a row of which nobody knows whose gain they are."""
    valued = {row.given.outcome_id for row in view.value_map.rows} if view.value_map else set()
    yield from absent(view.case, "sroi.rows.outcome_id")
    outcomes = view.case.outcomes if isinstance(view.case.outcomes, tuple) else ()
    for index, outcome in enumerate(outcomes):
        if outcome.id in valued:
            yield from absent(view.case, f"outcomes.{index}.experienced_by")


def _importance(view: View) -> Iterator[str]:
    """Yield the importance of the outcome of a row, where it is not stated."""
    index = view.entry or 0
    yield from _absent_of(view, index, ("outcome_id",))
    row = view.value_map.rows[index].given if view.value_map else None
    outcomes = view.case.outcomes if isinstance(view.case.outcomes, tuple) else ()
    for at, outcome in enumerate(outcomes):
        if row is not None and outcome.id == row.outcome_id:
            yield from absent(view.case, f"outcomes.{at}.relative_importance")


def _tests(view: View) -> Iterator[str]:
    """Yield what keeps nobody from saying which main assumptions were tested."""
    untold = tuple(absent(view.case, "sroi.sensitivity.assumption"))
    yield from untold
    if untold or not view.case.sroi or not isinstance(view.case.sroi.sensitivity, tuple):
        return
    tests = view.case.sroi.sensitivity
    tested = {assumption_of(test) for test in tests}
    for index, test in enumerate(tests):
        if (halfway := without_break_even(test)) and halfway not in tested:
            yield f"/sroi/sensitivity/{index}/break_even"
    if "drop_off" not in tested:
        yield from _drop_off(view)
    if "inputs" not in tested:
        yield from absent(view.case, "sroi.inputs.kind")


def _drop_off(view: View) -> Iterator[str]:
    """Yield what rows leave out that would say whether they are worth something after a year."""
    rows = view.case.sroi.rows if view.case.sroi else None
    if not isinstance(rows, tuple):
        yield from absent(view.case, "sroi.rows")
        return
    for index, row in enumerate(rows):
        yield from (f"/sroi/rows/{index}/{name}" for name in silent_on_drop_off(row))


def _changes(view: View) -> Iterator[str]:
    """Yield the changes that are not stated of a test of a row that gives a break-even."""
    tests = view.case.sroi.sensitivity if view.case.sroi else ()
    for index, test in enumerate(tests if isinstance(tests, tuple) else ()):
        if without_sets(test):
            yield f"/sroi/sensitivity/{index}/sets"


_PRESENT = (_rows, _years, _rate, _conventions)
_INPUTS = "sroi.inputs"

NEEDS: Mapping[str, Need] = {
    "sroi.rows": Need("", (_rows,)),
    "sroi.outcomes": Need("which outcomes are valued", ("sroi.rows", "outcomes")),
    "sroi.ranked_rows": Need("the rows by group", ("sroi.rows",)),
    "sroi.ranked_rows.shares_group": Need(
        "whether a group has several rows", ("sroi.rows.stakeholder_id",), whole=True
    ),
    "sroi.ranked_rows.relative_importance": Need(
        "how important the outcome is to the group of the row",
        (_importance,),
        "an outcome whose `stakeholder_id` is the group of the row",
    ),
    "sroi.inputs_total": Need("the total of the inputs", (_INPUTS,)),
    "sroi.costs_total": Need("the total of the costs", ("costs.amount",)),
    "sroi.total_impact": Need("the total impact", (_rows,)),
    "sroi.total_present_value": Need("the total present value", _PRESENT),
    "sroi.undiscounted_value": Need("the value before discounting", _PRESENT),
    "sroi.net_present_value": Need("the net present value", (*_PRESENT, _INPUTS)),
    "sroi.ratio_recomputed": Need(
        "the social return for each unit of input", (*_PRESENT, _INPUTS), "inputs other than zero"
    ),
    "sroi.net_ratio_recomputed": Need(
        "the net social return for each unit of input",
        (*_PRESENT, _INPUTS),
        "inputs other than zero",
    ),
    "sroi.payback_months": Need(
        "the payback period", (_rows, _INPUTS), "an impact and inputs above zero"
    ),
    "sroi.ratio_is_net": Need(
        "whether the ratio is the net one", ("sroi.reported.ratio", *_PRESENT, _INPUTS)
    ),
    "sroi.no_deduction": Need("what a column prints that takes nothing off", ("sroi",)),
    "sroi.no_share_of_others": Need("what is printed where others have no share", ("sroi",)),
    "sroi.open_conventions": Need("the conventions left open", ("sroi",)),
    "sroi.value_end_of_year": Need(
        "the value with every year discounted",
        (_rows, _years, "sroi.discount_rate", _but_discounting),
    ),
    "sroi.value_first_year_at_par": Need(
        "the value with the first year not discounted",
        (_rows, _years, "sroi.discount_rate", _but_discounting),
    ),
    "sroi.stakeholder_values": Need(
        "the value that falls to each group", ("sroi.rows.stakeholder_id", *_PRESENT)
    ),
    "sroi.shares_sum": Need("the sum of the shares by group", ("sroi.shares.share",)),
    "sroi.value_to_state": Need("the value to the state", (*_PRESENT, _holders)),
    "sroi.value_to_individuals": Need("the value to individuals", (*_PRESENT, _holders)),
    "sroi.assumptions_not_tested": Need("which main assumptions were not tested", (_tests,)),
    "sroi.importance_inversions": Need(
        "whether values and importance rank outcomes alike",
        ("sroi.rows.stakeholder_id", "sroi.rows.outcome_id", "sroi.rows.proxy",
         "outcomes.relative_importance"),
        "two rows of one group, each with a value and an outcome whose importance that group gave",
    ),
    "sroi.break_evens": Need(
        "how far each assumption is from a ratio of 1",
        ("sroi.sensitivity.break_even",),
        "a test of an assumption about a row",
    ),
    "sroi.break_evens.move": Need(
        "how far the assumption is from a ratio of 1",
        (_changes,),
        "the one value of the map, other than 0, that the test changes (`sets`)",
    ),
    "sroi.rows.outcome_id": Need("", (_own_outcome,)),
    "sroi.rows.impact": Need("the impact of the row", (_own_factors,)),
    "sroi.rows.year": Need("the value of the year", (_own_factors, _years, _but_discounting)),
    "sroi.rows.additive_impact": Need("the impact of the row", (_own_factors,)),
    "sroi.rows.present_value": Need("the present value of the row", _PRESENT, whole=True),
    "sroi.rows.share": Need("its share of the value", _PRESENT, whole=True),
    "sroi.rows.below_materiality": Need(
        "whether the row is material", ("sroi.materiality_threshold", *_PRESENT), whole=True
    ),
}  # fmt: skip
