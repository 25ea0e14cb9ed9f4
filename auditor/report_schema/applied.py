"""Describe the properties of the JSON result that are about what was applied to a file."""

from collections.abc import Mapping
from typing import Any

TYPES: Mapping[str, tuple[str, str]] = {
    "PackUsed": ("Rule pack", "A rule pack as it was when the result was made."),
    "FrameworkUsed": (
        "Outcome framework",
        "An outcome framework that the file follows, as it was when the result was made.",
    ),
}

_SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

ABOUT: Mapping[str, Mapping[str, tuple[str, Any]]] = {
    "PackUsed": {
        "id": ("The name by which the pack is called.", "sroi"),
        "title": ("Its title.", "Social return on investment"),
        "version": ("Its version.", "1.0.0"),
        "sha256": ("SHA-256 of its content in hexadecimal.", _SHA),
        "rules": ("How many rules it holds.", 44),
    },
    "FrameworkUsed": {
        "id": ("The name by which files follow it.", "harbour-outcomes"),
        "title": ("Its title.", "Outcomes for Harbour district"),
        "sha256": ("SHA-256 of its bytes in hexadecimal.", _SHA),
        "outcomes": ("How many outcomes and cells it holds.", 5),
        "published": ("Whether it came with the program.", False),
    },
}
