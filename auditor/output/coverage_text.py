"""Render how much of each authority the packs cover: tables that add up, and each clause."""

from collections.abc import Iterator, Sequence
from typing import Any

from auditor.engine.catalogue import Catalogue, stands
from auditor.engine.coverage import PackCoverage, Split, coverage_of
from auditor.engine.pack import Pack
from auditor.engine.pack_parts import Clause
from auditor.finding import Standing
from auditor.output.text import wrapped
from auditor.output.words import count

_NAME, _NUMBER = 40, 10
_COLUMNS = ("checked", "elsewhere", "cannot", "all")
STANDS = {
    Standing.CHECKED: "Checked by",
    Standing.ELSEWHERE: "Covered by",
    Standing.NOT_CHECKED: "Cannot be checked:",
}


def render(packs: Sequence[Pack], catalogue: Catalogue, *, clauses: bool) -> str:
    """Return the tables as text, with every clause of the packs if that is wanted."""
    counted = [coverage_of(pack) for pack in packs]
    parts = [_table("Clauses", [(each.id, each.clauses) for each in counted])]
    parts.append(_table("Rows of the catalogue", [(each.id, each.rows) for each in counted]))
    if clauses:
        parts += [list(_listed(pack)) for pack in packs]
    else:
        parts.append(list(_whole(catalogue, packs)))
        parts.append(list(_EXPLAINED))
    return "\n\n".join("\n".join(lines) for lines in parts)


_EXPLAINED = (
    "checked    rules of the pack check it",
    "elsewhere  another rule asks the same, and is named in the clause",
    "cannot     no file can show it, for the reason that the clause gives",
    "Each clause, and what stands for it: auditor rules coverage PACK",
)


def _table(title: str, rows: list[tuple[str, Split]]) -> list[str]:
    together = sum((split for _, split in rows), Split())
    head = "".join(f"{name:>{_NUMBER}}" for name in _COLUMNS)
    total = [("together", together)] if len(rows) > 1 else []
    return [f"{title:<{_NAME}}{head}", *(_row(name, split) for name, split in [*rows, *total])]


def _row(name: str, split: Split) -> str:
    numbers = (split.checked, split.elsewhere, split.not_checked, split.total)
    return f"{name:<{_NAME}}" + "".join(f"{number:>{_NUMBER},}" for number in numbers)


def _whole(catalogue: Catalogue, packs: Sequence[Pack]) -> Iterator[str]:
    """Say how the rows of the catalogue add up."""
    found = stands(packs)
    here = sum(row in found for row in catalogue.rows)
    missing = [row for row in catalogue.rows if row not in found]
    left = f" {count(len(missing), 'row')} not in these packs: {', '.join(missing)}."
    yield from wrapped(
        f"The catalogue has {count(len(catalogue.rows), 'row')}; these packs account for {here}."
        f"{left if missing else ''}"
    )


def _listed(pack: Pack) -> Iterator[str]:
    yield from wrapped(f"{pack.info.id}: {pack.info.title}")
    for clause in pack.clauses:
        yield from wrapped(f"{clause.clause}: {clause.title}", indent=2, hang=2)
        yield from wrapped(stand_in_words(clause), indent=4, hang=2)
    if not pack.clauses:
        yield "  This pack names no clauses."


def stand_in_words(clause: Clause) -> str:
    """Say what stands for a clause, and which rows of the catalogue it accounts for."""
    said = ", ".join((*clause.rules, *clause.same_as)) or clause.not_checked
    rows = f" (rows: {', '.join(clause.rows)})" if clause.rows else ""
    return f"{STANDS[clause.standing]} {said}{rows}"


def as_data(packs: Sequence[Pack], catalogue: Catalogue) -> dict[str, Any]:
    """Return the same as plain JSON types, with every clause."""
    counted = [coverage_of(pack) for pack in packs]
    found = stands(packs)
    return {
        "packs": [
            {**_counts(each), "listed": [_clause(clause) for clause in pack.clauses]}
            for each, pack in zip(counted, packs, strict=True)
        ],
        "together": {
            "clauses": _split(sum((each.clauses for each in counted), Split())),
            "rows": _split(sum((each.rows for each in counted), Split())),
        },
        "catalogue": {
            "rows": len(catalogue.rows),
            "not_in_these_packs": [row for row in catalogue.rows if row not in found],
        },
    }


def _counts(each: PackCoverage) -> dict[str, Any]:
    clauses, rows = _split(each.clauses), _split(each.rows)
    return {"id": each.id, "title": each.title, "clauses": clauses, "rows": rows}


def _split(split: Split) -> dict[str, int]:
    return {
        "checked": split.checked,
        "elsewhere": split.elsewhere,
        "not_checked": split.not_checked,
        "total": split.total,
    }


def _clause(clause: Clause) -> dict[str, Any]:
    return {
        "clause": clause.clause,
        "title": clause.title,
        "standing": clause.standing,
        "rules": [*clause.rules, *clause.same_as],
        "rows": list(clause.rows),
        "reason": clause.not_checked,
    }
