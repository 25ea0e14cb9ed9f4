"""Write packs of one's own into a folder, for the tests of what reads them."""

from pathlib import Path

PACK = """\
format_version: "1"
id: own
title: Rules of our own
version: 1.2.3
about: A pack that the tests change.
"""
RULE = """\
id: OWN-01
title: The file has a summary
severity: minor
stages: [need]
check: stated(case.summary)
message: There is no summary.
fix: Write a summary.
requires: The decision is summed up in two or three sentences.
why: A reader has to know what it is about.
basis: stated
cite:
  - {source: our-handbook, where: "page 1", confidence: seen}
cases:
  - name: A summary conforms
    given: {summary: "We replace two day centres."}
    expect: conforms
  - name: None departs
    given: {summary: {none: "Nobody wrote one"}}
    expect: departs
"""
SOURCES = """\
- {id: our-handbook, title: Our commissioning handbook, publisher: Our council, year: 2024}
"""
PARAMETER = """\
format_version: "1"
id: own_months
title: Months that we allow
unit: months
values:
  - from: 2020-01-01
    value: 3
    cite:
      - {source: our-handbook, where: page 2, confidence: seen}
"""


def write_pack(folder: Path, *, pack: str = PACK, rule: str = RULE, **more: str) -> Path:
    """Write a pack; `more` are further files by name, with `__` for a folder, without suffix."""
    files = {"pack": pack, "OWN-01-summary": rule, "sources": SOURCES, **more}
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
