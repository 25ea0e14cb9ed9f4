"""Describe what the public record shows of a procurement: notices, lots, criteria, awards."""

from typing import Literal

from auditor.model.part import Many, Note, Part, Record, Stated, must, said
from auditor.model.scalar import Count, Currency, Date, Money, Quantity, Text, WholeDays


class Amount(Part):
    """An amount as it was published, with its currency."""

    amount: Money = must("The amount, in whole units of its currency.", 960000)
    currency: Currency | None = said("Its currency, by the three-letter code (ISO 4217).", "GBP")


class PublishedCriterion(Part):
    """One award criterion as it was published."""

    name: Text | None = said("What the criterion is called.", "Quality of support")
    kind: Literal["price", "cost", "quality", "other"] | None = said("What it judges.")
    weight_text: Text | None = said("Its weight as it is printed.", "63%")
    weight: Quantity | None = said(
        "Its weight as a number on the scale that is printed, where the text plainly is one.", 63
    )


class ProcurementLot(Part):
    """A lot, or the whole contract where it is not divided or the record does not say."""

    reference: Text | None = said("What the record calls the lot.", "1")
    title: Text | None = said("Title of the lot.", "North of the district")
    status: Text | None = said("What became of the lot, as the record puts it.", "active")
    value: Stated[Amount] = said("The value expected over the whole term.")
    criteria: Many[PublishedCriterion] = said("The award criteria that the record shows.")
    further_criteria: Note = said(
        "Award criteria that count although the record does not show them.",
        "Social value at 10%, in the tender documents",
    )
    suitable_for_small: bool | None = said(
        "Whether the record calls it suitable for small and medium-sized businesses."
    )
    suitable_for_voluntary: bool | None = said(
        "Whether the record calls it suitable for voluntary, community and social enterprises."
    )
    unsuitable_reason: Note = said(
        "Why it is suitable neither for small businesses nor for voluntary bodies.",
        "Aircraft of a kind that only large bodies have",
    )
    contract_days: WholeDays | None = said("Length of the contract in days, if printed so.", 1080)
    contract_start: Date | None = said("First day of the contract, as expected.")
    contract_end: Date | None = said("Last day of the contract, as expected.")
    length_reason: Note = said("Why the contract is so long or so short.", "A pilot of one year")
    renewable: bool | None = said("Whether the contract can be renewed or extended.")
    renewal: Note = said("How it can be renewed or extended.", "Two extensions of one year each")
    has_options: bool | None = said("Whether the contract has options.")
    options: Note = said("What the options are.", "A second site")

    @property
    def label(self) -> str | None:
        """What a finding calls the lot: its title, or else its reference."""
        return self.title or (f"lot {self.reference}" if self.reference else None)


class Supplier(Part):
    """A body that was awarded a contract."""

    name: Text | None = said("Name of the supplier.", "Valleys Community Trust")
    reference: Text | None = said("What the record calls the supplier.", "GB-COH-09876543")
    scale: Text | None = said("Its size, as the record puts it.", "sme")
    voluntary: bool | None = said(
        "Whether it is a voluntary, community or social enterprise, as the record says."
    )


class PublishedAward(Part):
    """One award as it was published."""

    reference: Text | None = said("What the record calls the award.", "A1")
    title: Text | None = said("Title of the award.", "North of the district")
    status: Text | None = said("State of the award, as the record puts it.", "active")
    date: Date | None = said("The day of the award.")
    published_on: Date | None = said("The day on which the award was published.")
    value: Stated[Amount] = said("The value of the award over the whole term.")
    suppliers: Many[Supplier] = said("Those who won.")
    lots: Many[Text] = said("The lots that it covers, by their reference.", ["1"])
    contract_start: Date | None = said("First day of the contract.")
    contract_end: Date | None = said("Last day of the contract.")
    standstill_end: Date | None = said("Last day of the standstill.")

    @property
    def label(self) -> str | None:
        """What a finding calls the award: its title, or else its suppliers or its reference."""
        suppliers = self.suppliers if isinstance(self.suppliers, tuple) else ()
        names = ", ".join(each.name for each in suppliers if each.name)
        return self.title or names or self.reference


class SignedContract(Part):
    """One contract as it was published."""

    reference: Text | None = said("What the record calls the contract.", "C1")
    award: Text | None = said("The award that it follows from, by its reference.", "A1")
    status: Text | None = said("State of the contract, as the record puts it.", "active")
    signed_on: Date | None = said("The day on which it was signed.")
    published_on: Date | None = said("The day on which it was published.")
    start: Date | None = said("First day of the contract.")
    end: Date | None = said("Last day of the contract.")
    value: Stated[Amount] = said("Its value over the whole term.")

    @property
    def label(self) -> str | None:
        """What a finding calls the contract: its reference."""
        return self.reference


class Amendment(Part):
    """A change to what had been published."""

    of: Literal["tender", "award", "contract"] | None = said("What was changed.")
    date: Date | None = said("The day of the change.")
    rationale: Note = said("Why it was changed.", "The deadline was extended")


class RelatedProcess(Part):
    """Another procurement that this one follows from or belongs to."""

    relationship: Many[Text] = said("How the two are related.", ["framework"])
    identifier: Text | None = said("How the record names the other procurement.", "ocds-b5fd17-1")
    title: Text | None = said(
        "What the other procurement is called.", "Framework for youth support"
    )


class Procurement(Record):
    """What the public record shows of one contracting process."""

    process: Text | None = said("Identifier of the contracting process (ocid).", "ocds-b5fd17-1")
    portal: Text | None = said("Where it was published.", "Contracts Finder")
    not_published: Many[Text] = said(
        "Fields of this part that the portal publishes for nobody, by their names.",
        ["lots.criteria"],
    )
    buyer: Text | None = said("The body that buys.", "Sampleshire Council")
    status: (
        Literal[
            "planning", "planned", "active", "cancelled", "unsuccessful", "complete", "withdrawn"
        ]
        | None
    ) = said("State of the tender.")
    method: Literal["open", "selective", "limited", "direct"] | None = said(
        "Who could tender: everyone (open), everyone who was selected (selective), some who were"
        " asked (limited), one (direct)."
    )
    procedure: Text | None = said("The procedure, as it is printed.", "Open procedure")
    procedure_kind: (
        Literal[
            "open", "restricted", "negotiated", "dialogue", "flexible", "call_off", "quotation",
            "single_tender", "unspecified"
        ]
        | None
    ) = said("What the printed procedure plainly is.")  # fmt: skip
    threshold: Literal["above", "below"] | None = said(
        "Whether the procedure is printed as one above or below the threshold of the law."
    )
    rationale: Note = said("Why tenders were not open to all.", "Only one body holds the records")
    category: Literal["goods", "works", "services"] | None = said("What is mainly bought.")
    classification: Text | None = said("Its code in the common vocabulary (CPV).", "85300000")
    legal_basis: Text | None = said("The law, as the record refers to it.", "32014L0024")
    published_on: Date | None = said("The day on which tenders were first invited in public.")
    enquiries_until: Date | None = said("The last day for questions.")
    deadline: Date | None = said(
        "The last day for tenders or, where there are stages, for requests to take part."
    )
    shorter_time_reason: Note = said(
        "Why bidders have less time than is usual.", "A planned procurement notice came before"
    )
    electronic: bool | None = said("Whether tenders are sent electronically.")
    framework: bool | None = said("Whether it sets up a framework agreement.")
    dynamic: bool | None = said(
        "Whether it sets up a dynamic purchasing system or market, which stays open to new bodies."
    )
    value: Stated[Amount] = said("The value expected over the whole term.")
    least_value: Stated[Amount] = said("The least value that is expected.")
    number_of_lots: Count | None = said("How many lots the record shows.", 3)
    single_lot_reason: Note = said("Why it is not divided.", "One team serves one building")
    lots: Many[ProcurementLot] = said(
        "The lots; one for the whole where it is not divided or the record does not say."
    )
    awards: Many[PublishedAward] = said("The awards.")
    contracts: Many[SignedContract] = said("The contracts.")
    amendments: Many[Amendment] = said("The changes to what had been published.")
    related: Many[RelatedProcess] = said("Procurements that this one belongs to.")
