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


FORMATS: Mapping[str, Callable[[Report], bytes]] = MappingProxyType(
    {"text": _text, "json": _json, "html": _html, "pdf": _pdf}
)
