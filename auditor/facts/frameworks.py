"""Follow the outcomes of the frameworks that a file names: taken up, asked for, scored, watched."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeAlias

from auditor.facts.framework_places import Met, met_at
from auditor.facts.framework_takers import Taken, by_kind, taken_up, unsaid
from auditor.facts.need import View
from auditor.facts.needs import Lack
from auditor.facts.once import once
from auditor.facts.reading import entries
from auditor.model.file import Case
from auditor.model.framework import Framework, KnownFramework, Place, Wanted

_GUESSES = 20
"""For how many frameworks that nobody gave it is guessed which one was meant."""
Items: TypeAlias = "tuple[FrameworkItem, ...] | None"


@dataclass(frozen=True, slots=True)
class FrameworkItem:
    """One thing that a framework asks of the file: whether it is met, and what was found.

    `met` is not stated where that cannot be told; `missing` and `otherwise` then say why.
    """

    id: str
    label: str
    met: bool | None
    shown: str
    file_pointer: str
    missing: tuple[str, ...] = ()
    otherwise: str = ""

    def lack(self, view: View) -> Lack:
        """Return what keeps anyone from telling; not for rules."""
        if self.otherwise:
            return Lack("what the framework asks for", (), (), (self.otherwise,))
        return Lack(self.label, self.missing)


class FrameworksFacts:
    """Hold how a file takes up the frameworks that it follows; not stated where it names none.

    A framework that nobody has given stands in every list as one item of which nothing can be told.
    """

    def __init__(self, case: Case, known: Mapping[str, KnownFramework]) -> None:
        self._case = case
        self._known = known

    @once
    def _position(self) -> Mapping[str, int]:
        """Return where each framework is named first."""
        named = tuple(enumerate(entries(self._case.outcome_frameworks)))
        return {name: position for position, name in reversed(named)}

    @once
    def names(self) -> tuple[str, ...]:
        """Ids of the frameworks that the file names, whether they are known or not."""
        return tuple(sorted(self._position, key=self._position.__getitem__))

    @once
    def _given(self) -> Mapping[str, Framework]:
        """Return the frameworks that the file follows and that are known, by id."""
        return {name: self._known[name].given for name in self.names if name in self._known}

    @once
    def links(self) -> Items:
        """Each framework the file names and each link to one, and whether it leads somewhere."""
        named = (self._unknown.get(name) or self._is_known(name) for name in self.names)
        return self._if_any((*named, *self._linked()))

    @once
    def outcomes(self) -> Items:
        """Each outcome of the frameworks, and whether the file takes it up or says why not."""
        return self._each(lambda wanted: not wanted.is_cell, self._answered)

    @once
    def cells(self) -> Items:
        """Each cell of the frameworks' matrices, and whether the file answers it or says why."""
        return self._each(lambda wanted: wanted.is_cell, self._answered)

    @once
    def services(self) -> Items:
        """Each service outcome taken up, and whether a wider one that it leads to is, too."""
        return self._each(lambda wanted: bool(wanted.serves), self._served)

    @once
    def tender(self) -> Items:
        """Each outcome taken up that must be asked for, and whether an objective names it."""
        return self._at("tender")

    @once
    def award(self) -> Items:
        """Each outcome taken up that must be scored, and whether an award criterion names it."""
        return self._at("award")

    @once
    def monitoring(self) -> Items:
        """Each outcome taken up that must be watched, and whether a contract measure names it."""
        return self._at("monitoring")

    def _at(self, place: Place) -> Items:
        def answer(name: str, framework: Framework, wanted: Wanted) -> FrameworkItem | None:
            taken = self._taken(framework, wanted)
            if taken.certainly is False:
                return None  # whether it may be left out is asked elsewhere
            found = met_at(self._case, place, taken.by) if taken.certainly else Met(None)
            if found is None:
                return None
            shown = found.shown or f"taken up by {', '.join(taken.by)}, and named nowhere there"
            missing = found.missing or taken.missing
            return self._item(name, wanted, found.met, shown, missing, at=taken.pointer)

        return self._each(lambda wanted: place in wanted.appears_in, answer)

    def _answered(self, name: str, framework: Framework, wanted: Wanted) -> FrameworkItem:
        taken = self._taken(framework, wanted)
        reason = self._reason(framework, wanted) or taken.why_not
        shown = f"taken up by {', '.join(taken.by)}" if taken.by else reason
        if shown:
            return self._item(name, wanted, True, shown)
        silent = unsaid(self._case, framework, wanted)
        missing = (*taken.missing, *silent)
        met = None if missing else False
        return self._item(name, wanted, met, "taken up by no outcome of the file", missing)

    def _served(self, name: str, framework: Framework, wanted: Wanted) -> FrameworkItem | None:
        own = self._taken(framework, wanted)
        if own.certainly is False:
            return None
        served = [w for w in framework.wanted if w.id in wanted.serves]
        each = [self._taken(framework, one) for one in served]
        met = any(one.certainly for one in each)
        if not met and any(one.left_out for one in each):
            return None  # the outcome that it leads to is named, and why it is not counted
        if not own.certainly or (not met and any(one.certainly is None for one in each)):
            missing = dict.fromkeys(m for one in (own, *each) for m in one.missing)
            return self._item(name, wanted, None, "", tuple(missing))
        shown = "; ".join(f"{w.id} {w.title}" for w in served)
        return self._item(name, wanted, met, f"leads to {shown}", at=own.pointer)

    def _taken(self, framework: Framework, wanted: Wanted) -> Taken:
        key = (framework.id, wanted.id)
        if key not in self._takers:
            self._takers[key] = taken_up(self._case, framework, wanted)
        return self._takers[key]

    @once
    def _takers(self) -> dict[tuple[str, str], Taken]:
        return {}

    def _reason(self, framework: Framework, wanted: Wanted) -> str:
        """Return why the file leaves an outcome out, empty where it does not say so."""
        reason = self._reasons.get(f"{framework.id}.{wanted.id}")
        if reason is None and by_kind(framework, wanted):
            reason = self._ruled_out.get(wanted.pillar)
        return f"left out: {reason}" if reason else ""

    @once
    def _reasons(self) -> Mapping[str, str]:
        left_out = entries(self._case.framework_outcomes_left_out)
        return {each.outcome: each.reason for each in left_out}

    @once
    def _ruled_out(self) -> Mapping[str | None, str]:
        return {each.pillar: each.reason for each in entries(self._case.pillars_not_relevant)}

    def _each(
        self,
        chosen: Callable[[Wanted], bool],
        answer: Callable[[str, Framework, Wanted], FrameworkItem | None],
    ) -> Items:
        return self._if_any(tuple(self._answers(chosen, answer)))

    def _answers(
        self,
        chosen: Callable[[Wanted], bool],
        answer: Callable[[str, Framework, Wanted], FrameworkItem | None],
    ) -> Iterator[FrameworkItem]:
        for name in self.names:
            if name in self._unknown:
                yield self._unknown[name]
                continue
            framework = self._given[name]
            found = (answer(name, framework, each) for each in framework.wanted if chosen(each))
            yield from (each for each in found if each is not None)

    def _if_any(self, items: tuple[FrameworkItem, ...]) -> Items:
        return items if self.names else None

    def _item(
        self,
        name: str,
        wanted: Wanted,
        met: bool | None,
        shown: str,
        missing: tuple[str, ...] = (),
        *,
        at: str = "",
    ) -> FrameworkItem:
        named = wanted.id if len(self.names) == 1 else f"{name}.{wanted.id}"
        label = f"{named} “{wanted.title}”"
        pointer = at or f"/outcome_frameworks/{self._position[name]}"
        return FrameworkItem(f"{name}.{wanted.id}", label, met, shown, pointer, missing)

    def _is_known(self, name: str) -> FrameworkItem:
        pointer = f"/outcome_frameworks/{self._position[name]}"
        return FrameworkItem(name, name, True, self._given[name].title, pointer)

    @once
    def _unknown(self) -> Mapping[str, FrameworkItem]:
        """Return an item for each framework that nobody has given, by its id."""
        unknown = [name for name in self.names if name not in self._given]
        return {name: self._not_given(name, guess=n < _GUESSES) for n, name in enumerate(unknown)}

    def _not_given(self, name: str, *, guess: bool) -> FrameworkItem:
        close = get_close_matches(name, self._known, n=1, cutoff=0.8) if guess else []
        meant = f"did you mean {close[0]}? " if close else ""
        known = ", ".join(self._known) or "none"
        why = f"the outcome framework {name}, which was not given: {meant}name its file with"
        why += f" --framework, or correct the name (known are {known})"
        pointer = f"/outcome_frameworks/{self._position[name]}"
        return FrameworkItem(name, name, None, name, pointer, otherwise=why)

    def _linked(self) -> Iterator[FrameworkItem]:
        """Yield each link of the file to an outcome of a framework."""
        for n, outcome in enumerate(entries(self._case.outcomes)):
            for position, link in enumerate(entries(outcome.framework_outcomes)):
                yield self._link(link, f"/outcomes/{n}/framework_outcomes/{position}")
        for n, left in enumerate(entries(self._case.framework_outcomes_left_out)):
            yield self._link(left.outcome, f"/framework_outcomes_left_out/{n}/outcome")

    def _link(self, link: str, pointer: str) -> FrameworkItem:
        name, _, wanted = link.partition(".")
        given = self._given.get(name)
        unknown = next(iter(self._unknown.values()), None)
        if given is None and unknown:  # the one that is meant may be misspelt, or not given
            return FrameworkItem(link, link, None, link, pointer, (), unknown.otherwise)
        if given is None:
            shown = f"{link}: the file does not say that it follows {name}"
            return FrameworkItem(link, link, False, shown, pointer)
        titles = {each.id: each.title for each in given.wanted}
        shown = titles.get(wanted) or f"{link}: {name} has {', '.join(titles)}"
        return FrameworkItem(link, link, wanted in titles, shown, pointer)
