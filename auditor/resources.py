"""Find the rules and schemas, in a checkout or in an installed wheel."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_HERE = Path(__file__).parent
_RULES: ContextVar[Path | None] = ContextVar("rules", default=None)


def _folder(name: str) -> Path:
    installed = _HERE / "_data" / name
    return installed if installed.is_dir() else _HERE.parent / name


def rules_folder() -> Path:
    """Return the folder that holds the published rule packs."""
    return _RULES.get() or _folder("rules")


@contextmanager
def rules_from(folder: Path) -> Iterator[None]:
    """Take the rule packs of a folder for those that are published, as they once were."""
    token = _RULES.set(folder)
    try:
        yield
    finally:
        _RULES.reset(token)


def schemas_folder() -> Path:
    """Return the folder that holds the published JSON Schemas."""
    return _folder("schemas")
