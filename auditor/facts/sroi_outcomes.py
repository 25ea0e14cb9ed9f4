"""Set each outcome beside the rows that value it: for how many groups, and along which chain."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.facts.absent import is_denied
from auditor.facts.need import View
from auditor.facts.needs import Lack
from auditor.facts.reading import is_nil
from auditor.model.outcomes import Outcome
from auditor.model.value_map import ValueMapRow

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """One outcome and its place in the value map.

    `valued` says that a row values it, at more than nothing, `for_one_group` that no two rows value
    it for different groups, `alone_in_chain` that no other outcome of its chain is valued for the
    same group. Each is not stated where a row, or an outcome, does not say enough.
    """

    id: str
    text: str
    valued: bool | None
    for_one_group: bool | None
    alone_in_chain: bool | None
    shown: str
    file_pointer: str
    missing: tuple[str, ...]

    def lack(self, view: View) -> Lack:
        """Return what keeps anyone from telling; not for rules."""
        denied = tuple(each for each in self.missing if is_denied(view.case, each))
        return Lack(self.text, tuple(e for e in self.missing if e not in denied), denied)


class ValuedOutcomes:
    """Looks at the outcomes of a value map in one pass over its rows."""

    def __init__(self, outcomes: Sequence[Outcome], rows: Sequence[ValueMapRow]) -> None:
        self._outcomes = outcomes
        self._groups: dict[str, dict[str | None, str]] = {}
        self._silent = []  # rows that do not say which outcome they value, or at what
        for index, row in enumerate(rows):
            pointer = f"/sroi/rows/{index}"
            if row.proxy == 0 or row.quantity == 0:
                continue
            if row.outcome_id is None or row.proxy is None:
                self._silent.append(f"{pointer}/{'proxy' if row.outcome_id else 'outcome_id'}")
                continue
            groups = self._groups.setdefault(row.outcome_id, {})
            groups.setdefault(row.stakeholder_id, f"{pointer}/stakeholder_id")
        valued = [each for each in outcomes if each.id in self._groups]
        self._valued = len(valued)
        self._of_group = Counter(each.stakeholder_id for each in valued)
        self._links = Counter((each.stakeholder_id, _chain(each)) for each in valued)
        self._untold = [  # the first outcomes that might be of any group
            f"/outcomes/{n}/stakeholder_id"
            for n, each in enumerate(outcomes)
            if each.id in self._groups and each.stakeholder_id is None
        ][:_SHOWN]
        self._unlinked: dict[str | None, list[str]] = {}
        for n, each in enumerate(outcomes):
            if each.id in self._groups and each.chain is None:
                self._unlinked.setdefault(each.stakeholder_id, []).append(f"/outcomes/{n}/chain")

    def all(self) -> Iterator[OutcomeFacts]:
        """Yield each outcome, in the order of the file."""
        silent = tuple(self._silent[:_SHOWN])
        for index, outcome in enumerate(self._outcomes):
            groups = self._groups.get(outcome.id, {})
            valued = True if groups else None if silent else False
            alone, lacking = self._alone(index, outcome)
            nameless = (groups[None],) if None in groups else ()
            several = len(groups) - len(nameless) > 1
            yield OutcomeFacts(
                id=outcome.id,
                text=outcome.text,
                valued=valued,
                for_one_group=False if several else None if nameless or silent else True,
                alone_in_chain=alone,
                shown=self._shown(outcome, groups),
                file_pointer=f"/outcomes/{index}",
                missing=(*silent, *nameless, *lacking),
            )

    def _alone(self, index: int, outcome: Outcome) -> tuple[bool | None, tuple[str, ...]]:
        """Return whether no other outcome of the chain is valued for the group, or what lacks."""
        group, chain = outcome.stakeholder_id, _chain(outcome)
        own = 1 if outcome.id in self._groups else 0
        if is_nil(outcome.chain):
            return True, ()
        if group is not None and chain and self._links[group, chain] > own:
            return False, ()
        if self._silent:
            return None, ()
        if self._valued <= own:
            return True, ()
        if group is None:
            return None, (f"/outcomes/{index}/stakeholder_id",)
        linked = self._of_group[group] - self._links[group, ""]  # those that do not stand alone
        unlinked = [] if linked <= own else self._unlinked.get(group, [])[:_SHOWN]
        lacking = (*self._untold, *unlinked)
        return (None if lacking else True), lacking

    def _shown(self, outcome: Outcome, groups: dict[str | None, str]) -> str:
        named = ", ".join(sorted(each for each in groups if each))
        chain = f"; chain {outcome.chain}" if _chain(outcome) else ""
        return f"valued for {named or 'no group'}{chain}"


def _chain(outcome: Outcome) -> str | None:
    """Return the chain of an outcome, None where it is not stated, "" where it stands alone.

    Capitals and spaces make no other chain.
    """
    if is_nil(outcome.chain):
        return ""
    return " ".join(outcome.chain.split()).casefold() if isinstance(outcome.chain, str) else None
