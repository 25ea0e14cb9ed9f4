"""Build small files, and the facts about them, for the tests of facts."""

from datetime import date
from decimal import Decimal
from typing import Any

from auditor.facts import Facts
from auditor.facts.claim_facts import ClaimFacts
from auditor.model.file import CommissioningFile, DecommissioningFile

DECISION = date(2025, 11, 20)
BANDS = (("0.035", "0.015", "0.03"), ("0.03", "0.0129", "0.0257"))
PARAMETERS: dict[str, Any] = {
    "discount_rates": {
        name: [
            {"from_year": year, "rate": Decimal(rates[index])}
            for year, rates in zip((0, 31), BANDS, strict=True)
        ]
        for index, name in enumerate(("standard", "health", "reduced"))
    },
    "minimum_notice_months": 3,
    "post_review_months": 12,
    "green_book_edition": 2022,
    "marginal_utility_of_income": Decimal("1.3"),
    "appraisal_horizon_years": {"default": 10, "buildings": 60, "refurbishment": 30},
    "optimism_bias": {
        "outsourcing": {"operating_upper": Decimal("0.41"), "operating_lower": Decimal("0.00")},
        "standard_buildings": {
            "capital_upper": Decimal("0.24"),
            "capital_lower": Decimal("0.02"),
        },
    },
}


def commissioning(**parts: Any) -> Facts:
    """Return the facts of a commissioning file with these parts and nothing else."""
    given = {"format_version": "1", "kind": "commissioning", "title": "T", "stage": "review"}
    return Facts(CommissioningFile.model_validate({**given, **parts}), PARAMETERS, DECISION)


def decommissioning(**parts: Any) -> Facts:
    """Return the facts of a decommissioning file; what is not of every file is its own part."""
    given = {"format_version": "1", "kind": "decommissioning", "title": "T", "stage": "decision"}
    return Facts(DecommissioningFile.model_validate({**given, **parts}), PARAMETERS, DECISION)


def claim(facts: Facts, name: str) -> ClaimFacts:
    """Return a claim by its name."""
    (found,) = [item for item in facts.claims.items or () if item.id == name]
    return found


def row(name: str, quantity: Any, proxy: Any, **more: Any) -> dict[str, Any]:
    """Return a row without deductions that lasts a year, unless told otherwise."""
    kept = {
        "deadweight": 0,
        "displacement": 0,
        "attribution_to_others": 0,
        "drop_off": 0,
        "duration_years": 1,
    }
    return {"id": name, "quantity": quantity, "proxy": proxy, **kept, **more}


def without(part: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return a part with some properties left out."""
    return {key: value for key, value in part.items() if key not in names}
