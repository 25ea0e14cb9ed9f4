"""Describe what is needed, by whom, how that is known, and who could provide it."""

from typing import Annotated, Literal

from auditor.model.part import Many, Note, Record, Refers, must, said
from auditor.model.scalar import Count, Date, Id, Text, Years


class NeedsGroup(Record):
    """A group of people whose needs were assessed."""

    id: Id = must("Short name by which other parts of the file refer to it.", "carers")
    name: Text | None = said("What the group is called.", "Unpaid carers under 18")
    size: Count | None = said("How many people are in the group.", 640)
    hard_to_reach: bool | None = said("Whether services usually fail to reach the group.")


class NeedsSource(Record):
    """One source of evidence about needs."""

    id: Id | None = said("Short name of the source.", "N1")
    given_by: Literal["users", "community", "advocate", "provider", "data", "other"] | None = said(
        "Who the evidence comes from; advocate is a body that speaks for users or a community."
    )
    text: Note = said("What the source is and what it shows.", "Survey of 212 carers, May 2024")
    date: Date | None = said("When the evidence was gathered.")


class Needs(Record):
    """The assessment of needs on which the decision rests."""

    assessed_on: Date | None = said("When the assessment was completed.")
    period_from: Date | None = said("The first day that the assessment's evidence covers.")
    period_to: Date | None = said("The last day that the assessment's evidence covers.")
    asked_what_difference: bool | None = said(
        "Whether people were asked what difference a service would make to them."
    )
    prevention_considered: bool | None = said("Whether preventing the need was considered.")
    prevention_note: Note = said(
        "What was considered about prevention, and with what result.",
        "Falls prevention is part of the specification",
    )
    future_demand_years: Years | None = said("How many years ahead demand was estimated.", 10)
    fragmentation: Note = said(
        "How services for the same people are divided between bodies, and what is done about it.",
        "Three bodies assess the same families; one assessment is shared from April",
    )
    groups: Many[NeedsGroup] = said("The groups whose needs were assessed.")
    sources: Many[NeedsSource] = said("The evidence that the assessment used.")


class MarketProvider(Record):
    """A body that provides, or could provide, the service."""

    id: Id | None = said("Short name of the provider.", "P1")
    name: Text | None = said("What the provider is called.", "Valleys Community Trust")
    sector: Literal["vcse", "private", "public", "in_house"] | None = said(
        "The sector; vcse is a voluntary, community or social enterprise."
    )
    size: Literal["micro", "small", "medium", "large"] | None = said(
        "The size by staff: micro under 10, small under 50, medium under 250."
    )
    specialism: Note = said("What the provider is known for.", "Support for deaf people")
    reaches: Many[Annotated[Id, Refers("needs.groups")]] = said(
        "Ids of the groups in need that the provider reaches.", ["carers"]
    )
    outcome_ids: Many[Annotated[Id, Refers("outcomes")]] = said(
        "Ids of the outcomes to which the provider could contribute.", ["confidence"]
    )


class Market(Record):
    """The providers that exist, as they were mapped."""

    mapped_on: Date | None = said("When the providers were mapped.")
    providers: Many[MarketProvider] = said("The providers found.")
    one_sector_reason: Note = said(
        "Why the map holds providers of one sector only.",
        "A market engagement notice brought answers from charities only",
    )
