"""The tender is mapped as far as it plainly says something."""

import pytest

from tests.load.ocds.data import TENDER, only, said


def tender(folder, **content):
    return only(folder, {**TENDER, "tender": {"id": "t", **content}})


def procurement(folder, **content):
    return tender(folder, **content).data["procurement"]


@pytest.mark.parametrize(
    ("printed", "kind", "threshold"),
    [
        ("Open procedure", "open", None),
        ("Open procedure (above threshold)", "open", "above"),
        ("Open procedu    re", "open", None),
        ("Single tender action (below threshold)", "single_tender", "below"),
        ("Call-off from a framework agreement", "call_off", None),
        ("Other - Direct Award", "single_tender", None),
        ("Competitive flexible procedure", "flexible", None),
        ("Below threshold - open competition", "open", "below"),
        ("Our own way", None, None),
    ],
)
def test_a_procedure_is_known_by_its_printed_name(tmp_path, printed, kind, threshold):
    part = procurement(tmp_path, procurementMethodDetails=printed)
    assert part["procedure"] == printed.strip()
    assert (part.get("procedure_kind"), part.get("threshold")) == (kind, threshold)


@pytest.mark.parametrize(("above", "side"), [(True, "above"), (False, "below")])
def test_the_side_of_the_threshold_may_be_said_apart(tmp_path, above, side):
    assert procurement(tmp_path, aboveThreshold=above)["threshold"] == side


def test_a_method_that_the_standard_does_not_have_is_left_out_and_named(tmp_path):
    document = tender(tmp_path, procurementMethod="by lot")
    assert "method" not in document.data["procurement"]
    assert "the code “by lot” is not one of the standard" in said(document)


@pytest.mark.parametrize(
    ("printed", "number"),
    [("70", "70"), ("63%", "63"), (" 17.5 % ", "17.5"), ("15-40%", None), ("high", None)],
)
def test_a_weight_is_a_number_only_where_it_plainly_is_one(tmp_path, printed, number):
    criteria = {"criteria": [{"type": "quality", "description": printed}]}
    (lot,) = procurement(tmp_path, lots=[{"id": "1", "awardCriteria": criteria}])["lots"]
    (criterion,) = lot["criteria"]
    assert criterion["weight_text"] == printed.strip()
    assert str(criterion.get("weight")) == str(number)


def test_a_weight_may_be_given_as_an_exact_number(tmp_path):
    numbers = [{"number": 60, "weight": "percentageExact"}]
    criteria = {"criteria": [{"type": "quality", "name": "Quality", "numbers": numbers}]}
    part = procurement(tmp_path, awardCriteria=criteria)
    assert part["lots"][0]["criteria"] == [{"name": "Quality", "kind": "quality", "weight": 60}]
    assert "number_of_lots" not in part


def test_an_order_of_importance_is_no_weight(tmp_path):
    numbers = [{"number": 1, "weight": "orderImportance"}]
    criteria = {"criteria": [{"type": "quality", "numbers": numbers}]}
    assert "weight" not in procurement(tmp_path, awardCriteria=criteria)["lots"][0]["criteria"][0]


def test_what_is_said_of_the_whole_holds_for_each_lot_that_says_nothing(tmp_path):
    own = {"id": "2", "suitability": {"sme": False, "vcse": False}}
    part = procurement(tmp_path, suitability={"sme": True, "vcse": True}, lots=[{"id": "1"}, own])
    assert [lot["suitable_for_small"] for lot in part["lots"]] == [True, False]
    assert part["number_of_lots"] == 2


def test_a_currency_other_than_pounds_is_that_of_the_file(tmp_path):
    document = tender(tmp_path, value={"amount": 5, "currency": "EUR"})
    assert document.data["currency"] == "EUR"


def test_light_touch_is_said_where_the_record_says_so(tmp_path):
    assert tender(tmp_path, specialRegime=["lightTouch"]).data["light_touch"] is True
    assert "light_touch" not in tender(tmp_path).data


def test_amendments_in_both_forms_are_listed(tmp_path):
    part = procurement(
        tmp_path,
        amendments=[{"id": "1", "date": "2024-01-05", "rationale": "A question"}],
        amendment={"date": "2024-01-06"},
    )
    assert [each["date"] for each in part["amendments"]] == ["2024-01-05", "2024-01-06"]


def test_the_invitation_is_the_printed_day_before_that_of_the_notice_or_release(tmp_path):
    notice = {"documentType": "tenderNotice", "datePublished": "2023-12-20T09:00:00Z"}
    both = procurement(tmp_path, datePublished="2023-12-10", documents=[notice])
    assert both["published_on"] == "2023-12-10"
    assert procurement(tmp_path, documents=[notice])["published_on"] == "2023-12-20"


def test_a_release_is_dated_with_its_notice_only_on_portals_that_are_known_to_do_so(tmp_path):
    known = only(tmp_path, {**TENDER, "ocid": "ocds-kuma6s-1"})
    assert known.data["procurement"]["published_on"] == "2024-01-01"
    assert "was read as the day on which tenders were invited" in said(known)
    assert "published_on" not in procurement(tmp_path)


@pytest.mark.parametrize(
    ("address", "nation"),
    [({"countryName": "England"}, "england"), ({"region": "UKM75"}, "scotland"),
     ({"countryName": "United Kingdom", "region": "UKI3"}, "england"),
     ({"countryName": "GB", "region": "UK"}, None)],
)  # fmt: skip
def test_the_nation_is_that_of_the_country_or_region_of_the_buyer(tmp_path, address, nation):
    party = {"id": "b", "name": "A council", "address": address}
    document = only(tmp_path, {**TENDER, "parties": [party]})
    assert document.data.get("nation") == nation


def test_the_size_of_a_supplier_comes_from_the_party_that_it_refers_to(tmp_path):
    party = {"id": "s", "name": "Trust", "details": {"scale": "sme", "vcse": True}}
    award = {"id": "a", "suppliers": [{"id": "s", "name": "Trust"}]}
    document = only(tmp_path, {**TENDER, "parties": [party], "awards": [award]})
    (supplier,) = document.data["procurement"]["awards"][0]["suppliers"]
    assert supplier == {"name": "Trust", "reference": "s", "scale": "sme", "voluntary": True}


def test_the_earliest_of_several_notices_is_the_invitation(tmp_path):
    days = ("2023-12-20", "2023-12-18", "2023-12-22")
    notices = [{"documentType": "tenderNotice", "datePublished": day} for day in days]
    assert procurement(tmp_path, documents=notices)["published_on"] == "2023-12-18"


def test_a_title_that_is_too_long_is_cut_and_named(tmp_path):
    document = tender(tmp_path, title="x" * 301)
    assert document.data["title"] == "x" * 299 + "…"
    assert "longer than 300 characters and was cut" in said(document)


@pytest.mark.parametrize("days", [-1, 40_001, 1.5])
def test_a_length_that_is_no_count_of_days_is_left_out_and_named(tmp_path, days):
    document = tender(tmp_path, contractPeriod={"durationInDays": days})
    assert "contract_days" not in document.data["procurement"]["lots"][0]
    assert "is no count from 0 to 40,000" in said(document)


def test_a_weight_below_nought_is_none(tmp_path):
    criterion = {"type": "quality", "numbers": [{"number": -5, "weight": "percentageExact"}]}
    part = procurement(tmp_path, awardCriteria={"criteria": [criterion]})
    assert "weight" not in part["lots"][0]["criteria"][0]


def test_true_is_no_amount(tmp_path):
    document = tender(tmp_path, value={"amount": True, "currency": "GBP"})
    assert "value" not in document.data["procurement"]
    assert "a number is wanted here" in said(document)


def test_a_printed_side_of_the_threshold_goes_before_the_one_said_apart(tmp_path):
    printed = "Open procedure (above threshold)"
    part = procurement(tmp_path, procurementMethodDetails=printed, aboveThreshold=False)
    assert part["threshold"] == "above"


def test_a_notice_is_that_of_the_part_under_which_it_stands(tmp_path):
    notice = {"documentType": "contractNotice", "datePublished": "2024-03-01"}
    contract = {"id": "c", "documents": [notice]}
    document = only(
        tmp_path, {**TENDER, "tender": {"documents": [notice]}, "contracts": [contract]}
    )
    assert [each["kind"] for each in document.data["notices"]] == ["tender", "contract_details"]


def test_an_award_is_published_with_its_notice_where_it_says_no_day_itself(tmp_path):
    notice = {"documentType": "awardNotice", "datePublished": "2024-03-01"}
    awards = [{"id": "a", "documents": [{"documentType": "other"}, notice]},
              {"id": "b", "documents": [notice], "datePublished": "2024-02-02"}]  # fmt: skip
    document = only(tmp_path, {**TENDER, "awards": awards})
    published = [each["published_on"] for each in document.data["procurement"]["awards"]]
    assert published == ["2024-03-01", "2024-02-02"]


def test_points_are_no_shares_as_nobody_says_out_of_how_many(tmp_path):
    points = {"type": "price", "numbers": [{"number": 50, "weight": "pointsExact"}]}
    share = {"type": "quality", "numbers": [{"number": 60, "weight": "percentageExact"}]}
    lots = [{"id": "1", "awardCriteria": {"criteria": [points, share]}}]
    document = only(tmp_path, {**TENDER, "tender": {"lots": lots}})
    first, second = document.data["procurement"]["lots"][0]["criteria"]
    assert first == {"kind": "price", "weight_text": "50 points"}
    assert second == {"kind": "quality", "weight": 60}


@pytest.mark.parametrize(
    ("codes", "classification"),
    [(["45233141", "45000000"], "45233141"), (["45233141", "85000000"], None), ([], None)],
)
def test_the_code_is_that_of_the_items_where_they_agree(tmp_path, codes, classification):
    items = [
        {"id": code, "additionalClassifications": [{"scheme": "CPV", "id": code}]} for code in codes
    ]
    document = only(tmp_path, {**TENDER, "tender": {"items": items}})
    assert document.data["procurement"].get("classification") == classification


@pytest.mark.parametrize(
    ("number", "kind", "published"),
    [
        ("UK4", "tender", "2025-03-03"),
        ("UK5", "transparency", None),
        ("UK2", "preliminary_market_engagement", None),
        ("UK99", "tender", None),
    ],
)
def test_the_number_of_a_notice_tells_what_it_is(tmp_path, number, kind, published):
    notice = {
        "id": "1",
        "documentType": "tenderNotice",
        "noticeType": number,
        "datePublished": "2025-03-03",
    }
    document = only(tmp_path, {**TENDER, "tender": {"documents": [notice]}})
    assert document.data["notices"][0]["kind"] == kind
    assert document.data["procurement"].get("published_on") == published


def test_a_listed_ground_stands_for_the_reason_of_a_direct_award(tmp_path):
    grounds = [{"scheme": "x", "id": "single", "description": "Single supplier"}]
    tender = {"procurementMethodRationaleClassifications": grounds}
    document = only(tmp_path, {**TENDER, "tender": tender})
    assert document.data["procurement"]["rationale"] == "Single supplier"


def test_a_dynamic_system_is_known_where_the_record_says_so(tmp_path):
    tender = {"techniques": {"hasDynamicPurchasingSystem": True}}
    document = only(tmp_path, {**TENDER, "tender": tender})
    assert document.data["procurement"]["dynamic"] is True
