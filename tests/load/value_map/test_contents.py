"""What titles say is held against the cells below them, and what they add to themselves counts."""

import pytest

from tests.load.value_map.books import ROWS, TITLES, data, reading, table


def first_row(*lines):
    return data(*lines)["sroi"]["rows"][0]


def test_a_column_of_words_is_no_second_column_of_shares():
    lines = [(*TITLES, "Who else contributes?"), *((*row, "School") for row in ROWS)]
    assert data(lines)["sroi"]["rows"] == data(table())["sroi"]["rows"]


def test_an_empty_column_is_no_second_column_of_shares():
    lines = [(*TITLES, "Attribution"), *((*row, None) for row in ROWS)]
    assert data(lines)["sroi"]["rows"] == data(table())["sroi"]["rows"]


def test_a_second_column_named_as_the_proxy_holds_its_value_where_it_holds_numbers():
    titles = (*TITLES[:3], "Proxy £", *TITLES[4:], "Financial proxy")
    lines = [titles, *((*row, "Cost of a course") for row in ROWS)]
    row = first_row(lines)
    assert row["proxy"] == 500
    assert row["proxy_text"] == "Cost of a course"


def test_a_column_of_contributions_holds_their_value_where_it_holds_numbers():
    lines = [(*TITLES, "What did they contribute?", "Contribution ($)"),
             *((*row, "Time", 100) for row in ROWS)]  # fmt: skip
    assert [each["amount"] for each in data(lines)["sroi"]["inputs"]] == [100, 100, 100]


@pytest.mark.parametrize(
    ("title", "means"),
    [
        ("Attribution (our share)", "this_activity"),
        ("Attribution - to us", "this_activity"),
        ("Attribution % (others)", "others"),
    ],
)
def test_a_title_may_say_in_brackets_whose_share_attribution_is(title, means):
    found = data(table(titles=(*TITLES[:7], title, *TITLES[8:])))
    assert found["sroi"]["conventions"] == {"attribution_means": means}


def test_an_impact_that_is_called_discounted_is_no_impact_of_the_first_year():
    row = first_row(table(titles=(*TITLES[:9], "Impact (discounted)")))
    assert row["reported_present_value"] == 7500
    assert "reported_impact" not in row


def with_line(*line):
    found, _, remarks = reading(table([*ROWS, line]))
    return [row["id"] for row in found["sroi"]["rows"]], [each.text for each in remarks]


@pytest.mark.parametrize("label", ["Average", "Total", "Totals", "Parents total", "Mean"])
def test_a_row_that_counts_others_together_is_no_outcome_whatever_it_sums(label):
    ids, _ = with_line(label, None, (75, "0", "=SUM(C2:C4)"), (700, "0", "=SUM(D2:D4)"))
    assert ids == ["r2", "r3", "r4"]


def test_an_average_is_told():
    _, told = with_line("Average", None, 25, None)
    assert "This row is read as an average, not as an outcome." in told


def test_a_group_whose_name_is_total_keeps_its_outcomes():
    ids, _ = with_line("Total Fitness members", "Fitter", 10, 20, 1, "0%", "0%", "0%", "0%", 200)
    assert ids == ["r2", "r3", "r4", "r5"]


def test_discount_factors_under_the_years_are_no_outcome():
    lines = [(*TITLES, "Year 1", "Year 2"), *((*row, 100, 90) for row in ROWS)]
    lines.append(("Discount factor", *(None,) * 9, 1, 0.97))
    found, _, remarks = reading(lines)
    assert len(found["sroi"]["rows"]) == 3
    assert any("no words of an outcome" in each.text for each in remarks)


def test_columns_of_years_that_are_called_present_value_are_not_the_values_of_the_years():
    titles = (*TITLES, "Year 1 value (undiscounted)", "Year 2 value (undiscounted)",
              "Year 1 present value", "Year 2 present value")  # fmt: skip
    row = first_row([titles, *((*row, 100, 90, 97, 84) for row in ROWS)])
    assert row["reported_years"] == [100, 90]


def test_a_table_of_scenarios_gives_no_figure():
    lines = [*table(), (), ("Scenario", "Ratio"), ("High", 1.9), ("Low", 2.4), (), ("SROI", 3.1)]
    assert str(data(lines)["sroi"]["reported"]["ratio"]) == "3.1"


@pytest.mark.parametrize("title", ["No.", "Number", "How many?", "# in group"])
def test_a_number_beside_the_group_is_its_size_and_no_reference(title):
    lines = [(TITLES[0], title, *TITLES[1:]), *((row[0], 120, *row[1:]) for row in ROWS)]
    found = data(lines)
    assert found["stakeholders"][0]["population"] == 120
    assert found["sroi"]["rows"][0]["id"] == "r2"


def test_a_total_present_value_is_a_figure_and_no_subtotal():
    lines = [*table(), ("Total present value", (9000, "0", "=SUM(J2:J4)"))]
    found, _, remarks = reading(lines)
    assert found["sroi"]["reported"]["total_present_value"] == {"value": 9000, "printed": "9,000"}
    assert not any("subtotal" in each.text for each in remarks)


@pytest.mark.parametrize("label", [None, "TOTALS:"])
def test_a_row_that_names_no_outcome_is_a_total_even_with_quantity_and_value(label):
    sums = [(75, "0", "=SUM(C2:C4)"), (700, "0", "=SUM(D2:D4)")] if label is None else [75, 700]
    line = (label, None, *sums, *(None,) * 5, (10100, "0", "=SUM(J2:J4)"))
    found = data(table([*ROWS, line]))
    assert [row["id"] for row in found["sroi"]["rows"]] == ["r2", "r3", "r4"]
    assert found["sroi"]["reported"]["total_impact"] == {"value": 10100, "printed": "10,100"}


@pytest.mark.parametrize("title", ["Additionality (1 - deadweight)", "Value after deadweight"])
def test_what_deadweight_leaves_is_not_deadweight(title):
    found, _, remarks = reading(table(titles=(*TITLES[:5], title, *TITLES[6:])))
    assert "deadweight" not in found["sroi"]["rows"][0]
    assert any("No column for deadweight was found" in each.text for each in remarks)


def test_a_total_may_stand_above_the_titles():
    above = ("Total", *(None,) * 8, (10100, "0", "=SUM(J4:J6)"))
    found = data([above, (), *table()])
    assert found["sroi"]["reported"]["total_impact"] == {"value": 10100, "printed": "10,100"}
    assert len(found["sroi"]["rows"]) == 3
