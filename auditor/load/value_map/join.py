"""Tell whether sheets are sides of one map, and which of their rows are the same outcome."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.load.value_map.grid import Grid
from auditor.load.value_map.headings import CORE, Heading
from auditor.load.value_map.record import Record
from auditor.load.value_map.table import Table
from auditor.load.value_map.words import plain

Headed = tuple[Grid, Heading]
Key = tuple[str, ...]

_NAMES = ("reference", "outcome")
_WHAT = frozenset({"quantity"})
_WORTH = frozenset({"proxy", "proxy_unit", "proxy_total"})
_SHARE_OF = frozenset({"attribution", "attribution_others", "attribution_own"})
_KEYS = (("reference",), ("outcome",), ("stakeholder", "outcome"), ("outcome", "proxy_text"))
"""By what rows of several sheets are known as one; the first that names each row once decides."""

_SHOWN = 5
_HOW_TO_MATCH = "Give each outcome the same reference on every sheet, in a column headed Ref."
_HOW_TO_LEAVE = 'To read one sheet alone, name it: --map "sheet=Value map".'


def is_side(heading: Heading) -> bool:
    """Say whether a sheet names outcomes and holds some numbers of a map."""
    return bool(heading.fields & CORE) and bool(heading.fields.intersection(_NAMES))


def sides(maps: Sequence[Headed], others: Sequence[Headed]) -> list[Headed]:
    """Return the sheets that make one map together, the quantities first; or nothing.

    No two of them hold the same numbers, and together they hold quantities and values.
    """
    whole = list(maps)
    for each in others:
        if is_side(each[1]) and not any(_core(each) & _core(one) for one in whole):
            whole.append(each)
    held = frozenset[str]().union(*map(_core, whole))
    apart = sum(len(_core(each)) for each in whole) == len(held)
    named = all(is_side(heading) for _, heading in whole)
    complete = held & _WHAT and held & _WORTH
    if not (len(whole) > 1 and apart and named and complete):
        return []
    return sorted(whole, key=lambda each: not _core(each) & _WHAT)


def _core(headed: Headed) -> frozenset[str]:
    """Return the numbers that a sheet holds; one sort of value or of attribution is as another."""
    kinds = (_WORTH, _SHARE_OF)
    fields = headed[1].fields & CORE
    return fields.union(*(kind for kind in kinds if fields & kind))


@dataclass(frozen=True, slots=True)
class Side:
    """A sheet of a map. `elsewhere` is what other sheets state of the same outcomes.

    Where an earlier sheet has named the outcomes, `same` says which row of it each row continues.
    """

    table: Table
    elsewhere: frozenset[str] = frozenset()
    same: Mapping[int, int] | None = None


def joined(tables: Sequence[Table], record: Record) -> list[Side]:
    """Match the rows of sheets that are sides of one map; asks where that cannot be done."""
    first, *rest = tables
    others = frozenset[str]().union(*(table.columns for table in rest))
    matched = _matched(tables, record)
    further = (Side(t, CORE, same) for t, same in zip(rest, matched, strict=True))
    return [Side(first, others), *further]


def _matched(tables: Sequence[Table], record: Record) -> list[dict[int, int]]:
    """Return for each sheet after the first which row of that one each of its rows continues."""
    first, *rest = tables
    for names in _KEYS:
        keys = [dict(_keyed(table, names)) for table in tables]
        if all(_once_each(table, found) for table, found in zip(tables, keys, strict=True)):
            known = {key: row for row, key in keys[0].items()}
            strange = [
                (table, row)
                for table, found in zip(rest, keys[1:], strict=True)
                for row, key in found.items()
                if key not in known
            ]
            if len(strange) < sum(map(len, keys[1:])):
                _ask_about(strange, first, record)
                _tell(tables, keys, names, record)
                return [
                    {row: known[key] for row, key in found.items() if key in known}
                    for found in keys[1:]
                ]
    sheets = ", ".join(table.grid.sheet.name for table in tables)
    record.ask(f"the sheets {sheets} hold parts of one map, and their rows cannot be matched",
               first.grid.sheet.name, f"{_HOW_TO_MATCH} {_HOW_TO_LEAVE}")  # fmt: skip
    return [{} for _ in rest]


def _keyed(table: Table, names: tuple[str, ...]) -> Iterator[tuple[int, Key]]:
    """Yield what each row is known by; a group counts until the next one is named."""
    if not all(name in table.columns for name in names):
        return
    group = ""
    for row in table.rows:
        words = {name: _words(table, row, name) for name in names}
        group = words.get("stakeholder") or group
        if "stakeholder" in words:
            words["stakeholder"] = group
        if all(words.values()):
            yield row, tuple(words.values())


def _words(table: Table, row: int, name: str) -> str:
    column = table.columns[name]
    value = table.grid.cell(row, column).value
    return str(value) if isinstance(value, int) else plain(table.grid.shown(row, column))


def _once_each(table: Table, keys: Mapping[int, Key]) -> bool:
    return len(set(keys.values())) == len(table.rows) > 0


def _ask_about(strange: list[tuple[Table, int]], first: Table, record: Record) -> None:
    for table, row in strange[:_SHOWN]:
        record.ask(f"no row of the sheet {first.grid.sheet.name} is the outcome of this one",
                   f"{table.grid.sheet.name}, row {row}",
                   f"Write its name in the same words on both. {_HOW_TO_LEAVE}")  # fmt: skip


def _tell(
    tables: Sequence[Table], keys: Sequence[Mapping[int, Key]], names: Key, record: Record
) -> None:
    first, *rest = tables
    by = " and ".join("the reference" if name == "reference" else f"the {name.replace('_text', '')}"
                      for name in names)  # fmt: skip
    for table, found in zip(rest, keys[1:], strict=True):
        sheet, missing = table.grid.sheet.name, set(keys[0].values()) - set(found.values())
        record.reading(f"The rows of this sheet are joined to those of {first.grid.sheet.name} by "
                       f"{by}.", sheet)  # fmt: skip
        if missing:
            rows = [row for row, key in keys[0].items() if key in missing]
            shown = ", ".join(map(str, rows[:20])) + ("…" if len(rows) > 20 else "")
            record.reading(f"This sheet says nothing of what stands on {first.grid.sheet.name} in "
                           f"row{'s' * (len(rows) > 1)} {shown}.", sheet)  # fmt: skip
