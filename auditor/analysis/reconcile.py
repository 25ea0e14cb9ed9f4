"""Reconcile the figures of a file with the conventions found in practice."""

from collections.abc import Mapping
from typing import Any

from auditor.analysis.reconciled import Reconciled
from auditor.analysis.reconciliation import reconcile_map
from auditor.analysis.reconciliation_options import reconcile_options
from auditor.facts import Facts
from auditor.model.file import Case


def reconcile(case: Case, facts: Facts, parameters: Mapping[str, Any]) -> Reconciled | None:
    """Return which conventions give the figures of a file; None where it claims none."""
    found = Reconciled(reconcile_map(case, facts), reconcile_options(case, facts, parameters))
    return found if found.value_map or found.options else None
