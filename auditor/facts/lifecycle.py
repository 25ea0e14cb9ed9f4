"""Follow outcomes and dates through the file, from need to review."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from auditor.facts.objectives import heard
from auditor.facts.once import once
from auditor.facts.reading import contract_months, entries, stated
from auditor.facts.steps import outcomes_by_step
from auditor.facts.thread import OutcomeThread, breaks, points, threads
from auditor.model.file import Case


@dataclass(frozen=True, slots=True)
class TenderScore:
    """A tender with its score, each criterion's score times its weight."""

    id: str
    provider: str
    score: Decimal


class LifecycleFacts:
    """Hold how the parts of a file follow on from one another."""

    def __init__(self, case: Case, parameters: Mapping[str, Any]) -> None:
        self._case = case
        self._parameters = parameters

    @once
    def first_option_date(self) -> date | None:
        """The first day on which an option was put on the long list."""
        return _earliest(option.long_listed_on for option in entries(self._case.options))

    @once
    def last_objective_date(self) -> date | None:
        """The last day on which an objective was set."""
        days = [each.date for each in entries(self._case.objectives) if each.date is not None]
        return max(days, default=None)

    @once
    def heard_on_objectives(self) -> tuple[str, ...] | None:
        """The groups, and the kinds of people consulted, that had a say in the objectives.

        `everyone` stands for a consultation of the public, or of no audience of its own.
        """
        return heard(self._case)

    @once
    def first_consultation_date(self) -> date | None:
        """The first day on which a consultation opened."""
        return _earliest(each.opened for each in entries(self._case.consultations))

    @once
    def first_equality_date(self) -> date | None:
        """The first day on which the effects on equality were considered."""
        equality = stated(self._case.equality)
        return _earliest(entries(equality.considered_on)) if equality else None

    @once
    def green_book_edition_in_force(self) -> int | None:
        """The edition of the Green Book in force on the day of the decision, by its year."""
        edition = self._parameters.get("green_book_edition")
        return int(edition) if edition is not None else None

    @once
    def contract_months(self) -> int | None:
        """Whole months of the contract with its extension."""
        return contract_months(self._case)

    @once
    def longest_outcome_years(self) -> Decimal | None:
        """The longest that a material outcome lasts, in years."""
        lengths = [
            each.duration_years
            for each in entries(self._case.outcomes)
            if each.material and each.duration_years is not None
        ]
        return max(lengths, default=None)

    @once
    def needs_sources_from(self) -> tuple[str, ...] | None:
        """Who the evidence on needs comes from, each named once."""
        needs = stated(self._case.needs)
        givers = [each.given_by for each in entries(needs.sources)] if needs else []
        return tuple(dict.fromkeys(giver for giver in givers if giver)) or None

    @once
    def needs_evidence_day(self) -> date | None:
        """The day by which the evidence on needs is old or new, or came too late.

        That is the end of its period, or of its assessment where that is earlier, where no period
        is stated, or where the assessment came after the decision.
        """
        needs, decided = stated(self._case.needs), self._case.decision_date
        if needs is None:
            return None
        done = needs.assessed_on
        late = done is not None and decided is not None and done > decided
        return done if late else _earliest((needs.period_to, done))

    @once
    def outcomes_by_step(self) -> str | None:
        """How many objectives, criteria and measures are about outcomes, as far as listed."""
        return outcomes_by_step(self._case)

    @once
    def threads(self) -> tuple[OutcomeThread, ...] | None:
        """Each material outcome with the points of the file at which it is and is not taken up."""
        return threads(self._case)

    @once
    def broken_threads(self) -> tuple[OutcomeThread, ...] | None:
        """The material outcomes that drop out at some point that the file has reached."""
        if self.threads is None:
            return None
        return tuple(thread for thread in self.threads if thread.missing_at)

    @once
    def breaks(self) -> str | None:
        """Which material outcome drops out where, in words."""
        return breaks(self.threads or ())

    @once
    def lone_harm(self) -> str | None:
        """Id of the one outcome that is a material harm, where no other is or may be one."""
        harms = [
            each.id
            for each in entries(self._case.outcomes)
            if each.sign != "positive" and each.material is not False
        ]
        return harms[0] if len(harms) == 1 else None

    @once
    def wider_outcomes_only_in_award(self) -> tuple[str, ...] | None:
        """Ids of wider outcomes in the award criteria that no option was appraised for."""
        named = {point.name: point.named for point in points(self._case)}
        options, criteria = named.get("options"), named.get("criteria")
        if options is None or criteria is None:
            return None
        wider = [each.id for each in entries(self._case.outcomes) if each.level == "wider"]
        return tuple(each for each in wider if each in criteria and each not in options)

    @once
    def pillars_addressed(self) -> tuple[str, ...]:
        """Which of social, economic and environmental have an outcome or a reason for none."""
        reached = {each.pillar for each in entries(self._case.outcomes)}
        ruled_out = {each.pillar for each in entries(self._case.pillars_not_relevant)}
        pillars = ("social", "economic", "environmental")
        return tuple(pillar for pillar in pillars if pillar in reached | ruled_out)

    @once
    def weights_total(self) -> Decimal | None:
        """Sum of the weights of the award criteria; 1 where they are complete."""
        award = stated(self._case.award)
        weights = [each.weight for each in entries(award.criteria)] if award else []
        known = [weight for weight in weights if weight is not None]
        return sum(known, start=Decimal(0)) if weights and len(known) == len(weights) else None

    @once
    def tender_scores(self) -> tuple[TenderScore, ...] | None:
        """Every tender's score times weight, highest first; needs a score for every criterion."""
        award = stated(self._case.award)
        weights = {each.id: each.weight for each in entries(award.criteria)} if award else {}
        tenders = entries(self._case.tenders)
        if not tenders or not weights or None in weights.values():
            return None
        found = []
        for tender in tenders:
            scores = {score.criterion_id: score.score for score in entries(tender.scores)}
            if set(scores) != set(weights):
                return None
            weighted = sum((scores[key] * (weights[key] or 0) for key in weights), Decimal(0))
            found.append(TenderScore(tender.id, tender.provider, weighted))
        return tuple(sorted(found, key=lambda each: -each.score))

    @once
    def winner_has_highest_score(self) -> bool | None:
        """Whether no tender has a higher weighted score than the one that won."""
        award = stated(self._case.award)
        scores = self.tender_scores
        won = [t.id for t in entries(self._case.tenders) if t.won]
        winner = (award.winner if award else None) or (won[0] if len(won) == 1 else None)
        lost = [t.id for t in entries(self._case.tenders) if t.won is False]
        if winner in lost or (won and winner not in won):
            return None  # the award and the tenders name two winners
        own = next((each.score for each in scores or () if each.id == winner), None)
        return None if not scores or own is None else own >= scores[0].score

    @once
    def cheapest_tender(self) -> str | None:
        """Id of the tender with the lowest whole-life cost, or price where no cost is stated."""
        tenders = entries(self._case.tenders)
        costs = [
            each.whole_life_cost if each.whole_life_cost is not None else each.price
            for each in tenders
        ]
        if not tenders or None in costs:
            return None
        pairs = zip(costs, tenders, strict=True)
        return min(pairs, key=lambda pair: pair[0] or Decimal(0))[1].id


def _earliest(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day is not None), default=None)
