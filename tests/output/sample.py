"""Build reports to render: a short one from published figures, a long one and a hostile one.

The figures of the short report are those of the Health Precinct analysis (Jones C, Hartfiel N,
Brocklehurst P, Lynch M, Edwards RT. Int J Environ Res Public Health 2020;17(14):5249, CC BY 4.0).
Its findings are made up to show every kind of finding.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from auditor.conclusion import Conclusion, FrameworkConclusion, Verdict
from auditor.finding import (
    Basis,
    Citation,
    Confidence,
    Counts,
    Evidence,
    Finding,
    Severity,
    Standing,
    Status,
)
from auditor.levels import AskFound, AskState, LevelFound, Profile
from auditor.report import (
    Answered,
    AuditedFile,
    Bar,
    ClauseCovered,
    Coverage,
    Engagement,
    Engine,
    JudgementRecord,
    PackUsed,
    Report,
    RuleAnswer,
)
from auditor.value.claim import ClaimResult, ClaimVerdict, Step

PACKS = {
    "eight-principles": "Eight principles of good commissioning",
    "value-for-money": "Value for money (HM Treasury)",
    "sroi": "Social return on investment",
}
THRESHOLDS = (
    "Serious departures: 1 or more critical, or 2 or more major.",
    "Departures: any other critical, major or minor departure.",
    "Too little evidence: more than 40% of the critical and major rules due cannot conclude, or "
    "the claim that the decision rests on cannot be recomputed.",
    "Advisory rules, rules from sources of low confidence and recorded judgements never change the "
    "conclusion.",
    "Overall is the worst framework, in this order: no departures, departures, too little "
    "evidence, serious departures.",
)
SROI_GUIDE = Citation(
    "sroi-guide-2012",
    "A Guide to Social Return on Investment, The SROI Network, 2012",
    "Stage 4.3",
    "https://www.socialvalueuk.org/resource/a-guide-to-social-return-on-investment-2012/",
    Confidence.SEEN_IN_PART,
)
GREEN_BOOK = Citation(
    "green-book-2022",
    "The Green Book, HM Treasury, 2022",
    "Annex 6",
    "https://www.gov.uk/government/publications/the-green-book-appraisal-and-evaluation-in-central-government",
    Confidence.SEEN,
)
PRINCIPLES = Citation(
    "partnership-in-public-services-2006",
    "Partnership in Public Services: an action plan for third sector involvement, 2006",
    "Principle 1",
    "",
    Confidence.MEMORY_HIGH,
)
SOURCES = {"eight-principles": PRINCIPLES, "value-for-money": GREEN_BOOK, "sroi": SROI_GUIDE}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def finding(rule: str, status: Status, **changes: object) -> Finding:
    """Return a plausible finding of a rule, with the fields that a test cares about changed."""
    pack = {"EP": "eight-principles", "GB": "value-for-money"}.get(rule[:2], "sroi")
    plain = Finding(
        rule=rule,
        pack=pack,
        title=f"The requirement of {rule} is met in the file",
        severity=Severity.MAJOR,
        status=status,
        message=f"What was found for {rule}.",
        fix=f"Do what {rule} asks.",
        basis=Basis.STATED,
        confidence=Confidence.SEEN,
        citations=(SOURCES[pack],),
        counts=Counts(**{status.value: 1}),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


RATE = finding(
    "GB-14",
    Status.DEPARTS,
    title="Future costs and benefits are discounted at the rate in force",
    severity=Severity.CRITICAL,
    message="Year 4 is discounted at 6%; the standard rate in force on 1 March 2020 was 3.5%.",
    fix="Discount at the standard schedule; the net present value is then £225,616.",
    basis=Basis.RECOMPUTED,
    evidence=(
        Evidence("/appraisal/rates_used/3/rate", "line 214", "0.06", "0.035"),
        Evidence("facts.options.rates_in_force", "", "3.5% for years 0 to 30"),
    ),
)
PROXIES = finding(
    "SR-21",
    Status.DEPARTS,
    title="Every financial proxy has a source and a price year",
    message="3 of 7 rows of the value map give no source for the proxy.",
    fix="Name the published source of each proxy and the year of its prices.",
    basis=Basis.EVIDENCED,
    counts=Counts(conforms=3, departs=3, cannot_conclude=1),
    evidence=(
        Evidence("/sroi/rows/0/proxy_source", "line 96", "none: not kept", "a source"),
        Evidence("/sroi/rows/3/proxy_source", "line 141", "none: not kept", "a source"),
        Evidence("/sroi/rows/6/proxy_source", "line 186", "none: not kept", "a source"),
    ),
    also=("value-for-money VM-07",),
)
ADVOCATES = finding(
    "EP1-02",
    Status.DEPARTS,
    title="Evidence of need comes from users and from those who speak for them",
    severity=Severity.MINOR,
    message="No entry of the evidence of need comes from an advocate or a community body.",
    fix="Record what advocates said, or why none was asked.",
    basis=Basis.CROSS_CHECKED,
    confidence=Confidence.MEMORY_HIGH,
    evidence=(Evidence("/needs/sources", "line 31", "users, data", "community or advocate"),),
)
RANGE = finding(
    "SR-61",
    Status.DEPARTS,
    title="The ratio is given with the range that the sensitivity analysis shows",
    severity=Severity.ADVISORY,
    message="The ratio is given as one figure, 5.07, without a range.",
    fix="Print the range beside the ratio: 2.60 to 5.16.",
    basis=Basis.STATED,
    counts_towards=False,
    evidence=(Evidence("/sroi/reported/ratio", "line 203", "5.07", "a range"),),
)
DEADWEIGHT = finding(
    "SR-33",
    Status.CANNOT_CONCLUDE,
    title="Deadweight rests on evidence for each outcome",
    message="The file does not state where the deadweight of 7 outcomes comes from.",
    fix="Name the source and date of each deadweight percentage.",
    missing=tuple(f"/sroi/rows/{row}/deadweight_basis" for row in range(7)),
    counts=Counts(cannot_conclude=7),
)
JUDGED = finding(
    "SR-40",
    Status.RECORDED,
    title="Who decided what is material, when and why is on record",
    message="The judgement is recorded by the evaluation lead on 12 November 2019.",
    fix="",
    counts=Counts(recorded=1),
    counts_towards=False,
)
GATED = finding(
    "GB-31",
    Status.NOT_APPLICABLE,
    title="A horizon of more than 50 years is tested at the reduced rate",
    message="The rule does not apply.",
    condition="the horizon is 1 year, not more than 50",
)
# As the audit reports it: one finding for the gate, none for the rules behind it.
GATE = finding(
    "gate:authority_type",
    Status.CANNOT_CONCLUDE,
    pack="",
    title="The file states its authority type, which decides whether some rules apply",
    message="Not recorded in this file: authority_type. It decides whether 2 rules apply: GB-40, "
    "GB-41.",
    fix="State `authority_type` in the file.",
    citations=(),
    counts=Counts(),
    missing=("/authority_type",),
    counts_towards=False,
    waits_for="authority_type",
    also=("GB-40", "GB-41"),
)

RATIO = ClaimResult(
    id="sroi.ratio",
    kind="ratio",
    label="Social return per pound invested",
    framework="sroi",
    pointer="/sroi/reported/ratio",
    place="line 203",
    claimed="5.07",
    recomputed="5.0733",
    lowest="5.0676",
    highest="5.0790",
    verdict=ClaimVerdict.REPRODUCED,
    convention="gross present value divided by inputs; first year at par",
    working=(
        Step("Gross value", "sum of quantity × proxy over 7 outcomes", "866,580"),
        Step("Impact", "less deadweight, displacement and attribution", "281,005.31"),
        Step("Inputs", "45,331 + 5,998 + 1,552 + 2,508", "55,389"),
        Step("Ratio", "281,005.31 ÷ 55,389", "5.0733"),
    ),
    note="The published ratio follows from the figures in the file.",
    decisive=True,
)
GP = ClaimResult(
    id="sroi.rows.gp.impact",
    kind="impact",
    label="Impact: reduction in GP attendances",
    framework="sroi",
    pointer="/sroi/rows/5/reported_impact",
    place="line 170",
    claimed="400",
    recomputed="395.44",
    lowest="390.09",
    highest="400.78",
    verdict=ClaimVerdict.WITHIN_ROUNDING,
    convention="quantity × proxy × (1 − deadweight) × (1 − attribution to others)",
    working=(Step("Impact", "19 × 37 × 0.75 × 0.75", "395.4375"),),
    note="Not given exactly by the figures as printed: possible only if the printed £37 is itself "
    "rounded. Ask for the unrounded unit cost.",
    decisive=False,
)
PAYBACK = ClaimResult(
    id="sroi.payback",
    kind="months",
    label="Payback period in months",
    framework="sroi",
    pointer="/sroi/reported/payback_months",
    place="line 209",
    claimed="2.4",
    recomputed="",
    lowest="",
    highest="",
    verdict=ClaimVerdict.CANNOT_BE_RECOMPUTED,
    convention="",
    working=(),
    note="The file does not state in which months the value arises.",
    decisive=False,
)

PASSED = tuple(
    finding(
        rule,
        Status.CONFORMS,
        basis=Basis.STATED if number % 3 else Basis.RECOMPUTED,
        severity=Severity.MAJOR if number % 2 else Severity.MINOR,
        message="Nothing departs.",
        counts=Counts(conforms=1 + number % 7),
    )
    for number, rule in enumerate(
        [*(f"EP{n}-01" for n in range(1, 9)), *(f"GB-0{n}" for n in range(1, 8))]
        + [f"SR-0{n}" for n in range(1, 9)]
    )
)
FINDINGS = (GATE, RATE, PROXIES, ADVOCATES, RANGE, DEADWEIGHT, JUDGED, GATED, *PASSED)


CLAUSES = (
    ClauseCovered(
        "Annex 6",
        "Discounting follows the schedule",
        Standing.CHECKED,
        (RuleAnswer("GB-14", Answered.DEPARTS),),
        "",
    ),
    ClauseCovered(
        "Wider value",
        "Proxies can be traced",
        Standing.ELSEWHERE,
        (
            RuleAnswer("SR-21", Answered.DEPARTS),
            RuleAnswer("SR-01", Answered.CONFORMS),
            RuleAnswer("DEC-07", Answered.NOT_APPLIED),
        ),
        "",
    ),
    ClauseCovered(
        "Judgement", "The choice is right", Standing.NOT_CHECKED, (), "It needs a reader."
    ),
)


def coverage(findings: Sequence[Finding]) -> tuple[Coverage, ...]:
    """Count the items of each pack, as the report does."""
    rows = []
    for pack in PACKS:
        own = [item for item in findings if item.pack == pack]
        behind = [rule for gate in findings if gate.waits_for for rule in gate.also]
        waiting = len(behind) if pack == "value-for-money" else 0
        total = sum((item.counts for item in own), Counts())
        named = pack == "value-for-money" and PROXIES in findings
        clauses = CLAUSES if named else ()
        rows.append(Coverage(pack, len(own) + waiting, waiting, total, clauses))
    return tuple(rows)


def conclusion(findings: Sequence[Finding]) -> Conclusion:
    """Conclude as the product does, plainly enough to be a sample."""
    frameworks = tuple(framework(pack, findings) for pack in PACKS)
    order = list(Verdict)
    worst = max((each.verdict for each in frameworks), key=order.index)
    return Conclusion(
        overall=worst,
        by_framework=frameworks,
        reasons=tuple(f"{each.title}: {each.reasons[0]}; {each.reasons[1]}" for each in frameworks),
        thresholds=THRESHOLDS,
    )


def framework(pack: str, findings: Sequence[Finding]) -> FrameworkConclusion:
    own = [item for item in findings if item.pack == pack]
    bad = [item.severity for item in own if item.status is Status.DEPARTS and item.counts_towards]
    critical, major, minor = (bad.count(level) for level in list(Severity)[:3])
    serious = critical > 0 or major > 1
    verdict = Verdict.SERIOUS_DEPARTURES if serious else Verdict.DEPARTURES
    return FrameworkConclusion(
        framework=pack,
        title=PACKS[pack],
        verdict=verdict if bad else Verdict.NO_DEPARTURES,
        critical=critical,
        major=major,
        minor=minor,
        due=sum(1 for item in own if item.status is not Status.NOT_APPLICABLE),
        cannot_conclude=sum(1 for item in own if item.status is Status.CANNOT_CONCLUDE),
        on_statement_alone=sum(
            1 for item in own if item.status is Status.CONFORMS and item.basis is Basis.STATED
        ),
        reasons=(
            f"{critical} critical, {major} major and {minor} minor departures found",
            "2 of 12 rules due cannot conclude (1 of 9 critical and major)",
        ),
    )


ENGAGEMENT = Engagement(
    body="Conwy County Borough Council",
    prepared_for="Cabinet member for health and leisure",
    prepared_by="Commissioning support team",
    role="Analyst, internal",
    independence="The team did not take part in the analysis.",
    scope="The published value map and the record of the decision to continue the service.",
    limitations="Only what the publication prints was entered.",
)
JUDGEMENTS = (
    JudgementRecord(
        topic="materiality",
        question="Which outcomes are material?",
        conclusion="Seven outcomes are kept; reduced use of social care is left out.",
        made_by="Evaluation lead",
        role="Health economist",
        date="2019-11-12",
        place="line 231",
        complete=True,
    ),
    JudgementRecord(
        topic="attribution",
        question="How much of the change is due to others?",
        conclusion="Half for participants, three quarters for family members.",
        made_by="",
        role="",
        date="",
        place="line 244",
        complete=False,
    ),
)
WATERFALL = (
    Bar("Gross value", Decimal("866580")),
    Bar("Deadweight", Decimal("-216645")),
    Bar("Displacement", Decimal("0")),
    Bar("Attribution to others", Decimal("-368929.6875")),
    Bar("Impact of the first year", Decimal("281005.3125")),
    Bar("Later years", Decimal("0")),
    Bar("Discounting", Decimal("0")),
    Bar("Present value", Decimal("281005.3125")),
)
SHARES = (
    Bar("Participants", Decimal("231622.875")),
    Bar("Family members", Decimal("45317.25")),
    Bar("Conwy County Borough Council", Decimal("3669.75")),
    Bar("NHS Wales", Decimal("395.4375")),
)


PROFILE = Profile(
    id="commissioning-for-value",
    title="Commissioning for value, level by level",
    about="A proposal of this program.",
    shown="Need and cost are known",
    next="Outcomes are named",
    to_do=(AskFound("Each objective serves an outcome", AskState.DEPARTS, ("EP3-01",)),),
    levels=(
        LevelFound(
            "costs",
            "Need and cost are known",
            "It is known what is needed and what it costs.",
            True,
            (AskFound("Needs were assessed before options", AskState.SHOWN, ("EP1-01",)),),
        ),
        LevelFound(
            "outcomes",
            "Outcomes are named",
            "What changes for people is named.",
            False,
            (
                AskFound("Each objective serves an outcome", AskState.DEPARTS, ("EP3-01",)),
                AskFound("Harm is weighed", AskState.NOT_RUN, ("AV-05",)),
            ),
        ),
    ),
)


def report(findings: Sequence[Finding] = FINDINGS, **changes: object) -> Report:
    """Return a whole report over these findings."""
    plain = Report(
        format_version="1",
        standard="1.0",
        engine=Engine("auditor", "0.1.0"),
        file=AuditedFile(
            name="health-precinct.yaml",
            sha256=digest("health-precinct.yaml"),
            kind="commissioning",
            title="Health Precinct Community Hub for chronic conditions",
            format_version="1",
            stage="review",
            decision_date="2020-03-01",
            process="not stated",
        ),
        engagement=ENGAGEMENT,
        reading=(),
        as_at="2020-03-01",
        packs=tuple(
            PackUsed(pack, title, "1.0.0", digest(pack), 20) for pack, title in PACKS.items()
        ),
        frameworks=(),
        conclusion=conclusion(findings),
        findings=tuple(findings),
        claims=(RATIO, GP, PAYBACK),
        judgements=JUDGEMENTS,
        documents=(),
        coverage=coverage(findings),
        profiles=(PROFILE,),
        conventions=(
            "The first year is not discounted.",
            "Attribution is the share of others and is deducted.",
            "A figure is reproduced when it lies within half a unit of its last printed digit.",
        ),
        limits=(
            "Only what the file states was read. Whether it is true was not tested.",
            "A judgement is shown as recorded. Whether it is right was not examined.",
            "The wording of the eight principles was not seen at source.",
        ),
        waterfall=WATERFALL,
        shares=SHARES,
        digest=digest("the report"),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def many(number: int) -> tuple[Finding, ...]:
    """Return that many findings of every status, with evidence that differs from rule to rule."""
    rules = [f"{prefix}-{n:03}" for n in range(1, number) for prefix in ("SR", "GB", "EP")]
    return tuple(one_of_many(index, rule) for index, rule in enumerate(rules[:number]))


def one_of_many(index: int, rule: str) -> Finding:
    status = list(Status)[(1, 0, 1, 3, 2, 1, 0, 4)[index % 8]]
    rows = range(1 + index % 4)
    departs = status is Status.DEPARTS
    return finding(
        rule,
        status,
        title=f"Requirement {rule}: every row of the value map states what it rests on",
        severity=list(Severity)[index % 4],
        basis=list(Basis)[index % 4],
        confidence=list(Confidence)[index % 7],
        message=f"{len(rows)} of 12 rows depart: the source of the figure is not stated, so that "
        f"a reader cannot tell how it was reached ({rule}).",
        fix="Name the source, its date and the place in it, or say why there is none.",
        evidence=tuple(
            Evidence(f"/sroi/rows/{index + row}/proxy_source", f"line {index + row}", "none", "a")
            for row in rows
        )
        if departs
        else (),
        missing=(f"/sroi/rows/{index}/deadweight",) if status is Status.CANNOT_CONCLUDE else (),
        condition="the file is at an earlier stage" if status is Status.NOT_APPLICABLE else "",
        counts_towards=index % 4 < 3,
    )


def crowded() -> Report:
    """Return a report whose every text on page one is as long as a careful author would write."""
    text = "The source of each figure is named, with its date, so that a reader can follow it "
    long = replace(RATE, title=text * 3, message=text * 4, fix=text * 4)
    plain = report((GATE, long, replace(long, rule="GB-15"), replace(long, rule="GB-16"), *PASSED))
    first = plain.conclusion.by_framework[0]
    five = tuple(replace(first, framework=f"pack-{n}", title=text) for n in range(5))
    return replace(
        plain,
        file=replace(plain.file, title=text * 2, name=text.replace(" ", "-"), stage=text),
        engagement=replace(plain.engagement, body=text * 2),
        conclusion=replace(plain.conclusion, by_framework=five, reasons=(text * 2,) * 5),
        packs=(),
        findings=tuple(replace(item, pack="pack-0") for item in plain.findings),
        claims=(replace(RATIO, label=text, note=text * 3, claimed="12,345,678.90"),),
    )


def brimming(frameworks: int, sentences: int) -> Report:
    """Return a report with as much text on page one as is printed there in full."""
    text = "The source of each figure is named, with its date, so that a reader can follow it. "
    title, said = text.strip()[:-1], (text * sentences).strip()
    long = replace(RATE, title=title, message=said, fix=said)
    plain = report((GATE, long, replace(long, rule="GB-15"), replace(long, rule="GB-16"), *PASSED))
    first = plain.conclusion.by_framework[0]
    five = tuple(replace(first, framework=f"pack-{n}", title=title) for n in range(frameworks))
    return replace(
        plain,
        conclusion=replace(plain.conclusion, by_framework=five, reasons=(title,) * 4),
        packs=(),
        findings=tuple(replace(item, pack="pack-0") for item in plain.findings),
    )


HOSTILE = (
    '<script>alert(1)</script><img src="http://192.0.2.1/steal.png">',
    "</style><style>body{display:none}</style>",
    "javascript:alert(1)",
    "\x1b[2J\x1b[31mEverything conforms\x1b]0;title\x07\x9b31m",
    "\u202eelgnaw\u202c and \u2066isolated\u2069 \u200b\u200f\ufeff",
    "long" * 50,
    "{{ 7 * 7 }}{% raw %} {# note #}",
    "Zażółć gęślą jaźń Ελληνικά Кириллица العربية עברית 中文 한국어 हिन्दी 👩🏽‍💻",
    "☂️ 🇬🇧 €£¥ ≥≠✓ e\u0301",
    "a\x00bc\nnew line\r\n\ttab",
)


def hostile() -> Report:
    """Return a report in which every text of the file tries something."""
    bad = " ".join(HOSTILE)
    endless = "endless" * 715  # 5,005 letters without a break
    evil = Citation("source" + bad, bad, bad, "javascript:alert(1)", Confidence.PROPOSED)
    nasty = replace(
        RATE,
        title=bad,
        message=endless + bad,
        fix=bad,
        citations=(evil,),
        evidence=(Evidence(bad, bad, endless, bad),),
        also=(bad,),
    )
    unknown = replace(DEADWEIGHT, title=bad, message=bad, fix=bad, missing=(bad,))
    gated = replace(GATED, condition=bad)
    plain = report((nasty, unknown, gated, PROXIES, *PASSED))
    return replace(
        plain,
        file=replace(plain.file, name=bad, title=bad, stage=bad, decision_date=bad),
        engagement=Engagement(*[bad] * 7),
        claims=(replace(RATIO, label=bad, claimed=bad, note=bad, convention=bad),),
        judgements=(replace(JUDGEMENTS[0], question=bad, conclusion=bad, made_by=bad, date=bad),),
        waterfall=(Bar(bad, Decimal(1)), Bar(bad, Decimal(-2)), Bar(bad, Decimal(-1))),
        shares=(Bar(bad, Decimal("1e20")), Bar(bad, Decimal(-1))),
    )
