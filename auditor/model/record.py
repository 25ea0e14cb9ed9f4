"""Describe the record behind a decision: engagement, judgements, evidence, notices."""

from typing import Literal

from auditor.model.part import Note, Part, Record, must, said
from auditor.model.scalar import Date, Id, InnerPath, Sha256, Text


class Engagement(Record):
    """On whose behalf, by whom and within what limits the file was put together."""

    body: Text | None = said("The body whose decision it is.", "Denbighshire County Council")
    prepared_for: Text | None = said("Who asked for the verification.", "Audit committee")
    prepared_by: Text | None = said("Who put the file together.", "A. Jones")
    role: Note = said("The post of those who prepared it.", "Senior commissioning officer")
    independence: Note = said(
        "Their interest in the result, if any.", "Took no part in the decision"
    )
    scope: Note = said("What the file covers.", "The decision of 4 March 2025 and its papers")
    limitations: Note = said("What it does not cover, and why.", "Contract prices are withheld")


class Judgement(Record):
    """A judgement that a person made, put on record."""

    id: Id = must("Short name by which other parts of the file refer to it.", "J1")
    topic: Id = must("What it is about: a short name that a rule asks for.", "capacity")
    question: Note = said(
        "The question that was decided.", "Should we invest in the capacity of small providers?"
    )
    conclusion: Note = said(
        "What was decided, in answer to the question.",
        "Yes: two grants of £15,000 before the tender",
    )
    made_by: Text | None = said("Who made the judgement.", "R. Evans")
    role: Note = said("The post of the person who made it.", "Head of commissioning")
    date: Date | None = said("When the judgement was made.")
    alternatives_considered: Note = said(
        "What else was considered.", "Doing nothing; one larger grant"
    )
    proportionality_note: Note = said(
        "Why the effort put into it was enough.", "A small part of a contract of £320,000 a year"
    )
    subject: Note = said("The part of the file that it is about.", "market.providers")
    revisit_by: Date | None = said("When it is to be looked at again.")


class EvidenceEntry(Part):
    """One entry of the evidence register."""

    id: Id = must("Short name by which other parts of the file refer to it.", "E1")
    title: Text = must("What the evidence is.", "Cabinet report CAB/24/17")
    kind: Text | None = said("What sort of evidence it is.", "Report")
    date: Date | None = said("The date of the evidence.")
    where: Text | None = said("Where the evidence is kept.", "Committee papers, 4 March 2025")
    held_by: Text | None = said("Who keeps the evidence.", "Democratic services")
    file: InnerPath | None = said(
        "The document, by its path inside the folder of the evidence.", "papers/needs-2024.pdf"
    )
    sha256: Sha256 | None = said(
        "The SHA-256 digest of the document, by which a change of it is noticed.", "0f" * 32
    )


class Notice(Record):
    """A notice that was published."""

    kind: (
        Literal[
            "preliminary_market_engagement",
            "pipeline",
            "tender",
            "transparency",
            "contract_award",
            "contract_details",
            "contract_change",
            "contract_performance",
            "contract_breach",
            "contract_termination",
            "procurement_termination",
            "other",
        ]
        | None
    ) = said(
        "What the notice was for; contract_breach is a notice of performance on a breach alone."
    )
    published_on: Date | None = said("When it was published.")
    where: Note = said("Where it was published.", "Find a Tender, 2025/S 000-012345")


class Publication(Record):
    """Information about value or cost that was published."""

    kind: Literal["value", "cost", "performance", "decision", "other"] | None = said(
        "What was published."
    )
    published_on: Date | None = said("When it was published.")
    where: Note = said("Where it was published.", "The council's website")
