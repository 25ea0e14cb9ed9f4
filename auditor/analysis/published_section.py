"""Set out a file's figures beside those of published cases, as a reason to look and no more."""

from collections.abc import Iterator
from decimal import Decimal
from statistics import median

from auditor.analysis.amounts import money, ratio, share
from auditor.analysis.published import Beside, Published
from auditor.analysis.section import Section, Table
from auditor.counted import count


def published_section(found: Published) -> Section:
    """Return the figures beside the published ones, for people."""
    compared = [each for each in found.figures if each.published]
    tables = (_table(compared, found.currency),) if compared else ()
    return Section("published", "Beside published cases", tuple(_says(found)), tables)


def _says(found: Published) -> Iterator[str]:
    yield (
        "The cases are those that come with this program. They are no sample, and they calculate in"
        " different ways: to lie outside them is a reason to look, and never a fault."
    )
    for each in found.figures:
        if not each.published:
            known = count(each.number, "published case") if each.number else "no published case"
            verb = "states" if each.number < 2 else "state"
            whose = f" in {found.currency}" if each.unit == "money" else ""
            yield (
                f"{each.name}: not compared, because {known} {verb} it{whose} and {found.fewest}"
                " are needed."
            )
        elif each.unusual:
            yield _outside(each, found.currency)


def _outside(each: Beside, currency: str) -> str:
    higher = each.unusual == "higher"
    end = each.published[-1] if higher else each.published[0]
    return (
        f"{each.name}: {_number(each.value, each, currency)} is {each.unusual} than in all"
        f" {count(each.number, 'published case')}, where the {'highest' if higher else 'lowest'} is"
        f" {_number(end, each, currency)}. It is worth asking what is different here."
    )


def _table(compared: list[Beside], currency: str) -> Table:
    columns = ("Figure", "This file", "Cases", "Lowest", "Middle", "Highest", "Lower", "Higher")
    rows = tuple(_row(each, currency) for each in compared)
    caption = (
        "This file beside the published cases; how many of them are lower, and how many higher"
    )
    return Table(caption, columns, rows, figures=(1, 2, 3, 4, 5, 6, 7))


def _row(each: Beside, currency: str) -> tuple[str, ...]:
    ends = (each.published[0], median(each.published), each.published[-1])
    return (
        each.name,
        _number(each.value, each, currency),
        f"{each.number}",
        *(_number(value, each, currency) for value in ends),
        f"{each.lower}",
        f"{each.higher}",
    )


def _number(value: Decimal, each: Beside, currency: str) -> str:
    if each.unit == "money":
        return money(value, currency)
    return share(value) if each.unit == "share" else ratio(value)
