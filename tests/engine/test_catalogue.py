"""The catalogue and the packs account for each other: nothing twice, nothing dropped."""

from pathlib import Path

import pytest

from auditor.engine.catalogue import Catalogue, left_out, problems, read_catalogue
from auditor.engine.coverage import Split, coverage_of
from auditor.engine.pack import Pack, load_packs
from tests.engine.own_pack import PACK, RULE, write_pack

ROWS = {"OWN-01": "The file has a summary", "OWN-02": "It has a title", "OWN-03": "It is true"}
CLAUSES = """\
- {clause: '1', title: The first clause, rules: [OWN-01]}
- {clause: '2', title: The second clause, rows: [OWN-02], same_as: [DEC-15]}
- {clause: '3', title: The third clause, rows: [OWN-03], not_checked: A matter of opinion}
"""


def catalogue(*still_to_come: str, rows: dict[str, str] | None = None) -> Catalogue:
    sections = [{"authority": "Our handbook", "rows": ROWS if rows is None else rows}]
    data = {"format_version": "1", "sections": sections, "still_to_come": list(still_to_come)}
    return Catalogue.model_validate(data)


def own(folder: Path, *, clauses: str = CLAUSES, rule: str = RULE) -> tuple[Pack, ...]:
    return load_packs([str(write_pack(folder / "own", clauses=clauses, rule=rule))])


def said(packs: tuple[Pack, ...], held: Catalogue) -> list[str]:
    return [str(each) for each in (*problems(held, packs), *left_out(held, packs))]


def test_a_row_is_a_rule_or_stands_in_a_clause(tmp_path: Path) -> None:
    assert said(own(tmp_path), catalogue()) == []


def test_rows_and_clauses_are_counted_by_what_stands_for_them(tmp_path: Path) -> None:
    (pack,) = own(tmp_path)
    assert coverage_of(pack).clauses == Split(1, 1, 1)
    assert coverage_of(pack).rows == Split(1, 1, 1)
    assert coverage_of(pack).rows.total == len(ROWS)


def test_a_row_that_another_rule_of_its_own_pack_covers_is_no_rule(tmp_path: Path) -> None:
    clauses = "- {clause: '1', title: The first clause, rules: [OWN-01], rows: [OWN-02, OWN-03]}"
    (pack,) = own(tmp_path, clauses=clauses)
    assert coverage_of(pack).rows == Split(1, 2, 0)


def test_a_row_that_no_pack_accounts_for_is_named(tmp_path: Path) -> None:
    packs, held = own(tmp_path), catalogue(rows={**ROWS, "OWN-04": "It is short"})
    (problem,) = said(packs, held)
    assert "no pack accounts for row `OWN-04`" in problem
    assert "It is short" in problem


def test_a_row_that_is_to_come_may_be_missing_or_there_already(tmp_path: Path) -> None:
    held = catalogue("OWN-02", "OWN-04", rows={**ROWS, "OWN-04": "It is short"})
    assert said(own(tmp_path), held) == []


def test_a_row_that_is_to_come_is_a_row(tmp_path: Path) -> None:
    (problem,) = said(own(tmp_path), catalogue("OWN-09"))
    assert "`OWN-09` is to come, but is no row" in problem


def test_a_clause_names_rows_of_the_catalogue(tmp_path: Path) -> None:
    clauses = CLAUSES.replace("OWN-03", "OWN-30")
    found = said(own(tmp_path, clauses=clauses), catalogue("OWN-03"))
    assert len(found) == 1
    assert "own/clauses.yaml: `OWN-30` is no row of the catalogue" in found[0]


def test_a_rule_of_ones_own_needs_no_row(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    packs = load_packs([str(write_pack(tmp_path / "own"))])
    assert list(problems(catalogue(rows={"DEC-15": "Three months of notice"}), packs)) == []


def test_a_row_that_two_packs_account_for_is_refused(tmp_path: Path) -> None:
    other = write_pack(
        tmp_path / "other",
        pack=PACK.replace("id: own", "id: other"),
        rule=RULE.replace("OWN-01", "OTH-01"),
        clauses=CLAUSES.replace("OWN-01", "OTH-01"),
    )
    (other / "OWN-01-summary.yaml").rename(other / "OTH-01-summary.yaml")
    packs = (*own(tmp_path), *load_packs([str(other)]))
    found = said(packs, catalogue())
    assert len(found) == 2
    assert "other/clauses.yaml: row `OWN-02` is accounted for twice" in found[0]
    assert "own/clauses.yaml accounts for it already" in found[0]


@pytest.mark.parametrize(
    ("covers", "says"),
    [
        ("OWN-01", "`same_as` names `OWN-01`, which is a rule of its own"),
        ("OWN-02", "`same_as` names `OWN-02`, but clause 2 does not name OWN-01"),
    ],
)
def test_a_rule_and_the_clauses_agree_on_what_it_covers(
    tmp_path: Path, covers: str, says: str
) -> None:
    rule = RULE.replace("cases:", f"same_as: [{covers}]\ncases:")
    (problem,) = said(own(tmp_path, rule=rule), catalogue())
    assert says in problem


def test_a_row_stands_once_in_the_catalogue(tmp_path: Path) -> None:
    section = {"authority": "Our handbook", "rows": ROWS}
    held = Catalogue.model_validate({"format_version": "1", "sections": [section, section]})
    assert len(said(own(tmp_path), held)) == len(ROWS)
    assert "stands twice in the catalogue" in said(own(tmp_path), held)[0]


def test_the_published_catalogue_holds_every_authority() -> None:
    held = read_catalogue()
    assert len(held.rows) == sum(len(each.rows) for each in held.sections)
    assert len(held.rows) >= 307
