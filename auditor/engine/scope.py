"""Describe for whom a rule is meant, and between which dates."""

from functools import cached_property
from typing import Any, Literal

from pydantic import Field

from auditor.engine.written import Day, Several, Written


class Gates(Written):
    """For whom the rule is meant; everyone else is told why it does not apply."""

    nation: Several[str] = Field(
        default=(), description="Nations it applies to.", examples=[["england"]]
    )
    authority_type: Several[str] = Field(
        default=(), description="Types of authority.", examples=[["central"]]
    )
    regime: Several[str] = Field(
        default=(), description="Procurement regimes.", examples=[["pa2023"]]
    )
    provider_sector: Several[str] = Field(
        default=(), description="Sectors of the provider.", examples=[["vcse"]]
    )
    service_type: Several[str] = Field(
        default=(), description="Types of service.", examples=[["day care"]]
    )
    best_value_authority: bool | None = Field(
        default=None, description="Best value authorities or not.", examples=[True]
    )
    light_touch: bool | None = Field(
        default=None, description="Light-touch contracts or not.", examples=[True]
    )
    local_compact_signed: bool | None = Field(
        default=None, description="A local compact is signed or not.", examples=[True]
    )
    or_declared_basis: str = Field(
        default="",
        description="Also applies where the file's policy_basis names this.",
        examples=["green-book"],
    )
    otherwise: Literal["not_applicable", "advisory"] = Field(
        default="not_applicable",
        description="What the rule is for everyone else.",
        examples=["advisory"],
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


class InForce(Written):
    """Between which dates the rule applies, and which date of the file decides."""

    from_: Day | None = Field(
        default=None, alias="from", description="First day in force.", examples=["2025-02-24"]
    )
    until: Day | None = Field(
        default=None, description="First day no longer in force.", examples=["2026-02-05"]
    )
    hinges_on: Literal["decision", "procurement_start", "notice"] = Field(
        default="decision",
        description="The date of the file that decides.",
        examples=["procurement_start"],
    )
    spares_earlier_appraisals: bool = Field(
        default=False,
        description="Leaves aside a file that follows an earlier edition of the Green Book in an "
        "appraisal finished before the first day.",
        examples=[True],
    )
