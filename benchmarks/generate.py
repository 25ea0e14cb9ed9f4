"""Make valid, varied files from a complete one, the same ones for the same seed."""

import json
import random
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from auditor.load import read
from auditor.model.calculation_faults import calculation_faults
from auditor.model.file import CommissioningFile, DecommissioningFile
from auditor.model.links import broken_links
from auditor.model.part import Part
from auditor.model.stages import STAGES
from auditor.resources import rules_folder

Data = dict[str, Any]
Slot = tuple[Any, Any]  # a container and the key or position in it

MODELS: dict[str, type[Part]] = {
    "commissioning": CommissioningFile,
    "decommissioning": DecommissioningFile,
}
ROUNDS, CHANGES_A_ROUND = 6, 4
SHARE_DROPPED = 0.25
SIZES = (12_000, 14_500, 17_000, 20_000)  # bytes
SMALL, LARGEST_DROPPED = 500, 9000  # bytes as JSON
MOST_TRIES = 500
KEPT = ("format_version", "kind", "title", "stage", "id", "_ids", "year", "rows", "cashflows")


def complete(kind: str) -> Data:
    """Return the complete good file that the cases of the published rules start from."""
    data: Data = read(rules_folder() / "common" / "base" / f"{kind}.yaml").data
    return data


def bases() -> list[Data]:
    """Return files of both kinds and several sizes to vary: the complete ones with less in them."""
    sizes = [(kind, size) for size in SIZES for kind in MODELS]
    return [trimmed(complete(kind), seed, size) for seed, (kind, size) in enumerate(sizes)]


def trimmed(data: Data, seed: int, size: int) -> Data:
    """Return a valid file of about so many bytes: parts of its sections dropped at random."""
    chance = random.Random(seed)
    tries = 0
    while len(as_json(data)) > size and (tries := tries + 1) < MOST_TRIES:
        smaller = deepcopy(data)
        parts = [slot for slot in slots(smaller) if is_part(slot) and slot[0] is not smaller]
        record, key = chance.choice(parts)
        if len(as_json({key: record.pop(key)})) < LARGEST_DROPPED and is_valid(smaller):
            data = smaller
    return data


def is_part(slot: Slot) -> bool:
    """Say whether a place holds a record or a list."""
    return isinstance(slot[0][slot[1]], dict | list)


def varied(base: Data, seed: int) -> Data:
    """Return a valid variant of a file: values dropped, flipped, scaled, moved to another day."""
    chance = random.Random(seed)
    data = base | {"title": f"{base['title']} ({seed})"}
    data["stage"] = chance.choice(STAGES[base["kind"]])
    for _ in range(ROUNDS):
        changed = deepcopy(data)
        for _ in range(CHANGES_A_ROUND):
            change(chance, *chance.choice(list(slots(changed))))
        if is_valid(changed):
            data = changed
    return data


def slots(value: Any) -> Iterator[Slot]:
    """Yield every place that may change, innermost first: a property, or one record of several."""
    for key, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
        if isinstance(inner, dict | list):
            yield from slots(inner)
        property_of_its_own = isinstance(value, dict) and not key.endswith(KEPT)
        if property_of_its_own or (isinstance(inner, dict) and len(value) > 1):
            yield value, key


def change(chance: random.Random, record: Data, key: str) -> None:
    """Drop a value, or put another of its sort in its place."""
    value = record[key]
    if isinstance(value, dict | list):
        if len(as_json({key: value})) < SMALL:
            del record[key]
    elif chance.random() < SHARE_DROPPED:
        del record[key]
    elif isinstance(value, bool):
        record[key] = not value
    elif isinstance(value, int | Decimal):
        record[key] = scaled(chance, value)
    elif isinstance(value, str):
        record[key] = moved(chance, value)


def scaled(chance: random.Random, number: int | Decimal) -> int | Decimal:
    """Return a number of the same precision, smaller by up to a third."""
    digits = Decimal(1).scaleb(int(Decimal(number).as_tuple().exponent))
    smaller = (number * Decimal(chance.randint(67, 99)) / 100).quantize(digits)
    return int(smaller) if isinstance(number, int) else smaller


def moved(chance: random.Random, text: str) -> str:
    """Return a date up to 90 days earlier or later; leave other text as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return (day + timedelta(days=chance.randint(-90, 90))).isoformat()


def is_valid(data: Data) -> bool:
    """Say whether the data is a valid file."""
    model = MODELS[data["kind"]]
    try:
        case = model.model_validate(data)
    except ValidationError:
        return False
    return not broken_links(model, case) and not any(calculation_faults(data))


def grown(base: Data, times: int) -> Data:
    """Return a valid file that holds every outermost list of records so many times."""
    data = deepcopy(base)
    for record, key in list(outermost_lists(data)):
        copies = range(2, times + 1)
        record[key] += [renamed(entry, copy) for copy in copies for entry in list(record[key])]
    return data


def outermost_lists(record: Data) -> Iterator[Slot]:
    """Yield every list of records that is not inside another list."""
    for key, inner in record.items():
        if isinstance(inner, dict):
            yield from outermost_lists(inner)
        elif isinstance(inner, list) and isinstance(inner[0], dict):
            yield record, key


def renamed(entry: Data, copy: int) -> Data:
    """Give a copied record an id of its own; what it refers to stays what it was."""
    return entry | {"id": f"{entry['id']}-{copy}"} if "id" in entry else entry


def as_json(data: Data) -> bytes:
    """Write data as JSON, the numbers with their own digits."""
    text = json.dumps(data, ensure_ascii=False, default=lambda number: f"@@{number}@@")
    return text.replace('"@@', "").replace('@@"', "").encode()
