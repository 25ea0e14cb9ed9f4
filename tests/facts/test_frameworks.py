"""A file is held to the frameworks that it follows by what it says, never by what it leaves out."""

from auditor.facts import Facts
from auditor.model.file import CommissioningFile
from auditor.model.framework import Framework, KnownFramework

NAMED = {
    "id": "ours",
    "taken_up_by": "naming",
    "outcomes": [
        {
            "id": "S1", "title": "People rest", "level": "service", "serves": ["C1"],
            "appears_in": ["tender", "award", "monitoring"],
        },
        {"id": "C1", "title": "Streets are calm", "level": "wider"},
    ],
}  # fmt: skip
BY_KIND = {
    "id": "kinds",
    "taken_up_by": "kind",
    "outcomes": [{"id": "green", "title": "G", "level": "wider", "pillar": "environmental"}],
}
REST = {"id": "rest", "text": "Rest", "framework_outcomes": ["ours.S1"]}
CALM = {"id": "calm", "text": "Calm", "framework_outcomes": ["ours.C1"]}
NOTHING_LEFT_OUT = {"none": "All are pursued"}


def known(given):
    source = {"title": "Outcomes", "publisher": "A council", "year": 2025}
    head = {"format_version": "1", "title": "T", "about": "All contracts.", "source": source}
    return KnownFramework(Framework.model_validate({**head, **given}), "", published=False)


def facts(*, follows=("ours",), **parts):
    given = {"format_version": "1", "kind": "commissioning", "title": "T", "stage": "review"}
    case = CommissioningFile.model_validate({**given, "outcome_frameworks": follows, **parts})
    every = {each["id"]: known(each) for each in (NAMED, BY_KIND)}
    return Facts(case, {}, None, None, every)


def met(items):
    return {item.id: item.met for item in items}


def test_a_file_that_follows_no_framework_states_none_of_these_facts():
    assert facts(follows={"none": "There is none"}).frameworks.outcomes is None


def test_an_outcome_is_taken_up_by_the_one_that_names_it():
    found = facts(outcomes=[REST, CALM]).frameworks.outcomes
    assert met(found) == {"ours.S1": True, "ours.C1": True}
    assert found[0].shown == "taken up by rest"


def test_what_no_outcome_names_is_open_until_the_file_says_what_it_leaves_out():
    open_ = facts(outcomes=[REST]).frameworks.outcomes
    assert met(open_) == {"ours.S1": True, "ours.C1": None}
    assert open_[1].missing == ("/framework_outcomes_left_out",)
    closed = facts(outcomes=[REST], framework_outcomes_left_out=NOTHING_LEFT_OUT)
    assert met(closed.frameworks.outcomes) == {"ours.S1": True, "ours.C1": False}


def test_a_reason_answers_for_what_is_left_out():
    left = [{"outcome": "ours.C1", "reason": "No streets"}]
    found = facts(outcomes=[REST], framework_outcomes_left_out=left).frameworks.outcomes
    assert (found[1].met, found[1].shown) == (True, "left out: No streets")


def test_an_outcome_that_is_left_out_of_account_answers_and_is_asked_for_nowhere():
    objectives = [{"id": "O1", "text": "Calm", "outcome_ids": ["calm"]}]
    outcomes = [{**REST, "excluded_reason": "not_significant"}, CALM]
    found = facts(outcomes=outcomes, objectives=objectives).frameworks
    assert (found.outcomes[0].met, found.outcomes[0].shown) == (True, "left out of account: rest")
    assert found.tender == found.services == ()


def test_a_service_outcome_whose_wider_outcome_is_left_out_of_account_is_not_asked_about():
    outcomes = [REST, {**CALM, "excluded_reason": "not_significant"}]
    assert facts(outcomes=outcomes).frameworks.services == ()


def test_a_harm_takes_up_nothing_by_its_kind():
    outcome = {"id": "fumes", "text": "Fumes", "level": "wider", "pillar": "environmental"}
    for sign, expected in (("positive", True), ("negative", False)):
        found = facts(
            follows=["kinds"],
            outcomes=[{**outcome, "sign": sign}],
            framework_outcomes_left_out=NOTHING_LEFT_OUT,
            pillars_not_relevant={"none": "All matter"},
        )
        assert met(found.frameworks.outcomes) == {"kinds.green": expected}


def test_a_kind_that_is_ruled_out_for_the_file_answers_only_where_kinds_count():
    ruled_out = [{"pillar": "environmental", "reason": "No vehicles"}]
    found = facts(follows=["kinds"], outcomes=[REST], pillars_not_relevant=ruled_out)
    assert found.frameworks.outcomes[0].shown == "left out: No vehicles"


def test_a_place_that_is_silent_leaves_the_answer_open_and_is_named():
    objectives = [{"id": "O1", "text": "Rest"}]
    [item] = facts(outcomes=[REST, CALM], objectives=objectives).frameworks.tender
    assert (item.met, item.missing) == (None, ("/objectives/0/outcome_ids",))


def test_a_place_that_names_other_outcomes_alone_has_dropped_this_one():
    objectives = [{"id": "O1", "text": "Rest", "outcome_ids": ["calm"]}]
    [item] = facts(outcomes=[REST, CALM], objectives=objectives).frameworks.tender
    assert (item.met, item.shown) == (False, "taken up by rest, and named nowhere there")
    assert item.file_pointer == "/outcomes/0"


def test_a_file_that_has_no_award_on_purpose_is_not_asked_about_it():
    assert facts(outcomes=[REST, CALM], award={"none": "A grant"}).frameworks.award == ()


def test_a_value_on_record_watches_an_outcome_without_a_contract():
    found = facts(
        outcomes=[REST, CALM],
        indicators=[{"id": "I1", "text": "Nights slept", "outcome_ids": ["rest"]}],
        monitoring=[{"indicator_id": "I1", "value": 4}],
        contract={"none": "The council's own team"},
    )
    [item] = found.frameworks.monitoring
    assert (item.met, item.shown) == (True, "measured by I1")


def test_a_value_from_before_the_contract_watches_nothing():
    assert watched("2026-04-01").met is True
    assert watched("2026-03-31").met is False


def test_a_value_whose_day_or_contract_is_not_stated_leaves_open_whether_it_watches():
    assert (watched(None).met, watched(None).missing) == (None, ("/monitoring/0/date",))
    undated = watched("2026-04-01", start=None)
    assert (undated.met, undated.missing) == (None, ("/contract/start",))


def test_a_contract_that_is_said_to_have_no_measures_watches_nothing():
    assert watched("2026-03-31", kpis={"none": "Paid by the hour"}).met is False


INPUTS = ({"id": "K", "text": "K", "kind": "input"},)


def watched(day, *, start="2026-04-01", kpis=INPUTS):
    dated = {"date": day} if day else {}
    begins = {"start": start} if start else {}
    found = facts(
        outcomes=[{**REST, "indicator_ids": ["I1"]}, CALM],
        indicators=[{"id": "I1", "text": "Nights slept", "outcome_ids": ["rest"]}],
        monitoring=[{"indicator_id": "I1", "value": 4, **dated}],
        contract={"kpis": kpis, **begins},
    )
    return found.frameworks.monitoring[0]


def test_a_framework_that_nobody_gave_leaves_one_open_item_that_says_what_to_do():
    [item] = facts(follows=["our"], outcomes=[REST]).frameworks.outcomes
    assert item.met is None
    assert "did you mean ours?" in item.otherwise
    assert "--framework" in item.otherwise


def test_beside_a_framework_that_nobody_gave_the_others_are_still_followed():
    found = facts(follows=["elsewhere", "ours"], outcomes=[REST, CALM]).frameworks.outcomes
    assert met(found) == {"elsewhere": None, "ours.S1": True, "ours.C1": True}


def test_a_link_to_a_framework_that_the_file_does_not_follow_leads_nowhere():
    outcome = {**REST, "framework_outcomes": ["kinds.green"]}
    assert met(facts(outcomes=[outcome]).frameworks.links) == {"ours": True, "kinds.green": False}


def test_a_link_stays_open_while_a_framework_is_not_known():
    links = facts(follows=["our"], outcomes=[REST]).frameworks.links
    assert met(links) == {"our": None, "ours.S1": None}


def test_a_framework_that_is_named_twice_is_asked_about_once():
    found = facts(follows=["ours", "ours", "kinds"], outcomes=[REST, CALM]).frameworks
    assert [item.id for item in found.outcomes] == ["ours.S1", "ours.C1", "kinds.green"]
    assert [item.file_pointer for item in found.links[:2]] == [
        "/outcome_frameworks/0",
        "/outcome_frameworks/2",
    ]


def test_before_anything_is_measured_an_indicator_leaves_open_whether_its_outcome_is_watched():
    signed = {
        "stage": "contract",
        "contract": {"kpis": [{"id": "K", "text": "Hours", "kind": "input"}]},
    }
    indicator = {"id": "I", "text": "Nights", "outcome_ids": ["rest"]}
    (item,) = facts(outcomes=[REST], indicators=[indicator], **signed).frameworks.monitoring
    assert (item.met, item.missing) == (None, ("/monitoring",))
    (item,) = facts(outcomes=[REST], **signed).frameworks.monitoring
    assert item.met is False
