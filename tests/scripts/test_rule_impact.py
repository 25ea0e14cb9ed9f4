import re
from fnmatch import fnmatchcase

from auditor import load_packs
from auditor.impact import Mark, RuleImpact
from scripts.rule_impact import PAGE, REASONS, Reason, page, reasons, unexplained

ROW = re.compile(r"^\| ([A-Z0-9]+-\d+) .*\| ([a-z ]*) \|$", re.MULTILINE)
KNOWN = (Reason(("never departs",), ("OWN-*",), "Nobody was that bad."),)


def rule(name: str, **counts: int) -> RuleImpact:
    plain = dict.fromkeys(("conforms", "departs", "recorded", "cannot_conclude"), 0)
    rest = {"not_applicable": 0, "waiting": 0}
    return RuleImpact(rule=name, pack="own", title="A title", **{**plain, **rest, **counts})


def test_every_reason_is_about_rules_that_there_are_and_a_mark_that_there_is():
    ids = [ready.rule.id for pack in load_packs() for ready in pack.rules]
    for each in reasons(REASONS):
        assert set(each.marks) <= {mark.value for mark in Mark if mark}
        for pattern in each.rules:
            assert any(fnmatchcase(name, pattern) for name in ids), pattern


def test_every_marked_rule_of_the_page_has_a_reason():
    rows = ROW.findall(PAGE.read_text(encoding="utf-8"))
    assert len(rows) >= 60
    known = reasons(REASONS)
    for name, mark in rows:
        fits = any(
            mark in each.marks and any(fnmatchcase(name, pattern) for pattern in each.rules)
            for each in known
        )
        assert fits or not mark, f"{name}: {mark}"


def test_a_rule_without_a_reason_is_named():
    rules = [rule("OWN-01", conforms=1), rule("OWN-02", departs=1), rule("OWN-03")]
    assert unexplained(rules, KNOWN) == ["OWN-02: always departs", "OWN-03: never asked"]


def test_the_page_gives_each_rule_once_under_the_first_reason_that_fits():
    known = (Reason(("never departs",), ("OWN-02",), "A reason of its own."), *KNOWN)
    text = page([rule("OWN-01", conforms=1), rule("OWN-02", conforms=1)], 1, known)
    assert "**Never departs:** OWN-02.\nA reason of its own.\n" in text
    assert "**Never departs:** OWN-01.\nNobody was that bad.\n" in text
    assert "| never departs | 2 |" in text
