"""Set out where each material outcome is taken up, from the objectives to the reviews."""

from collections.abc import Iterator

from auditor.analysis.section import Section, Table
from auditor.analysis.thread import FollowedOutcome, ValueThread
from auditor.facts.thread import POINTS, OutcomeThread, breaks

_COLUMNS = {
    "objectives": "Objectives",
    "options": "Options",
    "criteria": "Award",
    "kpis": "Contract",
    "indicators": "Indicators",
    "monitoring": "Results",
    "reviews": "Reviews",
}


def value_thread_section(found: ValueThread) -> Section:
    """Return the thread of value, for people."""
    points = tuple(point for point in POINTS if point in found.points)
    columns = ("Outcome", *(_COLUMNS[point] for point in points))
    rows = tuple(_row(each, points) for each in found.outcomes)
    caption = "Where the file names each outcome that matters"
    return Section(
        id="value-thread",
        title="The thread of value",
        says=tuple(_says(found)),
        tables=(Table(caption, columns, rows),),
    )


def _says(found: ValueThread) -> Iterator[str]:
    threads = [each.thread for each in found.outcomes]
    whole = sum(thread.unbroken is True for thread in threads)
    yield (
        "Outcomes that matter and can be followed through every point that the file has reached:"
        f" {whole} of {len(threads)}."
    )
    if lost := breaks(threads):
        yield f"What drops out on the way: {lost}. It is worth asking whether that is meant."
    if any(thread.unbroken is None for thread in threads):
        yield (
            "Where the table says that it is not told, a part that is due is not in the file, an"
            " entry does not say which outcomes it is about, or the file does not say whether the"
            " outcome is intended."
        )
    if any(not _due(thread, point) for thread in threads for point in found.points):
        yield (
            "A dash stands where an outcome need not be named: objectives, award and contract"
            " are about what is good and intended."
        )


def _row(each: FollowedOutcome, points: tuple[str, ...]) -> tuple[str, ...]:
    name = f"{each.thread.text} ({each.group})" if each.group else each.thread.text
    return (name, *(_cell(each, point) for point in points))


def _cell(each: FollowedOutcome, point: str) -> str:
    thread = each.thread
    if point in thread.present_at:
        return "named"
    if point in thread.missing_at:
        return "not named"
    return "not told" if point in thread.open_at else "–"


def _due(thread: OutcomeThread, point: str) -> bool:
    return point in (*thread.present_at, *thread.missing_at, *thread.open_at)
