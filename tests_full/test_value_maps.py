"""LibreOffice calculates every value map anew, and what is read of them stays the same."""

from pathlib import Path

import pytest

from auditor.load import read
from scripts.value_maps.__main__ import LAYOUTS, TARGET, calculate
from scripts.value_maps.case import case_of


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("maps")
    drafts = folder / "drafts"
    drafts.mkdir()
    for name, (case, layout) in LAYOUTS.items():
        layout(case_of(case), drafts / f"{name}.xlsx")
    calculate(sorted(drafts.iterdir()), folder / "made", folder / "profile")
    return folder / "made"


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_map_that_is_made_again_reads_the_same(name: str, made: Path) -> None:
    again, kept = read(made / f"{name}.xlsx"), read(TARGET / f"{name}.xlsx")
    assert again.data == kept.data
    assert again.remarks == kept.remarks
