"""Check what a calculation says: that its formula can be read, and names terms that there are."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from auditor.model.formula_reader import FormulaError, is_term, read_formula
from auditor.model.links import Fault, suggest
from auditor.model.walk import fields_of

_CLAIMED = "calculations.{}.claimed"


def calculation_faults(data: Any) -> Iterator[Fault]:
    """Yield what is wrong with the calculations of a file, given as plain data or as a part."""
    listed = fields_of(data).get("calculations")
    entries = listed if isinstance(listed, list | tuple) else ()
    for position, entry in enumerate(entries):
        yield from _of_one(fields_of(entry), f"/calculations/{position}")
    yield from _circles([fields_of(entry) for entry in entries])


def _of_one(entry: Mapping[str, Any], pointer: str) -> Iterator[Fault]:
    formula, terms = entry.get("formula"), _terms(entry)
    for position, term in enumerate(terms):
        yield from _of_term(term, f"{pointer}/terms/{position}", named=formula is not None)
    if not isinstance(formula, str) or not formula.strip():
        return
    try:
        names = read_formula(formula).names
    except FormulaError as error:
        where = f" in column {error.column}" if error.column else ""
        yield Fault(f"{pointer}/formula", f"{error.problem}{where}", _sentence(error.hint))
        return
    known = tuple(term["id"] for term in terms if isinstance(term.get("id"), str))
    for name in names:
        if name not in known:
            hint = suggest(name, known) or f"Add it to the terms: {{id: {name}, value: …}}."
            yield Fault(f"{pointer}/formula", f"the formula names {name}, which is no term", hint)
            return


def _of_term(term: Mapping[str, Any], pointer: str, *, named: bool) -> Iterator[Fault]:
    name = term.get("id")
    if named and isinstance(name, str) and not is_term(name):
        hint = "Use letters, digits and underscores, a letter first, and no name of a function."
        yield Fault(f"{pointer}/id", f'a formula cannot name a term "{name}"', hint)
    if term.get("value") is not None and term.get("claim") is not None:
        hint = "Give the number, or name the claimed figure that it is."
        yield Fault(f"{pointer}/claim", "this term has a value and names a claimed figure", hint)


def _terms(entry: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    terms = entry.get("terms")
    return [fields_of(term) for term in terms] if isinstance(terms, list | tuple) else []


def _circles(entries: Sequence[Mapping[str, Any]]) -> Iterator[Fault]:
    """Yield each calculation that uses its own result, by however many others."""
    places = {_CLAIMED.format(entry.get("id")): entry for entry in entries}
    uses = {
        name: [used for used in map(_used, _terms(entry)) if used in places]
        for name, entry in places.items()
    }
    for position, entry in enumerate(entries):
        start = _CLAIMED.format(entry.get("id"))
        way = _way_back(start, uses)
        if way:
            path = " → ".join(name.split(".")[1] for name in way)
            problem = f"this figure is worked out from itself: {path}"
            yield Fault(
                f"/calculations/{position}/terms", problem, "Give one of its terms as a value."
            )


def _used(term: Mapping[str, Any]) -> str:
    claim = term.get("claim")
    return claim if isinstance(claim, str) else ""


def _way_back(start: str, uses: Mapping[str, Sequence[str]]) -> list[str]:
    """Return a way from a figure through those that it uses back to itself, or nothing."""
    waiting = [[start]]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop()
        for name in uses[path[-1]]:
            if name == start:
                return [*path, start]
            if name not in seen:
                seen.add(name)
                waiting.append([*path, name])
    return []


def _sentence(hint: str) -> str:
    return f"{hint[:1].upper()}{hint[1:].removesuffix('.')}." if hint else ""
