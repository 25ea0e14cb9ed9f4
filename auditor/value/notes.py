"""Write the sentence that an auditor would put beside a claimed figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditor.value.claim import ClaimVerdict
from auditor.value.precision import Interval
from auditor.value.printing import MORE_DIGITS, Unit, as_printed, decimals_of
from auditor.value.quotient import Explanation
from auditor.value.recomputable import Recomputable
from auditor.value.verdict import Judged

_NAMED = 3
_PENCE = 2
_ROUND = 2
"""A figure that ends in so many noughts may be rounded where they begin."""


@dataclass(frozen=True, slots=True)
class Printer:
    """How the figures of one claim are printed: its unit, its digits, the file's currency."""

    unit: Unit
    half_unit: Decimal
    currency: str

    def __call__(self, value: Decimal) -> str:
        """Print a recomputed figure, with enough digits to be told from the claim.

        Money is printed to the penny, or to the digits of the claim where it has more.
        """
        own = decimals_of(self.half_unit)
        decimals = max(own, _PENCE) if self.unit == "money" else own + MORE_DIGITS
        return as_printed(value, unit=self.unit, decimals=decimals, currency=self.currency)


def note(
    judged: Judged,
    *,
    claimed: str,
    claim: Interval,
    printer: Printer,
    missing: Sequence[str],
    questions: Sequence[str],
    because: str = "",
) -> str:
    """Return what a reader needs to know about a verdict, in one to three sentences.

    `because` is a sentence that explains a difference better than rounding in general would.
    """
    if judged.figure is None or judged.exact is None:
        return _cannot(missing)
    exact = printer(judged.exact)
    if judged.verdict is ClaimVerdict.REPRODUCED:
        return f"The figures as given come to {exact}."
    if judged.verdict is ClaimVerdict.AMBIGUOUS:
        return _ambiguous(exact, [printer(other) for other in judged.others], questions)
    if judged.verdict is ClaimVerdict.WITHIN_ROUNDING:
        given = f"The figures as printed give {exact}, not {claimed}."
        how = because or _rounding(judged, judged.figure, claim, printer.currency)
        worth = "" if because else " This is worth asking about."
        return f"{given} {how}{worth}{_if_round(judged.exact, claim, printer, because)}"
    said = _not_reproduced(judged, judged.exact, claim, printer, because)
    return f"{said}{_if_round(judged.exact, claim, printer, because)}"


def _if_round(exact: Decimal, claim: Interval, printer: Printer, because: str) -> str:
    """Say that a round figure would be given if it is rounded where its noughts begin.

    That it is, its digits do not say; so it is a question and never a verdict.
    """
    middle = (claim.low + claim.high) / 2
    digits = f"{abs(middle):f}".partition(".")[0]
    noughts = len(digits) - len(digits.rstrip("0"))
    unit = Decimal(10) ** noughts
    telling = abs(middle) >= 10 * unit  # one digit before the noughts could stand for anything
    whole = printer.half_unit == Decimal("0.5") and printer.unit in ("money", "number")
    near = abs(exact - middle) <= unit / 2
    if not (whole and telling and near) or noughts < _ROUND or "nearest" in because:
        return ""
    nearest = as_printed(unit, unit=printer.unit, decimals=0, currency=printer.currency)
    return f" It would come out if the claim is rounded to the nearest {nearest}; was it?"


def _cannot(missing: Sequence[str]) -> str:
    named = "; ".join(missing[:_NAMED])
    more = f"; and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
    if not missing:
        return "This cannot be recomputed: it would divide by zero."
    return f"This cannot be recomputed without what the file does not give: {named}{more}."


def _ambiguous(exact: str, others: Sequence[str], questions: Sequence[str]) -> str:
    open_ones = ", ".join(questions)
    return (
        f"The file does not say {open_ones}. One reading gives {exact}, another gives"
        f" {others[-1] if others else 'another figure'}; only some readings give the claim."
    )


def _rounding(judged: Judged, figure: Recomputable, claim: Interval, currency: str) -> str:
    if judged.by_rows:
        return "Rows rounded to the unit before they are added would give it."
    found, alone = figure.explanations(claim), len(figure.inputs) == 1
    if not found:
        return "It is possible only if several printed figures are themselves rounded."
    if len(found) == 1:
        only = "only if" if alone else "if"
        rest = "" if alone else ", or if several printed figures are"
        return f"It is possible {only} {_explained(found[0], currency)}{rest}."
    named = "; ".join(_in_brackets(each, currency) for each in found[:_NAMED])
    more = f"; or one of {len(found) - _NAMED} others" if len(found) > _NAMED else ""
    return f"It is possible if one of these printed figures is itself rounded: {named}{more}."


def _explained(found: Explanation, currency: str) -> str:
    shown, needed = _values(found, currency)
    return f"{found.input.name}, printed as {shown}, is itself rounded from {needed}"


def _in_brackets(found: Explanation, currency: str) -> str:
    shown, needed = _values(found, currency)
    return f"{found.input.name} (printed as {shown}, from {needed})"


def _values(found: Explanation, currency: str) -> tuple[str, str]:
    """Return an input as printed, and what it would have to be."""
    unit: Unit = "money" if found.input.money else "number"
    own = decimals_of(found.input.half_unit)
    shown = as_printed(found.input.value, unit=unit, decimals=own, currency=currency, pad=True)
    low, high = (
        as_printed(end, unit=unit, decimals=own + MORE_DIGITS, currency=currency, pad=True)
        for end in (found.needed.low, found.needed.high)
    )
    return shown, low if low == high else f"between {low} and {high}"


def _not_reproduced(
    judged: Judged, exact: Decimal, claim: Interval, printer: Printer, because: str
) -> str:
    middle = (claim.low + claim.high) / 2
    way = "less" if exact < middle else "more"
    parts = [
        f"The figures as given come to {printer(exact)}, {printer(abs(exact - middle))} {way}."
    ]
    allowed = judged.figure.interval() if judged.figure else None
    if because:
        parts.append(because)
    elif judged.others:
        parts.append("No reading that the file leaves open gives the claim.")
    elif allowed is not None and printer(allowed.low) != printer(allowed.high):
        parts.append(
            f"Rounding of the printed figures allows {printer(allowed.low)} to"
            f" {printer(allowed.high)} only."
        )
    return " ".join(parts)
