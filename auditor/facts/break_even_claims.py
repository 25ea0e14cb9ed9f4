"""Find the break-even values that an analysis claims: where value would equal inputs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import partial

from auditor.facts.changed_sroi import BOUNDS, SHARES, Changing, in_words
from auditor.facts.claim import Claim, Claimed
from auditor.facts.once import once
from auditor.facts.reading import entries, texts
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.sroi_words import present_convention, rests_remark
from auditor.facts.value_map import ValueMap
from auditor.facts.working import money_printer
from auditor.model.file import Case
from auditor.model.scenario import ChangedValue, SroiSensitivity
from auditor.value.claim import Step
from auditor.value.conventions import Conventions
from auditor.value.precision import around, stated_arithmetic
from auditor.value.printing import Unit
from auditor.value.quotient import Quotient, Term, Total
from auditor.value.switching import crossing
from auditor.value.verdict import Recomputed

_ZERO, _ONE = Decimal(0), Decimal(1)
_NEAR = Decimal("1e-12")
_SHOWN = Context(prec=6)
_UNITS: Mapping[str, Unit] = {"proxy": "money", "amount": "money", "quantity": "number"}
_WHICH = "the one value that the break-even is of: its row or input, and its field"
_STEPS = "an assumption that moves by less than a whole year, as a duration does not"
_NOWHERE = "a value within its bounds at which value equals inputs"


def break_even_claims(case: Case, figures: SroiFigures) -> Iterator[Claim]:
    """Yield the break-even value of each test that claims one."""
    for index, test in enumerate(entries(figures.map.sroi.sensitivity)):
        if test.break_even is None:
            continue
        tried = _BreakEven(figures, test)
        claimed = Claimed.of(test.break_even)
        field = tried.change.field if tried.change else None
        yield Claim(
            id=f"sroi.sensitivity.{test.id}.break_even",
            kind="break_even",
            label=f"Break-even of the test: {texts(test.change) or test.id}",
            pointer=f"/sroi/sensitivity/{index}/break_even",
            unit="share" if field in SHARES else _UNITS.get(field or "", "number"),
            currency=case.currency,
            claimed=claimed,
            recompute=tried.recomputed,
            lacks=tried.missing,
            open_questions=figures.map.open_questions,
            rests_on=figures.inputs.rests_on,
            convention=lambda: present_convention(figures.map),
            working=partial(tried.steps, case.currency),
            remark=rests_remark(figures.inputs.rests_on),
        )


@dataclass(frozen=True)
class _BreakEven:
    """A test read as a question: what its one value would have to be for value to equal inputs."""

    figures: SroiFigures
    test: SroiSensitivity

    @property
    def change(self) -> ChangedValue | None:
        """Return the one change of the test; None where it makes several or none."""
        changes = entries(self.test.sets)
        alone = len(changes) == 1 and not (
            entries(self.test.combines)
            or entries(self.test.leaves_out_rows)
            or entries(self.test.leaves_out_inputs)
        )
        return changes[0] if alone and changes[0].field else None

    def missing(self) -> tuple[str, ...]:
        """Say what the break-even cannot be worked out without."""
        found, change = self.figures, self.change
        if change is None:
            return (_WHICH,)
        if change.field == "duration_years":
            return (_STEPS,)
        lacking = (*found.marginal, *found.present.missing, *found.inputs.missing)
        if lacking or found.present.printed:
            return lacking or ("the rows of the value map",)
        with stated_arithmetic():
            asked = self._asked(self._claimed)
            if asked.missing:
                return tuple(dict.fromkeys(asked.missing))
            return () if self._solved(found.candidates[0]) else (_NOWHERE,)

    @property
    def _claimed(self) -> Decimal:
        return self.test.break_even.value if self.test.break_even else _ZERO

    def _asked(self, value: Decimal) -> Changing:
        """Return the analysis with the value of the test set to another."""
        change = self.change or ChangedValue()
        only = change.model_copy(update={"value": value, "change_by": None})
        changing = Changing(self.figures.map.sroi, None)
        changing.apply(self.test.model_copy(update={"sets": (only,)}))
        return changing

    def _net(self, value: Decimal, how: Conventions) -> Total:
        """Return value less inputs where the value of the test is another."""
        if value not in self._held:
            found = ValueMap(self._asked(value).result(), self.figures.map.parameters)
            self._held[value] = SroiFigures(found)
        return self._held[value].figure("net_present_value", how).numerator

    @once
    def _held(self) -> dict[Decimal, SroiFigures]:
        """Return the analyses that were worked out already, by the value that was set."""
        return {}

    def _solved(self, how: Conventions) -> Total | None:
        """Return the value at which value equals inputs, and how it moves with printed inputs."""
        low, high = BOUNDS[(self.change or ChangedValue()).field or ""]
        near = crossing(
            lambda x: self._net(x, how).exact, now=self._claimed, low=low, high=high
        )  # fmt: skip
        if near.value is None:
            return None
        value = near.value
        return Total(value, lambda: self._terms(value, how))

    def _terms(self, value: Decimal, how: Conventions) -> tuple[Term, ...]:
        """Return how the break-even moves with each printed input, where it stands."""
        low, high = BOUNDS[(self.change or ChangedValue()).field or ""]
        step = max(abs(value), _ONE) * _NEAR
        above = value + step if high is None or value + step <= high else value
        below = value - step if low is None or value - step >= low else value
        rise = self._net(above, how).exact - self._net(below, how).exact
        slope = rise / (above - below)
        terms = self._net(value, how).terms() if slope else ()
        return tuple(
            Term(each.input, -each.coefficient / slope, each.beyond / abs(slope)) for each in terms
        )

    def recomputed(self) -> Iterator[Recomputed]:
        """Yield the break-even value under each set of conventions that is left open."""
        claim = self.test.break_even
        for how in self.figures.candidates:
            total = self.figures.present_total(how)
            printed = around(self._claimed, claim.half_unit) if claim else None
            if self._is_amount and printed and printed.contains(total.exact):
                yield Recomputed(Quotient(total))  # all inputs together, which then equal value
                continue
            solved = self._solved(how)
            if solved is not None:
                yield Recomputed(Quotient(solved))

    @property
    def _is_amount(self) -> bool:
        return self.change is not None and self.change.field == "amount"

    def steps(self, currency: str) -> tuple[Step, ...]:
        """Return the value and the inputs where they are equal, in the first reading."""
        how = self.figures.candidates[0]
        solved = self._solved(how)
        if solved is None:
            return ()
        changing = self._asked(_SHOWN.create_decimal(solved.exact))
        exact = self._asked(solved.exact).result()
        changed = SroiFigures(ValueMap(exact, self.figures.map.parameters))
        money = money_printer(currency)
        field = in_words((self.change or ChangedValue()).field or "")
        return (
            *(Step("Changed", step, "") for step in changing.steps[:1]),
            Step(
                "Total present value", f"with that {field}", money(changed.present_total(how).exact)
            ),
            Step("Total inputs", f"with that {field}", money(changed.inputs_under(how).exact)),
        )
