"""Set out the three elements of value for money in one table."""

from collections.abc import Iterator

from auditor.analysis.amounts import money
from auditor.analysis.elements import Elements, Entry
from auditor.analysis.section import Section, Table


def elements_section(found: Elements) -> Section:
    """Return the three elements, for people; one of which nothing is stated says so."""
    silent = [each.title.lower() for each in found.elements if not each.entries]
    says = (f"The file states nothing of {' and '.join(silent)}.",) if silent else ()
    columns = ("Element", "What the file states", "Number", "Amount")
    table = Table("The three elements of value for money", columns, tuple(_rows(found)), (2, 3))
    return Section("elements", "Quality, whole-life cost and wider benefit", says, (table,))


def _rows(found: Elements) -> Iterator[tuple[str, ...]]:
    for element in found.elements:
        for entry in element.entries:
            yield (element.title, entry.what, _number(entry), _amount(entry, found.currency))


def _number(entry: Entry) -> str:
    return "" if entry.number is None else f"{entry.number:,}"


def _amount(entry: Entry, currency: str) -> str:
    return "" if entry.amount is None else money(entry.amount, currency)
