"""Describe a rule as it is written: one YAML file, logic first, its proof inside."""

from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from auditor.engine.scope import Gates, InForce
from auditor.engine.written import Day, Named, Several, Some, Written
from auditor.finding import Basis, Confidence, Severity
from auditor.model.refusal import refusal

Sentence = Annotated[str, StringConstraints(min_length=8, max_length=1200, strip_whitespace=True)]
Title = Annotated[str, StringConstraints(min_length=8, max_length=140, strip_whitespace=True)]
Expression = Annotated[str, Field(min_length=1, max_length=1000)]
RuleId = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{1,5}-[0-9]{2,3}$")]
Each = Annotated[str, Field(pattern=r"^[a-z_.]+ as [a-z_]+( if .+)?$", max_length=1000)]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,40}$")]

Stage = Literal[
    "need", "design", "options", "tender", "award", "contract", "monitoring", "review",
    "proposal", "decision", "transition", "closed",
]  # fmt: skip
LOW_CONFIDENCE = (Confidence.MEMORY_MEDIUM, Confidence.PROPOSED)
FROM_MEMORY = (Confidence.MEMORY_HIGH, *LOW_CONFIDENCE)


class Cite(Written):
    """Who asks for it: a source of sources.yaml, the place in it, how well it was seen."""

    source: Slug = Field(description="Id of a source in sources.yaml.", examples=["tag-2026"])
    where: Annotated[str, Field(min_length=1, max_length=200)] = Field(
        description="Paragraph, page, line or heading in the source.", examples=["A6.2"]
    )
    confidence: Named[Confidence] = Field(
        description="How well the wording was seen at source.", examples=["seen"]
    )


class JudgementCheck(Written):
    """The judgement that must be on record, and the date it must come before."""

    topic: Slug = Field(
        description="The `topic` of the record in judgements[].", examples=["proportionality"]
    )
    before: Expression | None = Field(
        default=None,
        description="A date of the file that the judgement must not be later than.",
        examples=["case.decision_date"],
    )


class Unless(JudgementCheck):
    """The judgement that may stand where the check is not met: it is recorded, never conforms."""

    where: Expression | None = Field(
        default=None,
        description="Condition under which a judgement may stand in for the check.",
        examples=["has(case.decommissioning.exceptional_reason)"],
    )


class Case(Written):
    """One proof of the rule: a change to the base case, and the answer it must give."""

    name: Sentence = Field(
        description="A sentence saying what the case shows.", examples=["A commercial rate departs"]
    )
    given: dict[str, Any] = Field(
        description="Merge patch over the base case; null removes.",
        examples=[{"sroi": {"discount_rate": None}}],
    )
    expect: Literal["conforms", "departs", "not_applicable", "cannot_conclude", "recorded"] = Field(
        description="The answer that the rule must give.", examples=["departs"]
    )
    on: Literal["commissioning", "decommissioning"] | None = Field(
        default=None,
        description="Which base case; by default the first kind the rule is due for.",
        examples=["decommissioning"],
    )
    examined: dict[str, dict[str, Any]] | Literal[False] = Field(
        default={},
        description="What was found in documents, where it is not what the file says of them: by "
        "the id of their entry, or the pointer of a use; false where they were not examined.",
        examples=[{"E1": {"state": "missing"}}],
    )
    says: str = Field(
        default="", description="Text that the message must hold.", examples=["3 of 12"]
    )


class Rule(Written):
    """A rule: what is required, how much it matters, when, the check, what to say, the proof."""

    id: RuleId = Field(description="Never reused, never renumbered.", examples=["GB-14"])
    title: Title = Field(
        description="The requirement as a statement that is true of a good file.",
        examples=["Every material outcome says how long it lasts"],
    )
    severity: Named[Severity] = Field(
        description="How much a departure matters to a reader of the report.", examples=["major"]
    )
    minor_from: Day | None = Field(
        default=None,
        description="From which day of the decision on a departure is minor, because the edition "
        "of the guidance that was then in force was not seen.",
        examples=["2024-05-08"],
    )
    stages: Some[Stage] = Field(
        description="The stage from which the rule is due, at most one of each kind of file.",
        examples=[["options", "decision"]],
    )
    kind: Literal["check", "judgement"] = Field(
        default="check",
        description="Whether a condition is checked, or only that a judgement is on record.",
        examples=["judgement"],
    )
    gates: Gates = Field(
        default=Gates(),
        description="For whom the rule is meant.",
        examples=[{"authority_type": ["central"], "or_declared_basis": "green-book"}],
    )
    in_force: InForce | None = Field(
        default=None,
        description="Between which dates of the file the rule applies.",
        examples=[{"from": "2025-02-24", "hinges_on": "procurement_start"}],
    )
    tier: Slug | None = Field(
        default=None,
        description="How much must be at stake for it to be asked in full (tier).",
        examples=["full-appraisal"],
    )
    tier_for: Literal["commissioning", "decommissioning"] | None = Field(
        default=None,
        description="The kind of file to which the tier is confined; by default both.",
        examples=["commissioning"],
    )
    when: Expression | None = Field(
        default=None,
        description="Condition under which the rule applies.",
        examples=["case.appraisal.horizon_years > 1"],
    )
    each: Each | None = Field(
        default=None,
        description="`list as name` or `list as name if condition`: one finding over all entries.",
        examples=["case.outcomes as outcome if outcome.material"],
    )
    check: Expression | None = Field(
        default=None,
        description="The condition that a good file meets.",
        examples=["case.needs.assessed_on < case.decision_date"],
    )
    unless: Unless | None = Field(
        default=None,
        description="The judgement on record that may stand where the check is not met.",
        examples=[{"topic": "contract-notice", "before": "case.decision_date"}],
    )
    judgement: JudgementCheck | None = Field(
        default=None,
        description="Instead of a check: the judgement that must be on record.",
        examples=[{"topic": "proportionality", "before": "case.decision_date"}],
    )
    nil: Literal["departs", "conforms", "not_applicable"] = Field(
        default="departs",
        description="The answer where the file states, with a reason, that there is none.",
        examples=["conforms"],
    )
    message: Sentence = Field(
        description="What was found and expected; `{path:format}` inserts.",
        examples=["Needs were assessed on {case.needs.assessed_on:date}, after the decision."],
    )
    fix: Sentence = Field(
        description="What to do about it.", examples=["Assess needs before the decision."]
    )
    requires: Sentence = Field(
        description="The requirement in plain words.",
        examples=["The needs assessment is dated before the decision that it informs."],
    )
    why: Sentence = Field(
        description="Why it matters to the people affected.",
        examples=["A decision made before the need is known cannot answer it."],
    )
    basis: Named[Basis] = Field(
        description="What a conforming answer rests on.", examples=["cross_checked"]
    )
    cite: Some[Cite] = Field(
        description="Who asks for it: at least one source.",
        examples=[[{"source": "tag-2026", "where": "A6.2", "confidence": "seen"}]],
    )
    same_as: Several[RuleId] = Field(
        default=(), description="Clauses of others that this check covers.", examples=[["GB-14"]]
    )
    cases: Several[Case] = Field(
        default=(),
        description="The proof; stands last in the file.",
        examples=[[{"name": "A rate of 6% departs", "given": {}, "expect": "departs"}]],
    )

    @cached_property
    def confidence(self) -> Confidence:
        """Return how well the best seen of its sources was seen."""
        order = list(Confidence)
        return min((cite.confidence for cite in self.cite), key=order.index)

    def severity_on(self, day: date | None) -> Severity:
        """Return how much a departure matters where the decision was made on a day.

        Where the day is not known, no more than it may weigh on any day.
        """
        lighter = self.minor_from is not None and (day is None or day >= self.minor_from)
        return Severity.MINOR if lighter else self.severity

    @cached_property
    def counts_towards(self) -> bool:
        """Say whether a departure can change the conclusion."""
        low = self.confidence in LOW_CONFIDENCE
        return self.kind == "check" and self.severity is not Severity.ADVISORY and not low

    @model_validator(mode="after")
    def _whole(self) -> Self:
        """Refuse a rule that is half a check and half a judgement, or graver than its sources."""
        if (self.kind == "judgement") != (self.judgement is not None):
            raise refusal("`kind: judgement` and `judgement:` go together")
        if (self.kind == "check") != (self.check is not None):
            raise refusal("a rule has a `check`, or is a judgement")
        if self.unless is not None and self.check is None:
            raise refusal("`unless` goes with a `check`")
        heavy = self.severity in (Severity.CRITICAL, Severity.MAJOR)
        if self.minor_from is not None and not heavy:
            raise refusal("`minor_from` is for a rule that is graver before that day")
        if self.tier_for is not None and self.tier is None:
            raise refusal("`tier_for` goes with a `tier`")
        if heavy and self.confidence in FROM_MEMORY:
            raise refusal(
                "a rule whose sources were all written down from memory is minor or advisory"
            )
        return self
