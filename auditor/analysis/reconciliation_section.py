"""Set out what reconciling the figures of a file came to, in sentences and tables."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal

from auditor.analysis.reconciled import (
    Explanation,
    NotGiven,
    Reading,
    Reconciled,
    Reconciliation,
)
from auditor.analysis.section import Section, Table
from auditor.value.conventions import QUESTIONS
from auditor.value.evidence import LEAST_EVIDENCE

_RARE = 1_000_000
_OPTION_QUESTIONS = {"timing": "when in a year amounts fall"}


def reconciliation_section(found: Reconciled) -> Section:
    """Return what reconciling a file came to, for people."""
    parts = [part for part in (found.value_map, found.options) if part is not None]
    return Section(
        id="reconciliation",
        title="Which conventions give the figures",
        says=tuple(sentence for part in parts for sentence in _says(part)),
        tables=tuple(table for part in parts for table in _tables(part)),
    )


def _says(found: Reconciliation) -> Iterator[str]:
    yield _result(found)
    if found.readings and found.status != "one_reading":
        yield from _named(found)
    if found.chance is not None and found.readings:
        yield _evidence(found)
    if found.widest is not None:
        answers = "1 answer" if found.widest == 1 else f"{found.widest} answers"
        yield (
            f"The value map is long: only sets that change at most {answers} at once were tried."
        )
    if found.nearest is not None:
        changed = _joined(found.nearest.differs)
        yield f"Most figures come out ({found.nearest_gives} of {found.claims}) where {changed}."
    yield from _explained(found)


def _result(found: Reconciliation) -> str:
    where = f"{_counted(found.claims, 'figure')} of the {found.subject}"
    open_ones = ", ".join({**QUESTIONS, **_OPTION_QUESTIONS}[q] for q in found.open_questions)
    tried = f"{_counted(found.tried, 'set')} of conventions tried"
    reached = _reached(found)
    if found.status == "as_declared":
        declared = f"{reached} under the conventions declared, and the standard ones where none is."
        rest = found.claims - found.given
        return f"{declared} Of {tried}, none gives the rest." if rest else declared
    if found.status == "every_reading":
        return f"The file does not say {open_ones}. {reached} under every answer to that."
    if found.status == "one_reading":
        use = "" if found.settled else " It is not used for the verdicts on the figures."
        reading = _joined(found.readings[0].answers)
        return (
            f"The file does not say {open_ones}. Of {tried}, one reading gives every figure that"
            f" any of them gives: {reading}. {reached} under it.{use}"
        )
    if found.status == "several_readings":
        return (
            f"The file does not say {open_ones}. Of {tried}, {_gives(found)} every figure"
            " that any of them gives, with different results: nothing tells which was used."
        )
    if found.status == "none":
        return (
            f"Of {where}, {_come(found.given)} out under the conventions declared, and the standard"
            f" ones where none is. Of {tried}, none gives all of the others together."
        )
    return (
        f"Of {where}, {_come(found.given)} out under the conventions declared, and the standard"
        f" ones where none is. Of {tried}, {_gives(found)} every figure that any of them gives. The"
        " figures stay not reproduced: this is an explanation to ask about."
    )


def _gives(found: Reconciliation) -> str:
    return "1 gives" if found.fitting == 1 else f"{found.fitting:,} give"


def _come(given: int) -> str:
    return "1 comes" if given == 1 else f"{given or 'none'} come"


def _reached(found: Reconciliation) -> str:
    if found.given == found.claims == 1:
        return "The one figure that can be worked out again comes out"
    if found.given == found.claims:
        return f"All {_counted(found.claims, 'figure')} that can be worked out again come out"
    come = "comes" if found.given == 1 else "come"
    return f"{found.given or 'None'} of {_counted(found.claims, 'figure')} {come} out"


def _named(found: Reconciliation) -> Iterator[str]:
    """Say what each simplest set does otherwise."""
    for reading in found.readings:
        said = _joined(reading.differs or reading.answers)
        departs = [words for words in reading.departs if words in reading.differs]
        against = " This is not what the field is documented to mean." if departs else ""
        yield f"One explanation is that {said}.{against}"
    if found.readings_left_out:
        yield f"{found.readings_left_out} more would also explain it."


def _evidence(found: Reconciliation) -> str:
    chance = found.chance or Decimal(1)
    if chance >= Decimal("0.5"):
        return "The figures are printed too coarsely for a fit to mean anything."
    one_in = (1 / chance).to_integral_value(ROUND_FLOOR)
    if one_in > _RARE:
        return "Hardly any wrong figure would have fitted one of the sets that were tried."
    weight = "too easy to rely on" if chance > LEAST_EVIDENCE else "hardly by chance"
    return (
        f"About 1 in {one_in:,} wrong figures would have fitted one of the sets that were tried:"
        f" {weight}."
    )


def _explained(found: Reconciliation) -> Iterator[str]:
    if found.explanations:
        what = "What is left" if found.status in ("as_declared", "none") else "The difference"
        yield (
            f"{what} would also come out by one change to the {found.subject}. Each is a"
            f" hypothesis to ask about; {found.explanations_tried} were tried."
        )
    elif found.explanations_left_out:
        yield (
            f"No single change to {_parts(found)[0]} explains what is left;"
            f" {found.explanations_left_out} pairs do, of {found.explanations_tried} changes tried:"
            " too many to point to any."
        )
    elif found.explanations_tried and not found.readings:
        yield (
            f"None of {found.explanations_tried} changes to one or two {_parts(found)[1]}"
            " explains all that is left."
        )


def _parts(found: Reconciliation) -> tuple[str, str]:
    if found.subject == "options":
        return "an amount or year", "amounts or years"
    return "a row, year or input", "rows, years or inputs"


def _tables(found: Reconciliation) -> Iterator[Table]:
    for reading in found.readings[:1]:
        if reading.figures:
            yield _figures(found, reading)
    if found.explanations:
        yield _explanations(found.explanations, found.explanations_left_out)
    if found.not_given:
        yield _not_given(found)


def _figures(found: Reconciliation, reading: Reading) -> Table:
    more = f" ({reading.figures_left_out} more left out)" if reading.figures_left_out else ""
    under = _joined(reading.differs or reading.answers)
    return Table(
        caption=f"Figures of the {found.subject} where {under}{more}",
        columns=("Figure", "As claimed", "Then", "Otherwise", "By the standard answers"),
        rows=tuple(
            (f.label, f.claimed, f.figure, f.otherwise, f.standard) for f in reading.figures
        ),
        figures=(1, 2, 3, 4),
    )


def _explanations(found: Sequence[Explanation], left_out: int) -> Table:
    more = f" ({left_out} more of the same size left out)" if left_out else ""
    return Table(
        caption=f"Changes that would each account for all headline figures not given{more}",
        columns=("If", "Arithmetic"),
        rows=tuple((each.says, each.arithmetic) for each in found),
    )


def _not_given(found: Reconciliation) -> Table:
    left_out = found.claims - found.given - len(found.not_given)
    more = f" ({left_out} more left out)" if left_out else ""
    together = bool(found.explanations) or found.status in ("one_departure", "several_departures")
    return Table(
        caption=f"Figures of the {found.subject} that are not given, one by one{more}",
        columns=("Figure", "As claimed", "Worked out again", "One explanation"),
        rows=tuple(
            (each.label, each.claimed, each.recomputed, _hypotheses(each, together=together))
            for each in found.not_given
        ),
        figures=(1, 2),
    )  # fmt: skip


def _hypotheses(figure: NotGiven, *, together: bool) -> str:
    if not figure.explanations:
        return "none by itself; see above for all together" if together else "none found"
    said = "; or ".join(f"{each.says} ({each.arithmetic})" for each in figure.explanations)
    left_out = figure.explanations_left_out
    return f"{said}; or {left_out} others" if left_out else said


def _joined(words: Sequence[str]) -> str:
    return "; ".join(words) if len(words) != 2 else f"{words[0]} and {words[1]}"


def _counted(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"
