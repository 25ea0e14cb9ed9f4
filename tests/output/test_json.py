import json
from dataclasses import replace
from decimal import Decimal

import jsonschema
import pytest

from auditor.canonical import canonical, digest
from auditor.output.json import render
from auditor.report import Bar, Report
from auditor.resources import schemas_folder
from tests.output import sample

REPORTS = {
    "short": sample.report(),
    "long": sample.report(sample.many(300)),
    "hostile": sample.hostile(),
    "empty": sample.report((), claims=(), judgements=(), waterfall=(), shares=(), packs=()),
}


def read(report: Report) -> dict:
    return json.loads(render(report))


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((schemas_folder() / "report.schema.json").read_bytes())
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("name", REPORTS)
def test_the_result_follows_its_published_schema(name, validator):
    assert [error.message for error in validator.iter_errors(read(REPORTS[name]))] == []


def test_the_schema_refuses_what_is_not_in_it(validator):
    extra = {**read(REPORTS["short"]), "opinion": "unqualified"}
    wrong = {**read(REPORTS["short"]), "packs": "sroi"}
    assert not validator.is_valid(extra)
    assert not validator.is_valid(wrong)


@pytest.mark.parametrize("name", REPORTS)
def test_counts_add_up(name):
    made = read(REPORTS[name])
    for counted in made["totals"].values():
        assert sum(number for key, number in counted.items() if key != "total") == counted["total"]
    items = [sum(row["counts"].values()) for row in made["coverage"]]
    assert sum(items) == made["totals"]["items"]["total"]


def test_rules_and_coverage_agree():
    made = read(REPORTS["short"])
    run = [finding for finding in made["findings"] if not finding["waits_for"]]
    assert len(run) + made["totals"]["rules"]["waiting"] == made["totals"]["rules"]["total"]
    assert made["totals"]["rules"]["total"] == sum(row["rules"] for row in made["coverage"])


def test_no_finding_is_left_out():
    assert [f["rule"] for f in read(REPORTS["long"])["findings"]] == [
        f.rule for f in REPORTS["long"].findings
    ]


def test_an_outsider_can_work_out_the_digest():
    bare = replace(sample.report(), digest="")
    sealed = replace(bare, digest=digest(canonical(bare)))
    made = read(sealed)
    del made["totals"]
    stated, made["digest"] = made["digest"], ""
    assert digest(canonical(made)) == stated


def test_amounts_are_text_with_their_digits_kept():
    made = read(sample.report(waterfall=(Bar("Gross", Decimal("5.10")),)))
    assert made["waterfall"] == [{"label": "Gross", "amount": "5.10"}]


def test_keys_stand_in_the_order_of_the_report():
    made = read(REPORTS["short"])
    assert list(made) == [*Report.__dataclass_fields__, "totals"]
    assert list(made["findings"][0])[:5] == ["rule", "pack", "title", "severity", "status"]
