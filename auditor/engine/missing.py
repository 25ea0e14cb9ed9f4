"""Say what keeps a rule from its answer: the fields not stated, and what would follow from them."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache, partial
from typing import Any

from auditor.engine.answer import Gaps, in_short
from auditor.engine.places import together
from auditor.engine.show import day
from auditor.facts import Facts
from auditor.facts.needs import spoken
from auditor.model.procurement import Procurement

_NUMBER = re.compile(r"/\d+(?=/|$)")


def sentence(gaps: Gaps, case: Any) -> str:
    """Say what the file does not state; never that it was not done."""
    unpublished = _unpublished(gaps.fields, case)
    if not (unpublished or gaps.behind or gaps.denied or gaps.derived or gaps.other):
        return _not_recorded(gaps.fields)
    absent = _listed(tuple(each for each in gaps.fields if each not in unpublished))
    if gaps.behind:
        absent = _once((*absent, *together(gaps.behind, name=partial(_id_of, case))))
    said = [f"not recorded in this file: {in_short(absent)}"] if absent else []
    if unpublished:
        portal = case.procurement.portal or "the standard"
        carries = f"the public record does not carry it: {in_short(_listed(unpublished))}"
        said.append(f"{carries} ({portal} has it for nobody)")
    if gaps.denied:
        said.append(f"the file says that there is none: {in_short(together(gaps.denied))}")
    if gaps.derived:
        so = "so this cannot be worked out" if said else "cannot be worked out from this file"
        said.append(f"{so}: {in_short(gaps.derived)}")
    if gaps.other:
        takes = "it takes" if said else "not recorded in this file:"
        said.append(f"{takes} {in_short(gaps.other, '; ')}")
    return "; ".join(said)


@lru_cache(maxsize=8192)
def _not_recorded(fields: tuple[str, ...]) -> str:
    """Say which fields are not stated, where that is all; many files lack the same."""
    return f"not recorded in this file: {in_short(_listed(fields))}" if fields else ""


def _unpublished(pointers: tuple[str, ...], case: Any) -> tuple[str, ...]:
    """Return which of some fields the portal publishes for nobody."""
    record = case.procurement
    if not isinstance(record, Procurement) or not isinstance(record.not_published, tuple):
        return ()
    names = _named(record.not_published)
    return tuple(each for each in pointers if _without_numbers(each) in names)


@lru_cache(maxsize=64)
def _named(fields: tuple[str, ...]) -> frozenset[str]:
    return frozenset(f"/procurement/{name.replace('.', '/')}" for name in fields)


@lru_cache(maxsize=4096)
def _without_numbers(pointer: str) -> str:
    return _NUMBER.sub("", pointer)


@lru_cache(maxsize=4096)
def _listed(pointers: tuple[str, ...]) -> tuple[str, ...]:
    """Return pointers as words; many files lack the same."""
    return _once(together(pointers))


def joined(many: Iterable[Gaps]) -> Gaps:
    """Return the gaps of several entries as one."""
    every = tuple(many)
    if len(every) == 1:
        return every[0]
    return Gaps(*(_together([getattr(one, name) for one in every]) for name in Gaps.__slots__))


def _together(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return what stands in any of some lists; entries that lack the same share one list."""
    different = {id(each): each for each in lists}.values()
    return _once(word for each in different for word in each)


def gaps_of(pointers: tuple[str, ...], facts: Facts, as_at: date | None) -> Gaps:
    """Return what is not stated behind what a rule found missing."""
    fields = tuple(each for each in pointers if each.startswith("/"))
    if len(fields) == len(pointers):
        return Gaps(fields)
    names = tuple(each for each in pointers if not each.startswith("/"))
    behind = (_behind(name, facts, as_at) for name in names)
    return joined((Gaps(fields), *behind) if fields else behind)


def _behind(name: str, facts: Facts, as_at: date | None) -> Gaps:
    root, _, rest = name.partition(".")
    if root == "param":
        published = () if as_at is None else (f"a value published for {day(as_at)}",)
        undated = ("/decision_date",) if as_at is None else ()
        return Gaps((), undated, (spoken(rest),), (), published, (name,))
    lack = facts.lack(rest)
    derived = (lack.words,) if lack.words else ()
    missing, otherwise = _once(lack.missing), _once(lack.otherwise)
    return Gaps((), missing, derived, _once(lack.denied), otherwise, (name,))


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _id_of(case: Any, pointer: str) -> str:
    """Return the id of an entry of a list, empty where it has none."""
    entry = case
    for name in pointer.strip("/").split("/"):
        entry = entry[int(name)] if name.isdigit() else getattr(entry, name)
    return getattr(entry, "id", None) or ""
