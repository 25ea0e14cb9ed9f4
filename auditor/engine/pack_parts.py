"""Describe what a pack holds beside its rules: sources, clauses, numbers that guidance sets."""

import re
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, Strict, model_validator

from auditor.engine.rule import Cite, RuleId, Sentence, Slug, Title
from auditor.engine.written import Day, Several, Some, Written
from auditor.finding import Standing
from auditor.model.refusal import refusal
from auditor.model.scalar import Share, Year, read_day

FormatVersion = Literal["1"]
_VERSION = "The version of this format, in quotes."
_SOURCES = "Who says so: at least one source."
_CITE = [{"source": "tag-2026", "where": "A6.2", "confidence": "seen"}]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
"""How a date is written; a text of this form is always one."""


def _day_or_as_it_is(value: object) -> object:
    return read_day(value) if isinstance(value, str) and DAY.fullmatch(value) else value


class Source(Written):
    """A document that rules cite; described once."""

    id: Slug = Field(description="The id by which rules cite it.", examples=["tag-2026"])
    title: Sentence = Field(
        description="Its title, with the edition.", examples=["The Green Book (2022 edition)"]
    )
    publisher: Annotated[str, Field(min_length=2)] = Field(
        description="Who published it.", examples=["HM Treasury"]
    )
    year: Year = Field(description="The year of this edition.", examples=[2022])
    url: Annotated[str, Field(pattern=r"^(https?://\S+)?$")] = Field(
        default="", description="Where it can be read.", examples=["https://www.gov.uk/"]
    )
    status: Literal["in_force", "voluntary", "withdrawn"] = Field(
        default="in_force",
        description="Whether it binds in its time (in_force), or is followed freely (voluntary), "
        "or was withdrawn and not replaced.",
        examples=["voluntary"],
    )
    note: str = Field(
        default="",
        description="What of it was seen, and where.",
        examples=["Annex 6 was read whole."],
    )


class Clause(Written):
    """One clause of the authority: what checks it, here or in another pack, or why nothing can."""

    clause: Annotated[str, Field(min_length=1)] = Field(
        description="Name of the clause in the authority.", examples=["Principle 1"]
    )
    title: Sentence = Field(
        description="What the clause asks.", examples=["Needs are understood before options."]
    )
    rows: Several[RuleId] = Field(
        default=(),
        description="Rows of the catalogue that it stands for and that are no rule of this pack.",
        examples=[["SVA-03"]],
    )
    rules: Several[RuleId] = Field(
        default=(), description="The rules that check it.", examples=[["EP1-01", "EP1-02"]]
    )
    same_as: Several[RuleId] = Field(
        default=(),
        description="Rules of other packs that ask the same, where no rule of this pack does.",
        examples=[["VFM-03"]],
    )
    not_checked: str = Field(
        default="", description="Why no rule checks it.", examples=["It needs a reader."]
    )

    @property
    def standing(self) -> Standing:
        """Say whether rules of this pack check it, those of others, or none."""
        if self.rules:
            return Standing.CHECKED
        return Standing.ELSEWHERE if self.same_as else Standing.NOT_CHECKED

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Refuse a clause that is left open, or that is said to be both checked and not."""
        given = [bool(each) for each in (self.rules, self.same_as, self.not_checked)]
        if given.count(True) != 1:
            raise refusal("a clause has rules, or same_as, or a reason why nothing checks it")
        return self


class PackInfo(Written):
    """What a pack is: its id, title, version, and what it covers."""

    format_version: FormatVersion = Field(description=_VERSION, examples=["1"])
    id: Slug = Field(description="The name of the pack.", examples=["our-handbook"])
    title: Title = Field(
        description="What the pack is, in a line.", examples=["Our commissioning handbook"]
    )
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")] = Field(
        description="Raised with every change; every report names it.", examples=["1.0.0"]
    )
    about: Sentence = Field(
        description="What it covers, and what it leaves out.",
        examples=["What our handbook asks of every grant above £25,000."],
    )


class ParameterValue(Written):
    """The value of a parameter from a date on, with its source."""

    from_: Day = Field(alias="from", description="First day in force.", examples=["2003-04-01"])
    until: Day | None = Field(
        default=None, description="First day no longer in force.", examples=["2026-02-05"]
    )
    value: Annotated[Any, BeforeValidator(_day_or_as_it_is)] = Field(
        description="A number, a date, a text, a list or a table.", examples=[3]
    )
    cite: Some[Cite] = Field(description=_SOURCES, examples=[_CITE])


class Parameter(Written):
    """A number or a date that guidance sets: dated, cited, never a literal in a rule."""

    format_version: FormatVersion = Field(description=_VERSION, examples=["1"])
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{2,50}$")] = Field(
        description="The name after `param.` in a rule.", examples=["minimum_notice_months"]
    )
    title: Title = Field(
        description="What it is, in a line.", examples=["Notice before a service ends"]
    )
    unit: Annotated[str, Field(min_length=1)] = Field(
        description="What it is counted in; `date` for a day.", examples=["calendar months"]
    )
    hinges_on: Literal["decision", "procurement_start"] = Field(
        default="decision",
        description="The date of the file that chooses the value. The day as at which the file is "
        "judged stands in for a start that it does not state.",
        examples=["procurement_start"],
    )
    values: Some[ParameterValue] = Field(
        description="Its value from each date on.",
        examples=[[{"from": "2009-01-01", "value": 3, "cite": _CITE}]],
    )


class Thresholds(Written):
    """How findings become a conclusion; printed beside every conclusion."""

    format_version: FormatVersion
    serious_from_critical: Annotated[int, Field(ge=1)]
    serious_from_major: Annotated[int, Field(ge=1)]
    too_little_share: Share
    order: Annotated[tuple[str, str, str, str], Strict(False)] = Field(
        description="Verdicts from best to worst."
    )
