"""Find what an analysis claims would follow if the activity were extended to more people."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from auditor.facts.claim import Claim, Claimed
from auditor.facts.once import once
from auditor.facts.reading import as_input, stated
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.sroi_words import present_convention, rests_remark
from auditor.facts.working import money_printer, percent
from auditor.model.figure import Figure
from auditor.model.file import Case
from auditor.model.scenario import Scaling
from auditor.value.claim import Step
from auditor.value.conventions import Conventions
from auditor.value.printing import as_printed
from auditor.value.quotient import Quotient, Total
from auditor.value.verdict import Recomputed

_ONE = Decimal(1)
_WHERE = "/sroi/scaling"


@dataclass(frozen=True)
class ScalingClaims:
    """Finds the claims about extending the activity of one analysis.

    The value for each person is taken as stated, else as the total present value by those reached.
    It is multiplied by those who would take part. Where a number of years is stated, the file
    leaves open whether as many take part every year and whether later years are discounted.
    """

    case: Case
    figures: SroiFigures

    @once
    def _given(self) -> Scaling | None:
        return stated(self.figures.map.sroi.scaling)

    def all(self) -> Iterator[Claim]:
        """Yield the value for each person, then the scaled-up value."""
        given = self._given
        if given is None:
            return
        if given.value_per_person is not None:
            yield self._per_person(given, given.value_per_person)
        if given.claim is not None:
            yield self._scaled(given, given.claim)

    def _per_person(self, given: Scaling, figure: Figure) -> Claim:
        reached = Decimal(given.reached or 0)
        found = self.figures
        lacks = () if reached else ("how many people the analysis is about",)
        rests_on = found.present.rests_on
        return Claim(
            id="sroi.scaling.value_per_person",
            kind="value_per_person",
            label="Value for each person reached",
            pointer=f"{_WHERE}/value_per_person",
            unit="money",
            currency=self.case.currency,
            claimed=Claimed.of(figure),
            recompute=lambda: (
                Recomputed(Quotient(found.present_total(how).times(_ONE / reached)))
                for how in found.candidates
            ),
            missing=(*found.present.missing, *lacks),
            open_questions=found.map.open_questions,
            rests_on=rests_on,
            convention=lambda: present_convention(found.map),
            working=lambda: self._per_person_steps(reached),
            remark=rests_remark(rests_on),
        )

    def _per_person_steps(self, reached: Decimal) -> tuple[Step, ...]:
        money = money_printer(self.case.currency)
        whole = self.figures.present_total(self.figures.candidates[0]).exact
        return (
            Step("Value for each person", f"{money(whole)} / {reached}", money(whole / reached)),
        )

    def _scaled(self, given: Scaling, figure: Figure) -> Claim:
        printed = given.value_per_person is not None
        rests_on = ("sroi.scaling.value_per_person",) if printed else self.figures.present.rests_on
        several = len(list(self._times(given, self.figures.map.candidates[0]))) > 1
        return Claim(
            id="sroi.scaling.claim",
            kind="scaled_up",
            label="Value if the activity were extended",
            pointer=f"{_WHERE}/claim",
            unit="money",
            currency=self.case.currency,
            claimed=Claimed.of(figure),
            recompute=lambda: self._recomputed(given),
            missing=self._missing(given),
            open_questions=("whether as many take part anew every year",) if several else (),
            rests_on=rests_on,
            working=lambda: self._steps(given),
            remark=self._remark(given, rests_on),
        )

    def _remark(self, given: Scaling, rests_on: tuple[str, ...]) -> str:
        checked = given.value_per_person is not None and given.reached
        if checked and not self.figures.present.missing:
            return "It rests on the value per person as printed, which is checked by itself."
        return rests_remark(rests_on)

    def _missing(self, given: Scaling) -> tuple[str, ...]:
        people = () if given.population is not None else ("the population that it would reach",)
        if given.every_year and not _whole(given):
            people = (*people, "over how many whole years")
        if given.value_per_person is not None:
            return people
        reached = () if given.reached else ("how many people the analysis is about",)
        return (*people, *reached, *self.figures.present.missing)

    def _recomputed(self, given: Scaling) -> Iterator[Recomputed]:
        people = self._people(given)
        sets = self.figures.candidates[:1] if given.value_per_person else self.figures.candidates
        for how in sets:
            each = self._value_of_one(given, how)
            for times in self._times(given, how):
                yield Recomputed(Quotient(each.times(people * times)))

    def _people(self, given: Scaling) -> Decimal:
        return Decimal(given.population or 0) * (_ONE if given.uptake is None else given.uptake)

    def _value_of_one(self, given: Scaling, how: Conventions) -> Total:
        if given.value_per_person is not None:
            return as_input("the value for each person", given.value_per_person)
        return self.figures.present_total(how).times(_ONE / Decimal(given.reached or 1))

    def _times(self, given: Scaling, how: Conventions) -> Iterator[Decimal]:
        """Yield how many times the value counts: once, and where years are stated, each year."""
        years = given.horizon_years
        if given.every_year is not True:
            yield _ONE
        if years is None or given.every_year is False or not _whole(given):
            return
        if given.discounted is not True:
            yield years
        if given.discounted is not False and self.figures.map.sroi.discount_rate is not None:
            yield sum(self.figures.map.factors(int(years), how), start=Decimal(0))

    def _steps(self, given: Scaling) -> tuple[Step, ...]:
        money = money_printer(self.case.currency)
        one = self._value_of_one(given, self.figures.candidates[0]).exact
        people = self._people(given)
        share = "" if given.uptake is None else f" × {percent(given.uptake)}"
        times = next(self._times(given, self.figures.candidates[0]), _ONE)
        counted = as_printed(times, unit="number", decimals=4)
        whole = one * people
        over = f"{money(whole)} × {counted}"
        years = [Step("Over the years", over, money(whole * times))] if times != _ONE else []
        return (
            Step("People who would take part", f"{given.population:,}{share}", f"{people:,f}"),
            Step("Scaled-up value", f"{people:,f} × {money(one)}", money(whole)),
            *years,
        )


def _whole(given: Scaling) -> bool:
    years = given.horizon_years
    return years is not None and years > 1 and years == years.to_integral_value()
