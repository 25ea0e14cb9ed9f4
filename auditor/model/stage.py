"""Give the kinds and stages of a decision as types; `stages` holds their order."""

from typing import Literal, TypeAlias

CommissioningStage: TypeAlias = Literal[
    "need", "design", "options", "tender", "award", "contract", "monitoring", "review"
]
DecommissioningStage: TypeAlias = Literal["proposal", "decision", "transition", "closed"]
Stage: TypeAlias = CommissioningStage | DecommissioningStage
Kind: TypeAlias = Literal["commissioning", "decommissioning"]
