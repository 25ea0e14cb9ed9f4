"""Make arbitrary JSON values, and find where they stand in a text by an independent way."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

# Text without what both readers refuse: control characters and halves of surrogate pairs.
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t"),
    max_size=12,
)
WHOLE = st.integers(-(10**40) + 1, 10**40 - 1)
REAL = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15).filter(
    lambda number: number == 0 or abs(number) > 1e-20
)


def json_values(keys: st.SearchStrategy[str] = TEXT) -> st.SearchStrategy[Any]:
    """Return values of any shape, of keys and texts that a file may hold."""
    return st.recursive(
        st.none() | st.booleans() | WHOLE | REAL | TEXT,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
        max_leaves=25,
    )


def deep_equal(one: Any, other: Any) -> bool:
    """Compare values and their types, and Decimals digit by digit."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return list(one) == list(other) and all(deep_equal(one[k], other[k]) for k in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(deep_equal, one, other))
    if isinstance(one, Decimal):
        # A positive exponent is written out; nothing else may change.
        exponent = min(int(other.as_tuple().exponent), 0)
        return bool(one == other) and int(one.as_tuple().exponent) == exponent
    return bool(one == other)


def with_markers(value: Any) -> tuple[Any, dict[str, str]]:
    """Replace every value that is no container by a text found nowhere else; pointer to text."""
    markers: dict[str, str] = {}

    def mark(part: Any, pointer: str) -> Any:
        if isinstance(part, dict):
            steps = {key: key.replace("~", "~0").replace("/", "~1") for key in part}
            return {key: mark(item, f"{pointer}/{steps[key]}") for key, item in part.items()}
        if isinstance(part, list):
            return [mark(item, f"{pointer}/{index}") for index, item in enumerate(part)]
        markers[pointer] = f"<value {len(markers)}>"
        return markers[pointer]

    return mark(value, ""), markers


def place_by_markers(text: str, markers: dict[str, str]) -> dict[str, str]:
    """Return the line of each marked value by searching the text for it."""
    lines = {
        pointer: text[: text.index(marker)].count("\n") + 1 for pointer, marker in markers.items()
    }
    return {pointer: f"line {line}" for pointer, line in lines.items()}
