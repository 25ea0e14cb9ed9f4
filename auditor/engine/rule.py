"""Describe a rule as it is written: one YAML file, logic first, its proof inside."""

from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from auditor.declared import Declared, Limits, field, unfit
from auditor.finding import Basis, Confidence, Severity

Sentence = Annotated[str, Limits(min_length=8, max_length=1200, strip=True)]
Title = Annotated[str, Limits(min_length=8, max_length=140, strip=True)]
Expression = Annotated[str, Limits(min_length=1, max_length=1000)]
RuleId = Annotated[str, Limits(pattern=r"^[A-Z][A-Z0-9]{1,5}-[0-9]{2,3}$")]
Each = Annotated[str, Limits(pattern=r"^[a-z_.]+ as [a-z_]+( if .+)?$", max_length=1000)]
Slug = Annotated[str, Limits(pattern=r"^[a-z][a-z0-9-]{1,40}$")]

Stage = Literal[
    "need", "design", "options", "tender", "award", "contract", "monitoring", "review",
    "proposal", "decision", "transition", "closed",
]  # fmt: skip
LOW_CONFIDENCE = (Confidence.MEMORY_MEDIUM, Confidence.PROPOSED)
FROM_MEMORY = (Confidence.MEMORY_HIGH, *LOW_CONFIDENCE)


class Cite(Declared):
    """Who asks for it: a source of sources.yaml, the place in it, how well it was seen."""

    source: Slug = field(description="Id of a source in sources.yaml.", examples=["tag-2026"])
    where: Annotated[str, Limits(min_length=1, max_length=200)] = field(
        description="Paragraph, page, line or heading in the source.", examples=["A6.2"]
    )
    confidence: Confidence = field(description="How well the wording was seen at source.")


class Gates(Declared):
    """For whom the rule is meant; everyone else is told why it does not apply."""

    nation: tuple[str, ...] = field(default=(), description="Nations it applies to.")
    authority_type: tuple[str, ...] = field(default=(), description="Types of authority.")
    regime: tuple[str, ...] = field(default=(), description="Procurement regimes.")
    provider_sector: tuple[str, ...] = field(default=(), description="Sectors of the provider.")
    service_type: tuple[str, ...] = field(default=(), description="Types of service.")
    best_value_authority: bool | None = field(
        default=None, description="Best value authorities or not."
    )
    light_touch: bool | None = field(default=None, description="Light-touch contracts or not.")
    local_compact_signed: bool | None = field(
        default=None, description="A local compact is signed or not."
    )
    or_declared_basis: str = field(
        default="", description="Also applies where the file's policy_basis names this."
    )
    otherwise: Literal["not_applicable", "advisory"] = field(
        default="not_applicable", description="What the rule is for everyone else."
    )

    @cached_property
    def wanted(self) -> dict[str, tuple[Any, ...]]:
        """Return each gate that is set with the values that open it."""
        names = [n for n in Gates.model_fields if n not in ("or_declared_basis", "otherwise")]
        values = {name: getattr(self, name) for name in names}
        return {
            name: value if isinstance(value, tuple) else (value,)
            for name, value in values.items()
            if value not in ((), None)
        }


class InForce(Declared):
    """Between which dates the rule applies, and which date of the file decides."""

    from_: date | None = field(default=None, key="from", description="First day in force.")
    until: date | None = field(default=None, description="First day no longer in force.")
    hinges_on: Literal["decision", "procurement_start", "notice"] = field(
        default="decision", description="The date of the file that decides."
    )


class JudgementCheck(Declared):
    """The judgement that must be on record, and the date it must come before."""

    topic: Slug = field(description="The `topic` of the record in judgements[].")
    before: Expression | None = field(
        default=None, description="A date of the file that the judgement must not be later than."
    )


class Case(Declared):
    """One proof of the rule: a change to the base case, and the answer it must give."""

    name: Sentence = field(description="A sentence saying what the case shows.")
    given: dict[str, Any] = field(description="Merge patch over the base case; null removes.")
    expect: Literal["conforms", "departs", "not_applicable", "cannot_conclude", "recorded"]
    on: Literal["commissioning", "decommissioning"] | None = field(
        default=None, description="Which base case; by default the first kind the rule is due for."
    )
    says: str = field(default="", description="Text that the message must hold.")


class Rule(Declared):
    """A rule: what is required, how much it matters, when, the check, what to say, the proof."""

    id: RuleId = field(description="Never reused, never renumbered.", examples=["GB-14"])
    title: Title = field(description="The requirement as a statement that is true of a good file.")
    severity: Severity
    stages: Annotated[tuple[Stage, ...], Limits(min_length=1)] = field(
        description="The stage from which the rule is due, at most one of each kind of file."
    )
    kind: Literal["check", "judgement"] = "check"
    gates: Gates = Gates()
    in_force: InForce | None = None
    tier: Slug | None = field(
        default=None, description="How much must be at stake for it to be asked in full (tier)."
    )
    when: Expression | None = field(
        default=None, description="Condition under which the rule applies."
    )
    each: Each | None = field(
        default=None,
        description="`list as name` or `list as name if condition`: one finding over all entries.",
        examples=["case.outcomes as outcome if outcome.material"],
    )
    check: Expression | None = None
    judgement: JudgementCheck | None = None
    nil: Literal["departs", "conforms", "not_applicable"] = field(
        default="departs",
        description="The answer where the file states, with a reason, that there is none.",
    )
    message: Sentence = field(description="What was found and expected; `{path:format}` inserts.")
    fix: Sentence = field(description="What to do about it.")
    requires: Sentence = field(description="The requirement in plain words.")
    why: Sentence = field(description="Why it matters to the people affected.")
    basis: Basis = field(description="What a conforming answer rests on.")
    cite: Annotated[tuple[Cite, ...], Limits(min_length=1)]
    same_as: tuple[RuleId, ...] = field(
        default=(), description="Clauses of others that this check covers."
    )
    cases: tuple[Case, ...] = field(default=(), description="The proof; stands last in the file.")

    @cached_property
    def confidence(self) -> Confidence:
        """Return how well the best seen of its sources was seen."""
        order = list(Confidence)
        return min((cite.confidence for cite in self.cite), key=order.index)

    @cached_property
    def counts_towards(self) -> bool:
        """Say whether a departure can change the conclusion."""
        low = self.confidence in LOW_CONFIDENCE
        return self.kind == "check" and self.severity is not Severity.ADVISORY and not low

    def model_after(self) -> None:
        """Refuse a rule that is half a check and half a judgement, or graver than its sources."""
        if (self.kind == "judgement") != (self.judgement is not None):
            raise unfit("`kind: judgement` and `judgement:` go together")
        if (self.kind == "check") != (self.check is not None):
            raise unfit("a rule has a `check`, or is a judgement")
        heavy = self.severity in (Severity.CRITICAL, Severity.MAJOR)
        if heavy and self.confidence in FROM_MEMORY:
            raise unfit(
                "a rule whose sources were all written down from memory is minor or advisory"
            )


class Source(Declared):
    """A document that rules cite; described once."""

    id: Slug
    title: Sentence
    publisher: Annotated[str, Limits(min_length=2)]
    year: Annotated[int, Limits(at_least=1900, at_most=2200)]
    url: Annotated[str, Limits(pattern=r"^(https?://\S+)?$")] = ""
    note: str = field(default="", description="What of it was seen, and where.")


class Clause(Declared):
    """One clause of the authority: the rules that check it, or why none can."""

    clause: Annotated[str, Limits(min_length=1)] = field(
        description="Name of the clause in the authority."
    )
    title: Sentence
    rules: tuple[RuleId, ...] = ()
    not_checked: str = field(default="", description="Why no rule checks it.")

    def model_after(self) -> None:
        """Refuse a clause that is left open, or that is said to be both checked and not."""
        if bool(self.rules) == bool(self.not_checked):
            raise unfit("a clause has rules, or a reason why none checks it")


class PackInfo(Declared):
    """What a pack is: its id, title, version, and what it covers."""

    format_version: Literal["1"]
    id: Slug
    title: Title
    version: Annotated[str, Limits(pattern=r"^\d+\.\d+\.\d+$")]
    about: Sentence


class ParameterValue(Declared):
    """The value of a parameter from a date on, with its source."""

    from_: date = field(key="from", description="First day in force.")
    until: date | None = None
    value: Any
    cite: Annotated[tuple[Cite, ...], Limits(min_length=1)]


class Parameter(Declared):
    """A number that guidance sets: dated, cited, never a literal in code."""

    format_version: Literal["1"]
    id: Annotated[str, Limits(pattern=r"^[a-z][a-z0-9_]{2,50}$")]
    title: Title
    unit: Annotated[str, Limits(min_length=1)]
    values: Annotated[tuple[ParameterValue, ...], Limits(min_length=1)]


class Thresholds(Declared):
    """How findings become a conclusion; printed beside every conclusion."""

    format_version: Literal["1"]
    serious_from_critical: Annotated[int, Limits(at_least=1)]
    serious_from_major: Annotated[int, Limits(at_least=1)]
    too_little_share: Annotated[Decimal, Limits(at_least=0, at_most=1)]
    order: tuple[str, str, str, str] = field(description="Verdicts from best to worst.")
