"""Whatever stands in the cells of a workbook, it is read or refused with places, never a fault."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.load.sheets import Area, Cell, Position, Sheet, Workbook
from auditor.load.template.reader import read_template
from auditor.model.file import CommissioningFile
from tests.load.template.edits import form
from tests.load.template.files import TEXTS

SHEETS = ("Start", "Decision", "SROI", "SROI rows", "Stakeholders", "Stakeholders involved",
          "Options reported years", "Choices")  # fmt: skip
KNOWN_TEXTS = st.sampled_from([
    "id", "(row)", "(belongs to)", "example", "stated", "Value", "Name in the file",
    "auditor-sheet: x",
    "auditor-sheet: stakeholders", "auditor-workbook: commissioning; layout 1", "none: x", "json:1",
    "a | b", "5 | printed: | where", "1e999999", "9" * 60, "5%", "%", "£", "1,2,3", "tenants",
])  # fmt: skip
VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.dates(date(1900, 1, 1), date(2099, 1, 1))
    | KNOWN_TEXTS
    | TEXTS
)
CELLS = st.builds(
    Cell, VALUES, st.sampled_from(["", "=SUM(A1)"]), st.sampled_from(["General", "0%", "@", "000"])
)
POSITIONS = st.tuples(st.integers(1, 14), st.integers(1, 12))
AREAS = st.builds(Area, *(st.integers(1, 14) for _ in range(4)))


def edited(sheet: Sheet, cells: Mapping[Position, Cell], merged: list[Area]) -> Sheet:
    return replace(sheet, cells={**sheet.cells, **cells}, merged=tuple(merged))


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=300)
@given(
    st.dictionaries(
        st.sampled_from(SHEETS),
        st.tuples(st.dictionaries(POSITIONS, CELLS, max_size=6), st.lists(AREAS, max_size=1)),
        min_size=1,
        max_size=4,
    )
)
def test_any_cells_are_read_or_refused_with_their_places(
    edits: Mapping[str, tuple[Mapping[Position, Cell], list[Area]]],
) -> None:
    sheets = (edited(sheet, *edits.get(sheet.name, ({}, []))) for sheet in form().sheets)
    try:
        data, places, _ = read_template(Workbook(tuple(sheets)), name="my.xlsx")
    except InputError as refused:
        assert all(each.problem and "!" in each.where for each in refused.problems)
    else:
        assert set(data) <= {*CommissioningFile.model_fields, "$schema"}
        assert all("!" in place for place in places.values())
