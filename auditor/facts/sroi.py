"""Derive what a social return on investment analysis amounts to when it is worked out again."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from auditor.facts.break_even import BreakEven, break_evens
from auditor.facts.importance import RankedRow, inversions, ranked_rows
from auditor.facts.not_tested import not_tested
from auditor.facts.once import once
from auditor.facts.reading import entries, stated
from auditor.facts.sroi_groups import StakeholderValue, rows_experienced_by, stakeholder_values
from auditor.facts.sroi_outcomes import OutcomeFacts, ValuedOutcomes
from auditor.facts.sroi_rows import RowFacts
from auditor.facts.value_map import ValueMap
from auditor.model.file import Case
from auditor.model.reported import SroiReported
from auditor.model.sroi import Sroi
from auditor.value.conventions import Conventions
from auditor.value.precision import stated_arithmetic
from auditor.value.sroi import net_present_value, net_ratio, payback_months, ratio


class SroiFacts:
    """Hold what the value map of a file amounts to when it is worked out again."""

    def __init__(self, case: Case, value_map: ValueMap | None) -> None:
        self._case = case
        self._map = value_map
        self._sroi: Sroi | None = stated(case.sroi)

    @property
    def _reported(self) -> SroiReported | None:
        return stated(self._sroi.reported) if self._sroi else None

    @once
    def _sole_conventions(self) -> Conventions | None:
        """Return the conventions, where nothing is missing and no open question matters."""
        if self._map is None or self._map.missing_for_present_value:
            return None
        first, *others = self._map.candidates
        with stated_arithmetic():
            exact = self._map.present_value(first).exact
            same = all(self._map.present_value(each).exact == exact for each in others)
        return first if same else None

    def _worked_out(self, work: Callable[[ValueMap, Conventions], Decimal]) -> Decimal | None:
        if self._map is None or self._sole_conventions is None:
            return None
        with stated_arithmetic():
            return work(self._map, self._sole_conventions)

    @once
    def rows(self) -> tuple[RowFacts, ...] | None:
        """Each row of the value map, recomputed; not stated where the file has no value map."""
        if self._map is None or not self._map.rows:
            return None
        sizes = {each.id: each.population for each in entries(self._case.stakeholders)}
        chosen = self._sole_conventions
        return tuple(
            RowFacts(row, self._map, chosen, sizes.get(row.given.stakeholder_id or ""))
            for row in self._map.rows
        )

    @once
    def outcomes(self) -> tuple[OutcomeFacts, ...] | None:
        """Each outcome with its place in the value map; needs the rows and the outcomes."""
        rows = entries(self._sroi.rows) if self._sroi else ()
        listed = entries(self._case.outcomes)
        return tuple(ValuedOutcomes(listed, rows).all()) if rows and listed else None

    @once
    def inputs_total(self) -> Decimal | None:
        """Sum of all inputs listed, in the file's currency."""
        with stated_arithmetic():
            inputs = self._map.inputs if self._map else None
        return inputs.exact if inputs else None

    @once
    def _inputs_of_ratio(self) -> Decimal | None:
        """Return the inputs that a ratio is of: those of later years discounted if it is said."""
        chosen = self._sole_conventions
        if self._map is None or chosen is None or self._map.missing_for_inputs:
            return None
        with stated_arithmetic():
            inputs = self._map.inputs_under(chosen)
        return inputs.exact if inputs else None

    @once
    def costs_total(self) -> Decimal | None:
        """Sum of the costs in the file's list of costs, in the file's currency."""
        amounts = [cost.amount for cost in entries(self._case.costs)]
        stated_amounts = [amount for amount in amounts if amount is not None]
        complete = amounts and len(stated_amounts) == len(amounts)
        return sum(stated_amounts, start=Decimal(0)) if complete else None

    @once
    def total_impact(self) -> Decimal | None:
        """Sum of the impacts of the first year, each less its deductions in turn, in currency."""
        if self._map is None or self._map.missing_for_impact:
            return None
        with stated_arithmetic():
            return self._map.total_impact().exact

    @once
    def total_present_value(self) -> Decimal | None:
        """Present value of all rows; not stated while a convention that matters is left open."""
        return self._worked_out(lambda found, how: found.present_value(how).exact)

    @once
    def undiscounted_value(self) -> Decimal | None:
        """Value of all rows and years before discounting, in the file's currency."""
        return self._worked_out(
            lambda found, how: found.present_value(replace(how, discounting="none")).exact
        )

    @once
    def net_present_value(self) -> Decimal | None:
        """Total present value less the inputs, in the file's currency."""
        present, inputs = self.total_present_value, self._inputs_of_ratio
        return None if present is None or inputs is None else net_present_value(present, inputs)

    @once
    def ratio_recomputed(self) -> Decimal | None:
        """Total present value for each unit of inputs."""
        present, inputs = self.total_present_value, self._inputs_of_ratio
        with stated_arithmetic():
            return None if present is None or inputs is None else ratio(present, inputs)

    @once
    def net_ratio_recomputed(self) -> Decimal | None:
        """Net present value for each unit of inputs."""
        present, inputs = self.total_present_value, self._inputs_of_ratio
        with stated_arithmetic():
            return None if present is None or inputs is None else net_ratio(present, inputs)

    @once
    def payback_months(self) -> Decimal | None:
        """Months until the impact of the first year has paid the inputs."""
        impact, inputs = self.total_impact, self.inputs_total
        with stated_arithmetic():
            return None if impact is None or inputs is None else payback_months(inputs, impact)

    @once
    def ratio_is_net(self) -> bool | None:
        """Whether the figure reported as the ratio is the net ratio, the inputs taken off first."""
        claim = self._reported.ratio if self._reported else None
        gross, net = self.ratio_recomputed, self.net_ratio_recomputed
        if claim is None or gross is None or net is None:
            return None
        half = claim.half_unit
        return abs(claim.value - net) <= half and abs(claim.value - gross) > half

    @once
    def no_deduction(self) -> Decimal | None:
        """What deadweight and displacement print where nothing is taken off: 0, or 1 if kept."""
        return self._one_if("deductions_mean", "kept")

    @once
    def no_share_of_others(self) -> Decimal | None:
        """What attribution prints where nothing is due to others: 0, or 1 if it is one's own."""
        return self._one_if("attribution_means", "this_activity")

    def _one_if(self, question: str, answer: str) -> Decimal | None:
        return None if self._map is None else Decimal(self._map.declared[question] == answer)

    @once
    def open_conventions(self) -> tuple[str, ...] | None:
        """Conventions that the file leaves open although they change the result."""
        return None if self._map is None else self._map.open_questions

    @once
    def value_end_of_year(self) -> Decimal | None:
        """Total present value with every year discounted, the first one once, in currency."""
        return self._under("end_of_year")

    @once
    def value_first_year_at_par(self) -> Decimal | None:
        """Total present value with the first year not discounted, in currency."""
        return self._under("first_year_at_par")

    def _under(self, discounting: str) -> Decimal | None:
        found = self._map
        if found is None or found.missing_for_present_value or self._sroi is None:
            return None
        if self._sroi.discount_rate is None or set(found.open_questions) - {"discounting"}:
            return None
        declared = {**found.declared, "discounting": discounting}
        answers = {name: answer for name, answer in declared.items() if answer is not None}
        with stated_arithmetic():
            return found.present_value(Conventions(**answers)).exact  # type: ignore[arg-type]

    @once
    def stakeholder_values(self) -> tuple[StakeholderValue, ...] | None:
        """Value and share of each group of stakeholders, from the rows."""
        if self._map is None or self._sole_conventions is None:
            return None
        with stated_arithmetic():
            return stakeholder_values(self._case, self._map, self._sole_conventions)

    @once
    def shares_sum(self) -> Decimal | None:
        """Sum of the shares by stakeholder that the file reports; 1 where they are complete."""
        groups = entries(self._sroi.shares) if self._sroi else ()
        shares = [each.share for each in groups if each.share is not None]
        return sum(shares, start=Decimal(0)) if shares and len(shares) == len(groups) else None

    @once
    def value_to_state(self) -> Decimal | None:
        """Present value of the rows whose outcome falls to the state, in currency."""
        return self._experienced_by("state")

    @once
    def value_to_individuals(self) -> Decimal | None:
        """Present value of the rows whose outcome falls to individuals, in currency."""
        return self._experienced_by("individual")

    def _experienced_by(self, who: str) -> Decimal | None:
        rows = rows_experienced_by(self._case, self._map, who)
        if rows is None:
            return None
        return self._worked_out(lambda found, how: found.present_value_of(rows, how).exact)

    @once
    def assumptions_not_tested(self) -> tuple[str, ...] | None:
        """The main assumptions that the sensitivity analysis leaves out.

        Drop-off is one of them only where an outcome lasts longer than a year, inputs only where
        volunteers' time or gifts in kind have been given a value.
        """
        return not_tested(self._sroi) if self._sroi else None

    @once
    def ranked_rows(self) -> tuple[RankedRow, ...] | None:
        """Each row, by whether its group has others, and how important its outcome is."""
        rows = entries(self._sroi.rows) if self._sroi else ()
        return ranked_rows(rows, entries(self._case.outcomes)) if rows else None

    @once
    def importance_inversions(self) -> tuple[str, ...] | None:
        """Pairs of rows that a group ranks one way and that their values rank the other way."""
        rows = entries(self._sroi.rows) if self._sroi else ()
        return inversions(rows, entries(self._case.outcomes))

    @once
    def break_evens(self) -> tuple[BreakEven, ...] | None:
        """Each tested assumption of a row and how far it is from a ratio of 1."""
        return (break_evens(self._sroi) or None) if self._sroi else None
