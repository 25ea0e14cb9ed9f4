"""Judge what a file says about value in prose, as far as a person has confirmed how it is read."""

from collections.abc import Iterable
from decimal import Decimal

from auditor.facts.once import once
from auditor.facts.reading import entries, stated
from auditor.facts.sroi import SroiFacts
from auditor.facts.statements_check import StatementCheck, WordsCheck
from auditor.facts.statements_places import places
from auditor.facts.statements_quantity import Quantity, quantity_of
from auditor.facts.statements_quoted import of_the_map, of_the_type, quoted, repeated
from auditor.facts.statements_worded import Values, Worded
from auditor.model.claims import StatedClaim, stated_claims
from auditor.model.file import Case
from auditor.model.statement import Statement
from auditor.value.precision import stated_arithmetic

Placed = tuple[int, Statement]


class StatementsFacts:
    """Hold what becomes of the statements that someone has confirmed.

    A statement asserts a figure in words; the figure itself is judged once, where the file states
    it as a claim or a calculation. What nobody has confirmed is only a proposal, and is left out.
    """

    def __init__(self, case: Case, sroi: SroiFacts) -> None:
        self._case = case
        self._sroi = sroi

    @once
    def _confirmed(self) -> tuple[Placed, ...]:
        listed = enumerate(entries(self._case.statements))
        return tuple((position, each) for position, each in listed if each.confirmed_by)

    @once
    def _quantities(self) -> tuple[Quantity, ...]:
        with stated_arithmetic():
            found = [quantity_of(*placed) for placed in self._confirmed]
        return tuple(each for each in found if each is not None)

    @once
    def _claims(self) -> dict[str, StatedClaim]:
        return {claim.id: claim for claim in stated_claims(self._case)}

    @once
    def quoted(self) -> tuple[StatementCheck, ...] | None:
        """Each quantity that confirmed statements give twice, or repeat from the file's numbers."""
        if not self._stated:
            return None
        found, currency = self._quantities, self._case.currency
        with stated_arithmetic():
            again = repeated(found, self._claims, currency) if self._repeating else ()
            sroi = stated(self._case.sroi)
            model = (*of_the_map(found, sroi, currency), *of_the_type(found, sroi))
            return (*quoted(found, currency), *again, *model)

    @once
    def worded(self) -> tuple[WordsCheck, ...] | None:
        """Each multiple, fraction or rank that a confirmed statement puts in words."""
        if not self._stated:
            return None
        some = any(
            each.words or each.form in ("multiple", "ranking") for _, each in self._confirmed
        )
        return tuple(self._worded.all(self._confirmed)) if some else ()

    @once
    def cross_references(self) -> tuple[StatementCheck, ...] | None:
        """Each place that confirmed statements send the reader to, with what is said to be there.

        A place that only one statement names cannot contradict another one and is left out.
        """
        return places(self._confirmed) if self._stated else None

    def confirmed(self) -> tuple[Placed, ...]:
        """Return the confirmed statements with their positions; not for rules."""
        return self._confirmed

    def quantities(self) -> tuple[Quantity, ...]:
        """Return the quantities of the confirmed statements; not for rules."""
        return self._quantities

    @property
    def _stated(self) -> bool:
        return isinstance(self._case.statements, tuple)

    @property
    def _repeating(self) -> bool:
        return any(each.statement.claim for each in self._quantities)

    @property
    def _worded(self) -> Worded:
        return Worded(self._claims, self._row_values, self._group_values)

    @property
    def _row_values(self) -> Values:
        values = {each.id: each.present_value for each in self._sroi.rows or ()}
        return _complete(values.items())

    @property
    def _group_values(self) -> Values:
        return _complete((e.id, e.value) for e in self._sroi.stakeholder_values or ())


def _complete(values: Iterable[tuple[str, Decimal | None]]) -> Values:
    found = dict(values)
    known = {name: value for name, value in found.items() if value is not None}
    return known if found and len(known) == len(found) else None
