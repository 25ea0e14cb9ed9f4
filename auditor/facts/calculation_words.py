"""Put a calculation into words: its working, and what would explain a claim it does not give."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from auditor.model.formula import Call, Name, Node, Number, Operation, discounting_names
from auditor.value.claim import Step
from auditor.value.digit_slips import slips
from auditor.value.formula import exact
from auditor.value.formula_figure import FormulaFigure
from auditor.value.notes import Printer
from auditor.value.precision import Interval, around
from auditor.value.printing import Unit, as_printed
from auditor.value.quotient import PrintedInput

_SIGNS: Mapping[str, str] = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_BINDS: Mapping[str, int] = {"+": 1, "-": 1, "*": 2, "/": 2}
_MOST_SLIPS = 3
_MOST_YEARS = 100
_TEN = Decimal(10)


def calculation_steps(
    worked: FormulaFigure, label: str, printer: Printer, sources: Mapping[str, str]
) -> tuple[Step, ...]:
    """Return each term, each function with its value, and the formula with numbers put in.

    `sources` names the claimed figure that a term is taken from.
    """
    tree = worked.formula.tree
    shown = {name: _shown(term, printer.currency) for name, term in worked.terms.items()}
    values = {name: term.value for name, term in worked.terms.items()}
    terms = (
        Step(term.name, f"{sources[name]}, as printed" if name in sources else "as given", text)
        for (name, term), text in zip(worked.terms.items(), shown.values(), strict=True)
    )
    calls = (
        Step(in_words(call, {}), in_words(call, shown), _number(exact(call, values)))
        for call in _calls(tree)
    )
    result = exact(tree, values)
    return (*terms, *calls, Step(label, in_words(tree, shown), printer(result)))


def in_words(node: Node, shown: Mapping[str, str], binds: int = 0) -> str:
    """Return a formula as people write it, with what is shown in place of its terms.

    >>> from auditor.model.formula_reader import read_formula
    >>> in_words(read_formula("(gross - cost / 2) * -3").tree, {"gross": "£500"})
    '(£500 − cost ÷ 2) × (−3)'
    """
    if isinstance(node, Number):
        return f"{node.value:,f}"
    if isinstance(node, Name):
        return shown.get(node.id, node.id)
    if isinstance(node, Call):
        parts = [in_words(part, shown) for part in node.parts]
        return f"{node.name}({', '.join([*parts, *([node.option] if node.option else [])])})"
    own = _BINDS[node.sign]
    negative = node.sign == "-" and node.left == Number(Decimal(0))
    if negative:
        text = f"−{in_words(node.right, shown, 2)}"
    else:
        left = in_words(node.left, shown, own)
        # What is subtracted or divided by keeps its brackets: a − (b − c).
        right = in_words(node.right, shown, own + (node.sign in "-/"))
        text = f"{left} {_SIGNS[node.sign]} {right}"
    return f"({text})" if binds > own or (negative and binds) else text


def _calls(node: Node) -> Iterator[Call]:
    """Yield each discounting function once for every time that it stands in a formula."""
    if isinstance(node, Operation):
        yield from _calls(node.left)
        yield from _calls(node.right)
    elif isinstance(node, Call):
        for part in node.parts:
            yield from _calls(part)
        if node.name in ("annuity", "factor"):
            yield node


def _shown(term: PrintedInput, currency: str) -> str:
    return _as_given(term, term.value, currency)


def _as_given(term: PrintedInput, value: Decimal, currency: str) -> str:
    """Print a value with the digits that a term has in the file."""
    unit: Unit = "money" if term.money else "number"
    return as_printed(value, unit=unit, decimals=_places(term.value), currency=currency, pad=True)


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _number(value: Decimal) -> str:
    return as_printed(value, unit="number", decimals=6)


def explained(worked: FormulaFigure, claim: Interval, printer: Printer) -> str:
    """Return what a reader should know of a claim that no rounding of the terms gives.

    What the rounding allows; which single term, written otherwise, would give the claim; and
    whether round figures, taken as rounded to their last digit other than zero, would. Nothing is
    said of a claim that is given.
    """
    value, allowed = worked.exact, worked.interval()
    if value is None or claim.contains(value) or (allowed is not None and claim.meets(allowed)):
        return ""
    said = [_allowed(worked, allowed, printer), *_slip(worked, claim, printer.currency)]
    said += _net_or_gross(value, claim, printer.unit) or _digits(value, claim, printer)
    return " ".join((*said, *_round(worked, claim)))


def _allowed(worked: FormulaFigure, allowed: Interval | None, printer: Printer) -> str:
    if allowed is None:
        return (
            "What rounding of the terms allows cannot be told, since one stands in it repeatedly."
        )
    if allowed.low == allowed.high:
        return "None of its terms is taken as rounded."
    return (
        f"Rounding of the printed figures allows {printer(allowed.low)} to"
        f" {printer(allowed.high)} only."
    )


def _slip(worked: FormulaFigure, claim: Interval, currency: str) -> Iterator[str]:
    """Say which single term, written with as many digits as it has, would give the claim."""
    found = [
        f"{term.name} of {_as_given(term, other, currency)} in place of {_shown(term, currency)}"
        for name, term in worked.terms.items()
        if (other := _written_otherwise(worked, name, claim)) is not None
    ]
    found = [*_left_out(worked, claim, currency), *found]
    if found:
        yield f"One explanation is {' or '.join(found[:_MOST_SLIPS])}; this is worth asking about."


def _net_or_gross(value: Decimal, claim: Interval, unit: Unit) -> list[str]:
    """Say whether a ratio would come out gross of its cost, or net of it: the two are one apart."""
    if unit not in ("ratio", "share"):
        return []
    ways = (
        (1, "gross", "before its cost is taken off"),
        (-1, "net", "after its cost is taken off"),
    )
    return [
        f"It would come out as a {name} ratio, {how}; this is worth asking about."
        for by, name, how in ways
        if claim.contains(value + by)
    ]


def _digits(value: Decimal, claim: Interval, printer: Printer) -> list[str]:
    """Say whether a slip in the digits of the claim would account for it."""
    half = (claim.high - claim.low) / 2
    found = slips(claim.low + half, half, value)
    if not found:
        return []
    meant = f"{printer(found[0].meant)} was meant"
    return [f"It would come out if the claim {found[0].kind} and {meant}."]


def _left_out(worked: FormulaFigure, claim: Interval, currency: str) -> Iterator[str]:
    """Name each term without which the claim would come out; a factor is no term to leave out."""
    for name, term in worked.terms.items():
        without = worked.at(name, Decimal(0))
        if term.value and without and claim.contains(without):
            yield f"{term.name} ({_shown(term, currency)}) left out"


def _other_years(worked: FormulaFigure, name: str, claim: Interval) -> Decimal | None:
    """Return the one whole number of years of discounting that would give the claim."""
    tried = ((Decimal(n), worked.at(name, Decimal(n))) for n in range(1, _MOST_YEARS + 1))
    found = [years for years, figure in tried if figure is not None and claim.contains(figure)]
    return found[0] if len(found) == 1 and found[0] != worked.terms[name].value else None


def _written_otherwise(worked: FormulaFigure, name: str, claim: Interval) -> Decimal | None:
    if name in discounting_names(worked.formula.tree, 1):
        return _other_years(worked, name, claim)
    needed = worked.needed(name, claim)
    if needed is None:
        return None
    value = worked.terms[name].value
    middle = (needed.low + needed.high) / 2
    other = middle.quantize(Decimal(1).scaleb(-_places(value)))
    same_sign = (other > 0) is (value > 0)
    return other if needed.contains(other) and other != value and other and same_sign else None


def _round(worked: FormulaFigure, claim: Interval) -> Iterator[str]:
    """Say whether round figures, rounded where their zeros begin, make the claim possible."""
    wide = {name: _widened(term) for name, term in worked.terms.items()}
    rounded = [term for name, term in wide.items() if term != worked.terms[name]]
    middle = (claim.low + claim.high) / 2
    claimed = around(middle, max(_zeros(middle), (claim.high - claim.low) / 2))
    allowed = FormulaFigure(worked.formula, wide).interval()
    if allowed is None or not claimed.meets(allowed) or (not rounded and claimed == claim):
        return
    example = max((term.value for term in rounded), key=_zeros, default=middle)
    nearest = as_printed(2 * _zeros(example), unit="number", decimals=0)
    value = as_printed(example, unit="number", decimals=0)
    such = f"such as {value} to the nearest {nearest}"
    yield f"It would be possible if round figures are rounded, {such}."


def _widened(term: PrintedInput) -> PrintedInput:
    half = max(_zeros(term.value), term.half_unit) if term.half_unit else term.half_unit
    return term._replace(half_unit=half)


def _zeros(value: Decimal) -> Decimal:
    """Return half a unit of the last digit that is not zero; of the ones where there is none."""
    if not value or value != value.to_integral_value():
        return Decimal(0)
    half = Decimal("0.5")
    while not value % _TEN:
        value, half = value / _TEN, half * _TEN
    return half
