"""Make a written rule ready to run: every name checked, every expression compiled."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from auditor.engine.expression import Compiled, compile_expression
from auditor.engine.in_words import entry_in_words, in_words
from auditor.engine.language import LanguageError, Scope
from auditor.engine.message import Message, compile_message
from auditor.engine.rule import Rule
from auditor.errors import Problem, RulesError
from auditor.facts import Facts
from auditor.finding import Basis, Citation
from auditor.model.describe import FieldType, describe, names
from auditor.model.file import CommissioningFile, DecommissioningFile
from auditor.model.stages import KIND_OF_STAGE

_EACH = re.compile(r"^(?P<list>\S+) as (?P<name>\w+)(?: if (?P<keep>.+))?$")
_MODELS = {"commissioning": CommissioningFile, "decommissioning": DecommissioningFile}


@dataclass(frozen=True, slots=True)
class Each:
    """The entries a rule goes through: the list, the name of one entry, the condition."""

    listed: Compiled
    name: str
    keep: Compiled | None


@dataclass(frozen=True, eq=False)
class ReadyRule:
    """A rule with everything compiled that evaluating it needs; equal only to itself."""

    rule: Rule
    pack: str
    where: str
    kinds: tuple[str, ...]
    scope: Scope
    when: Compiled | None
    each: Each | None
    check: Compiled | None
    before: Compiled | None
    stands_where: Compiled | None
    message: Message
    fix: Message
    citations: tuple[Citation, ...]

    @cached_property
    def item_scope(self) -> Scope:
        """Return the scope of the check, with the entry's name if there is `each`."""
        if self.each is None or self.each.listed.kind.item is None:
            return self.scope
        return self.scope.holding(self.each.name, self.each.listed.kind.item)

    @cached_property
    def always_due(self) -> bool:
        """Say whether the rule is due for every file that has come to its stage."""
        rule = self.rule
        return rule.in_force is None and rule.tier is None and not rule.gates.wanted

    @cached_property
    def when_words(self) -> str:
        """Return the condition in words."""
        return in_words(self.rule.when or "True")

    @cached_property
    def each_words(self) -> str:
        """Return in words the entries that the rule asks about, one by one."""
        assert self.each is not None
        keep = self.each.keep.text if self.each.keep else None
        return entry_in_words(self.each.listed.text, keep)

    @cached_property
    def run_when(self) -> Any:
        """Return the condition as a function."""
        return self.when.function if self.when else None

    @cached_property
    def run_check(self) -> Any:
        """Return the check as a function."""
        return self.check.function if self.check else None

    @cached_property
    def run_before(self) -> Any:
        """Return the date a judgement must come before, as a function."""
        return self.before.function if self.before else None

    @cached_property
    def run_where(self) -> Any:
        """Return the condition under which a judgement may stand in for the check."""
        return self.stands_where.function if self.stands_where else None

    @cached_property
    def run_list(self) -> Any:
        """Return the list of entries as a function."""
        return self.each.listed.function if self.each else None

    @cached_property
    def run_keep(self) -> Any:
        """Return the condition on an entry as a function."""
        return self.each.keep.function if self.each and self.each.keep else None

    @cached_property
    def traced_check(self) -> Any:
        """Return the check as a function of a log that records what is read and compared."""
        check = self.rule.check or "True"
        return compile_expression(check, self.item_scope, traced=True, expects=True).function

    @cached_property
    def is_paced(self) -> bool:
        """Say whether the rule goes through lists inside lists, so that its steps are counted."""
        each = (self.each.listed, self.each.keep) if self.each else ()
        parts = (self.when, self.check, self.stands_where, *each)
        return any(part and "_paced(" in part.source for part in parts)

    @cached_property
    def records(self) -> tuple[tuple[str, ...], ...]:
        """Return the records the check reads, as chains of names below the file."""
        if self.check is None or self.rule.basis is not Basis.STATED:
            return ()
        paths = list(self.check.paths)
        if self.each:
            start, entry = self.each.listed.text, f"{self.each.name}."
            paths = [p.replace(entry, f"{start}.", 1) if p.startswith(entry) else p for p in paths]
        owners = [p.rpartition(".")[0] for p in paths if p.startswith("case.")]
        chains = {tuple(o.split(".")[1:]) for o in owners if o.count(".")}
        return tuple(sorted(chains))


def make_ready(
    rule: Rule, *, pack: str, where: str, citations: tuple[Citation, ...], param: FieldType
) -> ReadyRule:
    """Compile a rule; raises RulesError naming the file, the key and the column."""
    kinds = _kinds(rule, where)
    first, *others = (_scope(kind, param) for kind in kinds)
    for scope in others if _tells_kinds_apart(rule) else ():
        _compiled(rule, pack, where, kinds, scope, citations)
    return _compiled(rule, pack, where, kinds, first, citations)


def _tells_kinds_apart(rule: Rule) -> bool:
    """Say whether a rule names a field that the two kinds of file do not have in common.

    What they have in common has the same type in both and need not be checked twice.
    """
    before = rule.judgement.before if rule.judgement else ""
    unless = (rule.unless.before, rule.unless.where) if rule.unless else ()
    written = (rule.when, rule.each, rule.check, before, *unless, rule.message, rule.fix)
    text = " ".join(each or "" for each in written)
    return any(f"case.{name}" in text for name in _different_fields())


@cache
def _different_fields() -> tuple[str, ...]:
    one, other = _MODELS.values()
    every = dict.fromkeys((*names(one), *names(other)))
    return tuple(name for name in every if describe(one, name) != describe(other, name))


@lru_cache(maxsize=256)
def _scope(kind: str, param: FieldType) -> Scope:
    case = FieldType("object", owner=_MODELS[kind])
    return Scope({"case": case, "facts": FieldType("object", owner=Facts), "param": param})


def _kinds(rule: Rule, where: str) -> tuple[str, ...]:
    kinds = tuple(KIND_OF_STAGE[stage] for stage in rule.stages)
    if len(set(kinds)) < len(kinds):
        problem = "name the first stage only: a rule is due from the stage it names"
        raise RulesError(Problem(problem, f"{where}, stages"))
    return kinds


def _compiled(
    rule: Rule,
    pack: str,
    where: str,
    kinds: tuple[str, ...],
    scope: Scope,
    citations: tuple[Citation, ...],
) -> ReadyRule:
    each = _each(rule, scope, where)
    inner = scope
    if each is not None and each.listed.kind.item is not None:
        inner = scope.holding(each.name, each.listed.kind.item)
    judgement, unless = rule.judgement, rule.unless
    asked = "judgement" if judgement else "unless"
    return ReadyRule(
        rule=rule,
        pack=pack,
        where=where,
        kinds=kinds,
        scope=scope,
        when=_expression(rule.when, scope, where, "when", "bool"),
        each=each,
        check=_expression(rule.check, inner, where, "check", "bool"),
        before=_expression(
            getattr(judgement or unless, "before", None), scope, where, f"{asked}.before", "date"
        ),
        stands_where=_expression(
            unless.where if unless else None, inner, where, "unless.where", "bool"
        ),
        message=_text(rule.message, scope, where, "message", placeholders=each is not None),
        fix=_text(rule.fix, scope, where, "fix"),
        citations=citations,
    )


def _each(rule: Rule, scope: Scope, where: str) -> Each | None:
    if rule.each is None:
        return None
    match = _EACH.match(rule.each)
    if match is None:
        raise RulesError(
            Problem("write `list as name` or `list as name if condition`", f"{where}, each")
        )
    listed = _expression(match["list"], scope, where, "each", "list")
    assert listed is not None and listed.kind.item is not None
    try:
        inner = scope.holding(match["name"], listed.kind.item)
    except LanguageError as error:
        raise _problem(error, where, "each") from error
    return Each(listed, match["name"], _expression(match["keep"], inner, where, "each", "bool"))


def _expression(
    text: str | None, scope: Scope, where: str, key: str, wants: str
) -> Compiled | None:
    if text is None:
        return None
    try:
        return compile_expression(text, scope, wants=wants)
    except LanguageError as error:
        raise _problem(error, where, key) from error


def _text(text: str, scope: Scope, where: str, key: str, *, placeholders: bool = False) -> Message:
    try:
        return compile_message(text, scope, placeholders=placeholders)
    except LanguageError as error:
        raise _problem(error, where, key) from error


def _problem(error: LanguageError, where: str, key: str) -> RulesError:
    place = f"{where}, {key}" + (f", column {error.column}" if error.column else "")
    return RulesError(Problem(error.problem, place, error.hint))
