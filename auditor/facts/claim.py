"""Judge one claimed figure of a file, and set it out for rules and for the report."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from auditor.facts.once import once
from auditor.model.figure import Figure
from auditor.value.claim import ClaimResult, ClaimVerdict, Step
from auditor.value.conventions import QUESTIONS
from auditor.value.notes import Printer, note
from auditor.value.precision import Interval, around, stated_arithmetic
from auditor.value.printing import Unit, as_printed, decimals_of
from auditor.value.verdict import Judged, Recomputed, judge_open

ClaimKind: TypeAlias = Literal[
    "row_impact",
    "row_year",
    "row_present_value",
    "total_inputs",
    "total_impact",
    "total_present_value",
    "net_present_value",
    "ratio",
    "net_ratio",
    "payback",
    "year_value",
    "year_present_value",
    "horizon_present_value",
    "horizon_ratio",
    "sensitivity_ratio",
    "break_even",
    "range_end",
    "value_per_person",
    "scaled_up",
    "share",
    "group_value",
    "value_to_state",
    "value_to_individuals",
    "option_npv",
    "option_costs",
    "option_benefits",
    "option_bcr",
    "option_year",
    "option_annual",
    "option_payback",
    "gross_saving",
    "one_off_costs",
    "displaced_costs",
    "value_lost",
    "net_saving",
    "calculation",
]

FRAMEWORKS = {
    "sroi": "sroi",
    "options": "green-book",
    "calculations": "value-for-money",
    "decommissioning": "decommissioning",
}
"""The rule pack in whose conclusion a claim of each part of the file counts."""


class Claimed(NamedTuple):
    """A figure as the file claims it: value, half a unit of its last digit, text as printed."""

    value: Decimal
    half_unit: Decimal
    printed: str | None = None

    @classmethod
    def of(cls, figure: Figure) -> "Claimed":
        """Return a figure of the file as a claim."""
        return cls(figure.value, figure.half_unit, figure.printed)

    @property
    def interval(self) -> Interval:
        """Return the values that its printed digits stand for."""
        return around(self.value, self.half_unit)


def _no_steps() -> tuple[Step, ...]:
    return ()


@dataclass(frozen=True)
class Claim:
    """A claimed figure with everything that is needed to judge it.

    `recompute` yields the figure under each set of conventions that the file leaves open; `missing`
    says what it cannot be recomputed without, and then nothing is asked of `recompute`; `lacks`
    does so where that takes work, and is asked last. `rests_on`
    names claims that are taken as printed, because the file does not say what is behind them.
    `because` gives a sentence that explains a difference, if there is one; `remark` is always said.
    """

    id: str
    kind: ClaimKind
    label: str
    pointer: str
    unit: Unit
    currency: str
    claimed: Claimed
    recompute: Callable[[], Iterable[Recomputed]]
    missing: tuple[str, ...] = ()
    lacks: Callable[[], tuple[str, ...]] = tuple
    open_questions: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    convention: Callable[[], str] = str
    working: Callable[[], tuple[Step, ...]] = _no_steps
    because: Callable[[], str] = str
    remark: str = ""

    @property
    def area(self) -> str:
        """Return the part of the file: sroi, options, calculations or decommissioning."""
        return self.id.partition(".")[0]

    @once
    def lacking(self) -> tuple[str, ...]:
        """Return what the figure cannot be recomputed without."""
        return self.missing or self.lacks()

    @once
    def judged(self) -> Judged:
        """Return the verdict with the exact figure behind it."""
        if self.lacking:
            return Judged(ClaimVerdict.CANNOT_BE_RECOMPUTED, None)
        with stated_arithmetic():
            return judge_open(self.claimed.interval, self.recompute())

    @once
    def text(self) -> str:
        """Return the claim as it is printed."""
        if self.claimed.printed:
            return self.claimed.printed
        decimals = decimals_of(self.claimed.half_unit)
        return as_printed(
            self.claimed.value, unit=self.unit, decimals=decimals, currency=self.currency, pad=True
        )

    @once
    def _allowed(self) -> Interval | None:
        """Return what the printed precision of the inputs allows."""
        return self.judged.figure.interval() if self.judged.figure else None

    @once
    def note(self) -> str:
        """Return the sentence that an auditor would put beside the claim."""
        with stated_arithmetic():
            said = note(
                self.judged,
                claimed=self.text,
                claim=self.claimed.interval,
                printer=self._printer,
                missing=self.lacking,
                questions=[QUESTIONS.get(name, name) for name in self.open_questions],
                because=self.because(),
            )
            return f"{said} {self.remark}".strip()

    @once
    def exact_words(self) -> str:
        """Return what recomputation gives, in words."""
        exact = self.judged.exact
        return "cannot be recomputed" if exact is None else f"recomputed {self._printer(exact)}"

    @once
    def _printer(self) -> Printer:
        return Printer(self.unit, self.claimed.half_unit, self.currency)

    def result(self, *, decisive: bool) -> ClaimResult:
        """Return the claim for the report; its place in the user's file is filled in there."""
        exact, printer = self.judged.exact, self._printer
        with stated_arithmetic():
            allowed = self._allowed
            return ClaimResult(
                id=self.id,
                kind=self.kind,
                label=self.label,
                framework=FRAMEWORKS.get(self.area, self.area),
                pointer=self.pointer,
                place="",
                claimed=self.text,
                recomputed="" if exact is None else printer(exact),
                lowest="" if allowed is None else printer(allowed.low),
                highest="" if allowed is None else printer(allowed.high),
                verdict=self.judged.verdict,
                convention=self.convention(),
                working=() if exact is None else self.working(),
                note=self.note,
                decisive=decisive,
            )
