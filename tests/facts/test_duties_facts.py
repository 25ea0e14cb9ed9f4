from datetime import date
from typing import Any

import pytest

from auditor.facts import Facts
from auditor.model.file import model_of

LENGTHS = {"compact": 84, "government": 14, "proportionate": 7}
URGENT = {"id": "J1", "topic": "urgency", "conclusion": "At once", "made_by": "R. Evans",
          "date": "2025-10-01"}  # fmt: skip


def of(parameters: Any = None, **parts: Any) -> Any:
    given = {"format_version": "1", "kind": "commissioning", "title": "T", "stage": "review"}
    data = {**given, **parts}
    case = model_of(data["kind"]).model_validate(data)
    held = {"consultation_days": LENGTHS} if parameters is None else parameters
    return Facts(case, held, date(2025, 10, 1)).duties


def ending(**parts: Any) -> Any:
    return of(kind="decommissioning", stage="decision", **parts)


NAMED = {"considered_by": ["Cabinet"]}
SHOWN = {"shared_with": ["users", "decision_maker"]}


@pytest.mark.parametrize(
    ("equality", "had_it"),
    [
        (NAMED, True),
        ({**SHOWN, "shared_on": "2025-10-01"}, True),
        ({**SHOWN, "shared_on": "2025-10-02"}, False),
        ({**SHOWN, **NAMED}, True),
        ({**SHOWN, **NAMED, "shared_on": "2025-10-02"}, None),
        (SHOWN, None),
        ({"considered_by": ["Officers"], "shared_with": ["users"]}, None),
        ({"considered_by": {"none": "Nobody"}, "shared_with": ["users"]}, False),
        ({"considered_by": {"none": "Nobody"}}, None),
    ],
)
def test_those_who_decided_were_shown_the_analysis_or_are_named(
    equality: dict[str, Any], had_it: bool | None
):
    named = {"decommissioning": {"decision_maker": "Cabinet"}, "decision_date": "2025-10-01"}
    assert ending(equality=equality, **named).deciders_had_analysis is had_it


NOBODY = {"none": "Nobody was consulted"}


def group(*days: str, **parts: Any) -> dict[str, Any]:
    met = {"involved": [{"date": day} for day in days] or {"none": "No"}}
    return {"id": "a", "name": "A", "protected_characteristics": ["age"], **met, **parts}


@pytest.mark.parametrize(
    ("stakeholders", "consultations", "heard"),
    [
        ([group("2025-10-01")], [], True),
        ([group("2025-10-02")], NOBODY, False),
        ([group()], NOBODY, False),
        ([group(involved=[{}])], NOBODY, None),
        ([group(involved=[{"date": "2025-09-01", "number": 0}])], NOBODY, False),
        ([group(), {"id": "b", "name": "B"}], NOBODY, None),
        ([group("2025-09-01", protected_characteristics={"none": "All"})], NOBODY, True),
        ({"none": "Nobody"}, NOBODY, True),
        ([group()], [{"id": "C", "audience": ["public"], "opened": "2025-09-30"}], None),
        ([group()], [{"id": "C", "audience": ["public"], "opened": "2025-10-01"}], False),
        ([group()], [{"id": "C", "audience": ["staff"], "opened": "2025-09-30"}], None),
        ([group()], [{"id": "C", "audience": ["providers"], "opened": "2025-09-30"}], False),
        ([group()], None, None),
        ([group()], [{"id": "C", "audience": {"none": "All"}, "opened": "2025-09-30"}], None),
    ],
)
def test_people_affected_took_part_or_may_have_answered_a_consultation(
    stakeholders: Any, consultations: Any, heard: bool | None
):
    held = {"consultations": consultations} if consultations else {}
    facts = of(stakeholders=stakeholders, decision_date="2025-10-01", **held)
    assert facts.affected_took_part is heard


def test_a_file_without_groups_or_day_does_not_say_who_took_part():
    assert of(decision_date="2025-10-01").affected_took_part is None
    assert of(stakeholders=[group("2025-09-01")]).affected_took_part is None


def test_a_commissioning_file_does_not_name_who_decides():
    assert of(equality=NAMED, decision_date="2025-10-01").deciders_had_analysis is None


@pytest.mark.parametrize(("stage", "still_open"), [("tender", True), ("award", False)])
def test_a_contract_is_decided_from_the_award_on(stage: str, still_open: bool):
    assert of(stage=stage).before_decision is still_open


def test_a_proposal_to_end_a_service_is_not_decided_yet():
    proposal = of(kind="decommissioning", stage="proposal")
    assert (proposal.ends_a_service, proposal.before_decision) == (True, True)
    assert (ending().before_decision, of().ends_a_service) == (False, False)


@pytest.mark.parametrize(
    ("said", "gave_up"),
    [
        ({"drivers": ["provider_exit"]}, True),
        ({"drivers": ["provider_exit", "budget"]}, False),
        ({}, False),
    ],
)
def test_a_provider_gave_up_where_nothing_else_led_to_the_ending(
    said: dict[str, Any], gave_up: bool
):
    assert ending(decommissioning=said).provider_gave_up is gave_up
    assert of().provider_gave_up is False


def test_a_decision_is_felt_when_the_contract_starts_or_the_service_ends():
    contract = {"start": "2026-04-01"}
    assert of(contract=contract).takes_effect_on == date(2026, 4, 1)
    end = ending(contract=contract, decommissioning={"effective_date": "2026-06-30"})
    assert end.takes_effect_on == date(2026, 6, 30)
    assert ending(contract=contract).takes_effect_on is None


@pytest.mark.parametrize(
    ("judged", "decided", "urgent"),
    [
        (URGENT, "2025-10-01", True),
        ({**URGENT, "date": "2025-10-02"}, "2025-10-01", False),
        ({**URGENT, "topic": "notice"}, "2025-10-01", False),
        ({**URGENT, "made_by": None}, "2025-10-01", None),
        ({**URGENT, "conclusion": {"none": "It was not written down"}}, "2025-10-01", None),
        (URGENT, None, None),
    ],
)
def test_a_decision_is_urgent_where_someone_judged_so_in_time(
    judged: Any, decided: str | None, urgent: bool | None
):
    assert of(judgements=[judged], decision_date=decided).urgent is urgent


def test_the_ending_of_a_service_needs_its_exceptional_reason_too():
    day = {"judgements": [URGENT], "decision_date": "2025-10-01"}
    assert ending(**day).urgent is False
    assert ending(**day, decommissioning={"exceptional_reason": "The roof fell in"}).urgent is True


def test_one_judgement_in_time_is_enough():
    late = {**URGENT, "id": "J2", "date": "2025-12-01"}
    assert of(judgements=[late, URGENT], decision_date="2025-10-01").urgent is True


@pytest.mark.parametrize(
    ("parts", "applies"),
    [
        ({"local_compact_signed": True}, True),
        ({"local_compact_signed": False}, False),
        ({"policy_basis": ["local-compact"]}, True),
        ({"policy_basis": ["compact"], "local_compact_signed": False}, True),
        ({"policy_basis": ["green-book"], "local_compact_signed": True}, True),
        ({"policy_basis": ["green-book"]}, None),
        ({}, None),
    ],
)
def test_a_compact_binds_those_who_signed_or_declared_one(
    parts: dict[str, Any], applies: bool | None
):
    assert of(**parts).compact_applies is applies


@pytest.mark.parametrize("binds", [True, False])
def test_departments_are_bound_as_long_as_the_compact_was_theirs(binds: bool):
    central = of({"compact_binds_departments": binds}, authority_type="central")
    assert central.compact_applies is binds


def test_one_length_for_all_needs_no_word_on_who_decides():
    same = {"consultation_days": {**LENGTHS, "government": 7}}
    assert of(same).consultation_days_due == 7


def test_departments_before_there_was_a_compact_are_left_open():
    assert of({}, authority_type="central").compact_applies is None


@pytest.mark.parametrize(
    ("parts", "profile", "days"),
    [
        ({"policy_basis": ["compact", "consultation-principles"]}, "compact", 84),
        ({"local_compact_signed": True, "authority_type": "central"}, "compact", 84),
        ({"authority_type": "central", "nation": "england"}, "government", 14),
        ({"authority_type": "central", "nation": "wales"}, "proportionate", 7),
        ({"authority_type": "central"}, "proportionate", None),
        ({"authority_type": "local", "policy_basis": ["consultation-principles"]},
         "government", 14),
        ({"authority_type": "local", "local_compact_signed": False}, "proportionate", 7),
        ({"nation": "england"}, "proportionate", None),
    ],
)  # fmt: skip
def test_the_length_of_a_consultation_follows_what_the_file_declares(
    parts: dict[str, Any], profile: str, days: int | None
):
    duties = of(**parts)
    assert (duties.consultation_profile, duties.consultation_days_due) == (profile, days)


def test_without_the_lengths_of_the_day_none_is_due():
    assert of({}).consultation_days_due is None


ASKED = ["Future of the service", "The building", "What the wider community loses"]


def asking(*topics: str, opened: str | None = "2025-04-07") -> dict[str, Any]:
    return {"id": f"C{len(topics)}", "opened": opened, "topics": list(topics)}


def test_topics_that_name_all_three_subjects_show_that_they_were_put():
    both = [asking(*ASKED[:2]), asking(ASKED[2])]
    assert of(consultations=both, decision_date="2025-10-01").best_value_subjects_put is True


@pytest.mark.parametrize("left_out", [0, 1, 2])
def test_topics_in_other_words_leave_open_whether_a_subject_was_put(left_out: int):
    fewer = [topic for topic in ASKED if topic != ASKED[left_out]]
    assert of(consultations=[asking(*fewer)]).best_value_subjects_put is None


@pytest.mark.parametrize(
    "topics",
    [("Closure of the centre", "The building", "The community"),
     ("Ending the service", "What becomes of the premises", "Effect on the neighbourhood"),
     ("Future of the hall and its equipment, and its wider-area role",)],
)  # fmt: skip
def test_the_subjects_are_known_by_usual_words(topics: tuple[str, ...]):
    assert of(consultations=[asking(*topics)]).best_value_subjects_put is True


@pytest.mark.parametrize(
    "other",
    [("End of life care", *ASKED[1:]), ("Reducing isolation", *ASKED[1:]),
     (ASKED[0], "Building confidence", ASKED[2]), (*ASKED[:2], "Community meals")],
)  # fmt: skip
def test_topics_that_only_sound_like_a_subject_leave_it_open(other: tuple[str, ...]):
    assert of(consultations=[asking(*other)]).best_value_subjects_put is None


@pytest.mark.parametrize("opened", ["2025-10-01", None])
def test_what_was_asked_on_the_day_of_the_decision_or_on_no_known_day_does_not_count(
    opened: str | None,
):
    late = [asking(*ASKED, opened=opened)]
    assert of(consultations=late, decision_date="2025-10-01").best_value_subjects_put is None


def test_subjects_that_were_put_to_staff_alone_do_not_count():
    staff = [{**asking(*ASKED), "audience": ["staff"]}, asking("Opening hours")]
    assert of(consultations=staff, decision_date="2025-10-01").best_value_subjects_put is None


def test_those_asked_before_the_decision_are_named_once_each():
    consultations = [
        {"id": "C1", "opened": "2025-04-07", "audience": ["users", "staff"]},
        {"id": "C2", "opened": "2025-09-30", "audience": ["staff", "public"]},
        {"id": "C3", "opened": "2025-09-30", "audience": {"none": "An open letter"}},
        {"id": "C4", "opened": "2025-10-01", "audience": ["vcse"]},
    ]
    duties = of(consultations=consultations, decision_date="2025-10-01")
    assert duties.asked_before_decision == ("users", "staff", "the public", "everyone")
    assert of().asked_before_decision is None


def test_where_every_consultation_opened_too_late_nobody_was_asked_before_the_decision():
    def asked(opened: str | None) -> object:
        late = [asking("users", opened="2025-10-01"), asking("users", opened=opened) | {"id": "C2"}]
        return of(consultations=late, decision_date="2025-10-01").asked_before_decision

    assert asked("2025-10-02") == ("nobody",)
    assert asked(None) is None


UNANSWERED = {"id": "P", "text": "Run it as a co-operative", "answer": {"none": "Nobody wrote one"},
              "received_on": "2025-09-30"}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({}, ("Run it as a co-operative",)),
        ({"answer": "It would cost more"}, ()),
        ({"option_id": "co-operative"}, ()),
        ({"kind": "propose"}, ()),
        ({"received_on": "2025-10-01"}, ()),
        ({"received_on": None}, None),
        ({"answer": None}, None),
    ],
)
def test_a_proposal_before_the_decision_without_answer_or_option_is_named(
    changed: dict[str, Any], named: tuple[str, ...] | None
):
    made = {key: value for key, value in {**UNANSWERED, **changed}.items() if value is not None}
    assert (
        ending(proposals={"received": [made]}, decision_date="2025-10-01").unanswered_proposals
        == named
    )


def test_a_file_without_proposals_leaves_none_unanswered():
    assert ending(decision_date="2025-10-01").unanswered_proposals == ()
    assert ending(proposals={"received": [UNANSWERED]}).unanswered_proposals is None
