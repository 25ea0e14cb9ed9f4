"""Describe how users and communities share in the work: a profile of characteristics, no score."""

from typing import Annotated

from auditor.model.part import Many, Record, Refers, Stated, said
from auditor.model.scalar import Count, Date, Id, Money, Text


class CoproductionPractice(Record):
    """What is done about one characteristic of co-production, with whom and since when."""

    what: Text | None = said("What is done.", "Twelve tenants run the Tuesday lunch club")
    stakeholder_id: Annotated[Id, Refers("stakeholders")] | None = said(
        "Id of the group of which people take part in it.", "tenants"
    )
    people: Count | None = said("How many people of that group take part in it.", 12)
    since: Date | None = said("The day from which it is or will be done.")


class CapacityBuilding(CoproductionPractice):
    """What is put into people's own strength and that of their community."""

    invested: Money | None = said(
        "What it costs over the whole term, in the file's currency.", 4500
    )


class SharedAuthority(CoproductionPractice):
    """What users decide or lead themselves."""

    decisions: Many[Text] = said(
        "What they decide: each decision that is theirs.",
        ["Which activities run", "Who is taken on as a youth worker"],
    )


class Reciprocity(CoproductionPractice):
    """What those who take part get in return, and what pays for it."""

    incentives: Many[Text] = said(
        "What they get in return, one by one.", ["Free sessions", "A reference for employers"]
    )
    cost: Money | None = said("What that costs in a year, in the file's currency.", 2400)
    cost_from_freed: Money | None = said(
        "How much of it is paid from what their own part in delivery saved, in the file's"
        " currency.",
        1800,
    )


class Coproduction(Record):
    """A profile of seven characteristics; each is recorded by itself and nothing is added up."""

    personal_growth: Stated[CoproductionPractice] = said(
        "Chances to grow for people who used to be treated as a burden."
    )
    capacity: Stated[CapacityBuilding] = said(
        "What is put into people's emotional strength and into the community."
    )
    peer_support: Stated[CoproductionPractice] = said(
        "People pass on what they know to one another, beside what professionals do."
    )
    both_roles: Stated[CoproductionPractice] = said(
        "People who use the service also provide part of it."
    )
    facilitation: Stated[CoproductionPractice] = said(
        "The public body makes it possible for others to provide, and is not at the centre itself."
    )
    authority: Stated[SharedAuthority] = said("Real responsibility and authority lies with users.")
    reciprocity: Stated[Reciprocity] = said("Those who take part get something in return.")
    engagement_budget: Stated[Money] = said(
        "The part of the service's funding kept for engaging with users over the whole term, in the"
        " file's currency.",
        9000,
    )
