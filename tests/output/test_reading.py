from auditor.load.document import Remark, RemarkKind
from auditor.output import html, terminal
from tests.output import sample

READ = Remark(RemarkKind.READING, "the column <b>DW\x1b[31m</b> is read as deadweight", "Map!H5")
WHOLE = Remark(RemarkKind.ASSUMPTION, "every amount is in pounds")


def test_a_report_in_the_terminal_says_how_the_file_was_read():
    shown = terminal.render(sample.report(reading=(WHOLE,)), colour=False, quiet=False)
    assert "How the file was read\n  Assumed: every amount is in pounds\n" in shown


def test_a_remark_names_its_place_and_cannot_steer_the_terminal():
    shown = terminal.render(sample.report(reading=(READ,)), colour=False, quiet=False)
    assert "Read as (Map!H5): the column" in shown
    assert "\x1b" not in shown


def test_a_page_lists_how_the_file_was_read_with_markup_escaped():
    page = html.render(sample.report(reading=(READ, WHOLE))).decode()
    assert "Read as</th><td>Map!H5</td><td>The column &lt;b&gt;DW" in page
    assert "Assumed</th><td>The whole file</td><td>Every amount is in pounds" in page


def test_a_file_whose_format_leaves_nothing_open_has_no_such_section():
    assert "How the file was read" not in html.render(sample.report()).decode()
