"""What the program says of figures in the many shapes in which reports print them."""

import json
from pathlib import Path

import pytest

from auditor.audit import read_file
from auditor.cli.packs import packs_for
from auditor.valuation import value

SHAPES = Path(__file__).parent.parent / "data" / "shapes"
VERDICTS = json.loads((SHAPES / "verdicts.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def packs():
    return packs_for(())


@pytest.mark.parametrize("case", sorted(VERDICTS))
def test_each_figure_gets_the_verdict_that_is_true_of_it(case, packs):
    found = value(read_file(SHAPES / f"{case}.yaml"), packs)
    said = {claim.id: claim for claim in found.claims}
    true = {name: each if isinstance(each, list) else [each, ""] for name, each in
            VERDICTS[case].items()}  # fmt: skip
    assert {name: claim.verdict.value for name, claim in said.items()} == {
        name: verdict for name, (verdict, _) in true.items()
    }
    for name, (_, words) in true.items():
        assert words in said[name].note, name
