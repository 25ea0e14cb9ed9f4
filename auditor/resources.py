"""Find the rules and schemas, in a checkout or in an installed wheel."""

from pathlib import Path

_HERE = Path(__file__).parent


def _folder(name: str) -> Path:
    installed = _HERE / "_data" / name
    return installed if installed.is_dir() else _HERE.parent / name


def rules_folder() -> Path:
    """Return the folder that holds the published rule packs."""
    return _folder("rules")


def schemas_folder() -> Path:
    """Return the folder that holds the published JSON Schemas."""
    return _folder("schemas")
