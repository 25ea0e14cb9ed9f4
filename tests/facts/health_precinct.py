"""The value map of the Health Precinct, a community hub in Conwy.

Source: Jones C, Hartfiel N, Brocklehurst P, Lynch M, Edwards RT (2020), Int J Environ Res Public
Health 17(14):5249, https://doi.org/10.3390/ijerph17145249, CC BY 4.0: tables 2 and 3. Figures only.
"""

from decimal import Decimal
from typing import Any

_ROWS = [
    ("pa", "participants", 32, 4179, "0.5", 50148),
    ("health", "participants", 13, 20141, "0.5", 98187),
    ("conf", "participants", 15, 13080, "0.5", 73575),
    ("social", "participants", 14, 1850, "0.5", 9713),
    ("family", "family", 12, 20141, "0.75", 45317),
    ("gp", "nhs", 19, 37, "0.25", 400),
    ("leisure", "council", 28, 233, "0.25", 3670),
]
_INPUTS = [("staff", 45331), ("overheads", 5998), ("equipment", 1552), ("fees", 2508)]
_GROUPS = [("participants", 66), ("family", 38), ("nhs", None), ("council", None)]


def outcomes() -> list[dict[str, Any]]:
    """Return one outcome for each row, with who experiences it."""
    state = {"gp", "leisure"}
    return [
        {
            "id": each[0],
            "text": each[0],
            "experienced_by": "state" if each[0] in state else "individual",
        }
        for each in _ROWS
    ]


def stakeholders() -> list[dict[str, Any]]:
    """Return the four groups, with the sizes that the article gives."""
    return [
        {"id": name, "name": name, **({"population": size} if size else {})}
        for name, size in _GROUPS
    ]


def rows() -> list[dict[str, Any]]:
    """Return the seven rows as printed."""
    return [
        {
            "id": name,
            "stakeholder_id": group,
            "outcome_id": name,
            "quantity": quantity,
            "proxy": proxy,
            "duration_years": 1,
            "deadweight": Decimal("0.25"),
            "displacement": 0,
            "attribution_to_others": Decimal(others),
            "drop_off": Decimal("0.5"),
            "reported_impact": printed,
        }
        for name, group, quantity, proxy, others, printed in _ROWS
    ]


def sroi(**more: Any) -> dict[str, Any]:
    """Return the analysis as published: no discounting, drop-off without effect in one year."""
    return {
        "inputs": [{"id": name, "amount": amount} for name, amount in _INPUTS],
        "rows": rows(),
        "conventions": {"discounting": "none", "drop_off_from": "year_2"},
        "reported": {
            "total_inputs": 55389,
            "total_impact": 281010,
            "total_present_value": 281010,
            "ratio": Decimal("5.07"),
        },
        **more,
    }
