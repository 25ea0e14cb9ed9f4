"""Hold rules to what they may weigh, given how well and where their sources are known."""

from collections.abc import Iterator, Mapping

from auditor.engine.pack import Pack, is_published
from auditor.engine.pack_parts import Source
from auditor.engine.ready import ReadyRule
from auditor.engine.rule import Rule
from auditor.errors import Problem
from auditor.finding import Basis, Confidence, Severity

_READ = (Confidence.SOURCE_DOCUMENT, Confidence.SEEN, Confidence.SEEN_IN_PART)
_HEAVY = (Severity.CRITICAL, Severity.MAJOR)
PROPOSALS = "auditor-proposal"


def weaknesses(pack: Pack) -> Iterator[Problem]:
    """Say where a pack (loaded with its cases) has rules that weigh more than they may.

    Of the packs that come with the program it is also asked that every answer has its case.
    """
    sources = {source.id: source for source in pack.sources}
    for ready in pack.rules:
        yield from _weight(ready, sources)
        yield from _proposals(ready)
        if ready.rule.kind == "judgement" and ready.rule.basis is not Basis.STATED:
            hint = "a judgement that is on record is only stated"
            yield Problem(f"the basis is {ready.rule.basis}", f"{ready.where}, basis", hint)
        if is_published(pack):
            yield from _cases(ready)


def _weight(ready: ReadyRule, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Say where a severity is above what the sources bear, figures worked out again included."""
    rule, where = ready.rule, f"{ready.where}, severity"
    if rule.confidence is Confidence.PROPOSED and rule.severity is not Severity.ADVISORY:
        hint = "what only this program proposes is advisory"
        yield Problem(f"it rests on a proposal alone and is {rule.severity}", where, hint)
    if rule.severity in _HEAVY and rule.confidence not in _READ:
        hint = "a rule is minor or advisory until somebody has read one of its sources"
        yield Problem(f"no source was seen, and it is {rule.severity}", where, hint)
    if rule.severity is Severity.CRITICAL and not _binding(rule, sources):
        hint = "voluntary and withdrawn sources make a rule major at most"
        yield Problem("no source is in force, and it is critical", where, hint)


def _binding(rule: Rule, sources: Mapping[str, Source]) -> bool:
    return any(sources[cite.source].status == "in_force" for cite in rule.cite)


def _proposals(ready: ReadyRule) -> Iterator[Problem]:
    for cite in ready.rule.cite:
        if (cite.source == PROPOSALS) != (cite.confidence is Confidence.PROPOSED):
            hint = f"`{PROPOSALS}` and the confidence `proposed` go together"
            where = f"{ready.where}, cite"
            yield Problem(f"`{cite.source}` is cited as {cite.confidence}", where, hint)


def _cases(ready: ReadyRule) -> Iterator[Problem]:
    """Say which answers of a rule have no case, and whether what it says is held."""
    rule, where = ready.rule, f"{ready.where}, cases"
    closed = rule.gates.wanted and rule.gates.otherwise == "not_applicable"
    wanted = ["cannot_conclude"]
    if rule.judgement and rule.judgement.before:  # of every check one is asked in any case
        wanted.append("departs")
    if rule.unless:
        wanted.append("recorded")
    if rule.when or rule.in_force or closed:
        wanted.append("not_applicable")
    held = {case.expect for case in rule.cases}
    for answer in (answer for answer in wanted if answer not in held):
        yield Problem(f"no case shows the answer {answer}", where, "add one")
    if "departs" in held and not any(c.says for c in rule.cases if c.expect == "departs"):
        hint = "add `says` to one: part of the sentence that a reader would get"
        yield Problem("no departing case holds what the message says", where, hint)
