"""Tell in `examples/life/README.md` what the audit of each stage found, between two marks."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from auditor import load_packs
from auditor.audit import audit, read_file
from auditor.finding import Status
from auditor.load.yaml_reader import load_plain
from auditor.model.stages import STAGES
from auditor.output.words import VERDICT
from auditor.report import Report
from scripts.life.cut import FOLDER

PAGE = FOLDER / "README.md"
PLANTED = Path(__file__).parent / "planted.yaml"
START, END = "<!-- tables: written by scripts/life -->", "<!-- end of tables -->"
_COLUMNS: Mapping[str, Status] = MappingProxyType(
    {
        "conforms": Status.CONFORMS,
        "departs": Status.DEPARTS,
        "cannot conclude": Status.CANNOT_CONCLUDE,
        "recorded": Status.RECORDED,
    }
)
_ORDER = tuple(stage for stages in STAGES.values() for stage in stages)


@dataclass(frozen=True, slots=True)
class Planted:
    """A weakness that was put in on purpose, and the rule that has to notice it."""

    rule: str
    stage: str
    what: str

    def is_in(self, report: Report) -> bool:
        """Whether the file of a report has it: its own decision, at its stage or later."""
        stages = STAGES[report.file.kind]
        return self.stage in stages and stages.index(self.stage) <= stages.index(report.file.stage)


@dataclass(frozen=True, slots=True)
class Staged:
    """The file of one stage, and its audit."""

    name: str
    report: Report

    @property
    def stage(self) -> str:
        """Return the stage, as a link to the file."""
        return f"[{self.report.file.stage}]({self.name})"

    def rules(self, status: Status) -> tuple[str, ...]:
        """Return the rules that gave an answer, in order."""
        found = (each.rule for each in self.report.findings if each.status is status)
        return tuple(sorted(found))


def staged(folder: Path = FOLDER) -> list[Staged]:
    """Audit the file of every stage, in the order of the stages."""
    packs = load_packs()
    found = [Staged(path.name, audit(read_file(path), packs)) for path in folder.glob("*.yaml")]
    return sorted(found, key=lambda each: _ORDER.index(each.report.file.stage))


def planted() -> list[Planted]:
    """Return the weaknesses that were put in on purpose."""
    data = load_plain(PLANTED.read_text(encoding="utf-8"), name=PLANTED.name)
    return [Planted(each["rule"], each["from"], each["what"]) for each in data["planted"]]


def tables(files: Sequence[Staged], weaknesses: Sequence[Planted]) -> Iterator[str]:
    """Yield the lines of the tables."""
    yield "### Each stage\n"
    yield f"| stage | asked | {' | '.join(_COLUMNS)} | conclusion |"
    yield f"|---|---:|{'---:|' * len(_COLUMNS)}---|"
    for file in files:
        counted = Counter(each.status for each in file.report.findings)
        numbers = [counted[status] for status in _COLUMNS.values()]
        cells = " | ".join(str(each) for each in (sum(numbers), *numbers))
        yield f"| {file.stage} | {cells} | {VERDICT[file.report.conclusion.overall]} |"
    yield ""
    yield "### What was put in, and where it is found\n"
    yield "| rule | what is wrong | found at |"
    yield "|---|---|---|"
    for weakness in weaknesses:
        found = [e.stage for e in files if weakness.rule in e.rules(Status.DEPARTS)]
        yield f"| {weakness.rule} | {weakness.what} | {', '.join(found) or 'nowhere'} |"
    others = {r for e in files for r in e.rules(Status.DEPARTS)} - {w.rule for w in weaknesses}
    yield f"\nFound beside these: {', '.join(sorted(others)) or 'nothing'}.\n"
    yield "### What cannot be concluded, and at which stage\n"
    yield "| stage | rules |"
    yield "|---|---|"
    for file in files:
        yield f"| {file.stage} | {', '.join(file.rules(Status.CANNOT_CONCLUDE)) or '–'} |"


def page(text: str, files: Sequence[Staged], weaknesses: Sequence[Planted]) -> str:
    """Return the page with its tables written anew."""
    before, _, rest = text.partition(START)
    after = rest.partition(END)[2]
    return f"{before}{START}\n\n{chr(10).join(tables(files, weaknesses))}\n\n{END}{after}"


def write() -> None:
    """Write the tables of the page anew."""
    text = page(PAGE.read_text(encoding="utf-8"), staged(), planted())
    PAGE.write_text(text, encoding="utf-8")
