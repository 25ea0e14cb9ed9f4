"""Explain a rule to a person."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from textwrap import fill

import click

from auditor.cli.explain_framework import explain_framework
from auditor.cli.options import framework_option, pack_names
from auditor.engine.frameworks import own_frameworks, together
from auditor.engine.pack import Pack, load_packs, published_packs
from auditor.engine.ready import ReadyRule
from auditor.errors import Problem, UsageError
from auditor.output.rule_page import WORDS, Point, checked_how, for_whom, severity
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
    if name in published_packs():
        hint = f"it is a pack: `auditor rules print {name} --output {name}.pdf` prints all of it"
        raise UsageError(Problem(f"there is no rule `{name}`", hint=hint))
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
        f"Pack {ready.pack}; {severity(rule)}; due from: {', '.join(rule.stages)}"
        + ("" if rule.counts_towards else "; never changes the conclusion"),
        _section("What is required", rule.requires),
        _section("Why", rule.why),
        _section("What a file that departs is told", ready.message.outline()),
        _section("What to do where a file departs", ready.fix.outline()),
        _section("For whom", for_whom(ready)),
        _section("How it is checked", "\n".join(_checked(ready))),
        _section("What the words mean", "\n".join(WORDS)),
        "Sources\n" + "\n".join(_source(ready)),
        *([f"Also stands for\n  {', '.join(rule.same_as)}"] if rule.same_as else []),
        "Examples\n" + "\n".join(f"  {c.expect.replace('_', ' ')}: {c.name}" for c in rule.cases),
    ]
    return "\n\n".join(parts)


def _section(title: str, text: str) -> str:
    return f"{title}\n" + "\n".join(map(_filled, text.splitlines()))


def _filled(line: str) -> str:
    """Return a line set to the width, below its first word where it is one of a list."""
    start = "  " + line[: len(line) - len(line.lstrip(" -"))]
    return fill(
        line.lstrip(" -"), _WIDTH, initial_indent=start, subsequent_indent=" " * len(start),
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _checked(ready: ReadyRule) -> Iterator[str]:
    for block in checked_how(ready):
        yield block.lead
        yield from _listed(block.points, 0)
    for key in ("when", "each", "check"):
        if written := getattr(ready.rule, key):
            yield f"As the rule writes it, {key}: {written}"


def _listed(points: tuple[Point, ...], depth: int) -> Iterator[str]:
    for point in points:
        yield f"{'  ' * depth}- {point.text}"
        yield from _listed(point.under, depth + 1)


def _source(ready: ReadyRule) -> list[str]:
    return [
        f"  {c.title}, {c.where} ({CONFIDENCE[c.confidence]})" + (f"\n    {c.url}" if c.url else "")
        for c in ready.citations
    ]
