from pathlib import Path

import pytest

from auditor.engine.levels import refuse_unknown_asks
from auditor.engine.pack import Pack, load_pack, load_packs
from auditor.errors import RulesError
from tests.engine.own_pack import write_pack

LEVELS = """\
format_version: "1"
id: our-levels
title: Our levels of commissioning
about: What our training asks of commissioners, course by course.
cite:
  - {source: our-handbook, where: page 3, confidence: seen}
levels:
  - id: first
    title: The first level
    about: Where all begin.
    asks: [{what: There is a summary, rules: [OWN-01]}]
  - id: second
    title: The second level
    about: Where some arrive.
    asks: [{what: Needs come first, rules: [EP1-01]}]
"""


def own(folder: Path, levels: str = LEVELS) -> Pack:
    return load_pack(write_pack(folder / "own", levels=levels))


def refused(folder: Path, levels: str) -> str:
    with pytest.raises(RulesError) as error:
        own(folder, levels)
    return str(error.value)


def test_a_pack_may_bring_levels_of_its_own(tmp_path: Path) -> None:
    model = own(tmp_path).levels
    assert model is not None
    assert [level.id for level in model.levels] == ["first", "second"]


def test_a_pack_need_not_have_levels(tmp_path: Path) -> None:
    assert load_pack(write_pack(tmp_path / "own")).levels is None


def test_one_level_is_no_model(tmp_path: Path) -> None:
    assert "levels" in refused(tmp_path, LEVELS[: LEVELS.index("  - id: second")])


def test_two_levels_of_one_name_are_refused(tmp_path: Path) -> None:
    said = refused(tmp_path, LEVELS.replace("id: second", "id: first"))
    assert "two levels have the id `first`" in said


def test_levels_cite_what_is_among_the_sources(tmp_path: Path) -> None:
    said = refused(tmp_path, LEVELS.replace("our-handbook", "their-handbook"))
    assert "source `their-handbook` is not defined" in said


def test_a_level_asks_for_rules_that_some_pack_has(tmp_path: Path) -> None:
    with pytest.raises(RulesError) as error:
        refuse_unknown_asks([own(tmp_path)], {"OWN-01"})
    assert "level `second` asks for `EP1-01`, which no pack has" in str(error.value)
    refuse_unknown_asks([own(tmp_path / "again")], {"OWN-01", "EP1-01"})


def test_published_levels_ask_for_published_rules() -> None:
    packs = load_packs()
    refuse_unknown_asks(packs, {ready.rule.id for pack in packs for ready in pack.rules})
    assert [pack.info.id for pack in packs if pack.levels] == ["accounting-for-value"]
