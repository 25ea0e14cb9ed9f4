from decimal import Decimal

import pytest

from auditor.evidence.result import Sought, Sureness
from auditor.evidence.seek import Seeker
from auditor.evidence.text import Piece, Read
from auditor.evidence.wanted import Wanted
from auditor.model.printed import read_printed

PAGES = (
    Piece("In all, 47 of 54 users are content. The cost is £1,234.50, or £345,212 over time.",
          ("page 1",)),
    Piece("Costs in £000: staff 262, rent 18. Uptake rose by 12%, reach to £2m.", ("page 2",)),
    Piece("There are forty-seven of them.", ("page 3", "page 1a")),
)  # fmt: skip
DOCUMENT = Read("a PDF", PAGES, "page", 3)
SCANNED = Read("a PDF", (*PAGES, Piece("", ("page 4",), unread=True)), "page", 4)


def seek(wanted, read=DOCUMENT):
    return Seeker(read).seek(wanted)


def quote(text, page=None):
    return Wanted(Sought.QUOTE, text, page=page)


def figure(text, page=None):
    printed = read_printed(text)
    return Wanted(Sought.FIGURE, text, printed.value, printed.half_unit, page=page)


def test_a_passage_that_stands_as_it_is_quoted_is_exact():
    outcome = seek(quote("47 of 54 users are content", 1))
    assert (outcome.sureness, outcome.at_place) == (Sureness.EXACT, True)


def test_a_passage_that_is_set_otherwise_is_said_to_be():
    assert seek(quote("47 of 54 users are con-tent")).sureness is Sureness.NORMALISED


def test_a_passage_on_another_page_is_found_there():
    outcome = seek(quote("47 of 54 users are content", 2))
    assert (outcome.sureness, outcome.at_place, outcome.stands_at) == (
        Sureness.EXACT, False, "page 1",
    )  # fmt: skip


def test_a_page_that_is_not_there_is_said_to_be_none():
    outcome = seek(quote("47 of 54 users are content", 9))
    assert outcome.note == "there is no page 9: the document has 3 pages"
    assert outcome.at_place is False


def test_a_page_may_go_by_the_number_that_is_printed_on_it():
    labelled = Read("a PDF", (Piece("Contents", ("page 1", "page i")), *PAGES[2:]), "page", 2)
    wanted = Wanted(Sought.QUOTE, "There are forty-seven of them", page=1)
    renamed = Piece(PAGES[2].text, ("page 2", "page 1"))
    outcome = seek(wanted, Read("a PDF", (labelled.pieces[0], renamed), "page", 2))
    assert outcome.at_place is True


def test_a_passage_with_another_number_stands_with_other_words():
    outcome = seek(quote("In all 49 of 54 users are content", 1))
    assert outcome.sureness is Sureness.NEARLY
    assert outcome.note == "“47” where “49” is quoted"


def test_a_passage_that_is_nowhere_is_absent():
    outcome = seek(quote("The council closes three libraries", 1))
    assert (outcome.sureness, outcome.at_place) == (Sureness.ABSENT, False)


def test_words_in_between_leave_the_question_open():
    outcome = seek(quote("In all, 47 users are content. The cost is £1,234.50"))
    assert outcome.sureness is Sureness.UNKNOWN
    assert "is left out" in outcome.note


def test_nothing_is_absent_from_a_document_with_a_scanned_page():
    outcome = seek(quote("The council closes three libraries"), SCANNED)
    assert outcome.sureness is Sureness.UNKNOWN
    assert "page 4" in outcome.note


def test_a_page_with_text_is_known_not_to_hold_a_passage_whatever_else_is_scanned():
    outcome = seek(quote("The council closes three libraries", 2), SCANNED)
    assert (outcome.sureness, outcome.at_place) == (Sureness.UNKNOWN, False)


def test_of_a_scanned_page_nothing_is_known():
    assert seek(quote("The council closes three libraries", 4), SCANNED).at_place is None


def test_nothing_is_absent_from_a_document_that_was_read_in_part():
    part = Read("a PDF", PAGES, "page", 9000, partly="only 3 of 9,000 pages were searched")
    outcome = seek(quote("The council closes three libraries"), part)
    assert (outcome.sureness, outcome.note) == (Sureness.UNKNOWN, part.partly)


@pytest.mark.parametrize(
    ("text", "page", "sureness"),
    [
        ("£1,234.50", 1, Sureness.EXACT),
        ("£1234.5", 1, Sureness.NORMALISED),
        ("£345k", 1, Sureness.ROUNDED),
        ("12%", 2, Sureness.EXACT),
        ("47", 3, Sureness.NORMALISED),
        ("£262,000", 2, Sureness.UNKNOWN),
        ("£2,040,000", 2, Sureness.UNKNOWN),
        ("€1,234.50", 1, Sureness.ABSENT),
        ("£9,999", 1, Sureness.ABSENT),
        ("£34k", 1, Sureness.ABSENT),
    ],
)
def test_a_figure_is_found_as_surely_as_its_form_allows(text, page, sureness):
    assert seek(figure(text, page)).sureness is sureness


def test_a_figure_that_may_be_in_thousands_says_so():
    assert seek(figure("£18,000", 2)).note == "it may be given in thousands there"


def test_a_figure_with_fewer_digits_in_the_document_says_so():
    assert seek(figure("£2,040,000", 2)).note == "the document gives fewer digits"


def test_a_short_figure_without_a_page_may_stand_for_something_else():
    assert "may stand there for something else" in seek(figure("47")).note


def test_a_short_figure_is_not_taken_for_a_rounded_one_elsewhere():
    assert seek(figure("1.2", 2)).sureness is Sureness.ABSENT


def test_a_negative_figure_may_be_given_as_a_cost():
    assert seek(figure("(1,234.50)", 1)).sureness is Sureness.NORMALISED


def test_a_bare_number_is_looked_for_in_any_form():
    wanted = Wanted(Sought.CLAIM, "", Decimal("345212"), Decimal("0.5"))
    assert seek(wanted).found.endswith("£345,212 over time.")


def test_a_page_alone_is_there_or_not():
    assert seek(Wanted(Sought.PLACE, "page 2", page=2)).sureness is Sureness.EXACT
    assert seek(Wanted(Sought.PLACE, "page 7", page=7)).sureness is Sureness.ABSENT


def test_a_word_document_has_no_pages_to_check():
    flowing = Read("a Word document", PAGES)
    outcome = seek(quote("47 of 54 users are content", 7), flowing)
    assert (outcome.sureness, outcome.at_place) == (Sureness.EXACT, None)
    assert "the place was not checked" in outcome.note


def test_a_cell_is_named_with_its_sheet_or_without():
    cells = Read("a workbook", (Piece("345212", ("Costs!C14", "Costs", "C14")),), "cell")
    for place in ({"sheet": "Costs", "cell": "C14"}, {"sheet": "Costs"}, {"cell": "C14"}):
        wanted = Wanted(Sought.FIGURE, "£345,212", Decimal(345212), Decimal("0.5"), **place)
        assert seek(wanted, cells).at_place is True


def test_words_in_two_columns_leave_the_question_open():
    columns = Piece("The plan ends the bus that cost too much and the walk is short", ("page 1",))
    read = Read("a PDF", (columns,), "page", 1)
    outcome = seek(quote("the walk is short and the bus cost too much that plan ends", 1), read)
    assert outcome.sureness is Sureness.UNKNOWN
