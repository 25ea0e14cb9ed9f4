"""Describe how the effects on equality were considered."""

from typing import Literal

from auditor.model.part import Many, Note, Record, must, said
from auditor.model.people import ProtectedCharacteristic
from auditor.model.scalar import Date, Text


class CharacteristicEffect(Record):
    """The effect on people who share one protected characteristic."""

    name: ProtectedCharacteristic = must("The protected characteristic (Equality Act 2010).")
    effect: Note = said(
        "The effect; a nil says why it does not arise.", "Longer journeys for wheelchair users"
    )


class Mitigation(Record):
    """Something that is done against a harm."""

    action: Text | None = said(
        "What will be done against the harm.", "A minibus from the two nearest stops"
    )
    owner: Note = said("Who will see to the action.", "Transport manager")
    due: Date | None = said("By when the action is due.")


class Equality(Record):
    """How the effects on equality were considered (public sector equality duty)."""

    considered_on: Many[Date] = said("The days on which they were considered.", ["2025-03-04"])
    formative: bool | None = said("Whether that began while the proposal could still change.")
    considered_by: Many[Text] = said("Who considered them.", ["Cabinet"])
    limbs: Many[Literal["eliminate_discrimination", "advance_equality", "foster_relations"]] = said(
        "The three aims of the duty that were addressed."
    )
    characteristics: Many[CharacteristicEffect] = said("The effect by protected characteristic.")
    evidence_note: Note = said("What the analysis rests on.", "Interviews with 18 disabled users")
    mitigation: Many[Mitigation] = said("What is done against harm.")
    shared_with: Many[Literal["users", "providers", "staff", "public", "decision_maker"]] = said(
        "Who was shown the analysis."
    )
    shared_on: Date | None = said("When the analysis was shared.")
    cumulative: Note = said(
        "The effect together with other decisions on the same people.",
        "The same group lost its bus pass scheme in 2024",
    )
