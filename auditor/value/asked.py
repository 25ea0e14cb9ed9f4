"""Hold a claimed figure that can be worked out under any conventions."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from auditor.value.conventions import Conventions
from auditor.value.precision import Interval
from auditor.value.quotient import Quotient


class Asked(NamedTuple):
    """A claimed figure: what its printed digits stand for, and what it is under conventions.

    `needs` names the questions that it can depend on, in the order of ANSWERS. `under` gives the
    ways in which the figure may be meant, usually one.
    """

    id: str
    claim: Interval
    needs: tuple[str, ...]
    under: Callable[[Conventions], tuple[Quotient, ...]]


def worked_once(asked: Asked) -> Asked:
    """Return a claim that is worked out once for each set of answers that it depends on."""
    known: dict[object, tuple[Quotient, ...]] = {}
    answers = answers_to(asked.needs)

    def under(conventions: Conventions) -> tuple[Quotient, ...]:
        key = answers(conventions)
        if key not in known:
            known[key] = asked.under(conventions)
        return known[key]

    return asked._replace(under=under)


@cache
def answers_to(questions: tuple[str, ...]) -> Callable[[Conventions], object]:
    """Return what picks the answers to some questions out of a set of conventions."""
    return attrgetter(*questions) if questions else lambda _: None


def figure_of(asked: Asked, conventions: Conventions) -> Decimal | None:
    """Return what a claim comes to under a set: the way that gives it, or else the first way."""
    return chosen_way(asked.claim, [each.exact for each in asked.under(conventions)])


def chosen_way(claim: Interval, ways: Sequence[Decimal | None]) -> Decimal | None:
    """Return the first way to work a figure out that gives its claim, or else the first way."""
    known = [exact for exact in ways if exact is not None]
    fitting = [exact for exact in known if claim.contains(exact)]
    return next(iter((*fitting, *known)), None)


def slack_of(asked: Asked, conventions: Conventions) -> Decimal:
    """Return by how much the rounding of printed inputs can move a figure."""
    allowed = [figure.interval() for figure in asked.under(conventions)]
    return max(((each.high - each.low) / 2 for each in allowed if each), default=Decimal(0))


def given_exactly(asked: Asked, conventions: Conventions) -> bool:
    """Say whether a claim is given under a set by the figures as printed."""
    exacts = (figure.exact for figure in asked.under(conventions))
    return any(exact is not None and asked.claim.contains(exact) for exact in exacts)


def given_within(asked: Asked, conventions: Conventions) -> bool:
    """Say whether rounding of the printed inputs allows a claim under a set."""
    for figure in asked.under(conventions):
        allowed = figure.interval() if figure.exact is not None else None
        if allowed is not None and asked.claim.meets(allowed):
            return True
    return False
