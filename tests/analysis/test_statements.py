from pathlib import Path
from typing import Any

from auditor.analysis.statements import Statements, statements
from auditor.analysis.statements_section import statements_section
from auditor.audit import read_file
from auditor.facts import Facts
from tests.analysis.files import commissioning
from tests.facts.test_statements import statement, without

EXAMPLE = Path(__file__).parents[2] / "examples" / "better-return.yaml"


def found(*listed: dict[str, Any], **parts: Any) -> Statements:
    given = commissioning(statements=list(listed), **parts)
    made = statements(given.case, given.facts, {})
    assert made is not None
    return made


def said(made: Statements) -> str:
    return " ".join(statements_section(made).says)


def example() -> Statements:
    case = read_file(EXAMPLE).case
    made = statements(case, Facts(case, {}, None), {})
    assert made is not None
    return made


def test_the_example_tells_what_a_careful_reader_finds() -> None:
    text = said(example())
    for words in (
        "£4.40 to £6.10 (line 115) and £3.80 (line 194) cannot both be right as printed",
        "also that of NOW Project (line 247); a slip in copying is one explanation",
        "more than £100 million (line 241) and £100 million (line 308) can both be right",
        "only one says which period",
        "“nearly halving” rests on no number",
        "Case study 7 is said to be about Asha Centre and Centre 218 (line 130); NOW Project",
        "Returns are put in 2 forms",
    ):
        assert words in text
    assert text.count("cannot both be right") == 1


def test_what_each_statement_leaves_open_is_named() -> None:
    left = {each.id: each.leaves_open for each in example().said}
    assert left["mid-devon"] == ("what it is per", "the period")
    assert left["now-project"] == ("total or marginal",)
    assert left["sandwell"] == ("the numbers behind the words",)
    assert left["prison-scaled-up"] == ()


def test_statements_nobody_confirmed_are_listed_and_held_against_nothing() -> None:
    made = found(statement("a", value=3), without(statement("b", value=9), "confirmed_by"))
    assert made.pairs == ()
    assert "1 statement waits for a person to confirm how it is read" in said(made)
    assert statements_section(made).tables[0].rows[1][-1] == "not confirmed"


def test_a_difference_with_a_reason_is_told_with_the_reason() -> None:
    made = found(
        statement("a", value=3), statement("b", value=9, differs_because="An earlier year")
    )
    assert "The file says why: An earlier year." in said(made)
    assert "worth asking which" not in said(made)


def test_two_quantities_are_set_side_by_side_with_what_keeps_them_apart() -> None:
    made = found(
        statement("a", value=3, ratio_basis="total"),
        statement("b", value=9, ratio_basis="marginal"),
    )
    (pair,) = made.pairs
    assert (pair.agree, pair.apart) == (None, ("total or marginal",))
    assert "cannot both be right" not in said(made)


def test_a_figure_that_is_repeated_wrongly_is_asked_about() -> None:
    made = found(statement("a", value=9, claim="sroi.ratio"), sroi={"reported": {"ratio": 3}})
    assert "`sroi.ratio` is 3" in said(made)


def test_long_lists_are_cut_and_say_so() -> None:
    made = found(*(statement(f"s{n}", value=n, measure=f"M{n}") for n in range(100)))
    assert statements_section(made).tables[0].caption == "Statements (the first 60 of 100)"


def test_a_file_without_statements_has_no_such_part() -> None:
    for given in (commissioning(), commissioning(statements={"none": "No prose"})):
        assert statements(given.case, given.facts, {}) is None
