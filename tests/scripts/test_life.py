"""Hold the files of one service's life to the two whole ones, and to what was put in on purpose."""

import re
from collections.abc import Iterator
from datetime import date

import holidays
import pytest

from auditor.finding import Status
from auditor.load.yaml_reader import load_plain
from auditor.model.stages import STAGES
from scripts.life.cut import CUTS, FOLDER, cut
from scripts.life.page import PAGE, page, planted, staged

FILES = staged()
PLANTED = planted()
WHOLE_STOOD_ON = {"7-review.yaml": "2027-05-07", "11-closed.yaml": "2031-12-15"}
PLANS = {
    "collective_consultation_from",
    "contract_end",
    "contract_start",
    "deadline",
    "decision_date",
    "due",
    "effective_date",
    "end",
    "enquiries_until",
    "first_dismissal_on",
    "revisit_by",
    "review_points",
    "since",
    "standstill_end",
    "start",
    "target_date",
    "tender_deadline",
    "transfer_date",
}
"""Fields of a file that look ahead."""
NOT_OF_AN_OFFICE = {"start", "end", "contract_start", "contract_end", "period_from", "period_to"}
"""Fields whose day need not be one on which anybody is at work."""
NAMES = [each.name for each in FILES]


def read(name):
    return load_plain((FOLDER / name).read_text(encoding="utf-8"), name=name)


def stood_on(name):
    cuts = load_plain(CUTS.read_text(encoding="utf-8"), name=CUTS.name)
    days = {stage["file"]: stage["day"] for each in cuts["wholes"] for stage in each["stages"]}
    return (days | WHOLE_STOOD_ON)[name]


def dates(part, field="") -> Iterator[tuple[str, str]]:
    if isinstance(part, dict):
        for name, each in part.items():
            yield from dates(each, name)
    elif isinstance(part, list):
        for each in part:
            yield from dates(each, field)
    elif isinstance(part, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", part):
        yield field, part


def test_every_stage_but_design_has_a_file_and_says_that_it_is_fictional():
    stages = [each.report.file.stage for each in FILES]
    assert stages == [s for kind in STAGES.values() for s in kind if s != "design"]
    for name in NAMES:
        assert "(fictional)" in read(name)["title"]
        assert "are\ninvented" in read(name)["summary"] or "are invented" in read(name)["summary"]


@pytest.mark.parametrize(("name", "text"), list(cut()), ids=lambda each: each[:14])
def test_each_earlier_stage_is_what_the_whole_file_leaves_when_it_is_cut(name, text):
    assert (FOLDER / name).read_text(encoding="utf-8") == text, "run `make examples`"


def test_the_page_says_what_is_found_today():
    text = PAGE.read_text(encoding="utf-8")
    assert page(text, FILES, PLANTED) == text, "run `make examples`"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_was_put_in_is_found_from_its_stage_on_and_nothing_else_is(file):
    expected = {each.rule for each in PLANTED if each.is_in(file.report)}
    assert set(file.rules(Status.DEPARTS)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_a_file_is_dated_after_the_day_on_which_it_stood_unless_it_is_a_plan(name):
    late = {(field, day) for field, day in dates(read(name)) if day > stood_on(name)}
    assert {field for field, _ in late} <= PLANS, late


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_at_work_on_a_weekend_or_a_bank_holiday(name):
    free = holidays.country_holidays("GB", subdiv="ENG")
    days = {(field, date.fromisoformat(day)) for field, day in dates(read(name))}
    worked = {each for each in days if each[0] not in NOT_OF_AN_OFFICE}
    assert [each for each in worked if each[1].weekday() > 4 or each[1] in free] == []


def test_every_figure_that_is_claimed_is_reproduced_but_the_one_that_was_spoiled():
    for file in FILES:
        wrong = [c.id for c in file.report.claims if c.verdict.value != "reproduced"]
        spoiled = {"options.agency.npv"} if "GB-29" in file.rules(Status.DEPARTS) else set()
        assert set(wrong) == spoiled, file.name


def test_the_payers_of_the_service_add_up_to_its_price():
    data = read("7-review.yaml")
    paid = sum(each["amount"] for each in data["costs"] if each["kind"] in {"direct", "indirect"})
    lent = sum(each["amount"] for each in data["costs"] if each["kind"] in {"volunteer", "in_kind"})
    visits = next(each for each in data["options"] if each["id"] == "visits")
    assert paid == data["contract"]["annual_value"] == data["contract"]["value_ex_vat"] / 3
    assert paid + lent == next(f["cost"] for f in visits["cashflows"] if f["year"] == 2026)
