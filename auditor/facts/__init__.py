"""Derive what rules may ask of a file that the file does not say outright."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from auditor.evidence.result import Examined
from auditor.facts.charts import Charts
from auditor.facts.claim_facts import ClaimFacts
from auditor.facts.claims import ClaimsFacts
from auditor.facts.decommissioning import DecommissioningFacts
from auditor.facts.duties import DutiesFacts
from auditor.facts.evidence import EvidenceCheck, EvidenceFacts
from auditor.facts.frameworks import FrameworkItem, FrameworksFacts
from auditor.facts.joint import settled
from auditor.facts.lifecycle import LifecycleFacts
from auditor.facts.need import View
from auditor.facts.needs import Lack, asked_alike, lack_of_fact
from auditor.facts.once import once
from auditor.facts.option_timing import settled_timing
from auditor.facts.option_values import OptionFlows
from auditor.facts.options import OptionsFacts
from auditor.facts.procurement import ProcurementFacts
from auditor.facts.purse import PurseFacts
from auditor.facts.rates import rates_of
from auditor.facts.reading import entries, stated
from auditor.facts.sroi import SroiFacts
from auditor.facts.sroi_outcomes import OutcomeFacts
from auditor.facts.statements import StatementsFacts
from auditor.facts.statements_check import StatementCheck, WordsCheck
from auditor.facts.value_map import ValueMap
from auditor.model.file import Case
from auditor.model.framework import KnownFramework

_OWN = (
    ClaimFacts, StatementCheck, WordsCheck, OutcomeFacts, EvidenceCheck,
    FrameworkItem, FrameworksFacts,
)  # fmt: skip
"""What knows by itself what it lacks."""


class Facts:
    """Hold the facts of one file, each worked out when it is first asked for.

    `parameters` are the dated numbers of the rules, resolved to the day `as_at`, as plain data. No
    fact ever raises on a valid file: what cannot be derived is None, which reads as not stated.
    `examined` is what was found in the documents of the evidence, None where nobody looked.
    `frameworks` are the outcome frameworks that are known.
    """

    def __init__(
        self,
        case: Case,
        parameters: Mapping[str, Any],
        as_at: date | None,
        examined: Examined | None = None,
        frameworks: Mapping[str, KnownFramework] = MappingProxyType({}),
    ) -> None:
        self._case = case
        self._examined = examined
        self._frameworks = frameworks
        self._parameters = parameters
        self._as_at = as_at
        self._lacks: dict[str, Lack] = {}

    @once
    def _value_map(self) -> ValueMap | None:
        sroi = stated(self._case.sroi)
        if sroi is None:
            return None
        found = ValueMap(sroi, self._parameters)
        return found.with_settled(settled(self._case, found))

    @once
    def _option_flows(self) -> tuple[OptionFlows, ...]:
        appraisal = stated(self._case.appraisal)
        options = entries(self._case.options)
        if not options:  # and no need of rates or timing
            return ()
        open_flows = tuple(OptionFlows(option, appraisal) for option in options)
        timing = settled_timing(open_flows, rates_of(appraisal, self._parameters))
        return tuple(OptionFlows(option, appraisal, timing) for option in options)

    @once
    def claims(self) -> ClaimsFacts:
        """Every figure that the file claims, beside its recomputation."""
        return ClaimsFacts(self._case, self._value_map, self._option_flows, self._parameters)

    @once
    def sroi(self) -> SroiFacts:
        """What the value map amounts to."""
        return SroiFacts(self._case, self._value_map)

    @once
    def options(self) -> OptionsFacts:
        """What the options are worth and how they compare."""
        return OptionsFacts(self._case, self._option_flows, self._parameters)

    @once
    def decommissioning(self) -> DecommissioningFacts:
        """What ending a service saves, costs and loses, and its notice."""
        return DecommissioningFacts(self._case, self._parameters)

    @once
    def lifecycle(self) -> LifecycleFacts:
        """How the parts of the file follow on from one another."""
        return LifecycleFacts(self._case, self._parameters)

    @once
    def duties(self) -> DutiesFacts:
        """Which duties to hear people reach the decision, and what they ask."""
        return DutiesFacts(self._case, self._parameters)

    @once
    def procurement(self) -> ProcurementFacts:
        """What follows from the public record of the procurement."""
        return ProcurementFacts(self._case, self._parameters, self._as_at)

    @once
    def purse(self) -> PurseFacts:
        """Who pays and who saves."""
        return PurseFacts(self._case)

    @once
    def statements(self) -> StatementsFacts:
        """What the statements about value come to, as far as someone has confirmed them."""
        return StatementsFacts(self._case, self.sroi)

    @once
    def evidence(self) -> EvidenceFacts:
        """What was found in the documents of the evidence register."""
        return EvidenceFacts(self._case, self._examined)

    @once
    def frameworks(self) -> FrameworksFacts:
        """How the file takes up the outcome frameworks that it follows."""
        return FrameworksFacts(self._case, self._frameworks)

    @property
    def value_map(self) -> ValueMap | None:
        """Return the value map with its totals; not for rules."""
        return self._value_map

    @property
    def option_flows(self) -> tuple[OptionFlows, ...]:
        """Return the options with their present values; not for rules."""
        return self._option_flows

    @property
    def charts(self) -> Charts:
        """Return the amounts behind the report's charts; not for rules."""
        return Charts(self._value_map, self.sroi)

    def lack(self, name: str) -> Lack:
        """Return what a derived value lacks of the file; by its name, `sroi.ratio_recomputed`."""
        alike = asked_alike(name)
        if alike not in self._lacks:
            self._lacks[alike] = self._lack(name)
        return self._lacks[alike]

    @once
    def _view(self) -> View:
        unsettled = self._value_map is not None and self.sroi.total_present_value is None
        return View(
            self._case,
            self._value_map,
            self._option_flows,
            self._value_map.open_questions if self._value_map and unsettled else (),
            self._as_at,
        )

    def _lack(self, name: str) -> Lack:
        view = self._view
        holder = self._holder(name)
        own = isinstance(holder, _OWN)
        return holder.lack(view) if own else lack_of_fact(name, view)

    def _holder(self, name: str) -> Any:
        """Return what holds a derived value, where that can be worked out."""
        found: Any = self
        for part in name.split(".")[:-1]:
            found = found[int(part)] if part.isdigit() else getattr(found, part)
        return found
