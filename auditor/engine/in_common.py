"""Read what all packs have in common, once for all that are loaded together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from auditor.engine.pack_files import digest_lines, files_of_pack
from auditor.engine.pack_parts import Parameter, Source, Thresholds
from auditor.engine.parameters import read_parameters
from auditor.engine.read import checked, checked_list, plain, read_plain, read_text
from auditor.resources import rules_folder

COMMON = "common"


@dataclass(frozen=True, slots=True)
class Common:
    """What all packs have in common; `lines` hold the digest of each file that it was read from."""

    folder: Path
    lines: str
    sources: tuple[Source, ...]
    parameters: Mapping[str, Parameter]
    thresholds: Thresholds


def read_common() -> Common:
    """Read what all packs have in common."""
    folder = rules_folder() / COMMON
    thresholds = folder / "thresholds.yaml"
    return Common(
        folder=folder,
        lines=digest_lines(files_of_pack(folder)),
        sources=read_sources(folder),
        parameters=read_parameters([folder / "parameters"]),
        thresholds=checked(thresholds, Thresholds, read_plain(thresholds)),
    )


def read_sources(folder: Path) -> tuple[Source, ...]:
    """Read the list of sources of a folder, which need not have one."""
    path = folder / "sources.yaml"
    return _source_list(path, read_text(path)) if path.is_file() else ()


@lru_cache(maxsize=64)
def _source_list(path: Path, text: str) -> tuple[Source, ...]:
    """Read a list of sources; kept by its text, so that a file that changes is read again."""
    return checked_list(path, Source, plain(path, text))
