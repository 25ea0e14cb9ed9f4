"""Describe what a pack holds beside its rules: sources, clauses, numbers that guidance sets."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from auditor.declared import Declared, Limits, field, unfit
from auditor.engine.rule import Cite, RuleId, Sentence, Slug, Title

FormatVersion = Literal["1"]
_VERSION = "The version of this format, in quotes."
_SOURCES = "Who says so: at least one source."
_CITE = [{"source": "tag-2026", "where": "A6.2", "confidence": "seen"}]


class Source(Declared):
    """A document that rules cite; described once."""

    id: Slug = field(description="The id by which rules cite it.", examples=["tag-2026"])
    title: Sentence = field(
        description="Its title, with the edition.", examples=["The Green Book (2022 edition)"]
    )
    publisher: Annotated[str, Limits(min_length=2)] = field(
        description="Who published it.", examples=["HM Treasury"]
    )
    year: Annotated[int, Limits(at_least=1900, at_most=2200, unit="calendar year")] = field(
        description="The year of this edition.", examples=[2022]
    )
    url: Annotated[str, Limits(pattern=r"^(https?://\S+)?$")] = field(
        default="", description="Where it can be read.", examples=["https://www.gov.uk/"]
    )
    note: str = field(
        default="",
        description="What of it was seen, and where.",
        examples=["Annex 6 was read whole."],
    )


class Clause(Declared):
    """One clause of the authority: the rules that check it, or why none can."""

    clause: Annotated[str, Limits(min_length=1)] = field(
        description="Name of the clause in the authority.", examples=["Principle 1"]
    )
    title: Sentence = field(
        description="What the clause asks.", examples=["Needs are understood before options."]
    )
    rules: tuple[RuleId, ...] = field(
        default=(), description="The rules that check it.", examples=[["EP1-01", "EP1-02"]]
    )
    not_checked: str = field(
        default="", description="Why no rule checks it.", examples=["It needs a reader."]
    )

    def model_after(self) -> None:
        """Refuse a clause that is left open, or that is said to be both checked and not."""
        if bool(self.rules) == bool(self.not_checked):
            raise unfit("a clause has rules, or a reason why none checks it")


class PackInfo(Declared):
    """What a pack is: its id, title, version, and what it covers."""

    format_version: FormatVersion = field(description=_VERSION, examples=["1"])
    id: Slug = field(description="The name of the pack.", examples=["our-handbook"])
    title: Title = field(
        description="What the pack is, in a line.", examples=["Our commissioning handbook"]
    )
    version: Annotated[str, Limits(pattern=r"^\d+\.\d+\.\d+$")] = field(
        description="Raised with every change; every report names it.", examples=["1.0.0"]
    )
    about: Sentence = field(
        description="What it covers, and what it leaves out.",
        examples=["What our handbook asks of every grant above £25,000."],
    )


class ParameterValue(Declared):
    """The value of a parameter from a date on, with its source."""

    from_: date = field(key="from", description="First day in force.", examples=["2003-04-01"])
    until: date | None = field(
        default=None, description="First day no longer in force.", examples=["2026-02-05"]
    )
    value: Any = field(description="A number, a text, a list or a table.", examples=[3])
    cite: Annotated[tuple[Cite, ...], Limits(min_length=1)] = field(
        description=_SOURCES, examples=[_CITE]
    )


class Parameter(Declared):
    """A number that guidance sets: dated, cited, never a literal in code."""

    format_version: FormatVersion = field(description=_VERSION, examples=["1"])
    id: Annotated[str, Limits(pattern=r"^[a-z][a-z0-9_]{2,50}$")] = field(
        description="The name after `param.` in a rule.", examples=["minimum_notice_months"]
    )
    title: Title = field(
        description="What it is, in a line.", examples=["Notice before a service ends"]
    )
    unit: Annotated[str, Limits(min_length=1)] = field(
        description="What it is counted in.", examples=["calendar months"]
    )
    values: Annotated[tuple[ParameterValue, ...], Limits(min_length=1)] = field(
        description="Its value from each date on.",
        examples=[[{"from": "2009-01-01", "value": 3, "cite": _CITE}]],
    )


class Thresholds(Declared):
    """How findings become a conclusion; printed beside every conclusion."""

    format_version: FormatVersion
    serious_from_critical: Annotated[int, Limits(at_least=1)]
    serious_from_major: Annotated[int, Limits(at_least=1)]
    too_little_share: Annotated[Decimal, Limits(at_least=0, at_most=1)]
    order: tuple[str, str, str, str] = field(description="Verdicts from best to worst.")
