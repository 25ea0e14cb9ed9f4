"""Describe an outcome framework: the outcomes a body wants, and where each must be met again."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Annotated, Literal, Self, TypeAlias, TypeVar

from pydantic import Field, Strict, model_validator

from auditor.model.outcomes import Pillar
from auditor.model.part import Part, must, said
from auditor.model.refusal import refusal
from auditor.model.scalar import FrameworkId, Id, Text, Year

T = TypeVar("T")
Listed: TypeAlias = Annotated[tuple[T, ...], Strict(False), Field(max_length=1000)]
Lines: TypeAlias = Annotated[tuple[T, ...], Strict(False), Field(min_length=1, max_length=50)]
Title: TypeAlias = Annotated[Text, Field(max_length=200)]
Level: TypeAlias = Literal["service", "wider"]
Place: TypeAlias = Literal["tender", "award", "monitoring"]

_APPEARS_IN = (
    "Where it must be met again: tender for what is asked for, award for what tenders are scored"
    " on, monitoring for what the provider is held to or what is measured."
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that a framework asks for: an outcome of its list, or a cell of its matrix."""

    id: str
    title: str
    level: Level | None
    pillar: Pillar | None
    serves: tuple[str, ...]
    appears_in: tuple[Place, ...]
    is_cell: bool


class FrameworkSource(Part):
    """The document in which the framework stands."""

    title: Title = must("Its title, with the edition.", "Harbour outcomes for everyone, 2025")
    publisher: Title = must("Who published it.", "Sampleshire Council")
    year: Year = must("The year of this edition.", 2025)
    url: Annotated[str, Field(pattern=r"^(https?://\S+)?$")] = Field(
        default="", description="Where it can be read.", examples=["https://www.gov.uk/"]
    )
    note: str = Field(
        default="",
        description="What of it was seen, and what was not.",
        examples=["The table of outcomes was copied whole."],
    )


class OutcomeWanted(Part):
    """One outcome of a framework."""

    id: Id = must("Short name by which files refer to it, after the framework's id.", "S1")
    title: Title = must("What is to change, for whom.", "Young people feel that they belong")
    level: Level = must(
        "service for those who use it, wider for the community and the state.", "service"
    )
    pillar: Pillar | None = said("Whether it is social, economic or environmental.", "social")
    serves: Listed[Id] = Field(
        default=(),
        description="Of a service outcome: ids of the wider outcomes that it leads to.",
        examples=[["C1"]],
    )
    appears_in: Listed[Place] = Field(
        default=(), description=_APPEARS_IN, examples=[["tender", "award", "monitoring"]]
    )


class Line(Part):
    """A row or a column of a matrix."""

    id: Id = must("Short name of the row or column.", "social")
    title: Title = must("What it is called.", "Social objectives")
    level: Level | None = said(
        "The level of outcomes that it is about, if it is about one.", "wider"
    )
    pillar: Pillar | None = said(
        "The kind of outcomes that it is about, if it is about one.", "social"
    )


class Matrix(Part):
    """A table each cell of which is to have an answer; a cell's id is row, hyphen, column."""

    rows: Lines[Line] = must("The rows, from the top.", [{"id": "social", "title": "Social"}])
    columns: Lines[Line] = must("The columns, from the left.", [{"id": "local", "title": "Local"}])
    not_asked: Listed[Id] = Field(
        default=(), description="Cells that need no answer.", examples=[["social-local"]]
    )
    appears_in: Listed[Place] = Field(
        default=(), description=_APPEARS_IN, examples=[["tender", "award"]]
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Refuse a cell that is not asked for and not there: another one may be meant."""
        cells = {f"{row.id}-{column.id}" for row, column in product(self.rows, self.columns)}
        if unknown := [each for each in self.not_asked if each not in cells]:
            raise refusal(f"{unknown[0]} is no cell; a cell is called row, hyphen, column")
        return self


class Framework(Part):
    """An outcome framework, as a body writes it down so that files can be checked against it."""

    format_version: Literal["1"] = must("The version of this format, in quotes.", "1")
    id: FrameworkId = must("The name by which files say that they follow it.", "harbour-outcomes")
    title: Title = must("What it is called, and whose it is.", "Harbour outcomes (Sampleshire)")
    about: Text = must("What it asks for, and what it leaves out.", "What every contract serves.")
    source: FrameworkSource = must(
        "The document in which it stands.",
        {"title": "Harbour outcomes for everyone", "publisher": "Sampleshire", "year": 2025},
    )
    taken_up_by: Literal["naming", "kind"] = must(
        "How an outcome of a file takes one of the framework up: by naming it in"
        " `framework_outcomes`, or by being of its level and pillar.",
        "naming",
    )
    outcomes: Listed[OutcomeWanted] = Field(
        default=(),
        description="The outcomes, service outcomes first.",
        examples=[
            [{"id": "S1", "title": "Young people feel that they belong", "level": "service"}]
        ],
    )
    matrix: Matrix | None = Field(
        default=None,
        description="A table of cells, beside or instead of a list of outcomes.",
        examples=[
            {
                "rows": [{"id": "social", "title": "Social"}],
                "columns": [{"id": "local", "title": "Local"}],
            }
        ],
    )

    @cached_property
    def wanted(self) -> tuple[Wanted, ...]:
        """Return everything that the framework asks for: its outcomes, then its cells."""
        own = (
            Wanted(each.id, each.title, each.level, each.pillar, each.serves, each.appears_in,
                   is_cell=False)
            for each in self.outcomes
        )  # fmt: skip
        return (*own, *(_cells(self.matrix) if self.matrix else ()))

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Refuse a framework that asks for nothing, or that contradicts itself."""
        wanted = self.wanted
        if not wanted:
            raise refusal("a framework has outcomes, or a matrix with cells")
        counts = Counter(each.id for each in wanted)
        if twice := [name for name, count in counts.items() if count > 1]:
            raise refusal(f"two outcomes or cells have the id {twice[0]}")
        for each in self.outcomes:
            _refuse_unserved(each, {one.id for one in self.outcomes if one.level == "wider"})
        if self.taken_up_by == "kind" and (open_ := [w for w in wanted if not w.level]):
            raise refusal(f"taken up by kind, {open_[0].id} needs a level")
        return self


def _refuse_unserved(outcome: OutcomeWanted, wider: set[str]) -> None:
    """Refuse links that lead nowhere, or that start from a wider outcome."""
    if outcome.serves and outcome.level == "wider":
        raise refusal(f"{outcome.id} is a wider outcome; `serves` is for service outcomes")
    if unknown := [each for each in outcome.serves if each not in wider]:
        raise refusal(f"{outcome.id} serves {unknown[0]}, which is no wider outcome of it")


def _cells(matrix: Matrix) -> Iterator[Wanted]:
    for row, column in product(matrix.rows, matrix.columns):
        name = f"{row.id}-{column.id}"
        if name not in matrix.not_asked:
            yield Wanted(
                id=name,
                title=f"{row.title}, {column.title}",
                level=row.level or column.level,
                pillar=row.pillar or column.pillar,
                serves=(),
                appears_in=matrix.appears_in,
                is_cell=True,
            )


@dataclass(frozen=True, slots=True)
class KnownFramework:
    """A framework that was read, with the digest of its bytes, and whether it was published."""

    given: Framework
    sha256: str
    published: bool
