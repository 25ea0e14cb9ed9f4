"""Explain an outcome framework to a person: what it asks for, and how a file follows it."""

from collections.abc import Iterator
from textwrap import TextWrapper

from auditor.model.framework import Framework, Wanted

_WIDTH = 80
_PLACES = {
    "tender": "asked for in the tender (an objective names it)",
    "award": "scored in the award (an award criterion names it)",
    "monitoring": "watched in the contract (a contract measure names it, or it was measured)",
}
_LEVELS = {"service": "for those who use the service", "wider": "for the wider community"}


def explain_framework(framework: Framework) -> str:
    """Return the page that explains an outcome framework."""
    source = framework.source
    lines = [f"{source.title}, {source.publisher}, {source.year}", source.url, source.note]
    parts = [
        f"{framework.id}  {framework.title}",
        _section("What it is", [framework.about]),
        _section("Where it stands", [line for line in lines if line]),
        _section("How a file follows it", [_how(framework)]),
        *(_wanted(framework, each) for each in framework.wanted),
    ]
    return "\n\n".join(parts)


def _how(framework: Framework) -> str:
    how = f"It names it: `outcome_frameworks: [{framework.id}]`. "
    first = framework.wanted[0].id
    if framework.taken_up_by == "naming":
        how += "An outcome of the file takes one of these up where it names it: "
        how += f"`framework_outcomes: [{framework.id}.{first}]`. "
    else:
        how += "A good outcome of the file takes up what has its level and its pillar. "
    return how + (
        "What is not pursued stands in `framework_outcomes_left_out` with the reason: "
        f"`{{outcome: {framework.id}.{first}, reason: …}}`."
    )


def _wanted(framework: Framework, wanted: Wanted) -> str:
    return _section(f"{framework.id}.{wanted.id}  {wanted.title}", list(_about(wanted)))


def _about(wanted: Wanted) -> Iterator[str]:
    kind = [_LEVELS[wanted.level]] if wanted.level else []
    kind += [wanted.pillar] if wanted.pillar else []
    if kind:
        yield f"Kind: {', '.join(kind)}"
    if wanted.serves:
        yield f"Leads to: {', '.join(wanted.serves)}"
    for place in wanted.appears_in:
        yield f"To be {_PLACES[place]}"


def _section(title: str, lines: list[str]) -> str:
    wrapper = TextWrapper(
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join((title, *(wrapper.fill(line) for line in lines)))
