"""Give the kinds and stages of a decision as types; `stages` holds their order."""

from typing import Literal, TypeAlias

CommissioningStage: TypeAlias = Literal[
    "need", "design", "options", "tender", "award", "contract", "monitoring", "review"
]
DecommissioningStage: TypeAlias = Literal["proposal", "decision", "transition", "closed"]
Stage: TypeAlias = Literal[
    "need",
    "design",
    "options",
    "tender",
    "award",
    "contract",
    "monitoring",
    "review",
    "proposal",
    "decision",
    "transition",
    "closed",
]
Kind: TypeAlias = Literal["commissioning", "decommissioning"]
