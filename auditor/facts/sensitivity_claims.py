"""Find what an analysis claims of its own tests: the ratio after each change, and their range."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from auditor.facts.break_even_claims import break_even_claims
from auditor.facts.claim import Claim, Claimed
from auditor.facts.once import once
from auditor.facts.reading import as_input, entries, texts
from auditor.facts.scenario import Scenario, scenario_of
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.sroi_words import present_convention, rests_remark
from auditor.facts.working import money_printer, quotient_step
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.model.scenario import SroiSensitivity
from auditor.value.claim import Step
from auditor.value.precision import Interval
from auditor.value.quotient import Quotient
from auditor.value.verdict import Recomputed

_SIDES: Mapping[str, str] = {"range_low": "Lowest", "range_high": "Highest"}
_NO_RATIOS = ("a ratio for every test",)


@dataclass(frozen=True)
class SensitivityClaims:
    """Finds the claims of the sensitivity tests of one analysis."""

    case: Case
    figures: SroiFigures

    def all(self) -> Iterator[Claim]:
        """Yield the ratio of each test, the break-evens, then the ends of the range reported."""
        for index, test in enumerate(self._tests):
            if test.ratio is not None:
                yield self._tested(index, test, test.ratio)
        yield from break_even_claims(self.case, self.figures)
        for name in _SIDES:
            figure = getattr(self.figures.reported, name, None)
            if figure is not None:
                yield self._end(name, figure)

    @property
    def _tests(self) -> tuple[SroiSensitivity, ...]:
        return entries(self.figures.map.sroi.sensitivity)

    def _tested(self, index: int, test: SroiSensitivity, figure: Figure) -> Claim:
        tried = Tried(self.figures, scenario_of(self.case, test))
        claimed = Claimed.of(figure)
        return Claim(
            id=f"sroi.sensitivity.{test.id}.ratio",
            kind="sensitivity_ratio",
            label=f"Ratio of the test: {texts(test.change) or test.id}",
            pointer=f"/sroi/sensitivity/{index}/ratio",
            unit="ratio",
            currency=self.case.currency,
            claimed=claimed,
            recompute=partial(tried.recomputed, claimed.interval),
            lacks=lambda: tried.missing,
            open_questions=tried.open_questions,
            rests_on=tried.rests_on,
            convention=lambda: present_convention(self.figures.map),
            working=partial(tried.steps, self.case.currency),
            remark=rests_remark(tried.rests_on),
        )

    def _end(self, name: str, figure: Figure) -> Claim:
        """Return an end of the range: the lowest or highest of all ratios as they are printed."""
        held = {f"sroi.sensitivity.{test.id}.ratio": test.ratio for test in self._tests}
        complete = bool(held) and None not in held.values()
        base = self.figures.reported.ratio if self.figures.reported else None
        known = {at: each for at, each in {**held, "sroi.ratio": base}.items() if each}
        choose = min if name == "range_low" else max
        chosen = choose(known, key=lambda at: known[at].value) if complete else ""
        return Claim(
            id=f"sroi.{name}",
            kind="range_end",
            label=f"{_SIDES[name]} ratio of the range",
            pointer=f"/sroi/reported/{name}",
            unit="ratio",
            currency=self.case.currency,
            claimed=Claimed.of(figure),
            recompute=lambda: [Recomputed(Quotient(as_input(f"the {chosen}", known[chosen])))],
            missing=() if complete else _NO_RATIOS,
            rests_on=(chosen,) if chosen else (),
            working=lambda: (
                Step(
                    f"{_SIDES[name]} of the ratios as printed",
                    f"{len(known)} ratios, the base case among them",
                    f"{known[chosen].value:f}",
                ),
            ),
        )


class Tried:
    """One test, worked out in each way that the file leaves open."""

    def __init__(self, base: SroiFigures, scenario: Scenario) -> None:
        self._base = base
        self._scenario = scenario

    @once
    def _changed(self) -> tuple[SroiFigures, ...]:
        base = self._base.map
        return tuple(SroiFigures(base.changed(each.sroi)) for each in self._scenario.readings)

    @property
    def missing(self) -> tuple[str, ...]:
        """Say what the ratio of the test cannot be worked out without."""
        if self._scenario.missing:
            return self._scenario.missing
        first = self._changed[0]
        if self._moves_printed(first):
            return ("the rows of the value map",)
        return (*first.marginal, *first.present.missing, *first.inputs.missing)

    def _moves_printed(self, first: SroiFigures) -> bool:
        """Say whether a test changes what a printed total was worked out with, which is not known.

        Inputs may be changed under a printed total: they are no part of it.
        """
        another_rate = first.map.sroi.discount_rate != self._base.map.sroi.discount_rate
        return first.present.net is not None or (another_rate and bool(first.present.printed))

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Name the printed results that the ratio of the test rests on."""
        return (*self._base.present.rests_on, *self._base.inputs.rests_on)

    @property
    def open_questions(self) -> tuple[str, ...]:
        """Name what the file leaves open: conventions, and what a change means."""
        several = ("what the change of the test means",) if len(self._changed) > 1 else ()
        own = self._base.map
        if not own.settled:
            return (*own.open_questions, *several)
        asked = own.open_questions
        changed = (each.map.open_questions for each in self._changed)
        new = dict.fromkeys(q for questions in changed for q in questions if q not in asked)
        return (*new, *several)

    def recomputed(self, claim: Interval) -> Iterator[Recomputed]:
        """Yield the ratio of the test in each way that is left open."""
        for figures in self._changed:
            yield from figures.recomputed("ratio", claim)

    def steps(self, currency: str) -> tuple[Step, ...]:
        """Return what is changed, and what the ratio comes to, in the first reading."""
        first = self._changed[0]
        figure = first.figure("ratio", first.candidates[0])
        changed = tuple(Step("Changed", step, "") for step in self._scenario.steps)
        if figure.denominator is None or figure.exact is None:
            return changed
        money = money_printer(currency)
        above, below = money(figure.numerator.exact), money(figure.denominator.exact)
        return (*changed, quotient_step("Ratio", above, below, figure.exact))
