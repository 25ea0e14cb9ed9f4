"""Find what an analysis claims of whose the value is: by group, by state and individuals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from auditor.facts.claim import Claim, Claimed, ClaimKind
from auditor.facts.reading import entries
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.sroi_groups import rows_experienced_by
from auditor.facts.sroi_words import part_steps, present_convention, rows_explain
from auditor.facts.value_row import Row
from auditor.facts.working import money_printer
from auditor.model.file import Case
from auditor.model.printed import half_unit
from auditor.value.quotient import Quotient
from auditor.value.verdict import Recomputed

_HOLDERS: Mapping[str, tuple[ClaimKind, str, str]] = {
    "value_to_state": ("value_to_state", "Value to the state", "state"),
    "value_to_individuals": ("value_to_individuals", "Value to individuals", "individual"),
}


@dataclass(frozen=True)
class ShareClaims:
    """Finds the claims of one analysis about parts of its value."""

    case: Case
    figures: SroiFigures

    def all(self) -> Iterator[Claim]:
        """Yield the shares by group, then the amounts by who experiences the change."""
        yield from self._shares()
        yield from self._holders()

    def _shares(self) -> Iterator[Claim]:
        names = {each.id: each.name for each in entries(self.case.stakeholders)}
        rows = self.figures.map.rows
        unnamed = any(row.given.stakeholder_id is None for row in rows)
        for index, share in enumerate(entries(self.figures.map.sroi.shares)):
            group = share.stakeholder_id
            own = tuple(row for row in rows if row.given.stakeholder_id == group)
            called, lacks = names.get(group, group), ("the group of every row",) if unnamed else ()
            where = f"/sroi/shares/{index}"
            if share.share is not None:
                claimed = Claimed(share.share, half_unit(share.share))
                label = f"Share of value: {called}"
                place = f"{where}/share"
                yield self._claim(f"shares.{group}", "share", label, place, claimed, own, lacks)
            if share.present_value is not None:
                claimed = Claimed.of(share.present_value)
                name, label = f"shares.{group}.present_value", f"Present value: {called}"
                place = f"{where}/present_value"
                yield self._claim(name, "group_value", label, place, claimed, own, lacks)

    def _holders(self) -> Iterator[Claim]:
        for name, (kind, label, who) in _HOLDERS.items():
            figure = getattr(self.figures.map.sroi, name)
            if figure is not None:
                rows = rows_experienced_by(self.case, self.figures.map, who)
                lacks = ("who experiences the outcome of every row",) if rows is None else ()
                claimed = Claimed.of(figure)
                yield self._claim(name, kind, label, f"/sroi/{name}", claimed, rows or (), lacks)

    def _claim(
        self,
        name: str,
        kind: ClaimKind,
        label: str,
        pointer: str,
        claimed: Claimed,
        rows: tuple[Row, ...],
        lacks: tuple[str, ...],
    ) -> Claim:
        found = self.figures.map
        share = kind == "share"
        return Claim(
            id=f"sroi.{name}",
            kind=kind,
            label=label,
            pointer=pointer,
            unit="share" if share else "money",
            currency=self.case.currency,
            claimed=claimed,
            recompute=partial(self._recomputed, rows, share),
            missing=(*found.missing_for_present_value, *lacks),
            open_questions=found.open_questions,
            convention=lambda: present_convention(found),
            working=partial(
                part_steps, self.figures, rows, money_printer(self.case.currency), share=share
            ),
            because=partial(self._because, rows, claimed, share),
        )

    def _recomputed(self, rows: tuple[Row, ...], share: bool) -> Iterator[Recomputed]:
        for conventions in self.figures.map.candidates:
            if not share:
                yield Recomputed(Quotient(self.figures.map.present_value_of(rows, conventions)))
            elif quotient := self.figures.share(rows, conventions):
                yield Recomputed(quotient)

    def _because(self, rows: tuple[Row, ...], claimed: Claimed, share: bool) -> str:
        return "" if share else rows_explain(rows, claimed, money_printer(self.case.currency))
