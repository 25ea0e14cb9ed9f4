"""Gather what the published cases say of ratio, deductions and unit values, for comparison.

Run `python -m scripts.published_cases` from the root of the project after a case was converted
anew. It reads `examples/claims` and writes `rules/common/parameters/published_cases.yaml`: for each
case with a value map or a ratio, the ratio as printed, and the median over its rows of deadweight,
of the share due to others and of the unit value. A case counts once, however many rows it has.
What a case does not state is left out. Figures that a case prints the other way round, as what is
kept or as its own share, are turned round as its conventions say.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from statistics import median

from auditor.audit import read_file
from auditor.facts.reading import entries, stated
from auditor.model.file import Case
from auditor.model.sroi import Sroi

ROOT = Path(__file__).parent.parent
CASES = ROOT / "examples" / "claims"
TARGET = ROOT / "rules" / "common" / "parameters" / "published_cases.yaml"
_HEAD = """\
# Written by scripts/published_cases.py from examples/claims; change those, not this file.
format_version: "1"
id: published_cases
title: What published cases say of ratio, deductions and unit values
unit: as named; a median of the rows of each case, amounts in its own currency
values:
  - from: 2003-04-01
    value:
"""
_TAIL = """\
    cite:
      - {source: published-value-claims, where: "the converted cases", confidence: source_document}
"""


def text_of(folder: Path) -> str:
    """Return the parameter as text: one line for each case that has something to compare."""
    cases = [(path.stem, read_file(path).case) for path in sorted(folder.glob("*.yaml"))]
    lines = [_line(name, case) for name, case in cases if len(measures(case)) > 0]
    return _HEAD + "".join(lines) + _TAIL


def measures(case: Case) -> dict[str, Decimal]:
    """Return the ratio and the medians of a case, as far as it states them."""
    sroi = stated(case.sroi)
    if sroi is None:
        return {}
    found = {
        "ratio": _ratio(sroi),
        "deadweight": _middle(_deadweight(sroi)),
        "attribution_to_others": _middle(_others(sroi)),
        "unit_value": _middle(row.proxy for row in entries(sroi.rows)),
    }
    return {name: value for name, value in found.items() if value is not None}


def _ratio(sroi: Sroi) -> Decimal | None:
    """Return the printed ratio; a net one is no ratio of the same sort and is left out."""
    reported, conventions = stated(sroi.reported), stated(sroi.conventions)
    net = conventions is not None and conventions.ratio_means == "net"
    return None if reported is None or reported.ratio is None or net else reported.ratio.value


def _deadweight(sroi: Sroi) -> Iterator[Decimal | None]:
    conventions = stated(sroi.conventions)
    kept = conventions is not None and conventions.deductions_mean == "kept"
    return (_turned(row.deadweight, kept) for row in entries(sroi.rows))


def _others(sroi: Sroi) -> Iterator[Decimal | None]:
    conventions = stated(sroi.conventions)
    own = conventions is not None and conventions.attribution_means == "this_activity"
    return (_turned(row.attribution_to_others, own) for row in entries(sroi.rows))


def _turned(share: Decimal | None, turn: bool) -> Decimal | None:
    return 1 - share if share is not None and turn else share


def _middle(values: Iterable[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None


def _line(name: str, case: Case) -> str:
    numbers = "".join(f", {key}: {value:f}" for key, value in measures(case).items())
    return f"      - {{case: {name}, currency: {case.currency}{numbers}}}\n"


if __name__ == "__main__":
    TARGET.write_text(text_of(CASES), encoding="utf-8")
