"""Describe the properties of the JSON result that are about levels of practice."""

from collections.abc import Mapping
from typing import Any

TYPES: Mapping[str, tuple[str, str]] = {
    "Profile": (
        "Profile",
        "What a file shows of a model that goes by levels; no score, and no part of a conclusion.",
    ),
    "LevelFound": ("Level", "One level, and what the file shows of it."),
    "AskFound": ("Ask", "Something that a level asks for, and what the file shows of it."),
}

ABOUT: Mapping[str, Mapping[str, tuple[str, Any]]] = {
    "Profile": {
        "id": ("The name of the model.", "commissioning-for-value"),
        "title": ("The model in a line.", "Commissioning for value, level by level"),
        "about": ("What it is for, and whose it is.", "A proposal of this program."),
        "shown": (
            "The highest level that the file shows with all before it; empty where it shows none.",
            "Outcomes are named",
        ),
        "next": (
            "The first level that it does not show; empty where it shows all.",
            "Those affected say what changes",
        ),
        "to_do": ("What that level asks and the file does not show.", None),
        "levels": ("Every level, the first one first.", None),
    },
    "LevelFound": {
        "id": ("The name of the level, in short.", "outcomes"),
        "title": ("The level in a line.", "Outcomes are named"),
        "about": ("What it means.", "What changes for people is named."),
        "reached": ("Whether all that it asks and that applies is shown, and something is.", True),
        "asks": ("What it asks.", None),
    },
    "AskFound": {
        "what": ("What is asked.", "Needs were assessed before options"),
        "state": (
            "shown; departs; open (a rule cannot conclude); not_due (no rule applies to this file "
            "at its stage); not_run (the pack of a rule was not applied).",
            "open",
        ),
        "rules": ("The rules that say so.", ["EP1-01"]),
    },
}
