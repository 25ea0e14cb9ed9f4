"""A value map is written as YAML that says the same, with the cell beside every value."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.import_file import imported
from auditor.load import read
from auditor.load.document import Document, Remark, RemarkKind
from auditor.load.yaml_reader import read_yaml

MAPS = Path(__file__).parent / "data" / "value-maps"


@pytest.mark.parametrize("path", sorted(MAPS.glob("*.xlsx")), ids=lambda path: path.stem)
def test_what_is_written_reads_back_to_the_same_data(path):
    document = read(path)
    data, _ = read_yaml(imported(document).encode(), name="map.yaml")
    assert data == document.data


texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=30)
records = st.recursive(
    st.one_of(texts, st.integers(), st.booleans(), st.decimals(-100, 100, places=3)),
    lambda part: st.one_of(
        st.dictionaries(texts.filter(lambda key: key != "value"), part, min_size=1, max_size=4),
        st.lists(part.filter(lambda each: not isinstance(each, list)), min_size=1, max_size=4),
    ),
    max_leaves=12,
)


@given(st.dictionaries(texts.filter(lambda key: key != "value"), records, min_size=1, max_size=4))
def test_any_data_reads_back(data):
    written = imported(Document("map.xlsx", data, "0" * 64, {}))
    assert read_yaml(written.encode(), name="map.yaml")[0] == data


def test_places_and_remarks_stand_as_comments():
    remark = Remark(RemarkKind.ASSUMPTION, "A stage\nis assumed.", "Map!A1")
    document = Document("m.xlsx", {"title": "Hub"}, "ab" * 32, {"/title": "Map!B2"}, (remark,))
    lines = imported(document).splitlines()
    assert "# assumption (Map!A1): A stage is assumed." in lines
    assert lines[-1] == 'title: "Hub"  # Map!B2'


def test_no_text_of_a_workbook_leaves_its_comment_or_its_quotes():
    remark = Remark(RemarkKind.READING, "x\u2028kind: decommissioning", 'M"\nkind: x!A1')
    document = Document("m.xlsx", {"title": 'a"\nb: c'}, "", {"/title": "S\nkind: x!B2"}, (remark,))
    assert read_yaml(imported(document).encode(), name="m.yaml")[0] == {"title": 'a"\nb: c'}
