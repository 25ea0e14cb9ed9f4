"""Gather every claimed figure of a file, judged, for rules and for the report."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from auditor.facts.calculation_claims import calculation_claims
from auditor.facts.claim import Claim
from auditor.facts.claim_facts import ClaimFacts
from auditor.facts.decommissioning_claims import decommissioning_claims
from auditor.facts.once import once
from auditor.facts.option_claims import OptionClaims
from auditor.facts.option_values import OptionFlows
from auditor.facts.sroi_claims import SroiClaims
from auditor.facts.value_map import ValueMap
from auditor.model.file import Case
from auditor.value.claim import ClaimResult
from auditor.value.precision import stated_arithmetic


class ClaimsFacts:
    """Hold every figure that the file claims, beside its recomputation."""

    def __init__(
        self,
        case: Case,
        value_map: ValueMap | None,
        flows: tuple[OptionFlows, ...],
        parameters: Mapping[str, Any],
    ) -> None:
        self._case = case
        self._map = value_map
        self._flows = flows
        self._parameters = parameters

    @once
    def _claims(self) -> tuple[Claim, ...]:
        sroi: Iterable[Claim] = SroiClaims(self._case, self._map).all() if self._map else ()
        options = OptionClaims(self._case, self._flows, self._parameters).all()
        with stated_arithmetic():
            return tuple(
                chain(
                    sroi,
                    options,
                    calculation_claims(self._case),
                    decommissioning_claims(self._case),
                )
            )

    @once
    def items(self) -> tuple[ClaimFacts, ...] | None:
        """Every claimed figure of the file; not stated where it claims none."""
        return tuple(ClaimFacts(claim) for claim in self._claims) or None

    @once
    def not_reproduced(self) -> tuple[ClaimFacts, ...] | None:
        """The claimed figures that the figures as given do not come to."""
        return self._where("not_reproduced")

    @once
    def within_rounding(self) -> tuple[ClaimFacts, ...] | None:
        """The claimed figures that are possible only if printed inputs are themselves rounded."""
        return self._where("reproduced_within_rounding")

    @once
    def not_recomputable(self) -> tuple[ClaimFacts, ...] | None:
        """The claimed figures that cannot be recomputed from what the file states."""
        return self._where("cannot_be_recomputed")

    @once
    def ambiguous(self) -> tuple[ClaimFacts, ...] | None:
        """The claimed figures that fit some conventions that the file leaves open, not others."""
        return self._where("ambiguous")

    def _where(self, verdict: str) -> tuple[ClaimFacts, ...] | None:
        if self.items is None:
            return None
        return tuple(item for item in self.items if item.verdict == verdict)

    @once
    def decisive(self) -> ClaimFacts | None:
        """The claimed figure on which the decision rests, where the file names one that it has."""
        named = self._named_by_file
        return next((item for item in self.items or () if item.id == named), None)

    @property
    def _named_by_file(self) -> str:
        """Return the claim's name, however the file writes it: dots or slashes, long or short."""
        named = (self._case.decision_rests_on or "").strip().strip("/").replace("/", ".")
        return named.replace(".reported.", ".")

    def _single(self, name: str) -> ClaimFacts | None:
        return next((item for item in self.items or () if item.id == name), None)

    @once
    def total_inputs(self) -> ClaimFacts | None:
        """The total of the inputs as claimed."""
        return self._single("sroi.total_inputs")

    @once
    def total_impact(self) -> ClaimFacts | None:
        """The total impact as claimed."""
        return self._single("sroi.total_impact")

    @once
    def total_present_value(self) -> ClaimFacts | None:
        """The total present value as claimed."""
        return self._single("sroi.total_present_value")

    @once
    def net_present_value(self) -> ClaimFacts | None:
        """The net present value of the value map as claimed."""
        return self._single("sroi.net_present_value")

    @once
    def ratio(self) -> ClaimFacts | None:
        """The ratio of present value to inputs as claimed."""
        return self._single("sroi.ratio")

    @once
    def net_ratio(self) -> ClaimFacts | None:
        """The ratio of net present value to inputs as claimed."""
        return self._single("sroi.net_ratio")

    @once
    def payback(self) -> ClaimFacts | None:
        """The payback period as claimed."""
        return self._single("sroi.payback_months")

    @once
    def net_saving(self) -> ClaimFacts | None:
        """The net saving of ending a service as claimed."""
        return self._single("decommissioning.net_saving")

    @property
    def results(self) -> tuple[ClaimResult, ...]:
        """Return every claim for the report.

        A claim is decisive where the decision rests on it, or where a decisive claim rests on it as
        printed.
        """
        decisive = self._decisive_names
        return tuple(claim.result(decisive=claim.id in decisive) for claim in self._claims)

    @once
    def _decisive_names(self) -> frozenset[str]:
        known = {claim.id: claim.rests_on for claim in self._claims}
        found: set[str] = set()
        waiting = [self._named_by_file]
        while waiting:
            name = waiting.pop()
            if name in known and name not in found:
                found.add(name)
                waiting.extend(known[name])
        return frozenset(found)
