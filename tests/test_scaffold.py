from pathlib import Path

import pytest

from auditor.engine.examples import run_cases
from auditor.engine.pack import load_packs, published_packs
from auditor.errors import UsageError
from auditor.resources import rules_folder
from auditor.scaffold import draft_rule


def write(files: dict[Path, str]) -> None:
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def drafted(folder: Path, title: str) -> Path:
    files = draft_rule(str(folder), title)
    write(files)
    return next(iter(files))


TITLES = [
    "Every review names a service user",
    'The "prime" provider\'s costs: are they {named}?',
    "Mae'r canlyniadau wedi'u mesur bob blwyddyn – dâ",
    "Результаты измеряются каждый год",
    "# not a comment, - not a list, & not an *anchor",
    "A title with a backslash \\ and a tab-less end \\n",
    "x" * 140,
]


@pytest.mark.parametrize("title", TITLES)
def test_a_draft_passes_every_check_as_it_stands(tmp_path: Path, title: str) -> None:
    drafted(tmp_path / "my rules", title)
    (pack,) = load_packs([str(tmp_path / "my rules")], with_cases=True)
    assert pack.rules[0].rule.title == title
    outcomes = list(run_cases(pack))
    assert len(outcomes) >= 4
    assert [outcome for outcome in outcomes if not outcome.passed] == []


@pytest.mark.parametrize(
    ("folder", "prefix"),
    [
        ("my-rules", "MYR"),
        ("handbook", "HANDBO"),
        ("Youth team: own rules", "YOUTOR"),
        ("b2 c3", "B2C"),
        ("sroi", "OWN"),  # a published pack has these ids
        ("42", "OWN"),
        ("x", "OWN"),
        ("правила", "OWN"),
    ],
)
def test_ids_begin_with_the_name_of_the_pack_so_that_two_packs_differ(
    tmp_path: Path, folder: str, prefix: str
) -> None:
    path = drafted(tmp_path / folder, "The first rule of ours")
    assert path.name == f"{prefix}-01-the-first-rule-of-ours.yaml"


def test_two_packs_of_ones_own_are_applied_together(tmp_path: Path) -> None:
    for name in ("youth-team", "adult-team"):
        drafted(tmp_path / name, "The first rule of ours")
    packs = load_packs([str(tmp_path / "youth-team"), str(tmp_path / "adult-team")])
    assert [ready.rule.id for pack in packs for ready in pack.rules] == ["YOUT-01", "ADUT-01"]


def test_a_rule_of_ones_own_rests_on_a_source_of_ones_own_and_counts(tmp_path: Path) -> None:
    drafted(tmp_path / "mine", "The first rule of ours")
    (pack,) = load_packs([str(tmp_path / "mine")])
    assert pack.rules[0].rule.counts_towards
    assert pack.rules[0].citations[0].source == "our-source"


def test_a_second_rule_goes_on_with_the_source_that_the_pack_names(tmp_path: Path) -> None:
    drafted(tmp_path, "The first rule of ours")
    sources = tmp_path / "sources.yaml"
    sources.write_text(sources.read_text().replace("our-source", "our-procedure-2025"))
    files = draft_rule(str(tmp_path), "The second rule of ours")
    assert sources not in files
    assert "source: our-procedure-2025," in next(iter(files.values()))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Every review names a service user", "OWN-01-every-review-names-a-service.yaml"),
        ("Mae'r canlyniadau dâ", "OWN-01-maer-canlyniadau-da.yaml"),
        ("Результаты измеряются", "OWN-01-rule.yaml"),
        ("../../etc/passwd is not read", "OWN-01-etc-passwd-is-not-read.yaml"),
    ],
)
def test_a_draft_has_a_name_that_every_system_takes(tmp_path: Path, title: str, name: str) -> None:
    path = drafted(tmp_path / "own", title)
    assert path.relative_to(tmp_path / "own").as_posix() == name


def test_the_next_rule_of_a_pack_has_the_next_number_and_the_pack_stays(tmp_path: Path) -> None:
    drafted(tmp_path, "The first rule of ours")
    (tmp_path / "OWN-07-gap.yaml").write_text("")
    (tmp_path / "pack.yaml").write_text("mine")
    files = draft_rule(str(tmp_path), "The second rule of ours")
    assert [path.name for path in files] == ["OWN-08-the-second-rule-of-ours.yaml"]


def test_a_rule_for_a_published_pack_goes_on_with_its_ids() -> None:
    (path,) = draft_rule("sroi", "A rule that is only drafted")
    assert path.parent == rules_folder() / "sroi"
    assert path.name.startswith("SROI-")
    assert not path.exists()


def test_an_editor_finds_the_schema_beside_a_rule_of_ones_own(tmp_path: Path) -> None:
    path = drafted(tmp_path, "The first rule of ours")
    assert path.read_text().startswith("# yaml-language-server: $schema=rule.schema.json\n")
    assert (path.parent / "rule.schema.json").is_file()


@pytest.mark.parametrize("name", ["my rules", "42", "правила", "sroi", "x" * 200, "a", "My_Rules!"])
def test_a_pack_takes_an_id_from_its_folder_that_nothing_published_has(
    tmp_path: Path, name: str
) -> None:
    drafted(tmp_path / name, "The first rule of ours")
    (pack,) = load_packs([str(tmp_path / name)])
    assert pack.info.id not in published_packs()


@pytest.mark.parametrize(
    "title", ["", "Short", " " * 20, "x" * 141, "Two lines\nof a title", "Bell \a"]
)
def test_a_title_that_cannot_be_printed_on_one_line_is_refused(tmp_path: Path, title: str) -> None:
    with pytest.raises(UsageError, match="one line of 8 to 140 characters"):
        draft_rule(str(tmp_path), title)


@pytest.mark.parametrize("folder", ["", " ", "a\nb"])
def test_a_folder_that_cannot_be_named_is_refused(folder: str) -> None:
    with pytest.raises(UsageError, match="not the name of a folder"):
        draft_rule(folder, "The first rule of ours")


def test_a_file_is_not_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="a file, not a folder"):
        draft_rule(str(tmp_path / "file"), "The first rule of ours")
