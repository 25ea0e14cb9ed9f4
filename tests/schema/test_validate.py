from datetime import date
from decimal import Decimal

import pytest

from auditor.errors import InputError
from auditor.load.document import Document
from auditor.load.pointer import step
from auditor.model.file import CommissioningFile, DecommissioningFile
from auditor.schema import validate

HEAD = {"format_version": "1", "kind": "commissioning", "title": "Day care", "stage": "need"}


def places(value, pointer="", line=None):
    """Give every value the line it would have with one name or entry on each line."""
    line = line if line is not None else [0]
    line[0] += 1
    found = {pointer: f"line {line[0]}"}
    items = enumerate(value) if isinstance(value, list) else ()
    for key, inner in value.items() if isinstance(value, dict) else items:
        found |= places(inner, f"{pointer}{step(str(key))}", line)
    return found


def document(data):
    return Document("file.yaml", data, "", places(data) if isinstance(data, dict) else {})


def refusal(data):
    """Return problem, path and hint of everything that is wrong with a file."""
    with pytest.raises(InputError) as refused:
        validate(document(data))
    assert refused.value.exit_code == 3
    return [
        (each.problem, each.where.partition("(")[2].rstrip(")"), each.hint)
        for each in refused.value.problems
    ]


def one(**parts):
    """Return the one thing that is wrong with a file."""
    [found] = refusal(HEAD | parts)
    return found


def row(**values):
    return {"sroi": {"rows": [{"id": "gp"} | values]}}


def test_a_valid_file_becomes_its_model():
    case = validate(document(HEAD | row(proxy=Decimal("37.10"), quantity=19)))
    assert isinstance(case, CommissioningFile)
    assert str(case.sroi.rows[0].proxy) == "37.10"


def test_the_kind_decides_the_model():
    data = HEAD | {"kind": "decommissioning", "stage": "proposal"}
    assert isinstance(validate(document(data)), DecommissioningFile)


def test_an_editor_may_be_told_the_schema():
    assert validate(document(HEAD | {"$schema": "schemas/x.json"})).title == "Day care"


@pytest.mark.parametrize("data", [None, "text", 3, True, [], [HEAD], Decimal("1.5")])
def test_a_file_that_is_not_a_record_is_refused(data):
    [(problem, where, hint)] = refusal(data)
    assert problem == "a file is one record: names with values, such as kind, title and stage"
    assert (where, hint) == ("", "Draft one with: auditor new commissioning")


@pytest.mark.parametrize(
    ("drop", "change", "expected"),
    [
        (
            "kind",
            {},
            (
                "the file does not say its kind",
                "kind",
                "Add: kind: commissioning or decommissioning.",
            ),
        ),
        (
            "",
            {"kind": "comissioning"},
            (
                'there is no kind of file called "comissioning"',
                "kind",
                'Did you mean "commissioning"?',
            ),
        ),
        (
            "",
            {"kind": "zzz"},
            (
                'there is no kind of file called "zzz"',
                "kind",
                "Write commissioning or decommissioning.",
            ),
        ),
        (
            "",
            {"kind": ["commissioning"]},
            ("the kind must be a text", "kind", "Write commissioning or decommissioning."),
        ),
        (
            "",
            {"format_version": "2", "nonsense": 1},
            (
                'format_version "2" is not read by this version of the program',
                "format_version",
                'It reads format_version "1".',
            ),
        ),
        (
            "",
            {"format_version": 1},
            ("expected a text, found the number 1", "format_version", 'Put it in quotes: "1".'),
        ),
        (
            "format_version",
            {},
            (
                "format_version is missing, and it must be there",
                "format_version",
                'The version of this format, in quotes. For example: format_version: "1"',
            ),
        ),
        (
            "stage",
            {},
            (
                "stage is missing, and it must be there",
                "stage",
                "The stage that the decision has reached. For example: stage: need",
            ),
        ),
        (
            "",
            {"stage": "proposal"},
            (
                'the stage "proposal" belongs to a decommissioning file, and this is a'
                " commissioning file",
                "stage",
                "Its stages are: need, design, options, tender, award, contract, monitoring,"
                " review.",
            ),
        ),
        (
            "",
            {"stage": "optins"},
            (
                'the text "optins" is not a value that this can have',
                "stage",
                'Did you mean "options"? The values are: need, design, options, tender, award,'
                " contract, monitoring, review.",
            ),
        ),
    ],
)
def test_the_head_of_a_file_is_explained(drop, change, expected):
    data = {name: value for name, value in HEAD.items() if name != drop} | change
    assert refusal(data) == [expected]


@pytest.mark.parametrize(
    ("values", "name", "problem", "hint"),
    [
        ({"proxi": 37}, "proxi", 'there is no property "proxi" here', 'Did you mean "proxy"?'),
        ({"proxy": "12"}, "proxy", 'expected a number, found the text "12"', "Remove the quotes."),
        (
            {"proxy": "£12,000"},
            "proxy",
            'expected a number, found the text "£12,000"',
            "Write it as 12000, without quotes, signs or units.",
        ),
        (
            {"deadweight": "25%"},
            "deadweight",
            'expected a number, found the text "25%"',
            "Write it as 0.25, without quotes, signs or units.",
        ),
        ({"proxy": "dear"}, "proxy", 'expected a number, found the text "dear"', ""),
        ({"proxy": True}, "proxy", "expected a number, found true", ""),
        (
            {"proxy": None},
            "proxy",
            "expected a number, found nothing",
            "Give a value, or leave the line out: what is left out counts as not stated.",
        ),
        (
            {"proxy": Decimal("NaN")},
            "proxy",
            "expected a number, found NaN, which is not an exact number",
            "",
        ),
        (
            {"proxy": Decimal("-Infinity")},
            "proxy",
            "expected a number, found -Infinity, which is not an exact number",
            "",
        ),
        (
            {"proxy": 0.5},
            "proxy",
            "expected a number, found 0.5, which is not an exact number",
            "",
        ),
        (
            {"deadweight": 25},
            "deadweight",
            "expected a number from 0 to 1, found 25",
            "Write 25% as 0.25.",
        ),
        (
            {"drop_off": Decimal("12.5")},
            "drop_off",
            "expected a number from 0 to 1, found 12.5",
            "Write 12.5% as 0.125.",
        ),
        (
            {"deadweight": Decimal("-0.1")},
            "deadweight",
            "expected a number from 0 to 1, found -0.1",
            "",
        ),
        ({"deadweight": 250}, "deadweight", "expected a number from 0 to 1, found 250", ""),
        (
            {"duration_years": 0},
            "duration_years",
            "expected a number above 0 and up to 500, found 0",
            "",
        ),
        (
            {"proxy_price_year": 218},
            "proxy_price_year",
            "expected a number from 1900 to 2200, found 218",
            "",
        ),
        (
            {"proxy_price_year": Decimal("2018.5")},
            "proxy_price_year",
            "expected a whole number, found the number 2018.5",
            "Write a whole number.",
        ),
        (
            {"proxy_type": "markt"},
            "proxy_type",
            'the text "markt" is not a value that this can have',
            'Did you mean "market"? The values are: wellbeing, saving, market, preference, other.',
        ),
        (
            {"text": ""},
            "text",
            "the text is empty",
            "Give the words, leave it out if it is not known, or say why there is none:"
            ' {none: "why"}.',
        ),
        (
            {"reported_years": []},
            "reported_years",
            "the list is empty",
            "Give entries, leave it out if it is not known, or say why there is none:"
            ' {none: "why"}.',
        ),
        (
            {"reported_years": 400},
            "reported_years",
            "expected a list, found the number 400",
            "Write a list, even for one entry: each entry on a line of its own after a dash.",
        ),
        (
            {"reported_years": "none"},
            "reported_years",
            'expected a list, found the text "none"',
            "Write a list, even for one entry: each entry on a line of its own after a dash."
            ' Or say why there is none: {none: "why"}.',
        ),
        (
            {"reported_impact": "£345k"},
            "reported_impact",
            'expected a number, found the text "£345k"',
            'Write it as 345000, or as {value: 345000, printed: "£345k"}.',
        ),
        (
            {"reported_impact": {"none": "not said"}},
            "reported_impact.none",
            'there is no property "none" here',
            "This part cannot be an explicit nil: leave it out where there is nothing to state.",
        ),
        (
            {"reported_impact": {"printed": "£400"}},
            "reported_impact.value",
            "value is missing, and it must be there",
            "The number that is claimed, exact. For example: value: 345000",
        ),
        (
            {"reported_impact": {"value": 400, "printed": "£345k"}},
            "reported_impact",
            'the text "£345k" prints 345000, and the value given is 400',
            "Write the value that the text prints, or the text as it is printed.",
        ),
        (
            {"id": "two words"},
            "id",
            'the text "two words" cannot serve as an id',
            "Use letters, digits, hyphens and underscores; begin with a letter or a digit.",
        ),
        ({"id": 7}, "id", "expected a text, found the number 7", 'Put it in quotes: "7".'),
        (
            {"id": "gp\n"},
            "id",
            'the text "gp\n" cannot serve as an id',
            "Use letters, digits, hyphens and underscores; begin with a letter or a digit.",
        ),
    ],
)
def test_a_wrong_value_gives_one_exact_message(values, name, problem, hint):
    assert one(**row(**values)) == (problem, f"sroi.rows[0].{name}", hint)


@pytest.mark.parametrize(
    ("parts", "problem", "where", "hint"),
    [
        (
            {"decision_date": "2026-02-30"},
            "there is no such day as 2026-02-30",
            "decision_date",
            "Look it up in a calendar.",
        ),
        (
            {"decision_date": "31/01/2026"},
            'expected a date such as 2026-03-31, found the text "31/01/2026"',
            "decision_date",
            "Write 2026-01-31.",
        ),
        (
            {"decision_date": "2026-1-5"},
            'expected a date such as 2026-03-31, found the text "2026-1-5"',
            "decision_date",
            "Write 2026-01-05.",
        ),
        (
            {"decision_date": "2026-01-05T10:00:00Z"},
            'expected a date such as 2026-03-31, found the text "2026-01-05T10:00:00Z"',
            "decision_date",
            "Write 2026-01-05.",
        ),
        (
            {"decision_date": "next May"},
            'expected a date such as 2026-03-31, found the text "next May"',
            "decision_date",
            "Write year-month-day: 2026-03-31.",
        ),
        (
            {"decision_date": "0206-01-31"},
            "the year of 0206-01-31 is out of bounds",
            "decision_date",
            "Years run from 1900 to 2199.",
        ),
        (
            {"decision_date": 2026},
            "expected a date such as 2026-03-31, found the number 2026",
            "decision_date",
            "",
        ),
        (
            {"equality": {"considered_on": ["2025-03-04", "2025-02-29"]}},
            "there is no such day as 2025-02-29",
            "equality.considered_on[1]",
            "Look it up in a calendar.",
        ),
        (
            {"light_touch": "no"},
            'expected true or false, found the text "no"',
            "light_touch",
            "Write true or false, without quotes.",
        ),
        (
            {"green_book_edition": 2019},
            "the number 2019 is not a value that this can have",
            "green_book_edition",
            "The values are: 2003, 2018, 2020, 2022, 2026.",
        ),
        (
            {"currency": "pounds"},
            'the text "pounds" is not the code of a currency',
            "currency",
            "Use its three capital letters, such as GBP.",
        ),
        ({"title": "  "}, "the text is empty", "title", "Give the words."),
        (
            {"service_type": ""},
            "the text is empty",
            "service_type",
            "Give the words, or leave it out if it is not known.",
        ),
        ({"needs": {"none": ""}}, "the text is empty", "needs.none", "Give the words."),
        (
            {"needs": {"none": "why", "groups": []}},
            'there is no property "groups" here',
            "needs.groups",
            "An explicit nil holds its reason and nothing else.",
        ),
        (
            {"stakeholders": []},
            "the list is empty",
            "stakeholders",
            "Give entries, leave it out if it is not known, or say why there is none:"
            ' {none: "why"}.',
        ),
        (
            {"needs": "none"},
            'expected a record (names with values), found the text "none"',
            "needs",
            "Write names with values: one name, a colon and its value on each line."
            ' Or say why there is none: {none: "why"}.',
        ),
        (
            {"costs": {"id": "rent", "item": "Rent"}},
            "expected a list, found a record",
            "costs",
            "Write a list, even for one entry: each entry on a line of its own after a dash.",
        ),
        (
            {"summary": {"text": "x"}},
            "expected a text, found a record",
            "summary",
            "",
        ),
        (
            {"decommissioning": {}},
            'there is no property "decommissioning" here',
            "decommissioning",
            "Only a file of kind decommissioning has it.",
        ),
        (
            {"sroi": {"net_ratio": 5}},
            'there is no property "net_ratio" here',
            "sroi.net_ratio",
            "It belongs in sroi.reported.net_ratio.",
        ),
        (
            {"market": {"mapped_on": "2025-01-01", "zzz": 5}},
            'there is no property "zzz" here',
            "market.zzz",
            "What may stand here: mapped_on, providers, one_sector_reason, evidence.",
        ),
        (
            {"stakeholders": [{"id": "a"}]},
            "name is missing, and it must be there",
            "stakeholders[0].name",
            "What the group or body is called. For example: name: Tenants of the sheltered schemes",
        ),
        (
            {"award": {"criteria": [{"id": "q", "name": "Quality", "weight": 40}]}},
            "expected a number from 0 to 1, found 40",
            "award.criteria[0].weight",
            "Write 40% as 0.4.",
        ),
        (
            {"sroi": {"rows": [{"id": "gp", "stakeholder_id": "nhs"}]}},
            '"nhs" is not among the stakeholders of this file',
            "sroi.rows[0].stakeholder_id",
            "The file states no stakeholders: add what is meant, or leave this out.",
        ),
        (
            {"outcomes": [{"id": "a", "text": "x"}, {"id": "a", "text": "y"}]},
            'the id "a" is already that of entry 1',
            "outcomes[1].id",
            "Give each entry an id of its own.",
        ),
    ],
)
def test_one_mistake_gives_one_message(parts, problem, where, hint):
    assert one(**parts) == (problem, where, hint)


def test_the_place_is_the_line_and_the_path():
    with pytest.raises(InputError) as refused:
        validate(document(HEAD | row(proxy="12")))
    assert refused.value.problems[0].where == "file.yaml, line 10 (sroi.rows[0].proxy)"


def test_what_is_missing_is_placed_where_it_should_be():
    with pytest.raises(InputError) as refused:
        validate(document(HEAD | {"stakeholders": [{"id": "a"}]}))
    assert refused.value.problems[0].where == "file.yaml, line 7 (stakeholders[0].name)"


def test_everything_that_is_wrong_is_said_at_once_in_the_order_of_the_file():
    data = HEAD | {
        "decision_date": "2026-02-30",
        "stakeholders": [{"id": "users", "name": "Users"}],
        "sroi": {
            "rows": [
                {"id": "a", "stakeholder_id": "user", "deadweight": 25, "proxi": 3},
                {"id": "a", "reported_impact": {"value": 5, "printed": "6"}},
            ]
        },
        "contract": {"kpis": []},
    }
    assert [where for _, where, _ in refusal(data)] == [
        "decision_date",
        "sroi.rows[0].stakeholder_id",
        "sroi.rows[0].deadweight",
        "sroi.rows[0].proxi",
        "sroi.rows[1].id",
        "sroi.rows[1].reported_impact",
        "contract.kpis",
    ]


def test_a_misspelt_list_is_not_followed_by_a_message_for_each_reference_to_it():
    data = HEAD | {
        "stakeholder": [{"id": "users", "name": "Users"}],
        "sroi": {"rows": [{"id": str(n), "stakeholder_id": "users"} for n in range(20)]},
    }
    [(problem, _, hint)] = refusal(data)
    assert problem == 'there is no property "stakeholder" here'
    assert hint == 'Did you mean "stakeholders"?'


def test_no_number_of_mistakes_is_cut_off():
    rows = [{"id": f"r{n}", "deadweight": 25} for n in range(500)]
    assert len(refusal(HEAD | {"sroi": {"rows": rows}})) == 500


def test_a_name_with_a_slash_is_placed():
    [(problem, where, _)] = refusal(HEAD | {"cost/benefit": 1})
    assert problem == 'there is no property "cost/benefit" here'
    assert where == "cost/benefit"


def test_dates_are_read():
    case = validate(document(HEAD | {"decision_date": "2024-02-29"}))
    assert case.decision_date == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ({"title": "half \ud800"}, "title"),
        ({"summary": "half \ud800"}, "summary"),
        (row(text="half \ud800"), "sroi.rows[0].text"),
        (
            row(reported_impact={"value": 1, "where": "half \ud800"}),
            "sroi.rows[0].reported_impact.where",
        ),
    ],
)
def test_what_only_the_model_refuses_is_placed_too(parts, where):
    problem, found_where, _ = one(**parts)
    assert problem.startswith("this cannot be read: ")
    assert found_where == where


def test_a_title_of_300_characters_fits_and_a_longer_one_is_refused():
    assert validate(document(HEAD | {"title": "x" * 300}))
    assert one(title="x" * 301) == (
        "expected at most 300 characters, found 301",
        "title",
        "Shorten it.",
    )
