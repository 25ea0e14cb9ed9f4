from dataclasses import replace
from decimal import Decimal

import pytest

from auditor.evidence.result import STANDS, Sought, Sureness
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


def one(text):
    return Read("a PDF", (Piece(text, ("page 1",)),), "page", 1)


def workbook(*cells):
    each = enumerate(cells, 1)
    return Read("a workbook", tuple(Piece(t, (f"A!A{n}", "A", f"A{n}")) for n, t in each), "cell")


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


def test_words_that_are_left_out_unmarked_are_other_words():
    outcome = seek(quote("In all, 47 users are content. The cost is £1,234.50"))
    assert outcome.sureness is Sureness.NEARLY
    assert outcome.note == "“of 54” is left out"


def test_the_foot_of_a_page_in_between_leaves_the_question_open():
    halves = (Piece("Most of the users are very\nAnnual report\n7", ("page 1",)),
              Piece("Annual report\ncontent with the place", ("page 2",)))  # fmt: skip
    outcome = seek(quote("Most of the users are very content with the place"),
                   Read("a PDF", halves, "page", 2))  # fmt: skip
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


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("£1,234", "a cost of £1,234 million"),
        ("£5", "a cost of £5 trillion"),
        ("43%", "some 4.3% of them"),
        ("4.3%", "some 43% of them"),
        ("£1,234", "1.234,50 € each"),
        ("£1,234", "1,234 EUR each"),
        ("£500", "a fee of CAD 500"),
        ("£500", "a fee of ¥500"),
        ("£50", "at 50p each"),
    ],
)
def test_another_figure_is_not_taken_for_the_one_that_is_claimed(text, there):
    assert seek(figure(text, 1), one(there)).sureness is Sureness.ABSENT


@pytest.mark.parametrize(
    ("text", "there", "why"),
    [
        ("-5%", "it rose by 5%", "without a minus"),
        ("£5,000", "a result of -£5,000", "with a minus"),
        ("£5,000", "a result of £\u22125,000", "with a minus"),
        ("£52", "in week 52", "without its currency"),
        ("£2k", "by 2024", "without its currency"),
        ("£3m", "a wall of 3m", "a measure"),
        ("£1,234", "it weighs 1.234 kg", "point or comma"),
        ("1234", "the columns 1 234", "beside one another"),
        ("1234", "as in AB1234", "part of a word"),
        ("1234", "call 01234 567890", "telephone number"),
        ("1234", "batch 01234", "begins with a nought"),
        ("£12", "for twelve people", "in words"),
        ("5", "as in section 5.1", "by chance"),
    ],
)
def test_what_only_may_be_the_figure_leaves_the_question_open(text, there, why):
    outcome = seek(figure(text, 1), one(there))
    assert outcome.sureness is Sureness.UNKNOWN
    assert why in outcome.note


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("(£5,000)", "a result of (£5,000)"),
        ("-£5,000", "a result of −£5,000"),
        ("12%", "twelve per cent of them"),
        ("1.5", "within 1½ years"),
        ("$500", "a fee of US$500"),
        ("£1.2m", "in all 1.2 million pounds"),
        ("£0.50", "at 50p each"),
        ("£1,234", "the columns £1 234"),
    ],
)
def test_a_figure_in_another_form_stands(text, there):
    assert seek(figure(text, 1), one(there)).sureness in STANDS


def test_a_short_figure_with_its_unit_stands_without_a_page():
    assert seek(figure("12%"), one("some 12% of them")).sureness is Sureness.EXACT
    assert seek(figure("12"), one("some 12 of them")).sureness is Sureness.UNKNOWN


def test_digits_in_two_cells_are_no_number():
    cells = workbook("1", "234")
    assert seek(figure("1,234"), cells).sureness is Sureness.ABSENT
    assert seek(quote("1234"), cells).sureness is not Sureness.NORMALISED


def test_a_cell_has_no_currency_of_its_own():
    wanted = Wanted(Sought.FIGURE, "£52", Decimal(52), Decimal("0.5"), cell="A1")
    assert seek(wanted, workbook("52")).sureness is Sureness.NORMALISED


def test_a_cell_may_show_a_number_in_another_form_than_it_is_quoted():
    outcome = seek(quote("The total cost was £18,400"), workbook("The total cost was", "18400"))
    assert outcome.sureness is Sureness.UNKNOWN
    assert "the form in which they show" in outcome.note


def test_a_word_may_be_divided_at_the_end_of_a_page():
    read = Read("a PDF", (Piece("an exam-\n", ("page 1",)), Piece("ple of it", ("page 2",))),
                "page", 2)  # fmt: skip
    assert seek(quote("an example of it"), read).sureness is Sureness.NORMALISED


def test_next_to_nothing_is_not_said_to_be_absent():
    assert seek(quote("no")).note == "it is too short to be looked for"


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


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Revenue of £3451 came in", "£345"),
        ("Revenue of £1,23412 came in", "£1,234"),
        ("Revenue of £ 9 , 1 9 1 came in", "£9,191"),
        ("Some 2,5003 people came", "2,500"),
    ],
)
def test_a_figure_with_the_mark_of_a_footnote_behind_it_is_not_said_to_be_missing(text, printed):
    assert seek(figure(printed), one(text)).sureness is Sureness.UNKNOWN


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("In 2024 some came", "202"),
        ("Revenue of £345123 came in", "£345"),
        ("Revenue of £3,451 came in", "£345"),
        ("On line 12345 it says so", "2,345"),
    ],
)
def test_other_digits_are_another_figure(text, printed):
    assert seek(figure(printed), one(text)).sureness is Sureness.ABSENT


def test_passages_whose_parts_stand_far_apart_leave_the_question_open():
    text = "The first finding came. " + "Many words were said. " * 400 + "The last finding came."
    found = seek(quote("The first finding came. […] The last finding came."), one(text))
    assert (found.sureness, found.note) == (
        Sureness.UNKNOWN, "its parts stand there in order, but far from one another",
    )  # fmt: skip


def test_joined_writing_of_a_pdf_that_is_not_found_leaves_the_question_open():
    text = "على الخدمة في السنة األولى"
    assert seek(quote("على الخدمة في السنة الأولى"), one(text)).sureness is Sureness.UNKNOWN
    assert seek(quote("على الخدمة في السنة"), one(text)).sureness in STANDS


def test_words_in_another_order_on_the_page_do_not_make_the_page_wrong():
    found = seek(quote("content are users 54 of 47 all in", page=1))
    assert (found.sureness, found.at_place) == (Sureness.UNKNOWN, None)


def test_other_words_in_a_document_that_was_read_in_part_leave_the_question_open():
    read = Read("a PDF", PAGES, "page", 9, partly="only 3 of 9 pages were searched")
    found = seek(quote("In all, 49 of 54 users are content"), read)
    assert found.sureness is Sureness.UNKNOWN


def test_a_cell_beyond_those_searched_is_not_said_to_hold_something_else():
    read = Read("a workbook", (Piece("345212", ("A!A1", "A", "A1")),), "cell", partly="in part")
    found = seek(replace(figure("345,212"), sheet="A", cell="B9"), read)
    assert (found.sureness, found.at_place) == (Sureness.NORMALISED, None)
