from typing import Any

from tests.facts.files import commissioning

NONE = {"none": "Nobody asked for it"}
OUTCOMES: list[dict[str, Any]] = [
    {"id": "calm", "text": "Calm", "material": True, "sign": "positive", "intended": True},
    {"id": "work", "text": "Work", "material": True, "sign": "positive", "intended": True},
    {"id": "noise", "text": "Noise", "material": False, "sign": "negative"},
]
OBJECTIVES = [{"id": "O1", "text": "O", "outcome_ids": ["calm", "work"]}]
OPTION = {"id": "a", "name": "A", "outcome_ids": ["calm"], "wider_outcome_ids": ["work"]}
CRITERION = {"id": "q", "name": "Q", "outcome_ids": ["calm"]}
THREAD: dict[str, Any] = {
    "stage": "award",
    "outcomes": OUTCOMES,
    "objectives": OBJECTIVES,
    "options": [OPTION],
    "award": {"criteria": [CRITERION]},
}


def threads(**parts: Any):
    given = {name: part for name, part in {**THREAD, **parts}.items() if part is not None}
    return commissioning(**given).lifecycle.threads


def criteria(*others: dict[str, Any]) -> dict[str, Any]:
    return {
        "criteria": [CRITERION, *({"id": f"c{n}", "name": "C", **o} for n, o in enumerate(others))]
    }


def test_an_outcome_that_drops_out_is_named_with_the_point():
    facts = commissioning(**THREAD).lifecycle
    (broken,) = facts.broken_threads
    assert (broken.id, broken.present_at) == ("work", ("objectives", "options"))
    assert (broken.missing_at, broken.unbroken) == (("criteria",), False)
    assert facts.breaks == "“Work”: not in the award criteria"


def test_points_that_the_file_has_not_reached_do_not_break_a_thread():
    calm = commissioning(**THREAD).lifecycle.threads[0]
    assert (calm.id, calm.unbroken) == ("calm", True)
    assert "monitoring" not in calm.missing_at


def test_what_is_measured_counts_at_the_point_of_monitoring():
    indicators = [{"id": "I1", "text": "I", "outcome_ids": ["calm"]}]
    monitoring = [{"indicator_id": "I1", "value": 3}]
    facts = commissioning(**THREAD, indicators=indicators, monitoring=monitoring)
    calm, work = facts.lifecycle.threads
    assert calm.unbroken and "monitoring" in calm.present_at
    assert work.missing_at == ("criteria", "indicators", "monitoring")


def test_while_a_service_is_monitored_a_result_may_not_be_due_yet():
    indicators = [
        {"id": "I1", "text": "I", "outcome_ids": ["calm"]},
        {"id": "I2", "text": "I", "outcome_ids": ["work"]},
    ]
    given = {"indicators": indicators, "monitoring": [{"indicator_id": "I1", "value": 3}]}
    work = threads(stage="monitoring", **given)[1]
    assert "monitoring" in work.open_at
    assert "monitoring" not in work.missing_at
    work = threads(stage="review", **given)[1]
    assert "monitoring" in work.missing_at


def test_one_point_alone_is_no_thread():
    facts = commissioning(stage="design", outcomes=OUTCOMES, objectives=OBJECTIVES)
    assert facts.lifecycle.threads is None


def test_an_entry_that_is_silent_on_outcomes_leaves_open_whether_it_means_one():
    calm, work = threads(award=criteria({"kind": "quality"}))
    assert (calm.unbroken, work.unbroken) == (True, None)
    assert (work.open_at, work.missing_at) == (("criteria",), ())


def test_a_criterion_on_price_means_no_outcome():
    assert threads(award=criteria({"kind": "price"}))[1].missing_at == ("criteria",)


def test_an_entry_that_names_none_on_purpose_is_not_silent():
    assert threads(award=criteria({"outcome_ids": NONE}))[1].missing_at == ("criteria",)


def test_an_option_that_was_never_compared_keeps_no_thread():
    left_aside = {**OPTION, "id": "b", "short_list": False}
    kept = {**OPTION, "wider_outcome_ids": NONE}
    assert threads(options=[kept, left_aside])[1].missing_at == ("options", "criteria")


def test_harm_is_looked_for_among_options_and_results_alone():
    harm = {**OUTCOMES[1], "sign": "negative"}
    (thread,) = threads(outcomes=[harm])
    assert (thread.present_at, thread.unbroken) == (("options",), True)


def test_what_nobody_set_out_to_reach_need_not_be_an_objective():
    objectives = [{"id": "O1", "text": "O", "outcome_ids": ["calm"]}]
    (thread,) = threads(outcomes=[{**OUTCOMES[1], "intended": False}], objectives=objectives)
    assert thread.unbroken is True


def test_without_its_sign_a_thread_is_open():
    (thread,) = threads(outcomes=[{"id": "calm", "text": "Calm", "material": True}])
    assert thread.unbroken is None


def test_an_indicator_that_only_the_outcome_points_to_counts():
    calm = {**OUTCOMES[0], "indicator_ids": ["I1"]}
    parts = {"indicators": [{"id": "I1", "text": "I", "kind": "output"}]}
    results = [{"indicator_id": "I1", "value": 3}]
    (thread,) = threads(outcomes=[calm], **parts, monitoring=results)
    assert thread.present_at[-2:] == ("indicators", "monitoring")


def test_a_result_of_an_unnamed_indicator_may_be_of_any_outcome():
    assert threads(monitoring=[{"value": 3}])[0].open_at == ("monitoring",)


def test_reviews_that_speak_of_one_outcome_and_not_of_another_lose_the_other():
    compared = [{"what": "Cost"}, {"what": "Calm", "outcome_id": "calm"}]
    calm, work = threads(reviews=[{"id": "R", "findings": NONE, "forecast_compared": compared}])
    assert calm.unbroken is True
    assert work.missing_at == ("criteria", "reviews")


def test_findings_on_which_a_review_is_silent_may_be_about_any_outcome():
    compared = [{"what": "Calm", "outcome_id": "calm"}]

    def work(**given: Any):
        return threads(reviews=[{"id": "R", "forecast_compared": compared, **given}])[1]

    assert work().open_at == ("reviews",)
    assert work(findings=[{"text": "Fewer days off"}]).open_at == ("reviews",)
    assert work(kind="process", findings=[{"text": "Too late"}]).open_at == ()


def test_what_is_not_said_to_be_intended_need_not_be_an_objective():
    objectives = [{"id": "O1", "text": "O", "outcome_ids": ["calm"]}]
    given = {**OUTCOMES[1], "intended": None}
    outcomes = [{name: value for name, value in given.items() if value is not None}]
    facts = commissioning(**{**THREAD, "outcomes": outcomes, "objectives": objectives})
    (thread,) = facts.lifecycle.threads
    assert (thread.open_at, thread.missing_at) == (("objectives", "criteria"), ())
    assert facts.lack("lifecycle.threads.0.unbroken").missing == ("/outcomes/0/intended",)


def test_reviews_that_name_no_outcome_leave_all_of_them_open():
    calm, _ = threads(reviews=[{"id": "R", "forecast_compared": [{"what": "Cost"}]}])
    assert (calm.open_at, calm.unbroken) == (("reviews",), None)


def test_reviews_that_are_said_to_find_nothing_lose_every_outcome():
    calm, _ = threads(reviews=[{"id": "R", "findings": NONE, "forecast_compared": NONE}])
    assert calm.missing_at == ("reviews",)


def test_what_is_open_is_named_with_its_place():
    facts = commissioning(**{**THREAD, "award": criteria({"kind": "quality"})})
    lack = facts.lack("lifecycle.threads.1.unbroken")
    assert lack.missing == ("/award/criteria/1/outcome_ids",)


def test_a_part_that_is_due_and_not_in_the_file_leaves_every_outcome_open():
    (calm, _) = threads(stage="contract")
    assert (calm.open_at, calm.unbroken) == (("kpis",), None)


def test_a_part_that_is_said_not_to_be_there_is_no_point():
    assert threads(stage="contract", contract={"none": "The council's own team"})[0].unbroken


def test_what_is_not_bought_has_neither_criteria_nor_contract_measures():
    (calm, _) = threads(stage="contract", award=None, provider_sector="in_house")
    assert (calm.present_at, calm.unbroken) == (("objectives", "options"), True)


def test_a_grant_has_measures_and_need_not_have_criteria():
    assert threads(stage="contract", award=None, regime="grant")[0].open_at == ("kpis",)


def test_of_many_outcomes_that_drop_out_the_first_are_named_and_the_others_counted():
    many = [{**OUTCOMES[1], "id": f"o{n}", "text": f"Outcome {n}"} for n in range(7)]
    facts = commissioning(**{**THREAD, "outcomes": [*OUTCOMES[:2], *many]}).lifecycle
    assert facts.breaks.count("not in") == 5
    assert facts.breaks.endswith("; and 3 more")
