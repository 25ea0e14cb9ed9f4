from tests.facts.files import commissioning

MAY = "2025-05-01"
OBJECTIVES = [{"id": "O1", "text": "Fewer falls", "date": MAY}]
NOBODY = {"none": "No meeting was held"}
NAMES = ("Tenants", "Carers")


def group(name, involved):
    return {"id": name.lower(), "name": name, **({"involved": involved} if involved else {})}


def took_part(date=MAY, purposes=("design",)):
    return [{"date": date, "purposes": list(purposes)}]


def facts(involved, consultations=(), objectives=OBJECTIVES):
    stakeholders = [group(name, each) for name, each in zip(NAMES, involved, strict=True)]
    asked = [{"id": f"C{n}", **each} for n, each in enumerate(consultations)]
    consultations = asked or {"none": "Nobody was consulted"}
    return commissioning(
        stakeholders=stakeholders, objectives=objectives, consultations=consultations
    )


def heard(*given, **more):
    return facts(*given, **more).lifecycle.heard_on_objectives


def lacking(*given, **more):
    return facts(*given, **more).lack("lifecycle.heard_on_objectives")


def changed(audience):
    return {"audience": audience, "objective_ids": ["O1"]}


def test_groups_that_took_part_by_the_day_of_the_last_objective_had_a_say():
    assert heard((took_part(), took_part())) == NAMES
    assert heard((took_part(), took_part("2025-05-02"))) == ("Tenants",)
    assert heard((took_part(), took_part(purposes=["value"]))) == ("Tenants",)


def test_an_occasion_to_which_nobody_came_gives_no_group_a_say():
    assert heard((took_part(), [{**took_part()[0], "number": 0}])) == ("Tenants",)
    assert heard((took_part(), [{"number": 0}])) == ("Tenants",)


def test_kinds_of_people_are_counted_over_all_consultations_that_changed_an_objective():
    each_of_one = [changed(["users"]), changed(["providers", "users"])]
    assert heard((NOBODY, NOBODY), each_of_one) == ("users", "providers")
    idle = [changed(["users"]), {"audience": ["vcse"], "objective_ids": {"none": "None changed"}}]
    assert heard((NOBODY, NOBODY), idle) == ("users",)


def test_a_consultation_of_no_audience_of_its_own_heard_everyone():
    assert heard((NOBODY, NOBODY), [changed({"none": "An open letter"})]) == ("everyone",)


def test_a_consultation_of_the_public_heard_everyone():
    assert heard((NOBODY, NOBODY), [changed(["public"])]) == ("public", "everyone")


def test_those_consulted_may_be_the_one_group_that_took_part():
    given = (took_part(), NOBODY), [changed(["providers"])]
    assert heard(*given) is None
    assert lacking(*given).missing == ()
    assert "another group" in lacking(*given).otherwise[0]


def test_what_may_hide_another_say_is_named():
    undated = [{"purposes": ["design"]}]
    given = (None, undated), [{"audience": ["users"]}]
    assert heard(*given) is None
    assert lacking(*given).missing == (
        "/consultations/0/objective_ids",
        "/stakeholders/0/involved",
        "/stakeholders/1/involved/0/date",
    )
    for_what = [{"date": MAY}]
    assert lacking((for_what, NOBODY)).missing == ("/stakeholders/0/involved/0/purposes",)


def test_two_that_had_a_say_are_enough_whatever_else_is_not_stated():
    assert heard((None, NOBODY), [changed(["users", "staff"]), {"title": "C"}]) == (
        "users",
        "staff",
    )


def test_without_the_day_of_an_objective_nobody_is_said_to_come_too_late():
    assert heard((took_part(), NOBODY), objectives=[{"id": "O1", "text": "Fewer falls"}]) is None


def test_an_occasion_for_nothing_of_this_kind_needs_no_day():
    fair = [{"purposes": ["review"]}]
    assert heard((fair, NOBODY)) == ()


def test_a_file_that_is_silent_on_consultations_leaves_it_open():
    facts = commissioning(stakeholders=[group("Tenants", NOBODY)], objectives=OBJECTIVES)
    assert facts.lifecycle.heard_on_objectives is None
    assert facts.lack("lifecycle.heard_on_objectives").missing == ("/consultations",)
