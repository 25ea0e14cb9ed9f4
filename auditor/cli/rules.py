"""List, show, print, check, count and draft rules."""

import sys
from collections.abc import Sequence
from pathlib import Path
from shlex import quote

import click

from auditor.cli.coverage import command as coverage
from auditor.cli.explain import explain, find_rule
from auditor.cli.impact import command as impact
from auditor.cli.options import pack_names
from auditor.cli.rule_book import command as rule_book
from auditor.counted import count
from auditor.engine.catalogue import left_out, problems, read_catalogue
from auditor.engine.clauses import refuse_unknown_rules
from auditor.engine.examples import Outcome, run_cases
from auditor.engine.levels import refuse_unknown_asks
from auditor.engine.pack import Pack, load_packs
from auditor.engine.quality import weaknesses
from auditor.engine.read import read_text
from auditor.errors import RulesError
from auditor.scaffold import draft_rule
from auditor.write import make_folder, write_whole

_EPILOG = """
\b
Examples:
  auditor rules list
  auditor rules show DEC-15
  auditor rules print --output rules.pdf
  auditor rules check decommissioning
  auditor rules coverage
  auditor rules impact
  auditor rules new my-rules "Every outcome has an indicator"
"""


@click.group("rules", epilog=_EPILOG)
def command() -> None:
    """List, show, print, check, count and draft rules."""


@command.command("list")
@click.option("--packs", metavar="NAMES", multiple=True, help="Which packs; default: all.")
def list_rules(packs: tuple[str, ...]) -> None:
    """List every rule: id, severity, title."""
    for pack in load_packs(pack_names(packs)):
        click.echo(f"{pack.info.id} {pack.info.version}: {pack.info.title}")
        for ready in pack.rules:
            click.echo(f"  {ready.rule.id:<8} {ready.rule.severity:<9} {ready.rule.title}")


@command.command("show")
@click.argument("rule", metavar="ID")
@click.option("--packs", metavar="NAMES", multiple=True, help="Where to look; default: all.")
@click.option("--yaml", "as_yaml", is_flag=True, help="Show the file as it is written.")
def show(rule: str, packs: tuple[str, ...], as_yaml: bool) -> None:
    """Show one rule, explained or as its file."""
    names = pack_names(packs)
    ready = find_rule(rule, names)
    if not as_yaml:
        click.echo(explain(ready))
        return
    folder = next(pack.folder for pack in load_packs(names) if pack.info.id == ready.pack)
    click.echo(read_text(folder / ready.where.rpartition("/")[2]), nl=False)


@command.command("check")
@click.argument("packs", nargs=-1, metavar="[PACK]...")
def check(packs: tuple[str, ...]) -> None:
    """Check packs: schema, names, types, citations, clauses, cases, and bent comparisons."""
    loaded = load_packs(pack_names(packs), with_cases=True)
    failed = [outcome for pack in loaded for outcome in _run(pack)]
    _refuse_misfits(loaded)
    if failed:
        sys.exit(4)


def _refuse_misfits(loaded: Sequence[Pack]) -> None:
    """Refuse packs whose clauses do not fit the rules of others, or the catalogue."""
    published = load_packs()
    known = {ready.rule.id for pack in (*published, *loaded) for ready in pack.rules}
    refuse_unknown_rules(loaded, known)
    refuse_unknown_asks(loaded, known)
    catalogue = read_catalogue()
    found = [*problems(catalogue, loaded), *(each for pack in loaded for each in weaknesses(pack))]
    if {pack.info.id for pack in published} <= {pack.info.id for pack in loaded}:
        found += left_out(catalogue, loaded)
    if found:
        raise RulesError(*found)


def _run(pack: Pack) -> list[Outcome]:
    outcomes = list(run_cases(pack))
    failed = [outcome for outcome in outcomes if not outcome.passed]
    bent = sum(outcome.expected == "noticed" for outcome in outcomes)
    for outcome in failed:
        click.echo(f"{outcome.rule}: {outcome.case}\n    expected {outcome.expected}, "
                   f"got {outcome.got}", err=True)  # fmt: skip
    click.echo(
        f"{pack.info.id}: {count(len(pack.rules), 'rule')}, {count(len(outcomes) - bent, 'case')}, "
        f"{count(bent, 'bent check')}, {len(failed)} failed"
    )
    return failed


command.add_command(coverage)
command.add_command(impact)
command.add_command(rule_book)


@command.command("new")
@click.argument("pack", metavar="PACK")
@click.argument("title", metavar="TITLE")
def new(pack: str, title: str) -> None:
    """Draft a new rule in a pack, or in a folder of your own."""
    files = draft_rule(pack, title)
    for path, text in files.items():
        make_folder(path.parent)
        write_whole(path, text.encode())
        click.echo(f"Written: {path}")
    if any((path.parent / "clauses.yaml").is_file() for path in files):
        click.echo("Name it in clauses.yaml too, at the clause that it checks.")
    folder = quote(Path(pack).as_posix())
    click.echo(f"Fill it in, then run: auditor rules check {folder}")
    click.echo(f"Use it: auditor check my-file.yaml --packs {folder}")
