"""Describe the properties of the JSON result that are about what was covered."""

from collections.abc import Mapping
from typing import Any

TYPES: Mapping[str, tuple[str, str]] = {
    "Coverage": ("Coverage of a pack", "What one pack looked at, and what stands for each clause."),
    "ClauseCovered": ("Clause", "A clause of an authority, and what stands for it."),
    "RuleAnswer": ("Answer of a rule", "A rule that stands for a clause, and what it answered."),
}

ABOUT: Mapping[str, Mapping[str, tuple[str, Any]]] = {
    "Coverage": {
        "pack": ("The id of the rule pack.", "sroi"),
        "rules": ("How many rules it holds.", 44),
        "waiting": ("How many of them were not run, as a fact is not stated.", 2),
        "counts": ("The items that the others looked at, by answer.", None),
        "clauses": ("The clauses of the authority, in its order.", None),
    },
    "ClauseCovered": {
        "clause": ("Its name or place in the authority.", "s. 1(3)"),
        "title": ("What it asks.", "What is procured improves the area"),
        "standing": (
            "What stands for it: checked (rules of this pack), elsewhere (rules of other packs "
            "that ask the same) or not_checked (nothing, for a reason).",
            "elsewhere",
        ),
        "answers": ("The rules that stand for it, with what each answered.", None),
        "reason": ("Why nothing checks it; empty where something does.", ""),
    },
    "RuleAnswer": {
        "rule": ("The id of the rule; its finding is in `findings` if it was run.", "VFM-03"),
        "answer": (
            "What it answered; waiting where a fact that decides whether it applies is not "
            "stated, not_applied where its pack was not applied.",
            "conforms",
        ),
    },
}
