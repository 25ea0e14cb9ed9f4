import pytest

from auditor.model.claims import stated_claims
from auditor.model.file import CommissioningFile, DecommissioningFile
from auditor.model.links import broken_links

HEAD = {"format_version": "1", "kind": "commissioning", "title": "Day care", "stage": "need"}
PEOPLE = [{"id": "participants", "name": "Participants"}, {"id": "family", "name": "Families"}]


def faults(sound=True, **parts):
    found = broken_links(CommissioningFile, HEAD | parts, sound=sound)
    return [(fault.pointer, fault.problem, fault.hint) for fault in found]


def test_ids_that_are_there_give_no_fault():
    row = {"id": "gp", "stakeholder_id": "family", "evidence": ["E1"]}
    register = [{"id": "E1", "title": "Survey"}]
    assert faults(stakeholders=PEOPLE, sroi={"rows": [row]}, evidence=register) == []


def test_one_entry_may_be_used_on_several_pages():
    uses = [{"entry": "E1", "page": 4}, {"entry": "E1", "page": 7}, "E1"]
    register = [{"id": "E1", "title": "Survey"}]
    assert faults(needs={"evidence": uses}, evidence=register) == []


def test_a_misspelt_id_is_named_with_the_nearest():
    row = {"id": "gp", "stakeholder_id": "partcipants"}
    assert faults(stakeholders=PEOPLE, sroi={"rows": [row]}) == [
        (
            "/sroi/rows/0/stakeholder_id",
            '"partcipants" is not among the stakeholders of this file',
            'Did you mean "participants"?',
        )
    ]


def test_an_id_like_no_other_is_answered_with_all_there_are():
    row = {"id": "gp", "stakeholder_id": "zzz"}
    [(_, _, hint)] = faults(stakeholders=PEOPLE, sroi={"rows": [row]})
    assert hint == "What is there: participants, family."


@pytest.mark.parametrize("people", [{}, {"stakeholders": {"none": "not asked"}}])
def test_a_reference_to_a_list_that_is_not_stated_is_a_fault(people):
    [(pointer, _, hint)] = faults(sroi={"rows": [{"id": "gp", "stakeholder_id": "a"}]}, **people)
    assert pointer == "/sroi/rows/0/stakeholder_id"
    assert hint == "The file states no stakeholders: add what is meant, or leave this out."


@pytest.mark.parametrize(
    ("parts", "pointer"),
    [
        (
            {"objectives": [{"id": "o", "text": "t", "outcome_ids": ["x"]}]},
            "objectives/0/outcome_ids/0",
        ),
        ({"needs": {"evidence": ["x"]}}, "needs/evidence/0"),
        ({"needs": {"evidence": [{"entry": "x", "page": 4}]}}, "needs/evidence/0/entry"),
        (
            {"sroi": {"reported": {"ratio": {"value": 2, "source": "x"}}}},
            "sroi/reported/ratio/source",
        ),
        ({"sroi": {"reported": {"evidence": ["x"]}}}, "sroi/reported/evidence/0"),
        ({"appraisal": {"preferred_option_id": "x"}}, "appraisal/preferred_option_id"),
        ({"monitoring": [{"indicator_id": "x"}]}, "monitoring/0/indicator_id"),
        ({"award": {"winner": "x"}}, "award/winner"),
        (
            {
                "tenders": [
                    {"id": "t", "provider": "p", "scores": [{"criterion_id": "x", "score": 1}]}
                ]
            },
            "tenders/0/scores/0/criterion_id",
        ),
        ({"decision_rests_on": "x"}, "decision_rests_on"),
        ({"market": {"providers": [{"reaches": ["x"]}]}}, "market/providers/0/reaches/0"),
    ],
)
def test_every_kind_of_reference_is_followed(parts, pointer):
    assert [found[0] for found in faults(**parts)] == [f"/{pointer}"]


def test_an_id_used_twice_is_named_at_its_second_place():
    twice = [*PEOPLE, {"id": "family", "name": "Again"}]
    assert faults(stakeholders=twice) == [
        (
            "/stakeholders/2/id",
            'the id "family" is already that of entry 2',
            "Give each entry an id of its own.",
        )
    ]


def test_the_same_id_in_two_lists_is_no_fault():
    assert (
        faults(stakeholders=[{"id": "a", "name": "A"}], outcomes=[{"id": "a", "text": "t"}]) == []
    )


def test_entries_that_need_no_id_may_do_without():
    assert faults(market={"providers": [{"name": "A"}, {"name": "B"}]}) == []


def test_in_an_unsound_file_a_missing_list_is_not_blamed_twice():
    row = {"id": "gp", "stakeholder_id": "family"}
    assert faults(sound=False, stakeholder=PEOPLE, sroi={"rows": [row]}) == []
    unnamed = [{"ID": "family", "name": "Families"}]
    assert faults(sound=False, stakeholders=unnamed, sroi={"rows": [row]}) == []


@pytest.mark.parametrize("wrong", [None, 3, "x", [], [3], {"id": "x"}, [{"id": []}], [{"id": {}}]])
def test_data_of_any_form_can_be_checked(wrong):
    row = {"id": "gp", "stakeholder_id": "family"}
    assert faults(sound=False, stakeholders=wrong, sroi={"rows": [row, wrong]}) == []


def test_a_read_file_can_be_checked_too():
    row = {"id": "gp", "stakeholder_id": "famly"}
    case = CommissioningFile.model_validate(
        HEAD | {"stakeholders": PEOPLE, "sroi": {"rows": [row]}}
    )
    [fault] = broken_links(CommissioningFile, case)
    assert fault.pointer == "/sroi/rows/0/stakeholder_id"


CLAIMS = {
    "sroi": {
        "rows": [{"id": "gp", "reported_impact": 400, "reported_years": [400, 320]}],
        "reported": {"ratio": {"value": 5, "printed": "£5"}},
        "value_to_state": 4070,
        "sensitivity": [{"id": "half", "ratio": 4}],
    },
    "options": [{"id": "b", "name": "B", "reported": {"npv": 345000}}],
    "appraisal": {"switching_values": [{"value": 1}]},
    "decommissioning": {
        "reported": {"net_saving": 89000},
        "value_at_risk": [{"id": "v", "stakeholder_id": "s", "annual_value": 64000}],
    },
}


def test_every_claimed_figure_has_a_name_and_a_place():
    head = HEAD | {"kind": "decommissioning", "stage": "proposal"}
    case = DecommissioningFile.model_validate(head | CLAIMS)
    assert {claim.id: (claim.pointer, claim.figure.value) for claim in stated_claims(case)} == {
        "options.b.npv": ("/options/0/reported/npv", 345000),
        "appraisal.switching_values.0.value": ("/appraisal/switching_values/0/value", 1),
        "sroi.rows.gp.reported_impact": ("/sroi/rows/0/reported_impact", 400),
        "sroi.rows.gp.reported_years.0": ("/sroi/rows/0/reported_years/0", 400),
        "sroi.rows.gp.reported_years.1": ("/sroi/rows/0/reported_years/1", 320),
        "sroi.ratio": ("/sroi/reported/ratio", 5),
        "sroi.value_to_state": ("/sroi/value_to_state", 4070),
        "sroi.sensitivity.half.ratio": ("/sroi/sensitivity/0/ratio", 4),
        "decommissioning.value_at_risk.v.annual_value": (
            "/decommissioning/value_at_risk/0/annual_value",
            64000,
        ),
        "decommissioning.net_saving": ("/decommissioning/reported/net_saving", 89000),
    }


@pytest.mark.parametrize("claim", ["sroi.ratio", "options.b.npv", "sroi.rows.gp.reported_impact"])
def test_a_decision_may_rest_on_any_claim_of_the_file(claim):
    parts = {name: part for name, part in CLAIMS.items() if name != "decommissioning"}
    assert faults(**parts, decision_rests_on=claim) == []


def test_a_decision_cannot_rest_on_a_claim_that_is_not_there():
    [(_, problem, hint)] = faults(sroi=CLAIMS["sroi"], decision_rests_on="sroi.raito")
    assert problem == '"sroi.raito" is not among the claimed figures of this file'
    assert hint == 'Did you mean "sroi.ratio"?'
