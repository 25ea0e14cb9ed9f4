"""Describe proposals that nobody invited: how they can be made, and what became of each."""

from typing import Annotated, Literal

from auditor.model.part import Many, Note, Record, Refers, must, said
from auditor.model.scalar import Date, Days, Id, Text


class Proposal(Record):
    """One proposal to start a service, to run one better, or to run one instead of the body."""

    id: Id = must("Short name by which other parts of the file refer to it.", "PR1")
    text: Text = must("What was proposed.", "Run both day centres as a co-operative of the staff")
    kind: Literal["propose", "challenge", "provide"] | None = said(
        "propose for a service that does not exist yet, challenge for doing better what another"
        " provides, provide for taking over what the body runs itself."
    )
    made_by: Note = said("Who made it.", "Staff of the two centres")
    received_on: Date | None = said("When it was received.")
    value_for_money: Note = said(
        "The value for money that it offers: what changes, for whom, at what cost.",
        "A weekly place for 40 more people at the present cost",
    )
    answered_on: Date | None = said("When it was answered.")
    answer: Note = said(
        "The answer, and the value and cost that decided it.",
        "Taken up as an option: same cost, and 40 more people served",
    )
    option_id: Annotated[Id, Refers("options")] | None = said(
        "Id of the option as which it was compared with the others.", "co-operative"
    )


class Proposals(Record):
    """How anyone can put a proposal to the body outside a procurement, and what came in."""

    how: Note = said("How a proposal can be made.", "A form on the website; one named officer")
    open_since: Date | None = said("The day from which proposals have been taken.")
    answer_days: Days | None = said("Days within which the body says that it answers.", 60)
    received: Many[Proposal] = said("The proposals that came in on this service or need.")
