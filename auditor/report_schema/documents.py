"""Describe the properties of the JSON result that are about documents of the evidence register."""

from collections.abc import Mapping
from typing import Any

TYPES: Mapping[str, tuple[str, str]] = {
    "DocumentExamined": ("Document", "A document of the evidence register as it was found."),
    "PassageExamined": (
        "Passage",
        "A passage, figure or place that the file says is in a document, and what was found there.",
    ),
}

_SHA = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
_OPEN = "Empty where that cannot be told."

ABOUT: Mapping[str, Mapping[str, tuple[str, Any]]] = {
    "DocumentExamined": {
        "entry": ("The id of its entry in the register.", "E1"),
        "title": ("Its title in the register.", "Consultation report"),
        "file": ("Its path inside the folder of the evidence.", "papers/consultation.pdf"),
        "state": (
            "What became of it: read, not_text (a kind that is not read), no_text (pictures "
            "alone), encrypted, missing, refused (outside the folder, a link or no ordinary file), "
            "too_large, not_reached (beyond the number or time that all documents may take), "
            "broken, or parser_failed (a fault of the program that reads it).",
            "read",
        ),
        "note": ("Why it was not read, or only in part; empty where it was.", ""),
        "kind": ("What it is; empty where it was not read.", "a PDF"),
        "size": ("How many bytes it has; 0 where it was not read.", 48213),
        "sha256": ("The SHA-256 digest of its bytes; empty where it was not read.", _SHA),
        "unchanged": (f"Whether that is the digest in the register: yes or no. {_OPEN}", "yes"),
        "pages": ("How many pages it has; 0 where it has no fixed pages.", 24),
        "created": ("When it was made, as it says itself; empty where it does not.", "2026-02-06"),
        "modified": ("When it was last changed, as it says itself.", "2026-02-06"),
        "remarks": ("What else there is to know about it.", ["it links to other places"]),
        "passages": ("What was looked for in it.", None),
    },
    "PassageExamined": {
        "pointer": ("Where the file says so.", "/needs/evidence/0"),
        "place": ("Where a person finds that.", "line 41"),
        "kind": ("What it is: quote, figure, claim (a claimed figure) or place.", "quote"),
        "text": ("The words or the figure looked for.", "47 of 54 users"),
        "said": ("Where in the document it is said to stand; empty where nowhere.", "page 4"),
        "sureness": (
            "How surely it stands there: exact, normalised (alike but for spaces, hyphens, "
            "quotation marks or the form of a number), rounded (with more digits), nearly (with "
            "other words), absent, or unknown.",
            "exact",
        ),
        "stands_at": ("Where it was found; empty where nowhere.", "page 4"),
        "at_place": (f"Whether that is where it is said to stand: yes or no. {_OPEN}", "yes"),
        "found": ("The text as it stands there.", "47 of 54 users"),
        "note": ("What differs, or what keeps anyone from telling.", ""),
    },
}
