"""Print rule packs as a book."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import click

from auditor.cli.emit import emit, progress
from auditor.cli.options import pack_names
from auditor.counted import count
from auditor.engine.pack import load_packs
from auditor.errors import Problem, UsageError
from auditor.output.rule_book import RuleBook, rule_book

_EPILOG = """
\b
Examples:
  auditor rules print --output rules.pdf
  auditor rules print decommissioning --output decommissioning.pdf
  auditor rules print our-rules --output our-rules.html
"""


def _pdf(book: RuleBook) -> bytes:
    from auditor.output import pdf

    return pdf.book(book)


def _html(book: RuleBook) -> bytes:
    from auditor.output import html

    return html.book(book).encode("utf-8")


_FORMATS: Mapping[str, Callable[[RuleBook], bytes]] = MappingProxyType(
    {".pdf": _pdf, ".html": _html}
)


@click.command("print", epilog=_EPILOG)
@click.argument("packs", nargs=-1, metavar="[PACK]...")
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), metavar="FILE",
              help="Where to write it: a name that ends in .pdf or .html.")  # fmt: skip
def command(packs: tuple[str, ...], output: Path) -> None:
    """Print packs as a book: each rule in full, its sources, and the numbers that it goes by.

    Without PACK, every published pack is printed.
    """
    write = _FORMATS.get(output.suffix.lower())
    if write is None:
        problem = f"the rules cannot be printed as `{output.name}`"
        raise UsageError(Problem(problem, hint="end the name in .pdf or .html"))
    book = rule_book(load_packs(pack_names(packs)))
    progress(f"Setting {count(book.rules, 'rule')}…")
    emit(write(book), output)
