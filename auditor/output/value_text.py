"""Render the value claims of a file, and what analysis makes of them, for a terminal."""

from collections.abc import Iterator
from itertools import chain

from auditor.analysis.section import Table
from auditor.analysis.show import Shown
from auditor.comparison import Comparison
from auditor.output import section_text, words
from auditor.output.text import Style, styled, wrapped
from auditor.report import AuditedFile
from auditor.valuation import Valuation
from auditor.value.claim import ClaimResult, ClaimVerdict

_ORDER = tuple(ClaimVerdict)


def render(found: Valuation, *, colour: bool, quiet: bool) -> str:
    """Return the claims with their working, then each part of the analysis.

    With `quiet`, one line: how many claims came out how.
    """
    style = styled(colour=colour)
    if quiet:
        return f"{words.cut(found.file.name, 120)}: {tally(found)}"
    parts = (
        _examined(found, style),
        *(_claim(claim, style) for claim in found.claims),
        _conventions(found, style),
        *(_headed(section_text.lines(part.section), style) for part in found.parts),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part)))


def render_figure(shown: Shown, *, colour: bool) -> str:
    """Return one figure with its working, from its inputs to the printed result."""
    style = styled(colour=colour)
    head = chain([style("heading", line) for line in wrapped(shown.title)], wrapped(shown.name))
    steps = section_text.table_lines(_steps(shown)) if shown.steps else iter(())
    parts = (head, steps, _missing(shown), *(_verdict(claim) for claim in shown.claims))
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part)))


def render_comparison(found: Comparison, *, colour: bool, quiet: bool) -> str:
    """Return what was compared; with `quiet`, only what it comes to in sentences."""
    style = styled(colour=colour)
    if quiet:
        return "\n".join(line for s in found.sections for say in s.says for line in wrapped(say))
    examined = [style("heading", line) for file in found.files for line in wrapped(_name(file))]
    parts = (examined, *(_headed(section_text.lines(each), style) for each in found.sections))
    return "\n\n".join("\n".join(part) for part in parts)


def _name(file: AuditedFile) -> str:
    return f"{file.title} ({file.name}, SHA-256 {words.short(file.sha256)}…)"


def tally(found: Valuation) -> str:
    """Return how many claims came out how, in words that add up."""
    counts = dict.fromkeys(_ORDER, 0)
    for claim in found.claims:
        counts[claim.verdict] += 1
    named = [f"{n} {words.CLAIM_VERDICT[v].lower()}" for v, n in counts.items() if n]
    return f"{words.count(len(found.claims), 'claim')}: {', '.join(named) or 'none stated'}"


def _headed(lines: Iterator[str], style: Style) -> Iterator[str]:
    yield style("heading", next(lines))
    yield from lines


def _examined(found: Valuation, style: Style) -> Iterator[str]:
    yield from (style("heading", line) for line in wrapped(found.file.title))
    yield from wrapped(f"{found.file.name} (SHA-256 {words.short(found.file.sha256)}…)")
    yield from wrapped(f"{tally(found)}.")
    yield from wrapped(words.NOTICE)


def _claim(claim: ClaimResult, style: Style) -> Iterator[str]:
    rests = " (the decision rests on it)" if claim.decisive else ""
    for line in wrapped(f"{words.CLAIM_VERDICT[claim.verdict]}: {claim.label}{rests}", hang=2):
        yield style("heading", line)
    place = f", {claim.place}" if claim.place else ""
    yield from wrapped(f"{claim.id}{place}", indent=2)
    yield from _verdict(claim)
    if claim.working:
        yield from section_text.table_lines(_working(claim))


def _verdict(claim: ClaimResult) -> Iterator[str]:
    figures = f"claimed {claim.claimed}, recomputed {claim.recomputed or '–'}"
    yield from wrapped(words.sentence(f"{figures}. {claim.note}"), indent=2)
    if claim.verdict is ClaimVerdict.WITHIN_ROUNDING and claim.lowest:
        yield from wrapped(
            f"The printed figures allow {claim.lowest} to {claim.highest}.", indent=2
        )


def _working(claim: ClaimResult) -> Table:
    rows = tuple((step.label, step.arithmetic, step.result) for step in claim.working)
    return Table("", ("Step", "Arithmetic", "Result"), rows, figures=(2,))


def _steps(shown: Shown) -> Table:
    rows = tuple((step.label, step.arithmetic, step.result) for step in shown.steps)
    return Table("", ("Step", "Arithmetic", "Result"), rows, figures=(2,))


def _missing(shown: Shown) -> Iterator[str]:
    if shown.missing:
        yield from wrapped(f"This goes no further without: {'; '.join(shown.missing)}.")


def _conventions(found: Valuation, style: Style) -> Iterator[str]:
    if found.conventions:
        yield style("heading", "Conventions")
        for convention in found.conventions:
            yield from wrapped(convention, indent=2, hang=2)
