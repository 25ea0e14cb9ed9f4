"""Find what an analysis claims of whose the value is: by group, by state and individuals."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from auditor.facts.claim import Claim, Claimed, ClaimKind
from auditor.facts.reading import as_input, entries
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.sroi_groups import rows_experienced_by
from auditor.facts.sroi_words import part_steps, present_convention, rests_remark, rows_explain
from auditor.facts.value_row import Row
from auditor.facts.working import money_printer, quotient_step
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.model.printed import half_unit
from auditor.model.sroi import ShareOfValue
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
        for index, share in enumerate(entries(self.figures.map.sroi.shares)):
            called = names.get(share.stakeholder_id, share.stakeholder_id)
            yield from self._of_group(share, called, f"/sroi/shares/{index}")

    def _of_group(self, given: ShareOfValue, called: str, where: str) -> Iterator[Claim]:
        group, rows = given.stakeholder_id, self.figures.map.rows
        own = tuple(row for row in rows if row.given.stakeholder_id == group)
        unnamed = any(row.given.stakeholder_id is None for row in rows)
        lacks = ("the group of every row",) if unnamed else ()
        if given.share is not None:
            claimed = Claimed(given.share, half_unit(given.share))
            name, label, place = f"shares.{group}", f"Share of value: {called}", f"{where}/share"
            if given.present_value is not None and self._by_printed_totals:
                yield self._of_printed(name, label, place, claimed, given.present_value)
            else:
                yield self._claim(name, "share", label, place, claimed, own, lacks)
        if given.present_value is not None:
            claimed = Claimed.of(given.present_value)
            name, label = f"shares.{group}.present_value", f"Present value: {called}"
            place = f"{where}/present_value"
            yield self._claim(name, "group_value", label, place, claimed, own, lacks)

    @property
    def _by_printed_totals(self) -> bool:
        """Say whether a share can only be held against the printed value of its group."""
        return not self.figures.map.rows and not self.figures.present.missing

    def _of_printed(
        self, name: str, label: str, pointer: str, claimed: Claimed, value: Figure
    ) -> Claim:
        """Return a share that is held against the printed value of its group; rows are not given.

        The value itself is not held against the share, which is printed to fewer digits: one
        comparison, told once.
        """
        figures, own = self.figures, as_input("the printed value of the group", value)
        rests_on = (f"sroi.{name}.present_value", *figures.present.rests_on)
        whole = figures.present_total(figures.candidates[0]).exact
        money = money_printer(self.case.currency)
        quotient = Quotient(own, figures.present_total(figures.candidates[0])).exact
        steps = (quotient_step(label, money(own.exact), money(whole), quotient or whole),)
        return Claim(
            id=f"sroi.{name}",
            kind="share",
            label=label,
            pointer=pointer,
            unit="share",
            currency=self.case.currency,
            claimed=claimed,
            recompute=lambda: (
                Recomputed(Quotient(own, figures.present_total(how))) for how in figures.candidates
            ),
            missing=() if whole else ("a total present value other than zero",),
            open_questions=figures.map.open_questions,
            rests_on=rests_on,
            working=lambda: steps,
            remark=rests_remark(rests_on),
        )

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
