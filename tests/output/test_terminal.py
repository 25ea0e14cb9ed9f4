import re
from dataclasses import replace

import pytest

from auditor.finding import Severity, Status
from auditor.output import terminal
from tests.output import sample

STYLES = re.compile("\x1b\\[[0-9;]*m")


def render(report, *, colour=False, quiet=False) -> str:
    return terminal.render(report, colour=colour, quiet=quiet)


@pytest.mark.parametrize(
    "said",
    [
        "Conclusion: Serious departures found",
        "this\n  is not an audit opinion",
        "  Value for money (HM Treasury)\n    Serious departures found\n    1 critical, 0 major",
        "Reproduced: Social return per pound invested (line 203); the decision rests on\n"
        "    it\n    Claimed 5.07, recomputed 5.0733.",
        "Critical: 1 departure\n  ✗ GB-14 Future costs",
        "    line 214 appraisal.rates_used[3].rate: found 0.06; expected 0.035",
        "    What to do: Discount at the standard schedule",
        "The Green Book, HM Treasury, 2022, Annex 6 (the wording was\n      seen in an official",
        "Cannot conclude: 2",
        "    Not stated: sroi.rows[0–6].deadweight_basis",
        "23 conform + 4 depart + 1 cannot conclude + 1 not applicable + 1",
        "recorded + 2 waiting = 32",
        "15 of 23 conforming findings rest on what the file states",
        "How a conclusion is reached: ",
    ],
)
def test_the_text_says(said):
    assert said in render(sample.report())


def test_the_gravest_departures_come_first():
    text = render(sample.report())
    order = [text.index(f"{name}: 1 departure") for name in ("Critical", "Major", "Minor")]
    assert order == sorted(order)


@pytest.mark.parametrize("report", [sample.report(), sample.hostile(), sample.crowded()])
def test_no_line_is_wider_than_a_terminal(report):
    assert max(map(len, render(report).splitlines())) <= 80


def test_text_of_the_file_cannot_steer_the_terminal():
    shown = render(sample.hostile())
    coloured = STYLES.sub("", render(sample.hostile(), colour=True))
    for text in (shown, coloured):
        assert all(character == "\n" or character.isprintable() for character in text)
    assert "[U+001B][2J" in shown
    assert "[U+202E]" in shown


def test_a_file_name_cannot_steer_the_terminal_in_one_line():
    report = sample.report()
    report = replace(report, file=replace(report.file, name="a\x1b[2Jb\nc.yaml"))
    assert render(report, quiet=True).startswith("a[U+001B][2Jb c.yaml: Serious")


def test_colour_changes_nothing_but_colour():
    report = sample.report()
    assert STYLES.sub("", render(report, colour=True)) == render(report)
    assert STYLES.search(render(report, colour=True))
    assert not STYLES.search(render(report))


def test_quiet_is_one_line():
    assert render(sample.report(), quiet=True) == (
        "health-precinct.yaml: Serious departures found "
        "(1 critical, 1 major, 1 minor; 1 of 29 due cannot conclude)"
    )


def test_a_long_report_leaves_no_departure_out():
    report = sample.report(sample.many(300))
    text = " ".join(render(report).split())
    for finding in report.findings:
        if finding.status in ("departs", "cannot_conclude"):
            assert f"{finding.rule} Requirement" in text


def test_advice_that_cannot_conclude_is_named_in_short_after_what_counts():
    open_question = next(f for f in sample.many(8) if f.status is Status.CANNOT_CONCLUDE)
    advice = replace(open_question, rule="AD-1", severity=Severity.ADVISORY, fix="Ask a friend.")
    counts = replace(open_question, rule="CO-1", severity=Severity.MINOR, fix="Ask the body.")
    text = render(sample.report((advice, counts)))
    assert text.index("Cannot conclude: 1") < text.index("Advice that cannot conclude: 1")
    assert "Ask the body." in text
    assert "Ask a friend." not in text
    assert "? AD-1 Requirement" in text


def test_a_report_without_findings_still_concludes():
    text = render(sample.report((), claims=()))
    assert "Conclusion: No departures found" in text
    assert "0 rules: 0 conform" in text
