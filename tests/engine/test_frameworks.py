"""Outcome frameworks are found by their id, read when they are asked for, and never mixed up."""

from pathlib import Path

import pytest

from auditor.engine.frameworks import Frameworks, frameworks_of_pack, own_frameworks, together
from auditor.engine.pack import load_packs
from auditor.errors import RulesError, UsageError
from auditor.resources import rules_folder
from tests.engine.own_pack import write_pack
from tests.own_framework import OURS

COMMON = rules_folder() / "common"


def write(folder: Path, name: str = "ours.yaml", text: str = OURS) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)
    return folder / name


def test_every_published_framework_can_be_read_under_its_name() -> None:
    known = frameworks_of_pack(COMMON, rules_folder() / "better-return")
    assert len(known) >= 3
    assert {each.given.id for each in known.values()} == set(known)
    assert all(each.published for each in known.values())


def test_a_framework_of_ones_own_is_read_from_a_file_of_any_name_or_a_folder(
    tmp_path: Path,
) -> None:
    path = write(tmp_path, "anything.yaml")
    assert own_frameworks([path]) == own_frameworks([tmp_path])
    assert not own_frameworks([path])["ours"].published


def test_a_path_without_a_framework_is_named(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.yaml"):
        with pytest.raises(UsageError, match="there is no outcome framework here"):
            own_frameworks([path])


def test_a_misspelt_key_is_named_with_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, text=OURS.replace("taken_up_by", "taken_by"))
    with pytest.raises(RulesError) as error:
        own_frameworks([path])
    assert "taken_by" in str(error.value)
    assert "did you mean `taken_up_by`?" in str(error.value)


def test_two_frameworks_of_one_id_are_refused(tmp_path: Path) -> None:
    one, other = write(tmp_path / "a"), write(tmp_path / "b")
    with pytest.raises(RulesError, match="`ours` is defined twice"):
        own_frameworks([one, other])


def test_a_framework_with_the_id_of_a_published_one_is_refused(tmp_path: Path) -> None:
    own = own_frameworks([write(tmp_path, text=OURS.replace("id: ours", "id: camden-nef"))])
    held = frameworks_of_pack(COMMON, tmp_path)
    with pytest.raises(UsageError, match="there is already an outcome framework `camden-nef`"):
        together([held], own)


def test_a_published_framework_may_be_given_once_more(tmp_path: Path) -> None:
    held = frameworks_of_pack(COMMON, tmp_path)
    own = own_frameworks([COMMON / "frameworks" / "camden-nef.yaml"])
    assert set(together([held], own)) == set(held)


def test_a_pack_of_ones_own_brings_its_frameworks(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own")
    write(folder / "frameworks")
    assert load_packs([str(folder)])[0].frameworks["ours"].given.title == "Our outcomes"


def test_a_framework_in_a_pack_has_the_name_of_its_id(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own")
    write(folder / "frameworks", "other.yaml")
    with pytest.raises(RulesError, match=r"name it ours\.yaml"):
        load_packs([str(folder)])


def test_a_pack_cannot_redefine_a_published_framework(tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "own")
    write(folder / "frameworks", "camden-nef.yaml", OURS.replace("id: ours", "id: camden-nef"))
    with pytest.raises(RulesError, match="`camden-nef` is defined twice"):
        load_packs([str(folder)])


def test_a_framework_that_nobody_follows_is_not_read(tmp_path: Path) -> None:
    known = Frameworks({"broken": write(tmp_path, "broken.yaml", "id: [")})
    assert list(known) == ["broken"]
    with pytest.raises(RulesError):
        known["broken"]
