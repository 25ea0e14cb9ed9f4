"""Make arbitrary files of either kind in the form of the published schema."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from auditor.load.number import exact
from auditor.schema.published import NIL, published

ODD_TEXTS = (
    "=1+1", "+5", "-3", "@x", "5.10", "007", "2026-01-31", "none: x", "None", "none:", 'json:"x"',
    " x ", "a\nb", "a\r\nb", "\tx", "true", "yes", "Total", "total:", "a | b", "_x000D_", "'q",
    "#REF!", "stated", "example", "x\ufeff", "\u2028x", "naïve – £5 👍🏽", "{none: x}", "- x",
    "0x1F", "1e3", "a\\u007cb",
)  # fmt: skip
TEXTS = st.sampled_from(ODD_TEXTS) | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t\r"),
    min_size=1,
    max_size=12,
).filter(lambda text: bool(text.strip()))
IDS = st.from_regex("[A-Za-z0-9][A-Za-z0-9_-]{0,5}", fullmatch=True) | st.sampled_from(
    ["none", "Total", "007", "1e3"]
)
DAYS = st.dates().filter(lambda day: 1900 <= day.year < 2200).map(lambda day: day.isoformat())


def numbers(least: int, most: int) -> st.SearchStrategy[int | Decimal]:
    """Return numbers with whatever digits a file may write them with."""
    whole = st.integers(least, most)
    decimals = st.decimals(least, most, allow_nan=False, allow_infinity=False)
    places = st.integers(1, 20).flatmap(lambda n: st.decimals(least, most, places=n))
    zeros = st.sampled_from(["0.00", "0.50", "1.00", "0.5", "0.0", "0.125", "0.1250"]).map(Decimal)
    return whole | (decimals | places | zeros).filter(_fits).map(_as_read).filter(
        lambda number: least <= number <= most
    )


def _fits(number: Decimal) -> bool:
    return len(f"{number:f}") < 40


def _as_read(number: Decimal) -> int | Decimal:
    return exact(f"{number:f}") if "." in f"{number:f}" else int(number)


_WIDEST = 6
"""How many of the fields that a record may leave out one has at most."""


class Files:
    """Values in the form of the schema of a kind of file."""

    def __init__(self, kind: str) -> None:
        self.schema = published(kind).schema

    @st.composite
    @staticmethod
    def record(draw: Any, self: "Files", part: dict[str, Any]) -> dict[str, Any]:
        """Draw a record: what it must hold, and a few of the fields that it may hold."""
        must = part.get("required", [])
        may = [name for name in part["properties"] if name not in must]
        few = st.lists(st.sampled_from(may or [""]), max_size=_WIDEST, unique=True)
        chosen = draw(few)
        names = [name for name in part["properties"] if name in {*must, *chosen}]
        return {name: draw(self.value(part["properties"][name])) for name in names}

    @st.composite
    @staticmethod
    def entries(draw: Any, self: "Files", entry: dict[str, Any]) -> list[Any]:
        """Draw a list; entries with ids have different ones."""
        listed = draw(st.lists(self.value(entry), min_size=1, max_size=3))
        for at, each in enumerate(listed):
            if isinstance(each, dict) and "id" in each:
                each["id"] = f"{each['id']}-{at}" if at else each["id"]
        ids = [each.get("id") for each in listed if isinstance(each, dict) and "id" in each]
        return listed if len(ids) == len(set(ids)) else listed[:1]

    def value(self, part: dict[str, Any]) -> st.SearchStrategy[Any]:
        """Return what may stand where a part of the schema does."""
        if "$ref" in part:
            return self.value(self.schema["$defs"][part["$ref"].rpartition("/")[2]])
        if "anyOf" in part:
            forms = [self.value(form) for form in part["anyOf"] if form != NIL]
            nil = [st.fixed_dictionaries({"none": TEXTS})] if NIL in part["anyOf"] else []
            return st.one_of(*forms, *nil)
        if "properties" in part:
            return self.record(self, part)
        if part.get("type") == "array":
            return self.entries(self, part["items"])
        return self._plain(part)

    def _plain(self, part: dict[str, Any]) -> st.SearchStrategy[Any]:
        if "const" in part or "enum" in part:
            return st.sampled_from([part["const"]] if "const" in part else part["enum"])
        if part.get("format") == "date":
            return DAYS
        least = int(part.get("minimum", part.get("exclusiveMinimum", -(10**15))))
        most = int(part.get("maximum", 10**15))
        match part["type"]:
            case "boolean":
                return st.booleans()
            case "integer":
                return st.integers(least, most)
            case "number":
                return numbers(least, most)
        pattern = part.get("pattern", "")
        if pattern == "^[A-Z]{3}$":
            return st.sampled_from(["GBP", "EUR"])
        return IDS if pattern.startswith("^[A-Za-z0-9]") else TEXTS


def files(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return files of a kind that its schema accepts: a little of much, or much of one part."""
    made = Files(kind)
    head = {name: made.schema["properties"][name] for name in made.schema["required"]}
    parts = {name: part for name, part in made.schema["properties"].items() if name not in head}

    def with_one(name: str) -> st.SearchStrategy[dict[str, Any]]:
        fields = {**head, name: parts[name]}
        return st.fixed_dictionaries({each: made.value(part) for each, part in fields.items()})

    return made.value(made.schema) | st.sampled_from(sorted(parts)).flatmap(with_one)


def same(one: Any, other: Any) -> bool:
    """Compare data as files state it: every digit counts, the order of fields does not."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, int | Decimal) and isinstance(other, int | Decimal):
        return Decimal(one).as_tuple() == Decimal(other).as_tuple()
    return bool(one == other)
