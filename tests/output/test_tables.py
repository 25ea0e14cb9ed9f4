from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from auditor.audit import prepare, read_file
from auditor.engine.pack import load_packs
from auditor.output import tables_parameters, xlsx
from auditor.output.figure import Figure
from tests.output import sample

EXAMPLE = Path(__file__).parents[2] / "examples" / "day-centre-decommissioning.yaml"


@pytest.fixture(scope="module")
def parameters():
    packs = load_packs()
    return tables_parameters.parameters(packs, prepare(read_file(EXAMPLE), packs))


REPORTS = {"short": sample.report(), "long": sample.report(sample.many(300)),
           "hostile": sample.hostile()}  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
def test_every_row_fills_every_column(name):
    for table in xlsx.every_table(REPORTS[name]):
        assert {len(row) for row in table.rows} <= {len(table.columns)}


@pytest.mark.parametrize("name", REPORTS)
def test_no_two_columns_and_no_two_tables_have_one_name(name):
    found = xlsx.every_table(REPORTS[name])
    assert len({table.name for table in found}) == len(found)
    for table in found:
        headings = [column.heading for column in table.columns]
        assert len(set(headings)) == len(headings)


def test_a_parameter_is_that_of_the_dates_of_the_file(parameters):
    rows = {row[0]: row for row in parameters.rows}
    notice = rows["minimum_notice_months"]
    assert notice[2] == Figure("3", Decimal(3), "0")
    assert notice[3] == "calendar months"
    assert isinstance(notice[4], date)
    assert notice[4] <= date(2026, 3, 24)
    assert notice[7]


def test_a_parameter_that_is_a_table_is_written_out(parameters):
    rates = next(row for row in parameters.rows if row[0] == "discount_rates")
    assert "standard: ((from_year: 0, rate: 0.03" in str(rates[2])


def test_a_unit_stands_in_the_heading_of_its_column():
    value = next(t for t in xlsx.every_table(sample.report()) if t.name == "Value")
    assert value.columns[2].heading == "Amount (currency of the file)"
    assert value.rows[1][2] == Figure("-216,645", Decimal(-216645), "#,##0")
