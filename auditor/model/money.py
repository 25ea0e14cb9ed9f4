"""Describe costs and savings: whose they are, in which year, and how real."""

from typing import Literal

from auditor.model.part import Note, Record, must, said
from auditor.model.scalar import Id, Money, Text, Year

CostKind = Literal[
    "direct",
    "indirect",
    "one_off",
    "transition",
    "redundancy",
    "pension",
    "asset",
    "exit_penalty",
    "double_running",
    "in_kind",
    "volunteer",
    "user_time",
]


class Cost(Record):
    """A cost of what is proposed, and who bears it."""

    id: Id = must("Short name by which other parts of the file refer to it.", "rent")
    item: Text = must("What the cost is for.", "Rent of the day centre")
    kind: CostKind | None = said("What sort of cost it is; user_time is the users' own time.")
    bearer: Text | None = said("The body or group that bears the cost.", "Children's services")
    bearer_view: Note = said("What the bearer says about it.", "Agreed at the joint board of 4 May")
    amount: Money | None = said("The cost, in the file's currency.", 24000)
    year: Year | None = said("The year in which it falls.", 2025)
    funded: bool | None = said("Whether there is money for it.")


class CostKindNil(Record):
    """A statement that a kind of cost does not arise."""

    kind: CostKind = must("The kind of cost that does not arise.")
    reason: Text = must("Why it does not arise.", "No staff are employed on the service")


class Saving(Record):
    """A saving, who makes it, and whether it can be spent elsewhere."""

    id: Id = must("Short name by which other parts of the file refer to it.", "staff")
    item: Text | None = said("Where the saving comes from.", "Two posts fewer")
    amount: Money = must("The saving, in the file's currency.", 85000)
    year: Year | None = said("The year in which it falls.", 2026)
    beneficiary_body: Text | None = said("The body that saves.", "NHS Wales")
    cashable: bool | None = said("Whether the budget can be cut or spent elsewhere.")
    evidence_note: Note = said("What shows that it will come about.", "Posts are already vacant")
    contribution: Note = said(
        "What the body that saves gives towards the cost, or answered when it was asked.",
        "Gives £20,000 a year; asked on 4 May 2025",
    )
    realised: Money | None = said("What was in fact saved, in the file's currency.", 62000)


class DisplacedCost(Record):
    """A cost that moves to another body because of the decision."""

    id: Id = must("Short name by which other parts of the file refer to it.", "admissions")
    item: Text | None = said("What the other body will have to pay for.", "More admissions")
    body: Text | None = said("The body to which the cost moves.", "NHS Wales")
    amount: Money | None = said("The cost, in the file's currency.", 30000)
    year: Year | None = said("The year in which it falls.", 2026)
    view: Note = said("What that body says about it.", "Objected by letter of 4 May 2025")


class NonCashable(Record):
    """How value that frees no money was treated at one point of the decision."""

    at: Literal["options", "award", "decision", "contract", "review"] = must(
        "The point at which value was counted.", "options"
    )
    treatment: Literal["counted_as_value", "counted_as_cash", "shown_apart", "left_out"] | None = (
        said("What was done with it.")
    )
    text: Note = said("The rule that was followed.", "Time freed counts as value, never as cash")
