import pytest

from auditor.engine.pack import load_packs
from auditor.sealing.blocks import blocks_of
from auditor.sealing.contents import contents, texts
from auditor.sealing.held import Held
from auditor.sealing.printed import differences
from auditor.sealing.seal import Basis, sealed
from tests.output import sample


@pytest.mark.parametrize("report", [sample.hostile, sample.crowded], ids=["hostile", "crowded"])
def test_a_report_with_any_text_prints_its_result(report):
    raw = sealed(report(), Basis(load_packs(["evidence"]), file=b"the file"))
    assert differences(Held(contents(raw).files), texts(raw)) == []


def test_text_is_taken_block_by_block():
    found = blocks_of(
        '<head><title>not this</title></head><body><div class="page-one"><h1>A <b>b</b></h1>'
        "<ul><li>c</li></ul><svg><title>nor this</title><text>1</text></svg></div>"
        "<table><tr><th>d</th><td>e &amp; f</td></tr></table></body>"
    )
    assert [(" ".join(each.text.split()), each.on_page_one) for each in found] == [
        ("A b", True),
        ("c", True),
        ("1", True),
        ("d e & f", False),
    ]
    assert [each.is_item for each in found] == [False, True, False, False]
    assert [each.is_drawn for each in found] == [False, False, True, False]
