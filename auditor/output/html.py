"""Render a report as one HTML page, for the browser and, through it, for print."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import jinja2

from auditor.engine import places
from auditor.output import arrange, charts, rerun, shown, words
from auditor.output.printable import printable
from auditor.report import Report

TEMPLATES = Path(__file__).parent / "templates"


def render(report: Report) -> bytes:
    """Return the report as one HTML file that needs no other file and runs no script."""
    return page(report).encode("utf-8")


def page(report: Report, *, safe: Callable[[str], str] = printable) -> str:
    """Return the report as HTML text; every text that varies passes through `safe`."""
    return _templates(safe).get_template("report.html").render(report=report)


@cache
def _templates(safe: Callable[[str], str]) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=partial(_final, safe=safe),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        arrange=arrange, charts=charts, places=places, rerun=rerun, shown=shown, words=words
    )
    environment.tests["web_address"] = _is_web_address
    return environment


def _final(value: Any, *, safe: Callable[[str], str]) -> Any:
    """Make text printable; what the template itself has marked up stays as it is."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return safe(str(value))
    return value


def _is_web_address(text: str) -> bool:
    """Say whether text may become a link: a plain web address and nothing else."""
    return text.startswith(("https://", "http://")) and text.isascii() and text.isprintable()
