"""Run the cases inside rules, and bend each check to see that a case notices."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from auditor.engine.evaluate import evaluate
from auditor.engine.in_common import COMMON
from auditor.engine.literals import literals
from auditor.engine.mutate import bend
from auditor.engine.pack import Pack
from auditor.engine.parameters import ParameterNames, parameter_types, resolve
from auditor.engine.read import read_plain
from auditor.engine.ready import ReadyRule, make_ready
from auditor.engine.rule import Case, Rule
from auditor.engine.scope_bends import bent_excuses, bent_scopes
from auditor.engine.subject import Subject
from auditor.errors import InputError, Problem, RulesError
from auditor.evidence.result import Examined
from auditor.evidence.supposed import supposed
from auditor.facts import Facts
from auditor.finding import Finding, Status
from auditor.load.document import Document
from auditor.model.file import Case as CaseModel
from auditor.resources import rules_folder
from auditor.schema import validate
from auditor.value.precision import stated_arithmetic

Otherwise: TypeAlias = Mapping[str, Mapping[str, Any]] | Literal[False]
"""What is found in documents instead of what a case says of them; false where nobody looked."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One case of a rule, or one bent expression: whether it is as it must be, and what came."""

    rule: str
    case: str
    expected: str
    got: str

    @property
    def passed(self) -> bool:
        """Say whether the case gave what it must give."""
        return self.expected == self.got


def merge(base: Any, patch: Any) -> Any:
    """Return a base with a JSON merge patch applied (RFC 7396): null removes.

    One thing is added to the standard: a list of records may be patched by the ids of its entries
    (or by their positions, from "0"), so that a case need not repeat the others; and an explicit
    nil takes the place of what it denies.

    >>> merge({"a": 1, "b": {"c": 2}}, {"a": None, "b": {"d": 3}})
    {'b': {'c': 2, 'd': 3}}
    >>> merge([{"id": "x", "n": 1}, {"id": "y", "n": 2}], {"x": {"n": 3}, "y": None})
    [{'id': 'x', 'n': 3}]
    """
    if not isinstance(patch, dict) or set(patch) == {"none"}:
        return patch
    if isinstance(base, list):
        return _merge_entries(base, patch)
    merged = dict(base) if isinstance(base, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge(merged.get(key), value)
    return merged


def _merge_entries(base: list[Any], patch: dict[str, Any]) -> list[Any]:
    keys = [
        str(entry["id"]) if isinstance(entry, dict) and "id" in entry else str(position)
        for position, entry in enumerate(base)
    ]
    kept = [
        merge(entry, patch.get(key, {}))
        for key, entry in zip(keys, base, strict=True)
        if patch.get(key, {}) is not None
    ]
    new = {key: value for key, value in patch.items() if key not in keys and value is not None}
    return kept + [merge({"id": key}, value) for key, value in new.items()]


@cache
def base_case(kind: str) -> Mapping[str, Any]:
    """Return the complete good file that the cases of rules change."""
    path = rules_folder() / COMMON / "base" / f"{kind}.yaml"
    base: Mapping[str, Any] = read_plain(path)
    return base


def run_cases(pack: Pack) -> Iterator[Outcome]:
    """Run every case of every rule of a pack (loaded with its cases), and bend every check.

    Raises RulesError where a rule lacks the cases it must have, or a case is not a valid file.
    """
    for ready in pack.rules:
        subjects = _subjects(ready, pack)
        yield from _proofs(ready, subjects)
        yield from _base(ready, pack)
        yield from _unnamed(ready)
        yield from _bent(ready, subjects, pack)


def run_proofs(pack: Pack) -> Iterator[Outcome]:
    """Run every case of every rule of a pack and no more, as is done before it is used."""
    for ready in pack.rules:
        yield from _proofs(ready, _subjects(ready, pack))


def _subjects(ready: ReadyRule, pack: Pack) -> list[Subject]:
    _has_both_answers(ready)
    return [_subject(ready, case, pack) for case in ready.rule.cases]


def _proofs(ready: ReadyRule, subjects: list[Subject]) -> Iterator[Outcome]:
    for case, subject in zip(ready.rule.cases, subjects, strict=True):
        finding = _found(ready, subject)
        yield Outcome(ready.rule.id, case.name, case.expect, _got(case, finding))


def _found(ready: ReadyRule, subject: Subject) -> Finding:
    with stated_arithmetic():
        return evaluate(ready, subject)


def _got(case: Case, finding: Finding) -> str:
    if finding.status.value != case.expect:
        return f"{finding.status.value}: {finding.message or finding.condition}"
    if case.says and case.says not in f"{finding.message} {finding.fix} {finding.condition}":
        return f"{case.expect}, but says: {finding.message}"
    return case.expect


def _has_both_answers(ready: ReadyRule) -> None:
    expected = {case.expect for case in ready.rule.cases}
    judgement = ready.rule.kind == "judgement"
    good = "recorded" if judgement else "conforms"
    bad = {"departs", "cannot_conclude"} if judgement else {"departs"}
    if good not in expected or not bad & expected:
        wanted = f"a case that is {good} and one that is {' or '.join(sorted(bad))}"
        raise RulesError(Problem(f"rule {ready.rule.id} needs {wanted}", f"{ready.where}, cases"))


def _subject(ready: ReadyRule, case: Case, pack: Pack) -> Subject:
    kind = case.on or ready.kinds[0]
    data = merge(base_case(kind), case.given)
    return _prepared(ready, f"case `{case.name}`", data, pack, case.examined)


def _prepared(
    ready: ReadyRule, name: str, data: Any, pack: Pack, otherwise: Otherwise = MappingProxyType({})
) -> Subject:
    document = Document(name=name, data=data, sha256="", places={})
    try:
        case = validate(document, linked=False)
    except InputError as error:
        raise RulesError(
            *(Problem(p.problem, f"{ready.where}, {p.where}", p.hint) for p in error.problems)
        ) from error
    try:
        looked = otherwise is not False and (otherwise or _asks_documents(ready.rule))
        examined = supposed(case, otherwise or {}) if looked else None
    except ValueError as error:
        raise RulesError(Problem(str(error), f"{ready.where}, {name}, examined")) from None
    return _as_subject(case, pack, examined)


def _asks_documents(rule: Rule) -> bool:
    """Say whether a rule reads what was found in documents, which takes a walk through the file."""
    return "facts.evidence." in f"{rule.when} {rule.each} {rule.check} {rule.message} {rule.unless}"


def _as_subject(case: CaseModel, pack: Pack, examined: Examined | None) -> Subject:
    day: date | None = case.decision_date
    numbers = resolve(pack.parameters, day, started=case.procurement_start_date)
    param = ParameterNames(pack.parameters, numbers)
    facts = Facts(case, numbers, day, examined, pack.frameworks)
    return Subject(
        case, facts, numbers, param, day, case.stage, lambda pointer: "", None, pack.frameworks
    )


_GOOD = (Status.CONFORMS, Status.RECORDED, Status.NOT_APPLICABLE)


def _base(ready: ReadyRule, pack: Pack) -> Iterator[Outcome]:
    """A complete good file neither departs from a rule nor leaves it without an answer."""
    for kind in ready.kinds:
        finding = _found(ready, _prepared(ready, "base case", dict(base_case(kind)), pack))
        good = finding.status in _GOOD
        got = "no departure" if good else f"{finding.status.value}: {finding.message}"
        yield Outcome(ready.rule.id, f"the {kind} base case", "no departure", got)


def _unnamed(ready: ReadyRule) -> Iterator[Outcome]:
    """Yield each number and date in the logic of a rule that has no name, date and source."""
    unless = ready.rule.unless
    stands = [("unless", "", unless.where)] if unless and unless.where else []
    for key, _, text in (*_conditions(ready), *stands):
        for literal in literals(text):
            wanted = "numbers and dates that guidance sets are in parameters/"
            got = f"`{literal}` stands in the rule: name it there, date it and cite its source"
            yield Outcome(ready.rule.id, f"{key}: {literal}", wanted, got)


def _bent(ready: ReadyRule, subjects: list[Subject], pack: Pack) -> Iterator[Outcome]:
    param = parameter_types(pack.parameters)
    expected = [case.expect for case in ready.rule.cases]
    for says, rule in _bent_rules(ready):
        mutant = make_ready(rule, pack=ready.pack, where=ready.where,
                            citations=ready.citations, param=param)  # fmt: skip
        noticed = _differs(mutant, subjects, expected)
        got = "noticed" if noticed else f"no case notices `{says}`"
        yield Outcome(ready.rule.id, f"bent {says}", "noticed", got)


def _bent_rules(ready: ReadyRule) -> Iterator[tuple[str, Rule]]:
    for key, before, text in _conditions(ready):
        for bent in bend(text):
            rule = ready.rule.model_copy(update={key: f"{before}{bent}"})
            yield f"{key}: {bent}", rule
    for says, rule in bent_scopes(ready.rule):
        yield f"scope: {says}", rule
    for says, rule in bent_excuses(ready.rule):
        yield f"unless: {says}", rule


def _conditions(ready: ReadyRule) -> Iterator[tuple[str, str, str]]:
    """Yield each condition of a rule: its key, what stands before it there, and its text."""
    if ready.rule.check:
        yield "check", "", ready.rule.check
    if ready.rule.when:
        yield "when", "", ready.rule.when
    if ready.each and ready.each.keep:
        yield "each", f"{ready.each.listed.text} as {ready.each.name} if ", ready.each.keep.text


def _differs(mutant: ReadyRule, subjects: list[Subject], expected: Sequence[str]) -> bool:
    return any(
        _found(mutant, subject).status.value != wanted
        for subject, wanted in zip(subjects, expected, strict=True)
    )
