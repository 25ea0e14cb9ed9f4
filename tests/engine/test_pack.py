from pathlib import Path

import pytest

from auditor.engine.clauses import refuse_unknown_rules
from auditor.engine.pack import load_packs, published_packs
from auditor.errors import RulesError, UsageError
from tests.engine.own_pack import PACK, PARAMETER, RULE, SOURCES, write_pack


def refused(folder: Path, *, with_cases: bool = False) -> list[str]:
    with pytest.raises(RulesError) as caught:
        load_packs([str(folder)], with_cases=with_cases)
    return [str(problem) for problem in caught.value.problems]


def test_a_folder_of_ones_own_is_a_pack(tmp_path: Path) -> None:
    (pack,) = load_packs([str(write_pack(tmp_path / "own"))])
    assert (pack.info.id, pack.info.version) == ("own", "1.2.3")
    assert [ready.rule.id for ready in pack.rules] == ["OWN-01"]
    assert pack.rules[0].citations[0].title == "Our commissioning handbook"
    assert pack.rules[0].where == "own/OWN-01-summary.yaml"


def test_without_names_every_published_pack_is_loaded() -> None:
    assert tuple(pack.info.id for pack in load_packs()) == published_packs()
    assert "common" not in published_packs()


def test_a_pack_that_is_named_twice_is_loaded_once(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own")
    assert len(load_packs([str(folder), f"{folder}/", f"{folder}/../own"])) == 1


def test_a_folder_beside_us_that_is_named_like_a_published_pack_is_told_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pack(tmp_path / "sroi")
    monkeypatch.chdir(tmp_path)
    assert load_packs(["./sroi"])[0].info.id == "own"
    assert load_packs(["sroi"])[0].info.id == "sroi"


@pytest.mark.parametrize(
    ("name", "hint"),
    [("sroy", "did you mean `sroi`?"), ("common", "the packs are"), ("..", "also")],
)
def test_what_is_no_pack_is_wrong_usage(name: str, hint: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no rule pack") as caught:
        load_packs([name])
    assert hint in str(caught.value)


def test_an_empty_pack_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(PACK)
    assert "this pack holds no rule" in refused(tmp_path)[0]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("source: our-handbook", "source: our-handbok", "did you mean `our-handbook`?"),
        ("source: our-handbook", "source: zzz", "add it to sources.yaml"),
        (
            "severity: minor",
            "severity: minr",
            "OWN-01-summary.yaml, severity: `minr` is not one of critical, major",
        ),
        (
            "id: OWN-01",
            "id: own-1",
            "id: `own-1` cannot stand here",
        ),
        ("stages: [need]", "stages: []", "stages: at least 1 entry is wanted here"),
        ("title: The file", "title: [The file", "line 3, column 9: a comma or a closing bracket"),
        ("check: stated(case.summary)", "check: stated(case.sumary)", "did you mean `summary`?"),
        ("check: stated(case.summary)", "judgement: {topic: lots}", "go together"),
        ("check: stated(case.summary)", "when: 'True'", "a rule has a `check`"),
        ("check:", "tier: larg\ncheck:", "there is no tier `larg`"),
        ("check:", "tier_for: decommissioning\ncheck:", "`tier_for` goes with a `tier`"),
        ("check:", "minor_from: 2024-05-08\ncheck:", "graver before that day"),
        ("check:", "gates: {nation: [engand]}\ncheck:", "did you mean `england`?"),
        ("check:", "gates: {regime: [zzz]}\ncheck:", "it is one of pa2023"),
        ("check:", "gates: {or_declared_basis: compact}\ncheck:", "a gate that is not there"),
        ("check:", "gates: {otherwise: advisory}\ncheck:", "a gate that is not there"),
        (
            "check:",
            "gates: {nation: [wales], or_declared_basis: greenbook}\ncheck:",
            "did you mean `green-book`?",
        ),
        ("check:", "in_force: {from: 2020-01-01, hinges_on: notice}\ncheck:", "has no notice"),
        ("check:", "in_force: {from: 2020-01-01, until: 2020-01-01}\ncheck:", "never in force"),
        ("check:", "in_force: {hinges_on: decision}\ncheck:", "neither `from` nor `until`"),
        (
            "confidence: seen",
            "confidence: saw",
            "cite[0].confidence: `saw` is not one of source_document",
        ),
        ("cases:", "cases: []\nnil: conforms\nx:", "this key stands below `cases`"),
    ],
)
def test_a_slip_in_a_rule_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    write_pack(tmp_path / "own", rule=RULE.replace(old, new, 1))
    (problem,) = refused(tmp_path / "own")
    assert says in problem
    assert "own/OWN-01-summary.yaml" in problem


@pytest.mark.parametrize("key", ["check", "message", "severity", "basis", "requires"])
def test_a_misspelt_key_is_one_problem_and_not_two(tmp_path: Path, key: str) -> None:
    write_pack(tmp_path / "own", rule=RULE.replace(f"\n{key}:", f"\n{key}x:", 1))
    (problem,) = refused(tmp_path / "own")
    assert f"`{key}x` is not a key here" in problem
    assert f"did you mean `{key}`?" in problem


def test_a_misspelt_key_that_may_be_left_out_is_named_too(tmp_path: Path) -> None:
    write_pack(tmp_path / "own", rule=RULE.replace("check:", "nill: conforms\ncheck:", 1))
    assert "did you mean `nil`?" in refused(tmp_path / "own")[0]


def test_what_is_no_rule_at_all_is_said_to_be_none(tmp_path: Path) -> None:
    write_pack(tmp_path / "own", rule="- a list")
    assert refused(tmp_path / "own") == [
        "own/OWN-01-summary.yaml, whole file: keys with values are wanted here"
    ]


def test_keys_below_the_cases_are_refused_by_an_audit_as_well_as_by_rules_check(
    tmp_path: Path,
) -> None:
    gated = RULE + "gates: {nation: [wales]}\n"
    write_pack(tmp_path / "own", rule=gated)
    for with_cases in (True, False):
        (problem,) = refused(tmp_path / "own", with_cases=with_cases)
        assert "line 20: this key stands below `cases`" in problem


def test_a_case_in_a_list_that_is_not_indented_is_no_key(tmp_path: Path) -> None:
    head, cases = RULE.split("cases:\n")
    flush = "".join(line[2:] + "\n" for line in cases.splitlines())
    write_pack(tmp_path / "own", rule=f"{head}cases:\n# the proof\n{flush}")
    assert load_packs([str(tmp_path / "own")], with_cases=True)[0].rules[0].rule.cases


@pytest.mark.parametrize("name", ["OWN-02-summary", "summary", "OWN-01", "OWN-01-a-b-c-d-e-f"])
def test_a_rule_is_found_by_the_name_of_its_file(tmp_path: Path, name: str) -> None:
    folder = write_pack(tmp_path / "own")
    (folder / "OWN-01-summary.yaml").rename(folder / f"{name}.yaml")
    (problem,) = refused(folder)
    assert "the file's name is not the rule's id and at most five words" in problem
    assert "OWN-01-at-most-five-words.yaml" in problem


def test_a_file_that_ends_in_yml_is_refused_rather_than_passed_over(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own")
    (folder / "OWN-02-more.yml").write_text(RULE)
    assert "a file that ends in .yml is not read" in refused(folder)[0]


def test_a_rule_that_two_packs_define_is_refused(tmp_path: Path) -> None:
    one = write_pack(tmp_path / "one")
    two = write_pack(tmp_path / "two", pack=PACK.replace("id: own", "id: other"))
    with pytest.raises(RulesError, match="`OWN-01` is defined twice, also in one/OWN-01-summary"):
        load_packs([str(one), str(two)])


def test_a_rule_that_one_pack_defines_twice_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own")
    (folder / "OWN-01-again.yaml").write_text(RULE)
    assert "`OWN-01` is defined twice" in refused(folder)[0]


def test_two_packs_of_one_id_cannot_be_applied_together(tmp_path: Path) -> None:
    # each would count the findings of the other as its own
    one = write_pack(tmp_path / "one")
    two = write_pack(tmp_path / "two", rule=RULE.replace("OWN-01", "OWN-02"))
    (two / "OWN-01-summary.yaml").rename(two / "OWN-02-summary.yaml")
    with pytest.raises(UsageError, match="two packs have the id `own`"):
        load_packs([str(one), str(two)])


def test_two_packs_cannot_set_one_number_differently(tmp_path: Path) -> None:
    one = write_pack(tmp_path / "one", parameters__own_months=PARAMETER)
    two = write_pack(
        tmp_path / "two",
        pack=PACK.replace("id: own", "id: other"),
        rule=RULE.replace("OWN-01", "OTH-01"),
        parameters__own_months=PARAMETER.replace("value: 3", "value: 6"),
    )
    (two / "OWN-01-summary.yaml").rename(two / "OTH-01-summary.yaml")
    with pytest.raises(RulesError, match="parameter `own_months` is not the same"):
        load_packs([str(one), str(two)])


def test_a_source_that_is_published_already_is_not_defined_again(tmp_path: Path) -> None:
    again = SOURCES.replace("our-handbook", "sroi-guide-2012")
    folder = write_pack(tmp_path / "own")
    (folder / "sources.yaml").write_text(SOURCES + again)
    assert "source `sroi-guide-2012` is defined twice" in refused(folder)[0]


def test_a_pack_needs_no_sources_of_its_own(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own", rule=RULE.replace("our-handbook", "sroi-guide-2012"))
    (folder / "sources.yaml").unlink()
    assert load_packs([str(folder)])[0].rules


@pytest.mark.parametrize(
    ("clauses", "says"),
    [
        ("- {clause: 1, title: The first clause}", "clauses.yaml, [0]: a clause has rules, or"),
        (
            "- {clause: '1', title: The first clause, rules: [OWN-09]}",
            "clause 1 names `OWN-09`, which is not in this pack",
        ),
        (
            "- {clause: '1', title: The first clause, not_checked: A matter of opinion}",
            "no clause names the rule `OWN-01`",
        ),
        (
            "- {clause: '1', title: The first clause, rules: [OWN-01], same_as: [DEC-15]}",
            "clauses.yaml, [0]: a clause has rules, or same_as, or a reason",
        ),
        (
            "- {clause: '1', title: The first clause, same_as: [OWN-01]}",
            "clause 1 has `OWN-01` in `same_as`, but it is in this pack",
        ),
        (
            "- {clause: '1', title: The first clause, rules: [OWN-01], rows: [OWN-01]}",
            "clause 1 has the row `OWN-01`, which is a rule of this pack",
        ),
        (
            "- {clause: '1', title: The first clause, rules: [OWN-01, OWN-01]}",
            "clause 1 names `OWN-01` twice",
        ),
        (
            "- {clause: '1', title: The first clause, rules: [OWN-01]}\n"
            "- {clause: '1', title: The second clause, same_as: [DEC-15]}",
            "two clauses are called 1",
        ),
        (
            "- {clause: '1', title: The first clause, rules: [OWN-01], rows: [SVA-03]}\n"
            "- {clause: '2', title: The second clause, same_as: [DEC-15], rows: [SVA-03]}",
            "row `SVA-03` stands in two clauses",
        ),
    ],
)
def test_the_clauses_of_an_authority_and_the_rules_fit(
    tmp_path: Path, clauses: str, says: str
) -> None:
    clauses = clauses.replace("clause: 1,", "clause: '1',")
    write_pack(tmp_path / "own", clauses=clauses)
    assert says in refused(tmp_path / "own")[0]


def test_a_clause_that_leans_on_a_rule_of_no_pack_is_refused(tmp_path: Path) -> None:
    clauses = (
        "- {clause: '1', title: The first clause, rules: [OWN-01]}\n"
        "- {clause: '2', title: The second clause, same_as: [OTH-01, OTH-02]}"
    )
    packs = load_packs([str(write_pack(tmp_path / "own", clauses=clauses))])
    refuse_unknown_rules(packs, {"OWN-01", "OTH-01", "OTH-02"})
    with pytest.raises(RulesError, match="clause 2 leans on `OTH-02`, which no pack has"):
        refuse_unknown_rules(packs, {"OWN-01", "OTH-01"})


def test_the_digest_of_a_pack_changes_with_any_byte_of_it(tmp_path: Path) -> None:
    folder = write_pack(
        tmp_path / "own",
        parameters__own_months=PARAMETER,
        clauses="- {clause: '1', title: The first clause, rules: [OWN-01]}\n",
    )
    seen = {load_packs([str(folder)])[0].sha256}
    files = sorted(folder.rglob("*.yaml"))
    for path in files:
        path.write_bytes(path.read_bytes() + b"# one more byte\n")
        seen.add(load_packs([str(folder)])[0].sha256)
    assert len(seen) == len(files) + 1 == 6


def test_the_digest_of_a_pack_does_not_depend_on_where_it_stands(tmp_path: Path) -> None:
    one, two = (load_packs([str(write_pack(tmp_path / at))])[0] for at in ("one", "a/b/two"))
    assert one.sha256 == two.sha256


def test_a_pack_that_changes_is_read_again(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own", parameters__own_months=PARAMETER)
    assert load_packs([str(folder)])[0].parameters["own_months"].values[0].value == 3
    write_pack(folder, parameters__own_months=PARAMETER.replace("value: 3", "value: 6"))
    (folder / "sources.yaml").write_text(SOURCES.replace("Our commissioning", "The council's"))
    (pack,) = load_packs([str(folder)])
    assert pack.parameters["own_months"].values[0].value == 6
    assert pack.rules[0].citations[0].title == "The council's handbook"


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own")
    (folder / "OWN-01-summary.yaml").write_text(RULE, encoding="utf-8-sig")
    assert load_packs([str(folder)])[0].rules


def test_a_byte_that_is_not_utf_8_is_named_with_its_place(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own")
    (folder / "OWN-01-summary.yaml").write_bytes(RULE.encode() + b"# caf\xe9\n")
    line = RULE.count("\n") + 1
    (problem,) = refused(folder)
    assert problem.startswith(
        f"own/OWN-01-summary.yaml, line {line}, column 6: the byte 0xE9 is not UTF-8"
    )


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own")
    (folder / "OWN-02-folder.yaml").mkdir()
    assert refused(folder)[0].startswith("own/OWN-02-folder.yaml: this file cannot be read: ")
