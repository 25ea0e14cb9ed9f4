"""Set the verdict on every published figure beside that of a reader who recomputed it by hand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from auditor import load_packs
from auditor.audit import prepare, read_bytes
from auditor.load.yaml_reader import load_plain
from auditor.load.yaml_writer import yaml_text
from auditor.model.formula_reader import read_formula
from auditor.value.claim import ClaimResult
from auditor.value.formula_figure import FormulaFigure
from auditor.value.precision import stated_arithmetic
from auditor.value.printing import as_printed
from auditor.value.quotient import PrintedInput

from .convert import Converted, convert, read_mapping
from .source import Published, Source

HEAD = Path(__file__).parent / "head.txt"
DISAGREEMENTS = Path(__file__).parent / "disagreements.yaml"
NO_REASON = "no reason is written down yet"
REPRODUCED = ("reproduced", "reproduced_within_rounding")
WORDS: Mapping[str, str] = {
    "reproduced": "reproduced",
    "reproduced_within_rounding": "within rounding",
    "not_reproduced": "not reproduced",
    "cannot_be_recomputed": "cannot be recomputed",
    "ambiguous": "ambiguous",
}


@dataclass(frozen=True)
class Line:
    """One published figure: what the product and what the reader make of it."""

    case: str
    figure: Published
    result: ClaimResult | None

    @property
    def verdict(self) -> str:
        """Return the product's verdict, in words."""
        return WORDS[self.result.verdict.value] if self.result else "not judged"

    @property
    def agrees(self) -> bool:
        """Say whether both find the figure right, or both find it wrong."""
        if self.result is None:
            return False
        if self.figure.reproduces:
            return self.result.verdict.value in REPRODUCED
        return self.result.verdict.value == "not_reproduced"


def lines(sources: Iterable[Source]) -> tuple[Line, ...]:
    """Return a line for every published figure of some analyses."""
    packs = load_packs()
    return tuple(line for source in sources for line in _of_case(source, packs))


def _of_case(source: Source, packs: Any) -> Iterator[Line]:
    converted = convert(source, read_mapping(source.case))
    results = _results(converted, packs)
    for figure in source.figures:
        yield Line(source.case, figure, results.get(converted.places[figure.id]))


def _results(converted: Converted, packs: Any) -> Mapping[str, ClaimResult]:
    text = yaml_text(converted.data, comment="")
    file = read_bytes(text.encode(), name="converted.yaml")
    results = prepare(file, packs).facts.claims.results
    return {result.pointer: result for result in results}


def reasons() -> Mapping[str, Mapping[str, str]]:
    """Return why the two disagree, by case and figure, as it is written down by hand."""
    found: Mapping[str, Mapping[str, str]] = load_plain(
        DISAGREEMENTS.read_text(encoding="utf-8"), name=DISAGREEMENTS.name
    )
    return found


def document(sources: tuple[Source, ...]) -> str:
    """Return the whole page as Markdown."""
    found = lines(sources)
    parts = [HEAD.read_text(encoding="utf-8"), _summary(found)]
    for source in sources:
        parts.append(_case(source, [line for line in found if line.case == source.case]))
    parts.append(_counterfactuals(sources))
    return "\n".join(parts)


def _summary(found: tuple[Line, ...]) -> str:
    counted = Counter((line.verdict, bool(line.figure.reproduces)) for line in found)
    named = [*WORDS.values(), *(["not judged"] if any(not line.result for line in found) else [])]
    rows = [
        f"| {verdict} | {counted[verdict, True]} | {counted[verdict, False]} |" for verdict in named
    ]
    right = sum(bool(line.figure.reproduces) for line in found)
    agreed = sum(line.agrees for line in found)
    return "\n".join(
        [
            f"{len(found)} figures; on {agreed} the two agree.",
            "",
            f"| product | reader: reproduces ({right}) | reader: does not ({len(found) - right}) |",
            "|---|---|---|",
            *rows,
            "",
        ]
    )


def _case(source: Source, found: list[Line]) -> str:
    cited = source.data["source"]
    citation = cited.get("citation") or cited.get("url") or ", ".join(cited.get("urls", []))
    said = reasons().get(source.case, {})
    apart = [line.figure.id for line in found if not line.agrees]
    return "\n".join(
        [
            f"## {source.data['title']}",
            "",
            f"{citation}. File: [{source.case.replace('_', '-')}.yaml]"
            f"(../examples/claims/{source.case.replace('_', '-')}.yaml).",
            "",
            "| figure | what it is | published | recomputed | verdict | reader's | reader |",
            "|---|---|---|---|---|---|---|",
            *(_row(line) for line in found),
            "",
            *(f"- `{name}`: {said.get(name, NO_REASON)}" for name in apart),
            *([""] if apart else []),
        ]
    )


def _row(line: Line) -> str:
    figure, result = line.figure, line.result
    label = result.label if result else ""
    published = result.claimed if result else _number(figure.value)
    recomputed = (result.recomputed if result else "") or "–"
    by_hand = "reproduces" if figure.reproduces else "does not"
    cells = (
        f"`{figure.id}`",
        label.replace("|", "/"),
        published,
        recomputed,
        f"{line.verdict}" if line.agrees else f"**{line.verdict}**",
        _number(figure.recomputed),
        by_hand,
    )
    return f"| {' | '.join(cells)} |"


def _number(value: int | Decimal | None) -> str:
    return "–" if value is None else as_printed(Decimal(value), unit="number", decimals=4)


def _counterfactuals(sources: Iterable[Source]) -> str:
    rows = [
        _counterfactual(source, figure) for source in sources for figure in source.counterfactuals
    ]
    return "\n".join(
        [
            "## What a wrong convention would give",
            "",
            f"{len(rows)} results that a tempting but wrong convention or number gives, beside the"
            " published figure that they were taken for. None comes within its printed digits.",
            "",
            "| case | figure | what it is | published | reader's | recomputed here |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _counterfactual(source: Source, figure: Published) -> str:
    said = read_mapping(source.case).get("counterfactuals", {}).get(figure.id, {})
    return (
        f"| {source.case} | `{figure.id}` | {said.get('text', '')} | {_number(figure.value)}"
        f" | {_number(figure.recomputed)} | {_number(_worked(source, said))} |"
    )


def _worked(source: Source, said: Mapping[str, Any]) -> Decimal | None:
    if "formula" not in said:
        return None
    values = {term["id"]: Decimal(source.at(term["from"])) for term in said["terms"]}
    inputs = {name: PrintedInput(name, value, Decimal(0)) for name, value in values.items()}
    with stated_arithmetic():
        return FormulaFigure(read_formula(said["formula"]), inputs).exact
