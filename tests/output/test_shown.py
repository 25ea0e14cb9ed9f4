"""Evidence that is alike is printed for the first entries, and the rest is counted."""

from dataclasses import replace

from auditor.finding import Evidence, Status
from auditor.output import shown
from tests.output.sample import finding


def read(number, expected=""):
    return Evidence(f"/sroi/rows/{number}/proxy", f"line {number}", "37", expected)


def of(*evidence, status=Status.DEPARTS):
    return replace(finding("A-01", status), evidence=evidence)


def test_the_first_three_of_many_values_alike_are_printed_and_the_rest_is_counted():
    many = of(*(read(number) for number in range(40)))
    assert [item.place for item in shown.evidence(many)] == ["line 0", "line 1", "line 2"]
    assert shown.more(many) == ("and 37 more entries like these: sroi.rows[3–39].proxy",)


def test_what_was_compared_is_printed_up_to_ten_times():
    many = of(*(read(number, "at most 5") for number in range(11)))
    assert len(shown.evidence(many)) == 10
    assert shown.more(many) == ("and 1 more entry like these: sroi.rows[10].proxy",)


def test_values_at_different_places_are_all_printed():
    few = of(Evidence("/title", "line 1", "A"), Evidence("/stage", "line 2", "award"), read(0))
    assert shown.evidence(few) == few.evidence
    assert shown.more(few) == ()


def test_derived_values_of_many_entries_are_counted_too():
    derived = (Evidence(f"facts.options.items.{n}.npv", "derived", "1") for n in range(5))
    assert shown.more(of(*derived)) == (
        "and 2 more entries like these: facts.options.items[…].npv",
    )


def test_nothing_is_printed_where_the_point_is_what_is_not_stated():
    silent = of(read(0), status=Status.CANNOT_CONCLUDE)
    assert shown.evidence(silent) == shown.more(silent) == ()


def test_beside_a_judgement_stands_what_was_found_and_not_the_judgement_again():
    made = Evidence("/judgements/0", "line 9", "The provider asked for it (A. Officer)")
    judged = of(made, read(0), status=Status.RECORDED)
    assert shown.in_its_place(judged) == (read(0),)
    assert shown.in_its_place(of(made, read(0))) == ()
