"""Write how often each rule speaks, and why some never do or always, into `docs/rule-impact.md`.

Run `python -m scripts.rule_impact [RELEASES...]` from the root of the project after a change to the
rules or to the examples. It applies the rules to the examples, the published claims, the test files
of value claims, the complete good files that the rules are proved on, and open contracting data:
the sample of the examples, or the files that are named. Each rule that never departs or always does
needs a reason in `docs/rule-impact-reasons.yaml`; without one nothing is written.
"""

import lzma
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import groupby
from pathlib import Path

from auditor import load_packs
from auditor.cli.packs import packs_for_file
from auditor.engine.read import read_plain
from auditor.impact import Impact, Mark, RuleImpact, count_file, example_files
from auditor.output.impact_text import numbers
from auditor.write import write_whole

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "rule-impact.md"
REASONS = ROOT / "docs" / "rule-impact-reasons.yaml"
SAMPLE = ROOT / "examples" / "ocds" / "uk-releases.json.xz"
_HEAD = """\
# How often each rule speaks

Written by `python -m scripts.rule_impact`; reasons stand in
[rule-impact-reasons.yaml](rule-impact-reasons.yaml). `auditor rules impact` counts the same over
files of your own.

A rule that departs from every file, or from none, may be right or may ask the wrong question. Each
such rule has a reason here. That every rule can depart is proved by its cases.
"""
_COLUMNS = "| rule | conforms | departs | recorded | cannot conclude | not asked | |"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why some rules carry a mark, or one of several."""

    marks: tuple[str, ...]
    rules: tuple[str, ...]
    text: str

    def fits(self, each: RuleImpact) -> bool:
        """Say whether it is about a rule, as it is marked."""
        named = any(fnmatchcase(each.rule, pattern) for pattern in self.rules)
        return named and each.mark.value in self.marks


def reasons(path: Path) -> tuple[Reason, ...]:
    """Read the reasons; of several that fit a rule the first counts."""
    return tuple(
        Reason(tuple(each["marks"]), tuple(each["rules"]), each["reason"].strip())
        for each in read_plain(path)
    )


def counted(releases: Sequence[Path]) -> Impact:
    """Apply the rules to every file."""
    shapes = sorted((ROOT / "tests" / "data" / "shapes").glob("*.yaml"))
    base = sorted((ROOT / "rules" / "common" / "base").glob("*.yaml"))
    impact = Impact()
    with tempfile.TemporaryDirectory() as folder:
        own = [_unpacked(path, Path(folder)) for path in releases]
        for path in (*example_files(), *shapes, *base, *own):
            for _ in count_file(impact, path, packs_for_file(path, ())):
                pass
    return impact


def _unpacked(path: Path, folder: Path) -> Path:
    if path.suffix != ".xz":
        return path
    plain = folder / path.stem
    plain.write_bytes(lzma.decompress(path.read_bytes()))
    return plain


def unexplained(impacts: Sequence[RuleImpact], known: Sequence[Reason]) -> list[str]:
    """Name the rules that carry a mark and have no reason."""
    return [
        f"{each.rule}: {each.mark}"
        for each in impacts
        if each.mark and not any(reason.fits(each) for reason in known)
    ]


def page(impacts: Sequence[RuleImpact], files: int, known: Sequence[Reason]) -> str:
    """Return the whole page."""
    parts = [_HEAD, *_summary(impacts, files), *_tables(impacts), *_why(impacts, known)]
    return "\n".join(parts).rstrip() + "\n"


def _summary(impacts: Sequence[RuleImpact], files: int) -> Iterator[str]:
    yield f"{len(impacts)} rules over {files} files; of public records each process is a file.\n"
    yield "| | rules |"
    yield "|---|---:|"
    for mark in Mark:
        number = sum(each.mark is mark for each in impacts)
        yield f"| {mark or 'departs from some, not from others'} | {number} |"
    yield f"| together | {len(impacts)} |\n"


def _tables(impacts: Sequence[RuleImpact]) -> Iterator[str]:
    for pack, rules in groupby(impacts, key=lambda each: each.pack):
        yield f"## {pack}\n"
        yield _COLUMNS
        yield "|---|---:|---:|---:|---:|---:|---|"
        for each in rules:
            counts = " | ".join(map(str, numbers(each)))
            yield f"| {each.rule} {each.title} | {counts} | {each.mark} |"
        yield ""


def _why(impacts: Sequence[RuleImpact], known: Sequence[Reason]) -> Iterator[str]:
    yield "## Why\n"
    left = [each for each in impacts if each.mark]
    for reason in known:
        own = [each for each in left if reason.fits(each)]
        left = [each for each in left if each not in own]
        if own:
            said = " or ".join(reason.marks).capitalize()
            yield f"**{said}:** {', '.join(each.rule for each in own)}."
            yield f"{reason.text}\n"


def main(releases: Sequence[Path]) -> None:
    """Write the page; ends with the names of rules that lack a reason."""
    impact = counted(releases or [SAMPLE])
    impacts, known = impact.of(load_packs()), reasons(REASONS)
    if missing := unexplained(impacts, known):
        sys.exit(f"no reason in {REASONS.name} for " + "\n  ".join(["these rules:", *missing]))
    write_whole(PAGE, page(impacts, impact.files, known).encode())


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
