"""Write the data of a file beside the place of every value in it."""

from collections.abc import Iterable
from typing import Any

from auditor.load.ocds.spot import Spot
from auditor.load.ocds.values import text


class Draft:
    """One part of a file that is being written; what is absent is left out."""

    def __init__(self, data: dict[str, Any], places: dict[str, str], pointer: str = "") -> None:
        self.data, self.places, self.pointer = data, places, pointer

    def say(self, name: str, value: Any, spot: Spot) -> None:
        """Write a value that was taken from a spot of the release."""
        if value is not None:
            self.data[name] = value
            if place := spot.place:
                self.places[f"{self.pointer}/{name}"] = place

    def part(self, name: str, spot: Spot) -> "Draft":
        """Return a new part inside this one."""
        return Draft(self.data.setdefault(name, {}), self._at(name, spot), f"{self.pointer}/{name}")

    def entry(self, name: str, spot: Spot) -> "Draft":
        """Return a new entry of a list inside this part."""
        listed = self.data.setdefault(name, [])
        entry: dict[str, Any] = {}
        listed.append(entry)
        pointer = f"{self.pointer}/{name}/{len(listed) - 1}"
        self.places.setdefault(f"{self.pointer}/{name}", spot.place.rpartition("/")[0])
        self.places[pointer] = spot.place
        return Draft(entry, self.places, pointer)

    def texts(self, name: str, spots: Iterable[Spot]) -> None:
        """Write a list of texts; one that is empty is left out."""
        found = [(said, spot) for spot in spots if (said := text(spot))]
        if found:
            self.data[name] = [said for said, _ in found]
            self.places[f"{self.pointer}/{name}"] = found[0][1].place.rpartition("/")[0]
            for number, (_, spot) in enumerate(found):
                self.places[f"{self.pointer}/{name}/{number}"] = spot.place

    def _at(self, name: str, spot: Spot) -> dict[str, str]:
        self.places[f"{self.pointer}/{name}"] = spot.place
        return self.places
