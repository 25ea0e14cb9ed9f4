"""Name the stages of commissioning and decommissioning, in order."""

from collections.abc import Mapping

STAGES: Mapping[str, tuple[str, ...]] = {
    "commissioning": (
        "need",
        "design",
        "options",
        "tender",
        "award",
        "contract",
        "monitoring",
        "review",
    ),
    "decommissioning": ("proposal", "decision", "transition", "closed"),
}
KIND_OF_STAGE: Mapping[str, str] = {
    stage: kind for kind, stages in STAGES.items() for stage in stages
}
_WORDS: Mapping[str, str] = {
    "need": "assessing need",
    "design": "design",
    "options": "options appraisal",
    "tender": "tender",
    "award": "award",
    "contract": "contract",
    "monitoring": "monitoring",
    "review": "review",
    "proposal": "proposal",
    "decision": "decision",
    "transition": "transition",
    "closed": "closure",
}


def stage_words(stage: str) -> str:
    """Return the stage as people say it."""
    return _WORDS[stage]
