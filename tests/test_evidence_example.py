"""The example on evidence shows one quotation that does not stand, and nothing else."""

import hashlib
from pathlib import Path

import pytest

from auditor import audit, load_packs, read_file
from auditor.evidence.examine import examine
from auditor.finding import Status

FOLDER = Path(__file__).parent.parent / "examples" / "evidence"


@pytest.fixture(scope="module")
def report():
    file = read_file(FOLDER / "morning-calls.yaml")
    examined = examine(file.case, FOLDER / "papers").examined
    return audit(file, load_packs(["evidence"]), examined=examined)


def test_one_quotation_does_not_stand(report):
    departing = [each for each in report.findings if each.status is Status.DEPARTS]
    assert [each.rule for each in departing] == ["EVD-03"]
    [item] = [item for item in departing[0].evidence if item.expected]
    assert "“some” where “most” is quoted" in item.found
    assert "Some people asked for help with the cost of heating" in item.found


def test_all_else_stands(report):
    statuses = {each.rule: each.status.value for each in report.findings}
    assert {rule for rule, status in statuses.items() if status == "conforms"} == {
        "EVD-01", "EVD-02", "EVD-04", "EVD-05", "EVD-06",
    }  # fmt: skip


def test_the_papers_are_those_whose_digests_the_register_states(report):
    for document in report.documents:
        data = (FOLDER / "papers" / document.file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == document.sha256
        assert document.unchanged == "yes"
