"""Read a staged model: levels of practice, and the rules by which a file shows each of them."""

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated, Any, Protocol, Self

from pydantic import Field, model_validator

from auditor.engine.pack_parts import FormatVersion
from auditor.engine.read import checked, place, read_plain
from auditor.engine.rule import Cite, RuleId, Sentence, Slug, Title
from auditor.engine.written import Some, Written
from auditor.errors import Problem, RulesError
from auditor.model.refusal import refusal

FILE = "levels.yaml"


class Ask(Written):
    """Something that a level asks for, and the rules by which a file shows it."""

    what: Title = Field(
        description="What is asked, as a statement that is true of a good file.",
        examples=["Needs were assessed before options"],
    )
    rules: Some[RuleId] = Field(
        description="The rules that show it, of this pack or of others.",
        examples=[["EP1-01", "DEC-02"]],
    )


def _level(name: str, rule: str) -> dict[str, Any]:
    """Return a level as an example."""
    about, what = f"What is known of {name}.", f"The {name} are known"
    return {"id": name, "title": what, "about": about, "asks": [{"what": what, "rules": [rule]}]}


class Level(Written):
    """One level of the model."""

    id: Slug = Field(description="The name of the level, in short.", examples=["outcomes"])
    title: Title = Field(description="The level in a line.", examples=["Outcomes are named"])
    about: Sentence = Field(
        description="What the level means.", examples=["What changes for people is named."]
    )
    asks: Some[Ask] = Field(
        description="What the level asks for beyond those before it.",
        examples=[[{"what": "Objectives serve outcomes", "rules": ["EP3-01"]}]],
    )


class StagedModel(Written):
    """A staged model of practice, from its first level to its last."""

    format_version: FormatVersion = Field(
        description="The version of this format, in quotes.", examples=["1"]
    )
    id: Slug = Field(description="The name of the model.", examples=["commissioning-for-value"])
    title: Title = Field(
        description="What the model is, in a line.", examples=["Commissioning for value"]
    )
    about: Sentence = Field(
        description="What it is for, and whose it is.",
        examples=["What our training programme asks of commissioners, course by course."],
    )
    cite: Some[Cite] = Field(
        description="Who says so: at least one source.",
        examples=[[{"source": "tag-2026", "where": "A6.2", "confidence": "seen"}]],
    )
    levels: Annotated[Some[Level], Field(min_length=2)] = Field(
        description="The levels, the first one first.",
        examples=[[_level("costs", "VFM-02"), _level("outcomes", "EP3-01")]],
    )

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        """Refuse two levels of one name."""
        names = Counter(level.id for level in self.levels)
        if twice := [name for name, times in names.items() if times > 1]:
            raise refusal(f"two levels have the id `{twice[0]}`")
        return self


class _Levels(Protocol):
    """A pack, as far as its levels are concerned."""

    @property
    def folder(self) -> Path: ...
    @property
    def levels(self) -> StagedModel | None: ...


def read_levels(folder: Path, sources: Collection[str]) -> StagedModel | None:
    """Read the staged model of a pack; a pack need not have one.

    Raises RulesError where it does not fit its form, or cites what is not among the sources.
    """
    path = folder / FILE
    if not path.is_file():
        return None
    model = checked(path, StagedModel, read_plain(path))
    for cite in model.cite:
        if cite.source not in sources:
            problem = f"source `{cite.source}` is not defined"
            raise RulesError(Problem(problem, f"{place(path)}, cite", "add it to sources.yaml"))
    return model


def refuse_unknown_asks(packs: Iterable[_Levels], known: Collection[str]) -> None:
    """Refuse levels that ask for a rule which no pack has; `known` are the rules of all packs."""
    problems = [
        Problem(
            f"level `{level.id}` asks for `{rule}`, which no pack has",
            place(pack.folder / FILE),
            "name a rule of any pack",
        )
        for pack in packs
        for level in (pack.levels.levels if pack.levels else ())
        for ask in level.asks
        for rule in ask.rules
        if rule not in known
    ]
    if problems:
        raise RulesError(*problems)
