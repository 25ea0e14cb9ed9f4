"""Say which field a title stands for, by the words in titles.yaml."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from auditor.load.value_map.words import parts_of, plain, readings
from auditor.load.yaml_reader import read_yaml

_FILE = Path(__file__).with_name("titles.yaml")
_CLOSE = 0.85
"""How alike a word and its misspelling are; two different titles are never so alike."""

_LONG = 7
"""Shorter words are alike without being the same."""

_LONGEST_LABEL = 80

_STRONG = frozenset(
    (
        "deadweight",
        "displacement",
        "attribution",
        "quantity",
        "duration",
        "indicator",
        "stakeholder",
        "stakeholders",
        "outcome",
        "outcomes",
        "impact",
    )
)
"""Single words that tell a column even inside a longer title."""


_SHARES = ("deadweight", "displacement", "attribution", "drop off")
_SHARE_FIELDS = frozenset({"deadweight", "displacement", "attribution"})
_TURNED = re.compile(
    r" (?:1|less|minus|after|net of|before|excluding) (?:deadweight|displacement|attribution)"
    r"| additionality | remaining "
)
"""What a share leaves is not the share."""
_GROSS = re.compile(r" (?:before|gross|excluding) ")
"""What stands before deductions is not the impact."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a title was taken for: one field, or several that it fits equally well."""

    fields: tuple[str, ...]
    how: str = ""

    @property
    def field(self) -> str:
        """Return the field, or nothing where the title fits several or none."""
        return self.fields[0] if len(self.fields) == 1 else ""


@dataclass(frozen=True, slots=True)
class ReadIn:
    """What titles mean that say too little by themselves."""

    titles: frozenset[str]
    field: str
    above: tuple[str, ...]
    left: frozenset[str]


@dataclass(frozen=True, slots=True)
class Qualified:
    """What a field becomes where its title adds one of these; several where that is to be asked."""

    field: str
    adds: frozenset[str]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words by which columns, figures and rows are known."""

    columns: Mapping[str, str]
    figures: Mapping[str, str]
    says: Mapping[str, str]
    read_in: tuple[ReadIn, ...]
    qualified: tuple[Qualified, ...]
    totals: frozenset[str]
    subtotals: frozenset[str]
    averages: frozenset[str]
    nothing: frozenset[str]


NONE = Match(())


@cache
def vocabulary() -> Vocabulary:
    """Return the words, read once."""
    data, _ = read_yaml(_FILE.read_bytes(), name=_FILE.name)
    return Vocabulary(
        columns=dict(_synonyms(data["columns"])),
        figures=dict(_synonyms(data["figures"])),
        says={each["field"]: each["what"] for each in (*data["columns"], *data["figures"])},
        read_in=tuple(_read_in(each) for each in data["read_in"]),
        qualified=tuple(_qualified_by(each) for each in data["qualified"]),
        totals=frozenset(data["total_rows"]),
        subtotals=frozenset(data["subtotal_rows"]),
        averages=frozenset(data["average_rows"]),
        nothing=frozenset(data["nothing"]),
    )


def _synonyms(entries: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        for titles in entry["from"].values():
            yield from ((plain(title), entry["field"]) for title in titles)


def _read_in(entry: dict[str, Any]) -> ReadIn:
    titles = frozenset(plain(title) for title in entry["titles"])
    return ReadIn(titles, entry["as"], tuple(entry["above"]), frozenset(entry["left"]))


def _qualified_by(entry: dict[str, Any]) -> Qualified:
    adds = frozenset(plain(words) for words in entry["adds"])
    return Qualified(entry["field"], adds, tuple(entry["as"]))


@lru_cache(maxsize=8192)
def is_title(text: str) -> bool:
    """Say whether a text is a title that is known word for word, or says too little alone."""
    known = vocabulary().columns
    return any(form in known or is_generic(form) for form in readings(text))


@lru_cache(maxsize=8192)
def column_of(text: str) -> Match:
    """Return the field that a title names by itself; several where it fits them equally."""
    match = _named_by(text)
    turns = _GROSS if match.field == "impact" else _TURNED
    turned = match.field in {*_SHARE_FIELDS, "impact"} and plain(text) not in vocabulary().columns
    return NONE if turned and turns.search(f" {plain(text)} ") else match


def _named_by(text: str) -> Match:
    known = vocabulary().columns
    forms = readings(text)
    exact = tuple(dict.fromkeys(known[form] for form in forms if form in known))
    if exact:
        return Match(exact[:1] if forms[0] in known else _qualified(exact[0], text))
    if any(is_generic(form) for form in forms):
        return NONE
    for form in forms:
        held = _held(form, known)
        if held:
            return Match(held, "its words hold those of the column")
    long = [form for form in forms if len(form) >= _LONG]
    close = [name for form in long for name in get_close_matches(form, known, 1, _CLOSE)]
    return Match((known[close[0]],), "spelled differently") if close else NONE


def _qualified(field: str, text: str) -> tuple[str, ...]:
    """Return the field of a title that is known but for what it adds, as in brackets."""
    added = parts_of(text)
    fits = (q.fields for q in vocabulary().qualified if q.field == field and q.adds & added)
    return next(fits, (field,))


def _held(form: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the fields whose longest titles stand in a longer one, those at its start first."""
    padded = f" {form} "
    shares = tuple(name for name in _SHARES if f" {name} " in padded)
    if len(shares) > 1 and padded.startswith(f" {shares[0]} "):
        return tuple(known[name] for name in shares)
    inside = [name for name in known if (" " in name or name in _STRONG) and f" {name} " in padded]
    first = [name for name in inside if padded.startswith(f" {name} ")] or inside
    longest = max((name.count(" ") for name in first), default=0)
    return tuple(dict.fromkeys(known[n] for n in first if n.count(" ") == longest))


def is_generic(form: str) -> bool:
    """Say whether a title says too little by itself."""
    return any(form in each.titles for each in vocabulary().read_in)


def in_context(text: str, above: str, left: str) -> Match:
    """Return the field of a title that says too little, by what stands above it or on its left."""
    forms = readings(text)
    fits = [each for each in vocabulary().read_in if each.titles & set(forms)]
    for each in fits:
        if any(f" {word} " in f" {above} " for word in each.above):
            return Match((each.field,), "by the heading above it")
    for each in fits:
        if left in each.left:
            return Match((each.field,), "by the column on its left")
    return NONE


def may_be_label(text: str) -> bool:
    """Say whether a text can be the label of a figure or a total; most cells can be passed over."""
    return len(text) <= _LONGEST_LABEL and bool(_beginnings().search(text))


@cache
def _beginnings() -> re.Pattern[str]:
    """Return what finds the first word of any label; a number may be written as a sign."""
    known = vocabulary()
    labels = (*known.figures, *known.totals, *known.subtotals, *known.averages, "total", "subtotal")
    words = sorted({label.partition(" ")[0] for label in labels})
    return re.compile(rf"#|\bno\b|\bnum\b|{'|'.join(map(re.escape, words))}", re.IGNORECASE)


@lru_cache(maxsize=8192)
def figure_of(text: str) -> str:
    """Return the figure that a label names, or nothing; the whole label must be known."""
    if not may_be_label(text):
        return ""
    known = vocabulary().figures
    return next((known[form] for form in readings(text)[:2] if form in known), "")


def says(field: str) -> str:
    """Return what a field is, in words."""
    if field.startswith("year_"):
        return f"the value of year {field[5:]}"
    return vocabulary().says.get(field, field.replace("_", " "))
