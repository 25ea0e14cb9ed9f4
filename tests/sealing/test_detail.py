"""A report that is printed in short is verified as what it says it is."""

import json

import pytest

from auditor.canonical import canonical
from auditor.output.detail import Detail
from auditor.sealing.answer import Question, Verdict
from auditor.sealing.contents import contents, texts
from auditor.sealing.given import Given
from auditor.sealing.held import Held
from auditor.sealing.verify import verify
from tests.sealing import made
from tests.sealing.changed import with_files

SHORT = made.pdf(detail=Detail.DEPARTURES)


def manifest_of(raw: bytes) -> dict:
    return json.loads(contents(raw).files["manifest.json"])


def test_the_manifest_says_how_much_is_printed():
    assert manifest_of(SHORT)["asked"]["detail"] == "departures"
    assert manifest_of(made.pdf())["asked"]["detail"] == "all"


def test_page_one_says_that_the_rest_is_attached():
    first = " ".join(texts(SHORT)[0].split())
    assert "what departs in full, the rest in the result that is attached" in first


@pytest.mark.parametrize("question", [Question.PRINTED, Question.AGAIN, Question.PAGES])
def test_a_report_in_short_holds_and_comes_out_again(question):
    (found,) = verify(SHORT, [question], Given())
    assert found.verdict is Verdict.YES


def test_a_manifest_that_says_more_is_printed_than_there_is_does_not_hold():
    manifest = manifest_of(SHORT)
    manifest["asked"]["detail"] = "all"
    raw = with_files({"manifest.json": canonical(manifest)}, SHORT)
    (found,) = verify(raw, [Question.PRINTED], Given())
    assert found.verdict is Verdict.NO


def test_a_manifest_that_asks_for_another_detail_is_not_understood():
    manifest = manifest_of(SHORT)
    manifest["asked"]["detail"] = "nothing"
    raw = with_files({"manifest.json": canonical(manifest)}, SHORT)
    (found,) = verify(raw, [Question.PRINTED], Given())
    assert found.verdict is Verdict.CANNOT_SAY


def test_a_manifest_from_before_there_was_a_choice_means_all():
    manifest = manifest_of(SHORT)
    del manifest["asked"]["detail"]
    assert Held({"manifest.json": canonical(manifest)}).manifest.asked.detail is Detail.ALL
