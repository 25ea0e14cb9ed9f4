"""Describe for whom a rule is meant, and between which dates."""

from datetime import date
from functools import cached_property
from typing import Any, Literal

from auditor.declared import Declared, field


class Gates(Declared):
    """For whom the rule is meant; everyone else is told why it does not apply."""

    nation: tuple[str, ...] = field(
        default=(), description="Nations it applies to.", examples=[["england"]]
    )
    authority_type: tuple[str, ...] = field(
        default=(), description="Types of authority.", examples=[["central"]]
    )
    regime: tuple[str, ...] = field(
        default=(), description="Procurement regimes.", examples=[["pa2023"]]
    )
    provider_sector: tuple[str, ...] = field(
        default=(), description="Sectors of the provider.", examples=[["vcse"]]
    )
    service_type: tuple[str, ...] = field(
        default=(), description="Types of service.", examples=[["day care"]]
    )
    best_value_authority: bool | None = field(
        default=None, description="Best value authorities or not.", examples=[True]
    )
    light_touch: bool | None = field(
        default=None, description="Light-touch contracts or not.", examples=[True]
    )
    local_compact_signed: bool | None = field(
        default=None, description="A local compact is signed or not.", examples=[True]
    )
    or_declared_basis: str = field(
        default="",
        description="Also applies where the file's policy_basis names this.",
        examples=["green-book"],
    )
    otherwise: Literal["not_applicable", "advisory"] = field(
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


class InForce(Declared):
    """Between which dates the rule applies, and which date of the file decides."""

    from_: date | None = field(
        default=None, key="from", description="First day in force.", examples=["2025-02-24"]
    )
    until: date | None = field(
        default=None, description="First day no longer in force.", examples=["2026-02-05"]
    )
    hinges_on: Literal["decision", "procurement_start", "notice"] = field(
        default="decision",
        description="The date of the file that decides.",
        examples=["procurement_start"],
    )
