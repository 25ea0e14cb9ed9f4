from datetime import date
from decimal import Decimal

import pytest

from auditor.facts.procurement import ProcurementFacts
from auditor.model.file import CommissioningFile

THRESHOLDS = {
    "central": 100, "other": 200, "utility": 400,
    "works": 5000, "light_touch": 600, "utility_light_touch": 800,
}  # fmt: skip
PARAMETERS = {
    "procurement_thresholds": THRESHOLDS,
    "light_touch_divisions": ["85"],
    "vat_rate": Decimal("0.20"),
    "kpi_contract_value": 600,
}
HEAD = {"format_version": "1", "kind": "commissioning", "title": "A", "stage": "tender"}


def facts(day=date(2024, 1, 1), parameters=PARAMETERS, head=HEAD, **procurement):
    case = CommissioningFile.model_validate({**head, "procurement": procurement})
    return ProcurementFacts(case, parameters, day)


def test_the_days_to_respond_go_from_the_invitation_to_the_deadline():
    assert facts(published_on="2024-01-01", deadline="2024-01-31").response_days == 30
    assert facts(published_on="2024-01-01").response_days is None


def test_the_code_tells_whether_the_law_may_be_lighter():
    assert facts(classification="85300000").may_be_light_touch is True
    assert facts(classification="45000000").may_be_light_touch is False
    assert facts().may_be_light_touch is None


def test_what_the_file_says_of_lighter_rules_goes_before_the_code():
    said = {**HEAD, "light_touch": False}
    assert facts(head=said, classification="85300000").may_be_light_touch is False


@pytest.mark.parametrize(
    ("category", "code", "highest"),
    [("works", "85000000", 5000), ("goods", "85000000", 400), ("services", "45000000", 400),
     ("services", "85000000", 800), ("services", None, 800)],
)  # fmt: skip
def test_the_highest_threshold_is_that_of_what_may_be_bought(category, code, highest):
    coded = {"classification": code} if code else {}
    assert facts(category=category, **coded).highest_threshold == highest


@pytest.mark.parametrize(
    ("amount", "below"), [(1, None), (2, True), (83, True), (84, None), (399, None), (400, False)]
)
def test_a_value_far_enough_from_every_threshold_tells_on_which_side_it_is(amount, below):
    value = {"amount": amount, "currency": "GBP"}
    given = facts(category="goods", classification="45000000", value=value)
    assert given.below_threshold is below


def test_a_value_at_the_threshold_is_not_below_it():
    value = {"amount": 100, "currency": "GBP"}
    given = facts(day=date(2021, 12, 31), category="goods", value=value)
    assert given.value_below_threshold is None  # at the lowest threshold, below the highest


def test_before_2022_thresholds_were_without_vat():
    value = {"amount": 99, "currency": "GBP"}
    assert facts(day=date(2021, 12, 31), category="goods", value=value).below_threshold is True
    assert facts(day=date(2022, 1, 1), category="goods", value=value).below_threshold is None


@pytest.mark.parametrize(("amount", "below"), [(75, True), (84, None), (440, None), (460, False)])
def test_without_the_day_of_the_start_the_thresholds_before_may_apply_too(amount, below):
    before = {name: value + 50 for name, value in THRESHOLDS.items()}
    parameters = {**PARAMETERS, "procurement_thresholds_before": before}
    value = {"amount": amount, "currency": "GBP"}
    given = facts(parameters=parameters, category="goods", value=value)
    assert given.value_below_threshold is below


def test_with_the_day_of_the_start_only_its_own_thresholds_apply():
    before = {name: value + 50 for name, value in THRESHOLDS.items()}
    parameters = {**PARAMETERS, "procurement_thresholds_before": before}
    said = {**HEAD, "procurement_start_date": "2024-01-01"}
    value = {"amount": 440, "currency": "GBP"}
    given = facts(parameters=parameters, head=said, category="goods", value=value)
    assert given.value_below_threshold is False


@pytest.mark.parametrize(
    ("weights", "shown"),
    [([("60", 60), ("60", 60)], None), ([("60%", 60), ("60", 60)], True),
     ([("0.4", Decimal("0.4")), ("0.6", Decimal("0.6"))], None), ([("40", 40), ("60", 60)], True),
     ([("40", 40), ("15-40", None)], None), ([("41", 41), ("60", 60)], None)],
)  # fmt: skip
def test_a_percent_sign_or_a_sum_of_no_more_than_100_shows_parts_of_100(weights, shown):
    criteria = [{"weight_text": text, "weight": weight} for text, weight in weights]
    assert facts(lots=[{"criteria": criteria}]).weights_of_a_hundred is shown


def test_what_is_printed_goes_before_the_value():
    value = {"amount": 10**6, "currency": "GBP"}
    assert facts(threshold="below", category="goods", value=value).below_threshold is True


def test_a_directive_tells_where_no_value_does():
    assert facts(legal_basis="32014L0024").below_threshold is False
    assert facts().below_threshold is None


def test_the_procurement_act_tells_nothing_of_the_threshold():
    assert facts(legal_basis="2023/54").below_threshold is None


def test_a_directive_tells_where_the_value_stands_between_thresholds():
    value = {"amount": 300, "currency": "GBP"}
    given = facts(legal_basis="32014L0024", category="goods", value=value)
    assert (given.value_below_threshold, given.below_threshold) == (None, False)


def test_another_currency_is_compared_with_no_threshold():
    value = {"amount": 1, "currency": "EUR"}
    assert facts(category="goods", value=value).below_threshold is None


def contract(*, day=date(2024, 1, 1), head=HEAD, category=None, **values):
    case = CommissioningFile.model_validate(
        {
            **head,
            "contract": values,
            **({"procurement": {"category": category}} if category else {}),
        }
    )
    return ProcurementFacts(case, PARAMETERS, day)


@pytest.mark.parametrize(
    ("authority", "light_touch", "category", "highest"),
    [("central", False, "services", 100), ("local", False, "services", 200),
     ("nhs", False, "services", 200), ("other", False, "services", 400),
     (None, False, "services", 400), ("local", True, None, 600), ("other", True, None, 800),
     ("local", None, "services", 600), ("local", True, "goods", 200),
     ("local", None, "works", 5000), ("local", False, None, 5000)],
)  # fmt: skip
def test_the_threshold_of_a_contract_is_that_of_its_body_and_service(
    authority, light_touch, category, highest
):
    said = {**HEAD, "authority_type": authority, "light_touch": light_touch}
    assert contract(head=said, category=category).contract_threshold == highest


@pytest.mark.parametrize(
    ("values", "below"),
    [({"value_inc_vat": 199}, True), ({"value_inc_vat": 200}, False),
     ({"value_ex_vat": 166}, True), ({"value_ex_vat": 167}, None), ({"value_ex_vat": 200}, False),
     ({}, None)],
)  # fmt: skip
def test_from_2022_a_contract_is_held_against_its_threshold_with_vat(values, below):
    said = {**HEAD, "authority_type": "local", "light_touch": False}
    assert contract(head=said, category="services", **values).contract_below_threshold is below


@pytest.mark.parametrize(
    ("values", "below"),
    [({"value_ex_vat": 199}, True), ({"value_inc_vat": 199}, True), ({"value_inc_vat": 239}, None),
     ({"value_inc_vat": 240}, False)],
)  # fmt: skip
def test_before_2022_a_contract_is_held_against_its_threshold_without_vat(values, below):
    said = {**HEAD, "authority_type": "local", "light_touch": False,
            "procurement_start_date": "2021-12-31"}  # fmt: skip
    assert contract(head=said, category="services", **values).contract_below_threshold is below


def test_a_contract_that_may_have_two_thresholds_is_on_no_side_between_them():
    said = {**HEAD, "authority_type": "local"}
    for value, below in ((199, True), (200, None), (599, None), (600, False)):
        given = contract(head=said, category="services", value_inc_vat=value)
        assert given.contract_below_threshold is below


def test_a_contract_in_another_currency_is_on_no_side():
    said = {**HEAD, "authority_type": "local", "light_touch": False, "currency": "EUR"}
    assert contract(head=said, value_inc_vat=1).contract_below_threshold is None


@pytest.mark.parametrize(
    ("values", "large"),
    [({"value_inc_vat": 600}, False), ({"value_inc_vat": 601}, True), ({"value_ex_vat": 601}, True),
     ({"value_ex_vat": 600}, None), ({"value_ex_vat": 501}, None), ({"value_ex_vat": 500}, False),
     ({}, None)],
)  # fmt: skip
def test_a_large_contract_is_one_that_is_worth_more_with_vat(values, large):
    assert contract(**values).worth_more_than_kpi_value is large


@pytest.mark.parametrize(
    ("method", "notice", "direct"),
    [
        ("direct", "tender", True),
        ("open", "transparency", False),
        (None, "transparency", True),
        (None, "tender", False),
    ],
)
def test_the_record_or_a_transparency_notice_tells_a_direct_award(method, notice, direct):
    head = {**HEAD, "notices": [{"kind": notice}]}
    assert facts(head=head, method=method).direct is direct


@pytest.mark.parametrize(
    ("method", "direct"), [("limited", True), (None, True), ("direct", True), ("open", False)]
)
def test_a_single_tender_is_a_direct_award_unless_tenders_were_open(method, direct):
    assert facts(method=method, procedure_kind="single_tender").direct is direct


@pytest.mark.parametrize(
    ("listed", "known"),
    [([], True), (["2025-11-24"], True), (["2025-11-25"], False), ([None], True),
     (["2025-11-23"], True), (["2025-12-20", "2025-11-24"], True)],
)  # fmt: skip
def test_an_award_notice_that_is_listed_only_later_leaves_its_day_open(listed, known):
    notices = [{"kind": "tender", "published_on": "2025-12-01"}]
    notices += [{"kind": "contract_award", "published_on": day} for day in listed]
    head = {**HEAD, "notices": notices, "award": {"award_notice_on": "2025-11-24"}}
    assert facts(head=head).award_notice_on == (date(2025, 11, 24) if known else None)


def test_a_quotation_among_some_is_no_direct_award():
    assert facts(method="limited", procedure_kind="quotation").direct is False


@pytest.mark.parametrize(
    ("ex_vat", "threshold", "small"),
    [(40, None, True), (40, "above", False), (40, "below", True), (1000, "below", False),
     (550, None, False), (550, "below", True), (0, None, False), (0, "below", True)],
)  # fmt: skip
def test_a_contract_is_surely_small_where_value_or_record_says_so_and_neither_denies_it(
    ex_vat, threshold, small
):
    head = {**HEAD, "light_touch": True, "contract": {"value_ex_vat": ex_vat}}
    assert (
        facts(head=head, category="services", threshold=threshold).surely_below_threshold is small
    )


def test_a_file_without_values_is_not_surely_small():
    assert facts().surely_below_threshold is False


def test_the_least_that_a_contract_is_worth_is_told_from_either_value():
    with_vat = {**HEAD, "contract": {"value_inc_vat": 120}}
    without = {**HEAD, "contract": {"value_ex_vat": 120}}
    assert facts(head=with_vat).contract_at_least == 120
    assert facts(head=without).contract_at_least == 120
    assert facts(day=date(2021, 1, 1), head=with_vat).contract_at_least == 100


@pytest.mark.parametrize(
    ("record", "under"),
    [({"procedure_kind": "call_off"}, True), ({"procedure_kind": "open"}, False),
     ({"related": [{"relationship": ["planning", "framework"]}]}, True),
     ({"related": [{"relationship": ["planning"]}]}, False), ({}, False)],
)  # fmt: skip
def test_a_call_off_and_what_belongs_to_a_framework_are_under_one(record, under):
    assert facts(**record).under_framework is under


def test_a_file_without_a_record_is_under_no_framework():
    case = CommissioningFile.model_validate(HEAD)
    assert ProcurementFacts(case, PARAMETERS, None).under_framework is False


@pytest.mark.parametrize(
    ("decided", "announced"),
    [(None, None), ("2025-10-01", 1), ("2025-10-02", 3), ("2025-10-04", None)],
)
def test_the_end_is_announced_by_the_first_notice_of_it_from_the_decision_on(decided, announced):
    days = ("2025-10-03", "2025-10-01")
    notices = [{"kind": "contract_termination", "published_on": day} for day in days]
    notices.append({"kind": "tender", "published_on": "2025-10-04"})
    day = announced and date(2025, 10, announced)
    assert (
        facts(head={**HEAD, "decision_date": decided, "notices": notices}).end_announced_on == day
    )


@pytest.mark.parametrize(
    "unclear", [{"kind": "contract_termination"}, {"published_on": "2025-10-01"}]
)
def test_a_notice_without_its_day_or_its_kind_leaves_open_when_the_end_was_announced(unclear):
    notices = [{"kind": "contract_termination", "published_on": "2025-10-03"}, unclear]
    assert facts(head={**HEAD, "notices": notices}).end_announced_on is None
