"""Verify the value claims and the record behind a public commissioning decision.

from auditor import audit, load_packs, read_file

report = audit(read_file(Path("my-file.yaml")), load_packs())
print(report.conclusion.overall)
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditor.audit import CaseFile as CaseFile
    from auditor.audit import audit as audit
    from auditor.audit import read_bytes as read_bytes
    from auditor.audit import read_file as read_file
    from auditor.audit import read_files as read_files
    from auditor.engine.pack import load_packs as load_packs
    from auditor.errors import AuditorError as AuditorError
    from auditor.report import Report as Report

# Imported on first use, so that `auditor --version` does not load what it does not need.
_PUBLIC = {
    "AuditorError": "auditor.errors",
    "CaseFile": "auditor.audit",
    "Report": "auditor.report",
    "audit": "auditor.audit",
    "load_packs": "auditor.engine.pack",
    "read_bytes": "auditor.audit",
    "read_file": "auditor.audit",
    "read_files": "auditor.audit",
}
__all__ = list(_PUBLIC)


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module `auditor` has no attribute `{name}`")
    return getattr(import_module(_PUBLIC[name]), name)


class _Package(ModuleType):
    """Keep `auditor.audit` the function, also once the module of that name is imported."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "audit" and isinstance(value, ModuleType):
            value = value.audit
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
