"""Set out how far the leading option is from being overtaken."""

from collections.abc import Iterator
from decimal import Decimal

from auditor.analysis.amounts import money
from auditor.analysis.challenge_section import lacking
from auditor.analysis.section import Section, Table
from auditor.analysis.switching_options import OptionSwitch, OptionSwitching
from auditor.value.printing import as_printed

_TITLE = "When another option would win"
_ID = "option-switching"
_ONE = Decimal(1)


def option_switching_section(found: OptionSwitching) -> Section:
    """Return the switching values of the options for people."""
    if found.missing:
        return Section(_ID, _TITLE, (lacking(found.missing, "When another option would win"),))
    return Section(_ID, _TITLE, tuple(_says(found)), (_table(found),))


def _says(found: OptionSwitching) -> Iterator[str]:
    names = dict(found.names)
    leader = names[found.leader]
    which = "is preferred" if found.leader_is == "preferred" else "is worth most"
    npv = money(dict(found.npvs)[found.leader], found.currency)
    timing = f"; {found.timing}" if found.timing else ""
    yield f"{leader} {which}: its net present value is {npv}, at {found.rates}{timing}."
    if found.behind:
        others = ", ".join(names[each] for each in found.behind)
        yield f"Already worth more in money as it is: {others}. This is worth asking about."
    moves = [each for each in found.switches if each.change is not None and each.side != "rates"]
    if moves:
        first = min(moves, key=lambda each: abs(each.change or _ONE))
        yield f"The nearest: {_in_words(first, found)}."
    yield (
        "Costs and benefits are moved as a whole, all years alike, down to nothing; rates by as"
        " many points in every year, down to 0%."
    )


def _in_words(switch: OptionSwitch, found: OptionSwitching) -> str:
    names = dict(found.names)
    more = "higher" if (switch.change or 0) > 0 else "lower"
    by = as_printed(abs(switch.change or Decimal(0)), unit="share", decimals=3)
    end = (
        f"{names[switch.rival]} is worth as much" if switch.rival else "nothing is gained on costs"
    )
    return f"with {switch.side} of {names[switch.of]} {by} {more}, {end}"


def _table(found: OptionSwitching) -> Table:
    names = dict(found.names)
    rows = tuple(
        (
            names.get(each.rival, "a net present value of 0"),
            f"{each.side.capitalize()} of {names[each.of]}" if each.of else "Discount rates",
            _change(each),
        )
        for each in found.switches
    )
    return Table(
        "Moves that bring the leading option level", ("With", "What moves", "By"), rows, (2,)
    )


def _change(switch: OptionSwitch) -> str:
    if switch.change is None:
        return "cannot happen"
    sign = "+" if switch.change > 0 else ""
    star = "" if switch.monotone else " (nearest of several)"
    if switch.side == "rates":
        points = as_printed(switch.change * 100, unit="number", decimals=2)
        return f"{sign}{points} points{star}"
    return f"{sign}{as_printed(switch.change, unit='share', decimals=3)}{star}"
