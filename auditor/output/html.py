"""Render a report as one HTML page, for the browser and, through it, for print."""

from base64 import b64encode
from collections.abc import Callable, Collection, MutableMapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jinja2

from auditor.engine import places
from auditor.engine.memory import compiled, digest, memory
from auditor.output import (
    arrange,
    charts,
    clauses,
    documents,
    drawing,
    groups,
    page_one,
    rerun,
    rule_page,
    shown,
    signed,
    sources,
    words,
)
from auditor.output.detail import Detail, in_full, place_of
from auditor.output.enclosed import Enclosed
from auditor.output.printable import is_web_address, printable
from auditor.output.rule_book import RuleBook
from auditor.output.signed import Signed
from auditor.report import Report
from auditor.valuation import Valuation

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Screen:
    """The stylesheet of a page in a browser, and the digest by which that knows it."""

    style: str
    digest: str


def render(
    report: Report,
    valuation: Valuation | None = None,
    pictures: documents.Pictures = MappingProxyType({}),
    detail: Detail = Detail.ALL,
) -> bytes:
    """Return the report as one HTML file that needs no other file and runs no script.

    What is shown can be chosen by answer. With a valuation it has a chapter that challenges the
    value claims. `pictures` show passages of evidence documents, by the pointers of their uses.
    """
    return page(report, valuation, pictures=pictures, detail=detail,
                screen=_screen("screen.css")).encode("utf-8")  # fmt: skip


def page(
    report: Report,
    valuation: Valuation | None = None,
    *,
    pictures: documents.Pictures = MappingProxyType({}),
    attached: Collection[str] = (),
    enclosed: Collection[Enclosed] = (),
    safe: Callable[[str], str] = printable,
    detail: Detail = Detail.ALL,
    screen: Screen | None = None,
) -> str:
    """Return the report as HTML text; every text that varies passes through `safe`.

    With `screen` it is a page for a browser, else one to be printed. `attached` are the ids of the
    evidence that comes with it, `enclosed` the files by which it can be verified.
    """
    template = _templates(safe).get_template("report.html")
    return template.render(report=report, valuation=valuation, pictures=pictures, attached=attached,
                           enclosed=enclosed, screen=screen, in_full=in_full(report, detail),
                           in_short=detail is not Detail.ALL)  # fmt: skip


@cache
def _screen(name: str) -> Screen:
    style = _templates(printable).get_template(name).render()
    hashed = sha256(style.encode()).digest()
    return Screen(style, f"sha256-{b64encode(hashed).decode()}")


def book(rules: RuleBook, *, safe: Callable[[str], str] = printable, paged: bool = False) -> str:
    """Return rules as HTML text, for a browser or, where it is `paged`, to be printed."""
    screen = None if paged else _screen("rule_book_screen.css")
    return (
        _templates(safe)
        .get_template("rule_book.html")
        .render(book=rules, screen=screen, meanings=rule_page.WORDS)
    )


def signature_block(by: Signed, *, safe: Callable[[str], str]) -> str:
    """Return what is drawn in the place for a signature, as HTML text."""
    return _templates(safe).get_template("signature_block.html").render(signed=by)


def read_templates(*, safe: Callable[[str], str] = printable) -> None:
    """Read every template as a page does."""
    for path in sorted(TEMPLATES.iterdir()):
        _templates(safe).get_template(path.name)


class _Remembering(jinja2.FileSystemLoader):
    """Load templates, translated already where they are remembered.

    `passes` names what every fixed text passes through while a template is translated.
    """

    def __init__(self, passes: str) -> None:
        super().__init__(TEMPLATES, encoding="utf-8")
        self.passes = passes

    def load(
        self,
        environment: jinja2.Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,
    ) -> jinja2.Template:
        text, _, up_to_date = self.get_source(environment, name)
        key = digest(f"{jinja2.__version__} {name} {self.passes}\n{text}")
        known = memory()
        source = known.templates.get(key) or environment.compile(text, name, raw=True)
        if known.learns:
            known.templates[key] = source
        code = compiled(source, name, "exec")
        return jinja2.Template.from_code(environment, code, globals or {}, up_to_date)


@cache
def _templates(safe: Callable[[str], str]) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=_Remembering(safe.__name__),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=partial(_final, safe=safe),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        arrange=arrange,
        charts=charts,
        clauses=clauses,
        documents=documents,
        drawings=drawing,
        groups=groups,
        page_one=page_one,
        place_of=place_of,
        places=places,
        rerun=rerun,
        safe=safe,
        shown=shown,
        signature=signed,
        sources=sources,
        words=words,
    )
    environment.tests["web_address"] = is_web_address
    return environment


def _final(value: Any, *, safe: Callable[[str], str]) -> Any:
    """Make text printable; what the template itself has marked up stays as it is."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return safe(str(value))
    return value
