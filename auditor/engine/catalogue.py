"""Hold what the sources ask for, row by row, and say what stands for each row in the packs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import Field

from auditor.engine.clauses import FILE as CLAUSES
from auditor.engine.pack import Pack, is_published
from auditor.engine.pack_parts import Clause, FormatVersion
from auditor.engine.read import checked, place, read_plain
from auditor.engine.rule import RuleId, Title
from auditor.engine.written import Several, Some, Written
from auditor.errors import Problem
from auditor.resources import rules_folder

FILE = "catalogue.yaml"
_WHERE = f"rules/{FILE}"


class Section(Written):
    """What one authority asks for, by the id of the rule that asks it."""

    authority: Title = Field(description="Who asks.", examples=["The Green Book"])
    rows: Mapping[RuleId, Title] = Field(
        description="What each row asks, in a line.",
        examples=[{"GB-02": "The reason to act comes before the options"}],
    )


class Catalogue(Written):
    """Everything that the sources ask for, and which of it no pack has yet."""

    format_version: FormatVersion = Field(
        description="The version of this format, in quotes.", examples=["1"]
    )
    sections: Some[Section] = Field(
        description="The rows, by authority.",
        examples=[[{"authority": "The Green Book", "rows": {"GB-02": "Reasons come first"}}]],
    )
    still_to_come: Several[RuleId] = Field(
        default=(), description="Rows that no pack accounts for yet.", examples=[["GB-12"]]
    )

    @cached_property
    def rows(self) -> Mapping[str, str]:
        """Return what each row asks, by its id."""
        return {row: title for each in self.sections for row, title in each.rows.items()}


@dataclass(frozen=True, slots=True)
class Stand:
    """What stands for a row: its own rule, or a clause that names what stands for it."""

    pack: str
    where: str
    clause: Clause | None


def read_catalogue() -> Catalogue:
    """Read the catalogue that is published with the packs."""
    path = rules_folder() / FILE
    return checked(path, Catalogue, read_plain(path))


def stands(packs: Iterable[Pack]) -> Mapping[str, Sequence[Stand]]:
    """Return what stands for each row that the packs name, by the id of the row."""
    found: dict[str, list[Stand]] = {}
    for pack in packs:
        for ready in pack.rules:
            found.setdefault(ready.rule.id, []).append(Stand(pack.info.id, ready.where, None))
        where = place(pack.folder / CLAUSES)
        for clause in pack.clauses:
            for row in clause.rows:
                found.setdefault(row, []).append(Stand(pack.info.id, where, clause))
    return found


def problems(catalogue: Catalogue, packs: Sequence[Pack]) -> Iterator[Problem]:
    """Say where some packs do not fit the catalogue; whether a row is left out is asked of all."""
    found = stands(packs)
    own = {ready.rule.id for pack in packs if not is_published(pack) for ready in pack.rules}
    for row, each in found.items():
        if row not in catalogue.rows and row not in own:
            hint = f"add it to {_WHERE}, or correct the id"
            yield Problem(f"`{row}` is no row of the catalogue", each[0].where, hint)
        if len(each) > 1:
            hint = f"{each[0].where} accounts for it already; leave it out of one"
            yield Problem(f"row `{row}` is accounted for twice", each[1].where, hint)
    for pack in packs:
        yield from _contradictions(pack, found)


def left_out(catalogue: Catalogue, packs: Sequence[Pack]) -> Iterator[Problem]:
    """Say which rows are accounted for by none of all packs, though none is said to be to come."""
    found = stands(packs)
    twice = [row for each in catalogue.sections for row in each.rows]
    for row in sorted({row for row in twice if twice.count(row) > 1}):
        yield Problem(f"row `{row}` stands twice in the catalogue", _WHERE)
    for row in catalogue.still_to_come:
        if row not in catalogue.rows:
            yield Problem(f"`{row}` is to come, but is no row", _WHERE, "correct the id")
    for row, title in catalogue.rows.items():
        if row not in found and row not in catalogue.still_to_come:
            hint = f"name it in `rows` of a clause, or write its rule: {title}"
            yield Problem(f"no pack accounts for row `{row}`", _WHERE, hint)


def _contradictions(pack: Pack, found: Mapping[str, Sequence[Stand]]) -> Iterator[Problem]:
    """Say where a rule claims to cover a row that something else stands for."""
    for ready in pack.rules:
        rule = ready.rule
        for row in rule.same_as:
            for each in found.get(row, ()):
                clause = each.clause
                if clause is None:
                    problem = f"`same_as` names `{row}`, which is a rule of its own"
                    yield Problem(problem, ready.where, "leave it out")
                elif rule.id not in (*clause.rules, *clause.same_as):
                    problem = f"`same_as` names `{row}`, but clause {clause.clause} does not"
                    hint = f"{each.where} must name {rule.id} there, or the rule leave it out"
                    yield Problem(f"{problem} name {rule.id}", ready.where, hint)
