"""Say under which conventions a value map is totalled, how, and what its printed rows add up to."""

from collections.abc import Sequence
from decimal import Decimal

from auditor.facts.claim import Claimed
from auditor.facts.reading import entries
from auditor.facts.sroi_figures import SroiFigures
from auditor.facts.value_map import ValueMap
from auditor.facts.value_row import Row
from auditor.facts.working import (
    Money,
    impact_parts,
    percent,
    quotient_step,
    sum_steps,
)
from auditor.value.claim import Step
from auditor.value.conventions import QUESTIONS, STANDARD, in_words
from auditor.value.precision import Interval
from auditor.value.printing import as_printed

_NAMED = 5
_COLUMNS = ("deductions_mean", "attribution_means")
_ELSEWHERE = {"deductions", *_COLUMNS, "change_means"}
_FOUND = (
    "This is the only reading under which all figures come out that any reading gives, and hardly"
    " any wrong figure would have fitted one of them."
)


def impact_convention(value_map: ValueMap) -> str:
    """Say how the impact of a row is worked out."""
    chosen = value_map.candidates[0]
    asked = {"deductions"} | {q for q in _COLUMNS if getattr(chosen, q) != getattr(STANDARD, q)}
    return f"Value map: {in_words(chosen, asked)}."


def present_convention(value_map: ValueMap) -> str:
    """Say how present values are worked out, what the file leaves open, and what was found."""
    chosen = value_map.candidates[0]
    declared = {name for name, answer in value_map.declared.items() if answer is not None}
    found = {q for q in value_map.open_questions if value_map.settled and _agreed(value_map, q)}
    told = ({"discounting"} | value_map.relevant | declared | found) - _ELSEWHERE
    told -= set(value_map.open_questions) - found
    parts = [impact_convention(value_map)[:-1], in_words(chosen, told)]
    rate = value_map.sroi.discount_rate
    if rate is not None and chosen.discounting != "none" and chosen.rates == "flat":
        parts.append(f"the rate is {percent(rate)} a year")
    if _drop_off_without_effect(value_map):
        parts.append("drop-off has no effect, since every outcome lasts one year at most")
    said = f"{'; '.join(part for part in parts if part)}."
    if found:
        silent = ", ".join(QUESTIONS[q] for q in value_map.open_questions if q in found)
        said = f"{said} The file does not say {silent}. {_FOUND}"
    left_open = ", ".join(QUESTIONS[q] for q in value_map.open_questions if q not in found)
    return f"{said} The file leaves open {left_open}." if left_open else said


def _drop_off_without_effect(value_map: ValueMap) -> bool:
    """Say whether drop-off is stated, counts from the second year, and none lasts so long."""
    undeclared = value_map.declared["drop_off_from"] is None
    stated_somewhere = any(row.given.drop_off for row in value_map.rows)
    return undeclared and stated_somewhere and "drop_off_from" not in value_map.relevant


def _agreed(value_map: ValueMap, question: str) -> bool:
    return len({getattr(each, question) for each in value_map.settled}) == 1


def headline_convention(figures: SroiFigures, name: str, claim: Interval) -> str:
    """Say how a headline figure is worked out; nothing where it is a plain sum or quotient."""
    if name in ("total_inputs", "payback_months") or figures.present.printed:
        return ""
    if name != "total_impact":
        return present_convention(figures.map)
    if figures.impact_is_all_years(claim):
        return "Total impact: the sum of all years of the rows, before discounting."
    return "Total impact: the sum of the rows in their first year."


def rows_explain(rows: Sequence[Row], claimed: Claimed, money: Money) -> str:
    """Say that rows as printed add up to a claim, and which of them their figures do not give."""
    reported = [row.given.reported_impact for row in rows]
    printed = [figure.value for figure in reported if figure is not None]
    whole = sum(printed, start=Decimal(0))
    if not rows or len(printed) < len(rows) or not claimed.interval.contains(whole):
        return ""
    apart = [row.given.id for row in rows if _apart(row)]
    said = f"The rows as printed add up to {money(whole)}"
    if not apart:
        return f"{said}: each of them is rounded."
    more = f" and {len(apart) - _NAMED} more" if len(apart) > _NAMED else ""
    noun = "row" if len(apart) == 1 else "rows"
    return f"{said}; the difference is in {noun} {', '.join(apart[:_NAMED])}{more}."


def _apart(row: Row) -> bool:
    """Say whether the figures of a row do not give its printed impact."""
    figure = row.given.reported_impact
    if figure is None or row.impact is None:
        return False
    return abs(row.impact.exact - figure.value) > figure.half_unit


def rests_remark(rests_on: Sequence[str]) -> str:
    """Say which printed results a figure was worked out from."""
    held = list(dict.fromkeys(rests_on))
    rows = list(dict.fromkeys(n.split(".")[2] for n in held if n.startswith("sroi.rows.")))
    groups = [n.split(".")[2] for n in held if n.startswith("sroi.shares.")]
    of_parts = ("sroi.rows.", "sroi.years.", "sroi.shares.")
    totals = [f"the {_last(name)}" for name in held if not name.startswith(of_parts)]
    years = _years_named([name.split(".") for name in held if name.startswith("sroi.years.")])
    of_groups = [f"the present value of {_some(groups, 'group')}"] if groups else []
    names = [*([_some(rows, "row")] if rows else []), *of_groups, *years, *totals]
    if not names:
        return ""
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return f"It rests on {listed} as printed; the file does not show what is behind."


def _years_named(held: Sequence[Sequence[str]]) -> list[str]:
    """Name printed years as one: the value of years 1 to 5."""
    found: dict[str, list[str]] = {}
    for _, _, year, what in held:
        found.setdefault(what.replace("_", " "), []).append(year)
    return [
        f"the {what} of " + (f"year {n[0]}" if len(n) == 1 else f"years {n[0]} to {n[-1]}")
        for what, n in found.items()
    ]


def _some(names: Sequence[str], noun: str) -> str:
    """Name the first few of many rows or groups."""
    if len(names) > _NAMED:
        first = ", ".join(f"{noun} {name}" for name in names[:_NAMED])
        left = len(names) - _NAMED
        return f"{first} and {left} other {noun}{'s' if left > 1 else ''}"
    shown = [f"{noun} {name}" for name in names]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]


def _last(name: str) -> str:
    return name.rpartition(".")[2].replace("_", " ")


def headline_steps(figures: SroiFigures, name: str, money: Money) -> tuple[Step, ...]:
    """Return the working of a headline figure."""
    if name == "total_inputs":
        return input_steps(figures.map, money)
    if name == "total_impact":
        shown = impact_parts(figures.map) if figures.map.rows else _printed_years(figures)
        return sum_steps(shown, "Total impact", money)
    chosen = figures.candidates[0]
    inputs = figures.inputs_total.exact
    if name not in ("payback_months", "total_impact"):
        inputs = figures.inputs_under(chosen).exact
    if name == "payback_months":
        return _payback_steps(figures.impact_total.exact, inputs, money)
    present = figures.present_total(chosen).exact
    known = figures.present.printed
    parts = [(term.input.name, term.input.value) for term in known.terms()] if known else []
    summed = sum_steps(parts, "Total present value", money) if len(parts) > 1 else ()
    before = summed if known else figures.years_working(chosen, money)
    if name == "total_present_value":
        return before
    if name == "net_present_value":
        less = f"{money(present)} − {money(inputs)}"
        return (*before, Step("Net present value", less, money(present - inputs)))
    result = figures.figure(name, chosen).exact or Decimal(0)
    gross = name == "ratio" and chosen.ratio_means == "gross"
    above = money(present) if gross else f"({money(present)} − {money(inputs)})"
    label = "Ratio" if gross else "Net ratio"
    return (*before, quotient_step(label, above, money(inputs), result))


def _printed_years(figures: SroiFigures) -> list[tuple[str, Decimal]]:
    years, chosen = figures.years, figures.map.candidates[0]
    count = years.length(chosen)
    return [(f"Year {n}", years.total(n, chosen).exact) for n in range(1, count + 1)]


def _payback_steps(impact: Decimal, inputs: Decimal, money: Money) -> tuple[Step, ...]:
    month = impact / 12
    months = as_printed(inputs / month, unit="months", decimals=2)
    return (
        Step("Impact of a month", f"{money(impact)} / 12", money(month)),
        Step("Payback", f"{money(inputs)} / {money(month)}", months),
    )


def input_steps(value_map: ValueMap, money: Money) -> tuple[Step, ...]:
    """Return the inputs and their sum."""
    listed = [(f"Input {each.id}", each.amount) for each in entries(value_map.sroi.inputs)]
    return sum_steps(listed, "Total inputs", money)


def part_steps(
    figures: SroiFigures, rows: Sequence[Row], money: Money, *, share: bool
) -> tuple[Step, ...]:
    """Return the present value of some rows, and their share of all."""
    chosen = figures.map.candidates[0]
    present = [(f"Row {r.given.id}", figures.map.present_value_of([r], chosen).exact) for r in rows]
    steps = sum_steps(present, "Present value of these rows", money)
    if not share:
        return steps
    part = sum((value for _, value in present), start=Decimal(0))
    whole = figures.map.present_value(chosen).exact
    divided = f"{money(part)} / {money(whole)}"
    result = as_printed(part / whole, unit="share", decimals=4) if whole else ""
    return (*steps, Step("Share of the total present value", divided, result))
