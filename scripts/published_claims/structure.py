"""Make of a published analysis what its structure tells: inputs, rows, options, rates."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from .source import Source

SHARES = ("deadweight", "displacement", "attribution", "drop_off")
YEAR_NOUGHT = 2000
"""The calendar year that stands for year 0 where an analysis only counts its years."""


def slug(text: str, taken: Iterable[str] = ()) -> str:
    """Return a short id for a text, other than those taken.

    >>> slug("Big Lottery Fund"), slug("A", ["a"])
    ('big-lottery-fund', 'a-2')
    """
    words = re.findall(r"[a-z0-9]+", text.lower())
    short = "-".join(words[:5]) or "entry"
    used, position = set(taken), 2
    name = short
    while name in used:
        name, position = f"{short}-{position}", position + 1
    return name


def share(value: Any) -> Any:
    """Return a share with the digits of whole per cents, in which shares are printed.

    >>> share(Decimal("0.5")), share(0), share(Decimal("0.035"))
    (Decimal('0.50'), 0, Decimal('0.035'))
    """
    if not isinstance(value, Decimal) or decimals(value) >= 2:
        return value
    return value.quantize(Decimal("0.01"))


def decimals(value: Decimal) -> int:
    """Return the decimals that a number is written to."""
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def head(source: Source) -> dict[str, Any]:
    """Return the head of the file and the entry of its evidence register."""
    cited = source.data["source"]
    where = cited.get("doi") or cited.get("url") or next(iter(cited.get("urls", [])), None)
    entry = {"id": "source", "title": cited.get("citation") or source.data["title"]}
    if where:
        entry["where"] = f"doi {where}" if where == cited.get("doi") else where
    return {
        "format_version": "1",
        "kind": "commissioning",
        "id": source.case.replace("_", "-"),
        "title": source.data["title"],
        "stage": "review",
        "currency": source.data["currency"][:3],
        "evidence": [entry],
    }


def inputs(source: Source) -> list[dict[str, Any]]:
    """Return what went in, each input with its amount."""
    listed: list[dict[str, Any]] = []
    for each in source.data.get("inputs", []):
        name = slug(each["description"], (entry["id"] for entry in listed))
        listed.append({"id": name, "text": each["description"], "amount": each["amount"]})
    return listed


def stakeholders(source: Source) -> list[dict[str, Any]]:
    """Return each group that rows name, in the order in which it is met."""
    names = dict.fromkeys(each["stakeholder"] for each in source.data.get("outcomes", []))
    listed: list[dict[str, Any]] = []
    for name in names:
        listed.append({"id": slug(name, (each["id"] for each in listed)), "name": name})
    return listed


def rows(source: Source, *, unpublished: Iterable[str]) -> list[dict[str, Any]]:
    """Return the value map; `unpublished` names columns that the analysis does not print."""
    groups = {each["name"]: each["id"] for each in stakeholders(source)}
    listed = [_row(each, groups[each["stakeholder"]]) for each in source.data.get("outcomes", [])]
    left_out = set(unpublished)
    return [{key: value for key, value in row.items() if key not in left_out} for row in listed]


def _row(given: Mapping[str, Any], group: str) -> dict[str, Any]:
    row = {"id": given["id"], "stakeholder_id": group, "text": given["outcome"]}
    row |= {name: given[name] for name in ("quantity", "proxy") if given.get(name) is not None}
    if factors := given.get("quantity_factors"):
        row["quantity_source"] = " × ".join(f"{value:,}" for value in factors.values())
    for name in ("deadweight", "displacement"):
        if given.get(name) is not None:
            row[name] = share(given[name])
    if given.get("attribution") is not None:
        row |= _attribution(given)
    if given.get("drop_off") is not None:
        row["drop_off"] = share(given["drop_off"])
    if given.get("duration_years") is not None:
        row["duration_years"] = given["duration_years"]
    if given.get("published_impact") is not None:
        row["reported_impact"] = given["published_impact"]
    if given.get("published_years"):
        row["reported_years"] = _until_last(given["published_years"])
    return row


def _attribution(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the share of others; a further factor that is kept is taken together with it."""
    others, kept = given["attribution"], given.get("factor_applied", 1)
    if kept == 1:
        return {"attribution_to_others": share(others)}
    both = 1 - (1 - Decimal(others)) * Decimal(kept)
    source = f"{others:%} to others, and {kept:%} of the rest is kept"
    return {"attribution_to_others": both.normalize(), "attribution_basis": {"source": source}}


def _until_last(years: list[Any]) -> list[Any]:
    """Return yearly values without the zeros after the last one."""
    last = max((index for index, value in enumerate(years) if value), default=0)
    return years[: last + 1]


def years(source: Source) -> list[dict[str, Any]]:
    """Return the yearly totals before discounting, where they are printed."""
    return [
        {"year": index, "value": value}
        for index, value in enumerate(source.data.get("yearly_undiscounted", []), 1)
    ]


def rate(source: Source) -> Any:
    """Return the discount rate as printed, or None."""
    return source.data.get("discount_rate", {}).get("published")


def options(source: Source) -> list[dict[str, Any]]:
    """Return each option with its cash flows; one option where only flows are printed."""
    listed = [_option(each) for each in source.data.get("options", [])]
    if flows := source.data.get("cash_flows"):
        project: dict[str, Any] = {"id": "project", "name": "The project", "base_year": YEAR_NOUGHT}
        listed.append({**project, "cashflows": [_net(i, flow) for i, flow in enumerate(flows)]})
    return listed


def _option(given: Mapping[str, Any]) -> dict[str, Any]:
    option: dict[str, Any] = {"id": slug(str(given["name"])), "name": f"Option {given['name']}"}
    if "years" in given:
        option["horizon_years"] = given["years"]
    if flows := _flows(given):
        option |= {"base_year": YEAR_NOUGHT, "cashflows": flows}
    return option


def _flows(given: Mapping[str, Any]) -> list[dict[str, Any]]:
    flows: list[dict[str, Any]] = []
    if capital := given.get("capital_start_of_year0"):
        flows.append({"year": YEAR_NOUGHT, "cost": capital, "category": "capital"})
    for year in range(YEAR_NOUGHT, YEAR_NOUGHT + int(given.get("years", 0))):
        for side, category in (("cost", "operating"), ("benefit", "benefit")):
            if (amount := given.get(f"annual_{side}")) is not None:
                flows.append({"year": year, side: amount, "category": category})
    return flows


def _net(index: int, flow: Any) -> dict[str, Any]:
    return {"year": YEAR_NOUGHT + index, "cost" if flow < 0 else "benefit": abs(flow)}
