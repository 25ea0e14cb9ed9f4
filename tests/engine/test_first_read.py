import ast

import pytest

from auditor.engine.first_read import first_read


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("case.sroi.rows", "case.sroi.rows"),
        ("not case.needs.urgent", "case.needs.urgent"),
        ("3 < case.award.price_weight * 2", "case.award.price_weight"),
        ("all(row.proxy > 1 for row in case.sroi.rows if row.id)", "case.sroi.rows"),
        ("stated(case.contract, case.award)", "case.contract"),
        ("months_between(case.contract.start, case.contract.end) > 1", "case.contract.start"),
        ("facts.sroi.total > 1 and case.award", "facts.sroi.total"),
    ],
)
def test_the_value_that_is_read_before_all_others_is_known(written: str, first: str) -> None:
    assert first_read(ast.parse(written, mode="eval").body) == first


@pytest.mark.parametrize("written", ["has(case.award) or case.stage", "nil(case.award)", "entry"])
def test_what_does_not_stop_an_expression_is_not_its_first_read(written: str) -> None:
    assert first_read(ast.parse(written, mode="eval").body) == ""
