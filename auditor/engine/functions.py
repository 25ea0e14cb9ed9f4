"""Define what a rule may call, and what it means to read a value that is not there."""

from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta
from decimal import Decimal
from threading import local
from typing import Any

from auditor.engine.calendar import working_days_between
from auditor.engine.places import words_of
from auditor.engine.states import is_denied, is_stated
from auditor.model.part import Nil, NilRead
from auditor.value.months import add_months, months_between
from auditor.value.printing import rounded

Body = Callable[[Any], Any]
STEPS = 1_000_000
"""How many entries of lists inside lists one rule may go through in one file.

Lists of a thousand entries can be compared with one another, which no real file comes near; without
a bound a file of 20 MB, or a rule with lists in lists in lists, would never be done.
"""


class Missing(Exception):
    """A value that a rule needs is not stated in the file, or cannot be derived from it."""


class NoEntry(Missing):
    """A list of the file has no entry of the kind that a rule asks about."""


def need(value: Any) -> Any:
    """Return a value that is there; refuse one that is not stated, or is an explicit nil."""
    if value is None:
        raise Missing("not stated")
    if value.__class__ is Nil:
        raise NilRead(value.none)
    return value


def stated(*_values: Any) -> bool:
    """Return true once every value has been read; a missing one has already stopped the rule."""
    return True


def divide(left: Any, right: Any) -> Decimal:
    """Divide exactly; a division by zero cannot be concluded upon."""
    if right == 0:
        raise Missing("division by zero")
    return Decimal(left) / Decimal(right)


class _Steps(local):
    left = STEPS


_steps = _Steps()


def start_counting() -> None:
    """Give a rule its steps, at the start of its work on a file."""
    _steps.left = STEPS


def steps_left() -> int:
    """Return how many steps a rule has left."""
    return _steps.left


def resume_counting(left: int) -> None:
    """Go on where a rule had so many steps left."""
    _steps.left = left


def paced(items: Any) -> Any:
    """Return a list that is gone through once for each entry of another; stop beyond all bounds."""
    _steps.left -= len(getattr(items, "bare", items))
    if _steps.left < 0:
        raise Missing(f"the lists are too long: comparing them takes more than {STEPS:,} steps")
    return items


def _chosen(items: Iterable[Any], keep: Body | None) -> Iterable[Any]:
    return items if keep is None else (item for item in items if keep(item))


def any_of(items: Iterable[Any], keep: Body | None, body: Body) -> bool:
    """Return true if one item fits; cannot conclude if none does and one could not be read.

    An item that is silent outweighs one that says there is none: it may be the one that fits.
    """
    missing: list[Missing | NilRead] = []
    denied: list[Missing | NilRead] = []
    for item in items:
        try:
            if (keep is None or keep(item)) and body(item):
                return True
        except Missing as error:
            missing.append(error.with_traceback(None))
        except NilRead as error:
            denied.append(error.with_traceback(None))
    if missing or denied:
        raise _taken_from(missing or denied)
    return False


def all_of(items: Iterable[Any], keep: Body | None, body: Body, kept: str = "") -> bool:
    """Return true if all items fit; false if one does not; with no item nothing is concluded.

    `kept` says in words what is counted (`counted` in in_words.py).
    """
    missing: list[Missing | NilRead] = []
    seen = False
    for item in items:
        try:
            if keep is None or keep(item):
                seen = True
                if not body(item):
                    return False
        except (Missing, NilRead) as error:
            missing.append(error.with_traceback(None))
    if missing or not seen:
        raise _taken_from(missing) if missing else _none(items, kept)
    return True


def _taken_from(stopped: list[Missing | NilRead]) -> Missing | NilRead:
    """Return what stopped first; a call that held what it raises could not be freed at once."""
    return stopped.pop(0)


def _none(items: Any, kept: str) -> NoEntry:
    """Say what a file does not record, of the list that was gone through."""
    listed = words_of(getattr(items, "pointer", "")) or "the list"
    what = (kept or "an entry of `{list}`").replace("{list}", listed)
    return NoEntry(f"not recorded in this file: {what}")


def sum_of(items: Iterable[Any], keep: Body | None = None, body: Body | None = None) -> Any:
    """Add up."""
    chosen = _chosen(items, keep)
    return sum(chosen if body is None else (body(item) for item in chosen))


def len_of(items: Collection[Any], keep: Body | None = None, body: Body | None = None) -> int:
    """Count; a body, if there is one, is read so that a missing value is noticed."""
    if keep is None and body is None:
        return len(items)
    return sum(1 for item in _chosen(items, keep) if body is None or body(item) is not None)


def distinct(items: Iterable[Any], keep: Body | None = None, body: Body | None = None) -> Any:
    """Return each different value once, in order."""
    chosen = _chosen(items, keep)
    return tuple(dict.fromkeys(chosen if body is None else (body(item) for item in chosen)))


def _extreme(pick: Callable[[Any], Any]) -> Callable[..., Any]:
    def extreme(
        items: Iterable[Any], keep: Body | None = None, body: Body | None = None, kept: str = ""
    ) -> Any:
        chosen = _chosen(items, keep)
        values = list(chosen if body is None else (body(item) for item in chosen))
        if not values:
            raise _none(items, kept)
        return pick(values)

    return extreme


def close(left: Any, right: Any, within: Any) -> bool:
    """Say whether two numbers differ by no more than a given amount."""
    return bool(abs(left - right) <= within)


def days_between(start: date, end: date) -> int:
    """Return the days from one date to another; negative if the second comes first."""
    return (end - start).days


def _later(add: Callable[[date, int], date]) -> Callable[[date, Any], date]:
    """Let adding to a date cannot conclude where there is no such day."""

    def later(start: date, number: Any) -> date:
        if number != int(number):
            raise Missing(f"{number} is not a whole number of days or months")
        try:
            return add(start, int(number))
        except (ValueError, OverflowError):
            raise Missing("the calendar has no such day") from None

    return later


def _working_days(start: date, end: date, nation: str) -> int:
    try:
        return working_days_between(start, end, nation)
    except ValueError as error:
        raise Missing(str(error)) from None


RUNTIME: dict[str, Any] = {
    "__builtins__": {},
    "_need": need,
    "_has": is_stated,
    "_nil": is_denied,
    "_divide": divide,
    "_any": any_of,
    "_all": all_of,
    "_sum": sum_of,
    "_len": len_of,
    "_distinct": distinct,
    "_min": _extreme(min),
    "_max": _extreme(max),
    "_abs": abs,
    "_round": lambda value, digits=0: rounded(Decimal(value), digits),
    "_close": close,
    "_stated": stated,
    "_months_between": months_between,
    "_add_months": _later(add_months),
    "_days_between": days_between,
    "_add_days": _later(lambda start, days: start + timedelta(days=days)),
    "_working_days_between": _working_days,
    "_paced": paced,
}
