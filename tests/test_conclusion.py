from dataclasses import replace

import pytest

from auditor.conclusion import Conclusion, Verdict, conclude
from auditor.engine.pack import load_packs
from auditor.finding import Basis, Confidence, Finding, Severity, Status
from auditor.value.claim import ClaimResult, ClaimVerdict

THRESHOLDS = load_packs(["tests/data/toy-pack"])[0].thresholds
FINDING = Finding(
    rule="TOY-01",
    pack="toy",
    title="A title",
    severity=Severity.MAJOR,
    status=Status.CONFORMS,
    message="",
    fix="",
    basis=Basis.STATED,
    confidence=Confidence.SEEN,
    citations=(),
)
CLAIM = ClaimResult(
    id="sroi.ratio",
    kind="ratio",
    label="Social return",
    framework="toy",
    pointer="/sroi/reported/ratio",
    place="line 9",
    claimed="5.07",
    recomputed="5.0733",
    lowest="",
    highest="",
    verdict=ClaimVerdict.REPRODUCED,
    convention="",
    working=(),
    note="",
    decisive=True,
)


def found(*severities: str, status: Status = Status.DEPARTS, start: int = 10) -> list[Finding]:
    return [
        replace(FINDING, rule=f"TOY-{start + n}", severity=Severity(severity), status=status)
        for n, severity in enumerate(severities)
    ]


def concluded(*findings: Finding, claim: ClaimResult = CLAIM) -> Conclusion:
    return conclude(findings, [claim], {"toy": "Toy"}, THRESHOLDS)


@pytest.mark.parametrize(
    ("departures", "verdict"),
    [
        ([], "no_departures"),
        (["minor"], "departures"),
        (["minor"] * 9, "departures"),
        (["major"], "departures"),
        (["major", "major"], "serious_departures"),
        (["critical"], "serious_departures"),
    ],
)
def test_departures_become_a_conclusion_by_the_thresholds(
    departures: list[str], verdict: str
) -> None:
    assert concluded(FINDING, *found(*departures)).overall == verdict


@pytest.mark.parametrize(("silent", "verdict"), [(4, "no_departures"), (5, "too_little_evidence")])
def test_more_than_forty_per_cent_without_an_answer_is_too_little(
    silent: int, verdict: str
) -> None:
    answered = found(*["major"] * (10 - silent), status=Status.CONFORMS)
    unanswered = found(*["major"] * silent, status=Status.CANNOT_CONCLUDE, start=30)
    assert concluded(*answered, *unanswered).overall == verdict


def test_departures_are_printed_together_with_too_little_evidence() -> None:
    conclusion = concluded(
        *found("major", "major"), *found(*["major"] * 3, status=Status.CANNOT_CONCLUDE, start=30)
    )
    assert conclusion.overall is Verdict.TOO_LITTLE_EVIDENCE
    assert conclusion.by_framework[0].reasons[0] == "2 major departures found"


def test_silence_on_minor_rules_is_not_too_little() -> None:
    silent = found(*["minor"] * 9, status=Status.CANNOT_CONCLUDE)
    assert concluded(FINDING, *silent).overall is Verdict.NO_DEPARTURES


@pytest.mark.parametrize(
    ("level", "said"),
    [
        ("minor", "9 of 10 rules due cannot conclude (0 of 1 critical and major)"),
        ("major", "9 of 10 rules due cannot conclude (9 of 10 critical and major)"),
    ],
)
def test_a_conclusion_says_how_many_of_all_rules_cannot_conclude(level: str, said: str) -> None:
    silent = found(*[level] * 9, status=Status.CANNOT_CONCLUDE)
    assert concluded(FINDING, *silent).by_framework[0].reasons[1] == said


def test_a_framework_of_minor_rules_alone_says_how_many_cannot_conclude() -> None:
    silent = found("minor", "minor", status=Status.CANNOT_CONCLUDE)
    answered = found("minor", status=Status.CONFORMS, start=30)
    reason = concluded(*silent, *answered).by_framework[0].reasons[1]
    assert reason == "2 of 3 rules due cannot conclude"


def test_no_finding_at_all_is_never_green() -> None:
    assert conclude([], [], {"toy": "Toy"}, THRESHOLDS).overall is Verdict.TOO_LITTLE_EVIDENCE
    assert conclude([], [], {}, THRESHOLDS).overall is Verdict.TOO_LITTLE_EVIDENCE


def test_no_rule_applied_is_never_green() -> None:
    assert concluded(replace(FINDING, status=Status.NOT_APPLICABLE)).overall == (
        Verdict.TOO_LITTLE_EVIDENCE
    )


def test_what_never_counts_never_changes_the_conclusion() -> None:
    advice = [replace(each, counts_towards=False) for each in found("critical", "major", "major")]
    assert concluded(FINDING, *advice).overall is Verdict.NO_DEPARTURES


ADVICE = replace(FINDING, counts_towards=False)


@pytest.mark.parametrize(
    ("statuses", "verdict", "reason"),
    [
        (["conforms", "departs"], "no_departures", "1 of 2 answers depart"),
        (["conforms", "cannot_conclude"], "no_departures", "0 of 1 answers depart"),
        (["recorded"], "no_departures", "0 of 1 answers depart"),
        (["cannot_conclude"], "too_little_evidence", "no rule that counts is due"),
        (["not_applicable"], "too_little_evidence", "no rule that counts is due"),
    ],
)
def test_rules_that_by_design_only_advise_are_not_too_little_once_they_answer(
    statuses: list[str], verdict: str, reason: str
) -> None:
    conclusion = concluded(*(replace(ADVICE, status=Status(each)) for each in statuses))
    assert conclusion.overall == verdict
    assert reason in conclusion.by_framework[0].reasons[1]


def test_advice_alone_is_too_little_where_rules_that_count_were_not_due() -> None:
    conclusion = concluded(ADVICE, replace(FINDING, status=Status.NOT_APPLICABLE))
    assert conclusion.overall is Verdict.TOO_LITTLE_EVIDENCE


def test_a_framework_that_only_advises_is_shown_and_decides_nothing() -> None:
    conclusion = with_another(replace(ADVICE, status=Status.DEPARTS))
    assert [each.framework for each in conclusion.by_framework] == ["toy", "other"]
    assert conclusion.overall is Verdict.NO_DEPARTURES


def test_rules_behind_one_unknown_gate_are_one_question() -> None:
    waiting = [
        replace(each, waits_for="authority_type")
        for each in found(*["major"] * 20, status=Status.CANNOT_CONCLUDE)
    ]
    answered = found("major", "major", status=Status.CONFORMS, start=50)
    assert concluded(*waiting, *answered).overall is Verdict.NO_DEPARTURES


def test_a_decision_that_rests_on_what_cannot_be_recomputed_has_too_little_evidence() -> None:
    claim = replace(CLAIM, verdict=ClaimVerdict.CANNOT_BE_RECOMPUTED)
    assert concluded(FINDING, claim=claim).overall is Verdict.TOO_LITTLE_EVIDENCE


def test_a_decision_that_rests_on_an_ambiguous_claim_has_too_little_evidence() -> None:
    conclusion = concluded(FINDING, claim=replace(CLAIM, verdict=ClaimVerdict.AMBIGUOUS))
    assert conclusion.overall is Verdict.TOO_LITTLE_EVIDENCE
    assert conclusion.by_framework[0].verdict is Verdict.TOO_LITTLE_EVIDENCE
    assert conclusion.reasons[-1] == (
        "the decision rests on a claim that is ambiguous, because the file declares no convention "
        "and the usual ones give different answers: Social return"
    )


def test_an_ambiguous_claim_hides_no_serious_departure() -> None:
    conclusion = conclude(
        [FINDING, *(replace(each, pack="other") for each in found("critical"))],
        [replace(CLAIM, verdict=ClaimVerdict.AMBIGUOUS)],
        {"toy": "Toy", "other": "Other"},
        THRESHOLDS,
    )
    assert conclusion.overall is Verdict.SERIOUS_DEPARTURES
    assert "ambiguous" in conclusion.reasons[-1]


def test_another_claim_that_is_ambiguous_does_not_decide() -> None:
    claim = replace(CLAIM, verdict=ClaimVerdict.AMBIGUOUS, decisive=False)
    assert concluded(FINDING, claim=claim).overall is Verdict.NO_DEPARTURES


def test_another_claim_that_cannot_be_recomputed_does_not_decide() -> None:
    claim = replace(CLAIM, verdict=ClaimVerdict.CANNOT_BE_RECOMPUTED, decisive=False)
    assert concluded(FINDING, claim=claim).overall is Verdict.NO_DEPARTURES


def test_a_decision_that_rests_on_what_is_not_reproduced_is_never_without_departures() -> None:
    conclusion = concluded(FINDING, claim=replace(CLAIM, verdict=ClaimVerdict.NOT_REPRODUCED))
    assert conclusion.overall is Verdict.DEPARTURES
    assert "not reproduced: Social return" in conclusion.reasons[-1]


def test_overall_is_the_worst_framework() -> None:
    others = [replace(each, pack="other") for each in found("critical")]
    silent = replace(FINDING, status=Status.CANNOT_CONCLUDE)
    conclusion = conclude([silent, *others], [], {"toy": "Toy", "other": "Other"}, THRESHOLDS)
    assert [each.verdict for each in conclusion.by_framework] == [
        "too_little_evidence",
        "serious_departures",
    ]
    assert conclusion.overall is Verdict.SERIOUS_DEPARTURES


def with_another(*findings: Finding) -> Conclusion:
    titles = {"toy": "Toy", "other": "Other"}
    others = [replace(each, pack="other", rule=f"OTH-{n}") for n, each in enumerate(findings)]
    return conclude([FINDING, *others], [], titles, THRESHOLDS)


def test_a_framework_that_asks_nothing_of_a_file_is_left_out() -> None:
    conclusion = with_another(replace(FINDING, status=Status.NOT_APPLICABLE))
    assert conclusion.overall is Verdict.NO_DEPARTURES
    assert [each.framework for each in conclusion.by_framework] == ["toy"]


def test_a_framework_that_is_asked_and_never_answered_does_decide() -> None:
    silent = replace(FINDING, severity=Severity.MINOR, status=Status.CANNOT_CONCLUDE)
    conclusion = with_another(silent, silent)
    assert conclusion.overall is Verdict.TOO_LITTLE_EVIDENCE
    assert "not one of the 2 rules due can conclude" in conclusion.reasons[0]


def test_the_thresholds_are_printed_beside_the_conclusion() -> None:
    words = " ".join(concluded(FINDING).thresholds)
    assert "1 or more critical, or 2 or more major" in words
    assert "more than 40%" in words
