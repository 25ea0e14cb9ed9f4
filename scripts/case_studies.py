"""Write what could be verified of each case study into `examples/case-studies/README.md`.

Run `python -m scripts.case_studies` from the root of the project after a change to the rules or to
the case studies. It audits each file of `examples/case-studies` and writes the tables between the
two marks of the page; the text around them is written by hand.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor import load_packs
from auditor.analysis.statements import Said, Statements, statements
from auditor.audit import audit, prepare, read_file
from auditor.engine.pack import Pack
from auditor.finding import Finding, Status
from auditor.report import Report

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "examples" / "case-studies"
PAGE = FOLDER / "README.md"
START, END = "<!-- tables: written by scripts/case_studies.py -->", "<!-- end of tables -->"
LATE_STAGE = "review"
"""The stage as at which a commissioner would have to answer everything."""
_SILENT = "–; no number is stated"
_ALONE = "nothing: no other number is given for it"


@dataclass(frozen=True, slots=True)
class Studied:
    """One case study: its file, its audit as it stands and as at a review, what it says."""

    name: str
    report: Report
    late: Report
    said: Statements
    quotations: dict[str, str]

    @property
    def number(self) -> str:
        """Return the number of the case study, as a link to its file."""
        return f"[{int(self.name[:2])}]({self.name})"

    @property
    def title(self) -> str:
        """Return number and organisation, as a link to the file."""
        about = self.report.file.title.partition(",")[0].removeprefix("Case study ")
        return f"[{about}]({self.name})"


def studied(folder: Path = FOLDER) -> list[Studied]:
    """Audit every file of the folder."""
    packs = load_packs()
    return [_studied(path, packs) for path in sorted(folder.glob("*.yaml"))]


def _studied(path: Path, packs: tuple[Pack, ...]) -> Studied:
    file = read_file(path)
    subject = prepare(file, packs)
    found = statements(subject.case, subject.facts, subject.numbers)
    if found is None or not isinstance(subject.case.statements, tuple):
        raise ValueError(f"{path.name} has no statements")
    return Studied(
        name=path.name,
        report=audit(file, packs),
        late=audit(file, packs, stage=LATE_STAGE),
        said=found,
        quotations={each.id: each.quotation for each in subject.case.statements},
    )


def tables(cases: list[Studied]) -> Iterator[str]:
    """Yield the lines of the tables."""
    yield "### Each statement\n"
    yield "| case | the report says | where | held against | what it leaves open |"
    yield "|---|---|---|---|---|"
    for case in cases:
        for each in case.said.said:
            none = _SILENT if each.says == "no number" else _ALONE
            cells = (
                case.number,
                f"“{case.quotations[each.id]}”",
                each.where,
                "; ".join(_against(case, each)) or none,
                "; ".join(each.leaves_open),
            )
            yield f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
    yield ""
    yield "### Each figure that is put forward as a result\n"
    yield "| case | figure | claimed | what the program says |"
    yield "|---|---|---|---|"
    for case in cases:
        for claim in case.report.claims:
            said = claim.verdict.value.replace("_", " ")
            yield f"| {case.number} | {claim.label} | {claim.claimed} | {said} |"
    yield ""
    yield "### Each audit\n"
    yield (
        "| case | departs | conforms | cannot conclude"
        " | as at a review: departs | conforms | cannot conclude |"
    )
    yield "|---|---|---:|---:|---|---:|---:|"
    for case in cases:
        yield f"| {case.title} | {' | '.join((*_counts(case.report), *_counts(case.late)))} |"


def _against(case: Studied, said: Said) -> Iterator[str]:
    """Yield what a statement could be held against, and with which result."""
    here = f"{said.says} ({said.where})"
    for pair in case.said.pairs:
        if pair.about.startswith(f"{said.subject}: ") and here in (pair.one, pair.other):
            other = pair.other if here == pair.one else pair.one
            yield f"{other}: {_AGREE[pair.agree]}"
    for held in case.said.words:
        if held.what == f"{said.subject}: {said.says}":
            yield "no number" if held.rests_on_nothing else _FITS[held.fits]
    for held in case.said.places:
        if held.fits is False and f"({said.where})" in held.note:
            yield f"{held.what} at another line: it is said to be about two subjects"


_AGREE = {True: "they can both be right", False: "they cannot both be right", None: "open"}
_FITS = {True: "its two numbers: the words fit", False: "its numbers: not so", None: "open"}


def _counts(report: Report) -> tuple[str, str, str]:
    counted = Counter(each.status for each in report.findings)
    departs = ", ".join(sorted(_departs(report.findings))) or "–"
    return departs, str(counted[Status.CONFORMS]), str(counted[Status.CANNOT_CONCLUDE])


def _departs(findings: tuple[Finding, ...]) -> Iterator[str]:
    return (each.rule for each in findings if each.status is Status.DEPARTS)


def page(text: str, cases: list[Studied]) -> str:
    """Return the page with its tables written anew."""
    before, _, rest = text.partition(START)
    after = rest.partition(END)[2]
    return f"{before}{START}\n\n{chr(10).join(tables(cases))}\n\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8"), studied()), encoding="utf-8")
