"""Offer one claimed figure to rules, beside its recomputation."""

from decimal import Decimal
from typing import Literal, TypeAlias

from auditor.facts.claim import Claim, ClaimKind
from auditor.facts.need import View
from auditor.facts.needs import Lack, lack_of_claim
from auditor.value.claim import ClaimVerdict

VerdictName: TypeAlias = Literal[
    "reproduced",
    "reproduced_within_rounding",
    "not_reproduced",
    "cannot_be_recomputed",
    "ambiguous",
]

_REPRODUCED = {
    ClaimVerdict.REPRODUCED: True,
    ClaimVerdict.WITHIN_ROUNDING: True,
    ClaimVerdict.NOT_REPRODUCED: False,
}


class ClaimFacts:
    """One claimed figure of the file beside its recomputation."""

    def __init__(self, claim: Claim) -> None:
        self._claim = claim
        self.id = claim.id

    id: str
    """Name of the claim, such as `sroi.ratio`."""

    @property
    def kind(self) -> ClaimKind:
        """What sort of figure it is."""
        return self._claim.kind

    @property
    def area(self) -> Literal["sroi", "options", "calculations", "decommissioning"]:
        """The part of the file in which it stands."""
        return self._claim.area  # type: ignore[return-value]  # every id starts with one of these

    @property
    def label(self) -> str:
        """What it is, in words."""
        return self._claim.label

    @property
    def file_pointer(self) -> str:
        """Where it stands in the file, as a JSON pointer."""
        return self._claim.pointer

    @property
    def shown(self) -> str:
        """The figure beside its recomputation, as evidence."""
        return f"claimed {self.claimed}, {self._claim.exact_words}"

    @property
    def claimed(self) -> str:
        """The figure as printed."""
        return self._claim.text

    @property
    def claimed_value(self) -> Decimal:
        """The number that is claimed."""
        return self._claim.claimed.value

    @property
    def recomputed_value(self) -> Decimal | None:
        """The exact number from the figures as given."""
        return self._claim.judged.exact

    @property
    def difference(self) -> Decimal | None:
        """The number claimed less the exact number."""
        exact = self.recomputed_value
        return None if exact is None else self.claimed_value - exact

    @property
    def verdict(self) -> VerdictName:
        """What recomputation says about it."""
        name: VerdictName = self._claim.judged.verdict.value
        return name

    @property
    def reproduced(self) -> bool | None:
        """Whether it is reproduced, if need be within rounding; not stated if nobody can tell."""
        return _REPRODUCED.get(self._claim.judged.verdict)

    @property
    def exactly_reproduced(self) -> bool | None:
        """Whether the figures as printed give it; not stated if nobody can tell."""
        verdict = self._claim.judged.verdict
        return verdict is ClaimVerdict.REPRODUCED if verdict in _REPRODUCED else None

    @property
    def rests_on_printed(self) -> bool:
        """Whether it was worked out from printed results of which the file does not show more."""
        return bool(self._claim.rests_on)

    @property
    def note(self) -> str:
        """The sentence that an auditor would put beside it."""
        return self._claim.note

    def lack(self, view: View) -> Lack:
        """Return what it cannot be recomputed without; not for rules."""
        return lack_of_claim(self._claim, view)
