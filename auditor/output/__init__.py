"""Render a report: one file per format, no audit logic."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from auditor.report import Report

# Each function imports its format when it is called: PDF alone costs half a second to load.


def _json(report: Report) -> bytes:
    from auditor.output import json

    return json.render(report)


def _html(report: Report) -> bytes:
    from auditor.output import html

    return html.render(report)


def _pdf(report: Report) -> bytes:
    from auditor.output import pdf

    return pdf.render(report)


def _text(report: Report) -> bytes:
    from auditor.output import terminal

    return f"{terminal.render(report, colour=False, quiet=False)}\n".encode()


def _xlsx(report: Report) -> bytes:
    from auditor.output import xlsx

    return xlsx.render(report)


def _csv(report: Report) -> bytes:
    from auditor.output import csv

    return csv.render(report)


def _markdown(report: Report) -> bytes:
    from auditor.output import markdown

    return markdown.render(report)


FORMATS: Mapping[str, Callable[[Report], bytes]] = MappingProxyType(
    {
        "pdf": _pdf,
        "html": _html,
        "json": _json,
        "xlsx": _xlsx,
        "csv": _csv,
        "markdown": _markdown,
        "text": _text,
    }
)
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        "pdf": ".pdf",
        "html": ".html",
        "json": ".json",
        "xlsx": ".xlsx",
        "csv": ".csv",
        "markdown": ".md",
        "text": ".txt",
    }
)
"""How the name of a file of each format ends."""
