"""Put each published figure where a file of this product holds a figure of its kind."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from .source import Published, Source
from .structure import decimals

_HEADLINES: Mapping[str, str] = {
    "inputs": "total_inputs",
    "cost": "total_inputs",
    "pv": "total_present_value",
    "npv": "net_present_value",
    "ratio": "ratio",
    "sroi": "ratio",
    "sroi1": "ratio",
    "net": "net_ratio",
    "payback": "payback_months",
}
_OF_OPTION: Mapping[str, str] = {
    "npv": "npv",
    "bcr": "bcr",
    "pvb": "present_value_of_benefits",
    "pvc": "present_value_of_costs",
}
_NEW: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "years": lambda name: {"year": int(name)},
    "horizons": lambda name: {"years": int(name)},
    "options": lambda name: {"id": name, "name": f"Option {name}"},
    "rows": lambda name: {"id": name},
    "sensitivity": lambda name: {"id": name},
    "shares": lambda name: {"stakeholder_id": name},
}
"""The lists of a file that figures stand in, and how an entry of each begins."""
_RATIOS = ("ratio", "net_ratio", "bcr")
_RATIO_WORDS = re.compile(r"sroi|ratio|bcr", re.IGNORECASE)


class Placing:
    """Puts figures into a file that is being made, and remembers where each stands.

    What a mapping says of a figure comes first, then what its id and the structure tell; a figure
    of which neither tells anything becomes a calculation without a formula.
    """

    def __init__(self, source: Source, data: dict[str, Any], said: Mapping[str, Any]) -> None:
        self.source, self.data, self.said = source, data, said
        self.places: dict[str, str] = {}
        self.decimals = _ratio_decimals(source.figures, said)

    def place(self, figure: Published) -> None:
        """Put one figure into the file."""
        said = self.said.get(figure.id, {})
        where = said.get("at") or ("" if said else self._told(figure))
        if "calculation" in said or not (where or "sensitivity" in said):
            self.places[figure.id] = self._calculation(figure, said.get("calculation", {}))
        elif "sensitivity" in said:
            self.places[figure.id] = self._test(figure, said["sensitivity"])
        else:
            self.places[figure.id] = self._set(where, figure, said)
        for other in said.get("also", []):
            self._set(other, figure, said)

    def _told(self, figure: Published) -> str:
        """Return where a figure belongs by its id and by what the analysis holds, or nothing."""
        for rule in (self._headline, self._of_year, self._of_row, self._of_option, self._of_flow):
            if where := rule(figure.id):
                return where
        if re.match(r"s(ens)?_", figure.id) and "sroi" in self.data:
            self.said = {**self.said, figure.id: {}}
            return f"sroi/sensitivity/{figure.id}/ratio"
        return ""

    def _headline(self, name: str) -> str:
        if "sroi" not in self.data:
            return ""
        if name == "total":
            discounted = "yearly_pv_published" in self.source.data
            return f"sroi/reported/total_{'present_value' if discounted else 'impact'}"
        return f"sroi/reported/{_HEADLINES[name]}" if name in _HEADLINES else ""

    def _of_year(self, name: str) -> str:
        found = re.fullmatch(r"pv_?y?(\d+)", name)
        return f"sroi/reported/years/{found[1]}/present_value" if found else ""

    def _of_row(self, name: str) -> str:
        found = re.fullmatch(r"row_?(\w+)", name)
        known = [row["id"] for row in self.data.get("sroi", {}).get("rows", [])]
        named = [each for each in (found[1], f"r{found[1]}") if each in known] if found else []
        return f"sroi/rows/{named[0]}/reported_impact" if named else ""

    def _of_option(self, name: str) -> str:
        found = re.fullmatch(rf"o(\w+)_({'|'.join(_OF_OPTION)})", name)
        return f"options/{found[1]}/reported/{_OF_OPTION[found[2]]}" if found else ""

    def _of_flow(self, name: str) -> str:
        if "cash_flows" not in self.source.data:
            return ""
        if found := re.fullmatch(r"y(\d+)", name):
            return f"options/project/reported/years/{found[1]}/present_value"
        names = {"gross": "present_value_of_benefits", "npv": "npv"}
        return f"options/project/reported/{names[name]}" if name in names else ""

    def _calculation(self, figure: Published, said: Mapping[str, Any]) -> str:
        ratio = "ratio" if _RATIO_WORDS.search(figure.id) else "number"
        given = {"id": figure.id, "text": said.get("text", figure.text)}
        given |= {name: said[name] for name in ("measure",) if name in said}
        given["unit"] = said.get("unit", ratio)
        given["claimed"] = self._figure(figure, said, ratio=given["unit"] == "ratio")
        given |= self._worked(said)
        listed = self.data.setdefault("calculations", [])
        listed.append(given)
        return f"/calculations/{len(listed) - 1}/claimed"

    def _worked(self, said: Mapping[str, Any]) -> dict[str, Any]:
        """Return a calculation's formula and terms; the numbers are taken from the analysis."""
        if "formula" not in said:
            return {}
        formula, terms = said["formula"], [self._term(each) for each in said.get("terms", [])]
        for part in said.get("each_row", []):
            rows = self._rows_with(part)
            summed = ", ".join(row["id"] for row in rows)
            formula = formula.replace("rows", f"sum({summed})", 1)
            terms += [{"id": row["id"], "claim": _claim(row["id"], part)} for row in rows]
        return {"formula": formula, "terms": terms}

    def _rows_with(self, part: str) -> list[dict[str, Any]]:
        """Return the rows that have a printed result: `reported_impact`, `reported_years.0`."""
        name, _, index = part.partition(".")
        return [
            row
            for row in self.data["sroi"]["rows"]
            if name in row
            and (not index or (int(index) < len(row[name]) and row[name][int(index)]))
        ]

    def _term(self, said: Mapping[str, Any]) -> dict[str, Any]:
        term = {key: value for key, value in said.items() if key != "from"}
        if "from" in said:
            value = self.source.at(said["from"])
            term["value"] = abs(value) if said.get("unit") == "money" else value
        return term

    def _test(self, figure: Published, said: Mapping[str, Any]) -> str:
        listed = self.data["sroi"].setdefault("sensitivity", [])
        listed.append({"id": figure.id, **said, "ratio": self._figure(figure, {}, ratio=True)})
        return f"/sroi/sensitivity/{len(listed) - 1}/ratio"

    def _set(self, where: str, figure: Published, said: Mapping[str, Any]) -> str:
        """Put a figure at a path whose entries are named by id or year, making what is missing."""
        value: Any = self.data
        pointer = ""
        new: Callable[[str], dict[str, Any]] | None = None
        *steps, last = where.split("/")
        for name in steps:
            if isinstance(value, list) and new:
                value, index = _entry(value, name, new)
                pointer += f"/{index}"
                continue
            new = _NEW.get(name)
            value = value.setdefault(name, {} if new is None else [])
            pointer += f"/{name}"
        value[last] = self._figure(figure, said, ratio=last in _RATIOS)
        return f"{pointer}/{last}"

    def _figure(self, figure: Published, said: Mapping[str, Any], *, ratio: bool) -> Any:
        value = figure.value
        if ratio and isinstance(value, Decimal):
            value = value.quantize(Decimal(1).scaleb(-self.decimals))
        parts = {name: said[name] for name in ("printed", "where") if name in said}
        return {"value": value, **parts} if parts else value


def _entry(
    listed: list[Any], name: str, new: Callable[[str], dict[str, Any]]
) -> tuple[dict[str, Any], int]:
    """Return the entry of a list that goes by a name, made where there is none, and its place."""
    start = new(name)
    key = next(iter(start))
    for index, each in enumerate(listed):
        if each.get(key) == start[key]:
            return each, index
    listed.append(start)
    return start, len(listed) - 1


def _claim(row: str, part: str) -> str:
    return f"sroi.rows.{row}.{part}"


def _ratio_decimals(figures: Sequence[Published], said: Mapping[str, Any]) -> int:
    """Return the decimals of an analysis's ratios: a number loses its last zeros on the way.

    2.6 among 5.07, 5.04 and 5.16 was printed as 2.60.
    """
    found = [
        decimals(figure.value)
        for figure in figures
        if isinstance(figure.value, Decimal) and _is_ratio(figure, said.get(figure.id, {}))
    ]
    return max(found, default=0)


def _is_ratio(figure: Published, said: Mapping[str, Any]) -> bool:
    if "calculation" in said:
        return bool(said["calculation"].get("unit") == "ratio")
    last = said.get("at", "").rpartition("/")[2]
    return (
        "sensitivity" in said
        or last in _RATIOS
        or bool(
            re.match(r"s(ens)?_", figure.id)
            or figure.id in ("net",)
            or _RATIO_WORDS.search(figure.id)
        )
    )
