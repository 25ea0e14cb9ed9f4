"""Search sets of conventions for those that give all claimed figures together.

Claims that depend on the same questions are worked out together, once for each set of answers to
these questions, so that a long search costs little more than the figures that can differ in it.
"""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from functools import cached_property

from auditor.value.asked import Asked, answers_to, chosen_way, given_within, slack_of
from auditor.value.conventions import Conventions
from auditor.value.evidence import covered

_TELLING = 50
"""So many claims tell readings apart: headlines and years come first, rows after them."""

_COMPARED = 10
"""The rounding that so many of the sets that fit need stands for that of all of them."""


class _Group:
    """The claims that depend on the same questions, with what is known of them so far."""

    def __init__(self, needs: tuple[str, ...], members: list[int], asked: Sequence[Asked]) -> None:
        self.key = answers_to(needs)
        self.members = members
        self._asked = asked
        self.exact: dict[object, int] = {}
        self._within: dict[tuple[object, int], bool] = {}
        self.examples: dict[object, Conventions] = {}
        self.figures: dict[tuple[int, object], tuple[Decimal | None, ...]] = {}

    def learn(self, conventions: Conventions) -> None:
        """Work out which of the claims a set gives exactly, unless that is known."""
        key = self.key(conventions)
        if key in self.exact:
            return
        self.examples[key] = conventions
        given = 0
        for member in self.members:
            asked = self._asked[member]
            exacts = tuple(figure.exact for figure in asked.under(conventions))
            if any(exact is not None and asked.claim.contains(exact) for exact in exacts):
                given |= 1 << member
            if member < _TELLING:
                self.figures[member, key] = exacts
        self.exact[key] = given

    def gives(self, key: object, member: int) -> bool:
        """Say whether a claim is given under some answers, if need be within rounding."""
        if self.exact[key] >> member & 1:
            return True
        if (key, member) not in self._within:
            found = given_within(self._asked[member], self.examples[key])
            self._within[key, member] = found
        return self._within[key, member]


class Search:
    """Which of some sets of conventions give which of some claims."""

    def __init__(self, asked: Sequence[Asked], sets: Sequence[Conventions]) -> None:
        self.asked = asked
        self.sets = sets
        members: dict[tuple[str, ...], list[int]] = {}
        for index, each in enumerate(asked):
            members.setdefault(each.needs, []).append(index)
        ordered = sorted(members.items(), key=lambda item: len(item[1]))
        self._groups = [_Group(needs, indices, asked) for needs, indices in ordered]
        for group in self._groups:
            for conventions in sets:
                group.learn(conventions)

    @cached_property
    def out_of_reach(self) -> frozenset[int]:
        """Return the claims that no set gives, not even within rounding."""
        return frozenset(
            member
            for group in self._groups
            for member in group.members
            if not any(group.gives(key, member) for key in group.exact)
        )

    def given(self, conventions: Conventions) -> int:
        """Return how many claims a set gives, if need be within rounding."""
        return sum(
            group.gives(group.key(conventions), member)
            for group in self._groups
            for member in group.members
        )

    def tells(self, member: int) -> bool:
        """Say whether one of the first claims comes to different figures under the sets."""
        return any(
            len({group.figures[member, key] for key in group.exact}) > 1
            for group in self._groups
            if member in group.members and member < _TELLING
        )

    @cached_property
    def tells_within_reach(self) -> bool:
        """Say whether a claim that some set gives is not given by every set."""
        return any(
            not all(group.gives(key, member) for key in group.exact)
            for group in self._groups
            for member in group.members
            if member not in self.out_of_reach
        )

    def given_exactly(self, conventions: Conventions) -> int:
        """Return how many claims a set gives from the figures as printed."""
        return sum(group.exact[group.key(conventions)].bit_count() for group in self._groups)

    def not_given(self, conventions: Conventions) -> tuple[int, ...]:
        """Return the claims that a set does not give, in order."""
        return tuple(
            sorted(
                member
                for group in self._groups
                for member in group.members
                if not group.gives(group.key(conventions), member)
            )
        )

    def fitting(self, sets: Iterable[Conventions], *, exactly: bool) -> tuple[Conventions, ...]:
        """Return the sets that give every claim within reach, in the order in which they came.

        `exactly` asks that each be given exactly that some set gives exactly.
        """
        return tuple(each for each in sets if self._fits(each, exactly))

    def _fits(self, conventions: Conventions, exactly: bool) -> bool:
        for group in self._groups:
            key = group.key(conventions)
            if exactly and self._reached[id(group)] & ~group.exact[key]:
                return False
            for member in group.members:
                if member not in self.out_of_reach and not group.gives(key, member):
                    return False
        return True

    @cached_property
    def _reached(self) -> dict[int, int]:
        """Return the claims of each group that some set gives exactly."""
        found = {}
        for group in self._groups:
            given = 0
            for exact in group.exact.values():
                given |= exact
            found[id(group)] = given
        return found

    def figures(self, conventions: Conventions) -> tuple[Decimal | None, ...]:
        """Return what the first claims come to: the way that gives it, or else the first."""
        return tuple(
            chosen_way(self.asked[member].claim, group.figures[member, group.key(conventions)])
            for group in self._groups
            for member in group.members
            if member < _TELLING
        )

    def chance(
        self,
        sets: Sequence[Conventions],
        fitting: Sequence[Conventions] = (),
        among: Collection[int] | None = None,
    ) -> Decimal:
        """Return how likely a wrong figure would fit one of some sets: the least over the claims.

        All claims within reach must fit together, so that the best one decides. It is the part of
        the figures between the lowest and the highest that any set gives which some set would give:
        as printed, or within the rounding that those that do fit need for it. `among` names the
        claims that may decide, where these are not all.
        """
        chances = [
            self._chance(group, member, sets, fitting[:_COMPARED])
            for group in self._groups
            for member in group.members
            if member < _TELLING
            and member not in self.out_of_reach
            and (among is None or member in among)
        ]
        return min(chances, default=Decimal(1))

    def _chance(
        self,
        group: _Group,
        member: int,
        sets: Sequence[Conventions],
        fitting: Sequence[Conventions],
    ) -> Decimal:
        keys = {group.key(each) for each in sets}
        ways = (figure for key in keys for figure in group.figures[member, key])
        figures = sorted({figure for figure in ways if figure is not None})
        asked = self.asked[member]
        loose = [each for each in fitting if not group.exact[group.key(each)] >> member & 1]
        slack = max((slack_of(asked, each) for each in loose), default=Decimal(0))
        return covered(figures, (asked.claim.high - asked.claim.low) / 2 + slack)


def distinct(search: Search, sets: Sequence[Conventions]) -> list[tuple[Conventions, ...]]:
    """Group sets by the figures that they give for the claims, in the order in which they came."""
    groups: dict[tuple[Decimal | None, ...], list[Conventions]] = {}
    for each in sets:
        groups.setdefault(search.figures(each), []).append(each)
    return [tuple(group) for group in groups.values()]
