"""Explain a rule to a person."""

import sys
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from textwrap import fill

import click

from auditor.cli.explain_framework import explain_framework
from auditor.cli.options import framework_option, pack_names
from auditor.engine.excuse import STATED
from auditor.engine.frameworks import own_frameworks, together
from auditor.engine.in_words import entry_in_words, in_words
from auditor.engine.judgement import PARTS
from auditor.engine.outline import outline
from auditor.engine.pack import Pack, load_packs
from auditor.engine.ready import ReadyRule
from auditor.engine.rule import JudgementCheck, Rule
from auditor.engine.show import day, show
from auditor.errors import Problem, UsageError
from auditor.output.words import CONFIDENCE

_WIDTH = 80


_EPILOG = """
\b
Examples:
  auditor explain GB-14
  auditor explain harbour-outcomes
  auditor explain our-outcomes --framework our-outcomes.yaml
"""


@click.command("explain", epilog=_EPILOG)
@click.argument("name", metavar="RULE|FRAMEWORK")
@click.option("--packs", metavar="NAMES", multiple=True, help="Where to look; default: all packs.")
@framework_option
def command(name: str, packs: tuple[str, ...], frameworks: tuple[Path, ...]) -> None:
    """Explain a rule (requirement, reason, remedy, sources) or an outcome framework."""
    loaded = load_packs(pack_names(packs), with_cases=True)
    known = together([pack.frameworks for pack in loaded], own_frameworks(frameworks))
    if name.lower() in known:
        click.echo(explain_framework(known[name.lower()].given))
    else:
        click.echo(explain(_found(name, loaded, named=packs, frameworks=tuple(known))))


def find_rule(name: str, packs: tuple[str, ...] = ()) -> ReadyRule:
    """Return a rule with its cases; raises UsageError, with a suggestion, if there is none."""
    return _found(name, load_packs(packs, with_cases=True), named=packs)


def _found(
    name: str, loaded: Iterable[Pack], *, named: tuple[str, ...], frameworks: tuple[str, ...] = ()
) -> ReadyRule:
    rules = {ready.rule.id: ready for pack in loaded for ready in pack.rules}
    if name.upper() in rules:
        return rules[name.upper()]
    close = get_close_matches(name.upper(), rules, n=1)
    close = close or get_close_matches(name.lower(), frameworks, n=1)
    hint = f"did you mean {close[0]}? " if close else ""
    where = "in these packs" if named else "in the published packs"
    hint += f"`auditor rules list{_named(named)}` lists them"
    if not named:
        hint += "; a rule of a pack of your own is found with `--packs FOLDER`"
    if frameworks:
        hint += f"; outcome frameworks: {', '.join(frameworks)}, and yours with `--framework FILE`"
    raise UsageError(Problem(f"there is no rule `{name}` {where}", hint=hint))


def _named(packs: tuple[str, ...]) -> str:
    return f" --packs {','.join(packs)}" if packs else ""


def explain(ready: ReadyRule) -> str:
    """Return the page that explains a rule."""
    rule = ready.rule
    parts = [
        f"{rule.id}  {rule.title}",
        f"Pack {ready.pack}; {_severity(rule)}; due from: {', '.join(rule.stages)}"
        + ("" if rule.counts_towards else "; never changes the conclusion"),
        _section("What is required", rule.requires),
        _section("Why", rule.why),
        _section("What to do where a file departs", ready.fix.outline()),
        _section("For whom", _for_whom(ready)),
        _section("How it is checked", _check(ready)),
        "Sources\n" + "\n".join(_source(ready)),
        "Examples\n" + "\n".join(f"  {c.expect.replace('_', ' ')}: {c.name}" for c in rule.cases),
    ]
    return "\n\n".join(parts)


def _severity(rule: Rule) -> str:
    later = f", minor from {day(rule.minor_from)}" if rule.minor_from else ""
    return f"{rule.severity}{later}"


def _section(title: str, text: str) -> str:
    return f"{title}\n" + "\n".join(map(_filled, text.splitlines()))


def _filled(line: str) -> str:
    """Return a line set to the width, below its first word where it is one of a list."""
    start = "  " + line[: len(line) - len(line.lstrip(" -"))]
    return fill(
        line.lstrip(" -"), _WIDTH, initial_indent=start, subsequent_indent=" " * len(start),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _for_whom(ready: ReadyRule) -> str:
    gates, in_force = ready.rule.gates, ready.rule.in_force
    who = [
        f"{name.replace('_', ' ')} {', '.join(show(value) for value in values)}"
        for name, values in gates.wanted.items()
    ]
    lines = [f"Files that state {' and '.join(who)}" if who else "Every file of its kind"]
    if gates.or_declared_basis:
        lines.append(f"and files whose `policy_basis` names {gates.or_declared_basis}")
    if who and gates.otherwise == "advisory":
        lines.append("and, as advice that never changes the conclusion, all others")
    if in_force:
        dates = [("from", in_force.from_), ("before", in_force.until)]
        said = " and ".join(f"{word} {day(date)}" for word, date in dates if date)
        lines.append(f"where the date of {in_force.hinges_on.replace('_', ' ')} is {said}")
    if ready.rule.tier:
        below = "advice" if gates.otherwise == "advisory" else "not asked"
        whose = f" of {ready.rule.tier_for} files" if ready.rule.tier_for else ""
        lines.append(f"asked in full{whose} from the tier {ready.rule.tier} on; below it, {below}")
    return ", ".join(lines) + "."


def _check(ready: ReadyRule) -> str:
    rule = ready.rule
    asked = _judgement(rule.judgement) if rule.judgement else [
        _each(ready), "Conforms where:", *_bullets(rule.check or "True"),
        _unless(rule), f"As the rule writes it: {rule.check}"]  # fmt: skip
    return "\n".join(line for line in (*_when(rule), *asked) if line)


def _judgement(wanted: JudgementCheck) -> list[str]:
    parts = ", ".join(part.replace("_", " ") for part in PARTS)
    return [
        f"A complete judgement on `{wanted.topic}` stands in `judgements`{_by(wanted.before)}.",
        f"Complete means that it states {parts}.",
    ]


def _when(rule: Rule) -> list[str]:
    if rule.when is None:
        return []
    lines = _bullets(rule.when)
    return ["Applies where:", *lines] if len(lines) > 1 else [f"Applies where {lines[0][2:]}."]


def _bullets(text: str) -> list[str]:
    return [f"{'  ' * depth}- {line}" for depth, line in outline(text)]


def _each(ready: ReadyRule) -> str:
    each = ready.each
    if each is None:
        return ""
    keep = each.keep.text if each.keep else None
    return f"For each {entry_in_words(each.listed.text, keep, longest=sys.maxsize)}:"


def _by(day: str | None) -> str:
    return f", dated no later than `{day.removeprefix('case.')}`" if day else ""


def _unless(rule: Rule) -> str:
    """Say which judgement is recorded in place of a departure."""
    if rule.unless is None:
        return ""
    before = _by(rule.unless.before)
    where = f" This holds only where {in_words(rule.unless.where)}." if rule.unless.where else ""
    parts = ", ".join(part.replace("_", " ") for part in STATED)
    return (
        "Recorded, and neither conforming nor departing, where a judgement on "
        f"`{rule.unless.topic}` that states {parts}{before}, says why not.{where}"
    )


def _source(ready: ReadyRule) -> list[str]:
    return [
        f"  {c.title}, {c.where} ({CONFIDENCE[c.confidence]})" + (f"\n    {c.url}" if c.url else "")
        for c in ready.citations
    ]
