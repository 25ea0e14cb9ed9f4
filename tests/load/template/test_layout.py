"""The sheets of the workbook follow from the model: each field a cell, each list a sheet."""

from typing import get_args

import pytest

from auditor.load.template.field import Holds
from auditor.load.template.layout import LONGEST_NAME, layout
from auditor.load.template.marks import CHOICES_SHEET, START_SHEET
from auditor.model.stage import Kind
from auditor.schema.published import published

KINDS = get_args(Kind)


@pytest.mark.parametrize("kind", KINDS)
def test_every_property_of_the_schema_has_a_cell_or_a_sheet(kind: str) -> None:
    shown = {".".join((*part.path, *field.path)) for part in layout(kind) for field in part.fields}
    wanted = {path.replace("[]", "") for path in published(kind).paths}
    figures = {path for path in wanted if path.rpartition(".")[2] in ("value", "printed", "where")}
    assert shown <= wanted
    # What a figure prints, and where, stands in its own cell.
    missing = wanted - shown
    assert missing <= figures
    assert {path.rpartition(".")[0] for path in missing} <= shown


@pytest.mark.parametrize("kind", KINDS)
def test_sheets_have_names_of_their_own_that_fit(kind: str) -> None:
    names = [part.name.lower() for part in layout(kind)]
    names += [START_SHEET.lower(), CHOICES_SHEET.lower()]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= LONGEST_NAME


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_holds_a_list_in_a_row_has_an_id_or_a_number_to_be_named_by(kind: str) -> None:
    by_path = {part.path: part for part in layout(kind)}
    holders = [by_path[path] for path in {part.holder for part in layout(kind) if part.of_entry}]
    assert len(holders) >= 5
    named = {each.key: each.field("id") for each in holders if not each.numbered}
    assert all(field and field.must for field in named.values())
    assert {part.key for part in layout(kind) if part.numbered} == {
        "procurement.lots", "procurement.awards",
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_comes_after_the_one_that_it_belongs_to(kind: str) -> None:
    paths = [part.path for part in layout(kind)]
    assert all(paths.index(part.holder) < at for at, part in enumerate(layout(kind)) if part.path)


def test_what_the_file_refers_to_by_id_is_a_list_with_a_sheet() -> None:
    keys = {part.key for part in layout("decommissioning") if part.listed}
    referred = {field.refers for part in layout("decommissioning") for field in part.fields}
    assert referred - {""} <= keys


def test_a_field_knows_what_stands_in_its_cell() -> None:
    rows = next(part for part in layout("commissioning") if part.key == "sroi.rows")
    held = {field.key: (field.holds, field.many, field.nil) for field in rows.fields}
    assert held["id"] == (Holds.ID, False, False)
    assert held["quantity_source"] == (Holds.TEXT, False, True)
    assert held["deadweight_basis"] == (Holds.RECORD, False, True)
    assert held["deadweight_basis.date"] == (Holds.DATE, False, False)
    assert held["shown_rounded"] == (Holds.CHOICE, True, True)
    assert held["reported_years"] == (Holds.FIGURE, True, True)
    assert held["cashable"] == (Holds.YES_NO, False, False)
