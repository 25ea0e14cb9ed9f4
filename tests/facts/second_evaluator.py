"""Work a value map out a second time, on another path: floats, arrays, closed forms.

It reads the plain data of a file and shares no code with the product. It knows the answers that the
published cases give to questions of convention, and no others.
"""

import math
from typing import Any, NamedTuple

import numpy as np


class Second(NamedTuple):
    """Present value, inputs and gross ratio of a value map."""

    present: float
    inputs: float
    ratio: float


def evaluate(sroi: dict[str, Any]) -> Second:
    """Return the headline figures of an analysis whose rows state everything."""
    conventions = sroi.get("conventions", {})
    rows = sroi["rows"]
    columns = np.array(
        [
            [float(row[name]) for name in ("quantity", "proxy")]
            + [1 - float(row[name]) for name in ("deadweight", "displacement", OTHERS)]
            for row in rows
        ]
    )
    impacts = columns.prod(axis=1)
    if conventions.get("row_rounding") == "unit":
        impacts = np.sign(impacts) * np.floor(np.abs(impacts) + 0.5)
    rate = float(sroi.get("discount_rate") or 0)
    worths = np.array([_worth(row, conventions, rate) for row in rows])
    present = float(impacts @ worths)
    inputs = math.fsum(float(each["amount"]) for each in sroi["inputs"])
    return Second(present, inputs, present / inputs)


OTHERS = "attribution_to_others"


def _worth(row: dict[str, Any], conventions: dict[str, Any], rate: float) -> float:
    """Return the worth of one unit a year: a geometric series, and part of a year where it counts.

    With s = (1 - drop-off) / (1 + rate), n years are worth (1 - s^n) / (1 - s), a year later where
    the first year is discounted.
    """
    duration = float(row["duration_years"])
    fraction = conventions.get("fractional_years", "whole")
    years = math.ceil(duration) if fraction == "rounded_up" else math.floor(duration)
    discounting = conventions.get("discounting", "end_of_year")
    v = 1.0 if discounting == "none" else 1 / (1 + rate)
    first = {"none": 1.0, "first_year_at_par": 1.0, "end_of_year": v, "mid_year": math.sqrt(v)}
    step = (1 - float(row.get("drop_off") or 0)) * v
    series = float(years) if step == 1 else (1 - step**years) / (1 - step)
    rest = duration - years if fraction == "prorated" else 0.0
    late = v if row.get("outcome_start") == "after" else 1.0
    return late * first[discounting] * (series + rest * step**years)
