"""Put rule packs together as a book to print: each rule in full, and what the numbers rest on."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditor.engine.pack import Pack, published_packs
from auditor.engine.pack_parts import Clause, Parameter
from auditor.engine.ready import ReadyRule
from auditor.engine.show import day
from auditor.finding import Citation, Standing
from auditor.output.figure import Figure, Value
from auditor.output.rule_page import Block, checked_how, for_whom, severity
from auditor.output.tables_parameters import printed
from auditor.version import __version__

_PARAMETER = re.compile(r"\bparam\.(\w+)")


@dataclass(frozen=True, slots=True)
class Page:
    """One rule as it is printed."""

    id: str
    title: str
    severity: str
    stages: str
    counts: bool
    requires: str
    why: str
    for_whom: str
    checked: tuple[Block, ...]
    message: str
    fix: str
    sources: tuple[Citation, ...]
    same_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The rules of one pack, and what stands for each clause of its authority."""

    id: str
    title: str
    version: str
    sha256: str
    about: str
    pages: tuple[Page, ...]
    clauses: tuple[tuple[str, str, str], ...]
    """The name of each clause, what it asks, and what stands for it."""


@dataclass(frozen=True, slots=True)
class Number:
    """One value of a parameter: what it is, from when on, and who says so."""

    title: str
    id: str
    value: str
    unit: str
    when: str
    sources: str


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Everything that is printed of some packs."""

    title: str
    engine: str
    whole: bool
    """Whether all published packs are in it, and so every number that their rules go by."""
    chapters: tuple[Chapter, ...]
    numbers: tuple[Number, ...]

    @property
    def rules(self) -> int:
        """Return how many rules there are in all chapters."""
        return sum(len(chapter.pages) for chapter in self.chapters)


def rule_book(packs: Sequence[Pack]) -> RuleBook:
    """Return what is printed of packs, in their order."""
    whole = {pack.info.id for pack in packs} >= set(published_packs())
    named = packs[0].info.title if len(packs) == 1 else f"The rules of auditor {__version__}"
    return RuleBook(
        title=named,
        whole=whole,
        engine=f"auditor {__version__}",
        chapters=tuple(map(_chapter, packs)),
        numbers=tuple(_numbers(packs, whole=whole)),
    )


def _chapter(pack: Pack) -> Chapter:
    info = pack.info
    return Chapter(
        id=info.id,
        title=info.title,
        version=info.version,
        sha256=pack.sha256,
        about=info.about,
        pages=tuple(map(_page, pack.rules)),
        clauses=tuple((each.clause, each.title, _stands_for(each)) for each in pack.clauses),
    )


def _page(ready: ReadyRule) -> Page:
    rule = ready.rule
    return Page(
        id=rule.id,
        title=rule.title,
        severity=severity(rule),
        stages=", ".join(rule.stages),
        counts=rule.counts_towards,
        requires=rule.requires,
        why=rule.why,
        for_whom=for_whom(ready),
        checked=checked_how(ready),
        message=ready.message.outline(),
        fix=ready.fix.outline(),
        sources=ready.citations,
        same_as=rule.same_as,
    )


def _text(value: Value) -> str:
    return value.text if isinstance(value, Figure) else str(value)


def _stands_for(clause: Clause) -> str:
    if clause.standing is Standing.CHECKED:
        return f"checked by {', '.join(clause.rules)}"
    if clause.standing is Standing.ELSEWHERE:
        return f"asked by {', '.join(clause.same_as)}"
    return f"not checked: {clause.not_checked}"


def _numbers(packs: Sequence[Pack], *, whole: bool) -> Iterator[Number]:
    """Yield every number or, of some packs only, those that their rules name."""
    known = {name: each for pack in packs for name, each in pack.parameters.items()}
    titles = {source.id: source.title for pack in packs for source in pack.sources}
    for name in sorted(known if whole else {*known} & _named(packs)):
        yield from _values(known[name], titles)


def _named(packs: Sequence[Pack]) -> set[str]:
    rules = [ready.rule for pack in packs for ready in pack.rules]
    tiers = {"proportionality_tiers"} if any(rule.tier for rule in rules) else set()
    written = " ".join(rule.model_dump_json() for rule in rules)
    return tiers | set(_PARAMETER.findall(written))


def _values(parameter: Parameter, titles: Mapping[str, str]) -> Iterator[Number]:
    for value in parameter.values:
        until = f" to the day before {day(value.until)}" if value.until else ""
        cited = (f"{titles[cite.source]}, {cite.where}".rstrip(", ") for cite in value.cite)
        yield Number(
            title=parameter.title,
            id=parameter.id,
            value=_text(printed(value.value)),
            unit=parameter.unit,
            when=f"from {day(value.from_)}{until}",
            sources="; ".join(cited),
        )
