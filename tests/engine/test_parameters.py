from datetime import date
from pathlib import Path
from typing import Any

import pytest

from auditor.engine.pack_parts import Parameter
from auditor.engine.parameters import (
    ParameterNames,
    parameter_types,
    read_parameters,
    resolve,
    value_on,
)
from auditor.errors import RulesError
from auditor.model.describe import describe
from tests.engine.own_pack import PARAMETER

CITE = [{"source": "toy", "where": "page 1", "confidence": "seen"}]


def parameter(*values: dict[str, Any]) -> Parameter:
    return Parameter.model_validate(
        {
            "format_version": "1",
            "id": "notice",
            "title": "Months of notice",
            "unit": "months",
            "values": [{"cite": CITE, **value} for value in values],
        }
    )


NOTICE = parameter(
    {"from": "2010-01-01", "until": "2012-01-01", "value": 2},
    {"from": "2013-01-01", "value": 3},
    {"from": "2020-06-15", "value": 6},
)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2009-12-31", None),
        ("2010-01-01", 2),
        ("2011-12-31", 2),
        ("2012-01-01", None),
        ("2013-01-01", 3),
        ("2020-06-14", 3),
        ("2020-06-15", 6),
        ("2099-01-01", 6),
    ],
)
def test_the_value_in_force_is_the_latest_that_has_begun_and_not_ended(
    day: str, value: int | None
) -> None:
    found = value_on(NOTICE, date.fromisoformat(day))
    assert (found.value if found else None) == value
    assert resolve({"notice": NOTICE}, date.fromisoformat(day)) == (
        {} if value is None else {"notice": value}
    )


def test_without_a_date_only_a_number_that_never_changed_is_known() -> None:
    never_changed = parameter({"from": "2010-01-01", "value": 2})
    known = {"notice": NOTICE, "other": never_changed}
    assert resolve(known, None) == {"other": 2}


def test_a_number_that_is_not_in_force_reads_as_not_stated() -> None:
    names = ParameterNames(["notice", "other"], {"other": 2})
    assert (names.notice, names.other) == (None, 2)
    with pytest.raises(AttributeError):
        names.notise  # noqa: B018


def test_a_rule_may_use_numbers_texts_and_lists_and_no_table() -> None:
    kinds = {
        "whole": 3,
        "text": "year",
        "switch": True,
        "months": [1, 2],
        "table": {"a": 1},
        "tables": [{"a": 1}],
        "nothing": [],
        "day": "2025-02-24",
    }
    found = {name: parameter({"from": "2010-01-01", "value": value})
             for name, value in kinds.items()}  # fmt: skip
    owner = parameter_types(found).owner
    described = {name: describe(owner, name) for name in kinds}
    assert {name: kind.kind for name, kind in described.items() if kind} == {
        "whole": "number",
        "text": "text",
        "switch": "bool",
        "months": "list",
        "day": "date",
    }


def test_a_text_that_is_written_as_a_date_is_that_day() -> None:
    assert parameter({"from": "2010-01-01", "value": "2025-02-24"}).values[0].value == date(
        2025, 2, 24
    )


@pytest.mark.parametrize(("started", "months"), [("2019-12-31", 3), ("2020-06-15", 6), (None, 3)])
def test_the_start_of_the_procurement_chooses_where_a_parameter_hinges_on_it(
    started: str | None, months: int
) -> None:
    hinged = NOTICE.model_copy(update={"hinges_on": "procurement_start"})
    known, start = {"hinged": hinged, "notice": NOTICE}, date.fromisoformat(started or "2014-01-01")
    numbers = resolve(known, date(2019, 1, 1), started=start if started else None)
    assert numbers == {"hinged": months, "notice": 3}


def refused(folder: Path, text: str, name: str = "own_months") -> str:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.yaml").write_text(text)
    with pytest.raises(RulesError) as caught:
        read_parameters([folder])
    return str(caught.value)


MORE = PARAMETER.replace("values:\n", "").partition("  - from")[2]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PARAMETER + "  - from: 2020-01-01" + MORE.partition("2020-01-01")[2], "in the order"),
        (PARAMETER + "  - from: 2019-01-01" + MORE.partition("2020-01-01")[2], "in the order"),
        (PARAMETER.replace("value: 3", "until: 2020-01-01\n    value: 3"), "ends before it begins"),
        (
            PARAMETER
            + "  - from: 2021-01-01"
            + MORE.partition("2020-01-01")[2].replace("value: 3", "value: three"),
            "not all of one kind",
        ),
        (PARAMETER.replace("own_months", "other_months"), "name it other_months.yaml"),
        (PARAMETER.replace("unit: months\n", ""), "unit: this key is missing"),
        (PARAMETER.replace("unit:", "unitt:"), "did you mean `unit`?"),
        (PARAMETER.replace("value: 3", "value: 2020-02-30"), "value: there is no such day"),
        (PARAMETER.replace("2020-01-01", "2020-02-30"), "values[0].from: there is no such day"),
    ],
)
def test_a_slip_in_a_parameter_is_named(tmp_path: Path, text: str, says: str) -> None:
    assert says in refused(tmp_path / "parameters", text)


def test_a_number_that_two_folders_define_is_refused(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "own_months.yaml").write_text(PARAMETER)
    with pytest.raises(
        RulesError, match=r"two/own_months\.yaml: parameter `own_months` is defined"
    ):
        read_parameters([tmp_path / "one", tmp_path / "two"])
