"""Write what was found in the real releases into `docs/open-contracting.md`.

Run `python -m scripts.open_contracting` from the root of the project after a change to the reader
or to the procurement rules. It audits every process of `examples/ocds/uk-releases.json.xz` and
writes the tables between the two marks of the page; the text around them is written by hand.
"""

import lzma
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from auditor import load_packs
from auditor.audit import audit, read_files
from auditor.finding import Finding, Status
from auditor.output.tally import Tally
from auditor.output.words import REMARK

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "examples" / "ocds" / "uk-releases.json.xz"
PAGE = ROOT / "docs" / "open-contracting.md"
START, END = "<!-- tables: written by scripts/open_contracting.py -->", "<!-- end of tables -->"
_STATUSES = (Status.DEPARTS, Status.CANNOT_CONCLUDE, Status.CONFORMS, Status.NOT_APPLICABLE)


@dataclass(slots=True)
class Found:
    """What was found: the counts, every departure with its place, and how files were read."""

    tally: Tally = field(default_factory=Tally)
    departures: list[tuple[str, str, str, str]] = field(default_factory=list)
    remarks: Counter[tuple[str, str, str]] = field(default_factory=Counter)


def audited(sample: Path) -> Found:
    """Audit every process of a compressed sample."""
    packs = load_packs(["procurement"])
    found = Found()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / sample.stem
        path.write_bytes(lzma.decompress(sample.read_bytes()))
        for file in read_files(path):
            report = audit(file, packs, digested=False)
            portal = str(file.document.data["procurement"].get("portal", ""))
            found.tally.add(report, portal)
            for finding in report.findings:
                if finding.status is Status.DEPARTS:
                    row = (finding.rule, portal, _place(finding), _short(finding.message))
                    found.departures.append(row)
            for remark in file.document.remarks:
                said = remark.text.partition(":")[0]
                found.remarks[portal, REMARK[remark.kind], said] += 1
    return found


def _place(finding: Finding) -> str:
    return next((each.place for each in finding.evidence if each.place.startswith("/")), "")


def _short(message: str) -> str:
    return message.partition(" This is worth")[0].partition(" It is worth")[0]


def tables(found: Found) -> Iterator[str]:
    """Yield the lines of the tables."""
    for portal, number in found.tally.portals.items():
        yield f"### {portal}: {number} procurements\n"
        yield "| rule | departs | cannot conclude | conforms | not asked | a good record |"
        yield "|---|---:|---:|---:|---:|---|"
        for rule, title in sorted(found.tally.titles.items()):
            counts = " | ".join(str(found.tally.of(portal, rule, each)) for each in _STATUSES)
            yield f"| {rule} | {counts} | {title} |"
        yield ""
    yield "### Every departure\n"
    yield "| rule | portal | place | what was found |"
    yield "|---|---|---|---|"
    for row in sorted(found.departures):
        yield f"| {' | '.join(each.replace('|', '/') for each in row)} |"
    yield ""
    yield "### How the releases were read\n"
    yield "| portal | remark | procurements |"
    yield "|---|---|---:|"
    for (portal, kind, said), number in sorted(found.remarks.items()):
        yield f"| {portal} | {kind}: {said} | {number} |"


def page(text: str, found: Found) -> str:
    """Return the page with its tables written anew."""
    before, _, rest = text.partition(START)
    after = rest.partition(END)[2]
    return f"{before}{START}\n\n{chr(10).join(tables(found))}\n\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), audited(SAMPLE)), encoding="utf-8")
