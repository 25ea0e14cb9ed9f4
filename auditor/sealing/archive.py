"""Keep the rule packs of a report as one archive that is always the same bytes."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from auditor.engine.in_common import COMMON
from auditor.engine.pack import Pack, is_published
from auditor.engine.pack_files import files_of_pack
from auditor.errors import InputError, Problem
from auditor.resources import rules_folder

PUBLISHED, OWN, FRAMEWORKS = "rules", "own", "frameworks"
MOST_BYTES = 50_000_000
MOST_FILES = 10_000
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # a ZIP archive knows no earlier one
_ON_UNIX = 3
_READABLE = 0o100644 << 16


def folder_of(pack: Pack) -> str:
    """Return the folder that a pack has in the archive."""
    return f"{PUBLISHED if is_published(pack) else OWN}/{pack.info.id}"


def archive_of(packs: Iterable[Pack], frameworks: Mapping[str, bytes]) -> bytes:
    """Return packs, what they have in common, and frameworks of one's own by id, as a ZIP archive.

    It holds every file unpacked, so that no library for packing decides its bytes.
    """
    files = _under(f"{PUBLISHED}/{COMMON}", rules_folder() / COMMON)
    for pack in packs:
        files |= _under(folder_of(pack), pack.folder)
    files |= {f"{FRAMEWORKS}/{name}.yaml": data for name, data in frameworks.items()}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system, entry.external_attr = _ON_UNIX, _READABLE
            archive.writestr(entry, files[name])
    return written.getvalue()


def _under(name: str, folder: Path) -> dict[str, bytes]:
    return {f"{name}/{file}": data for file, data in files_of_pack(folder).items()}


def files_in(archive: bytes) -> dict[str, bytes]:
    """Return the files of such an archive by name; raises InputError for any other."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            entries = opened.infolist()
            _refuse_others(entries)
            return {entry.filename: opened.read(entry) for entry in entries}
    except (zipfile.BadZipFile, RuntimeError, EOFError, ValueError) as error:
        raise _refused(f"cannot be opened ({error})") from error


def _refuse_others(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(names) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise _refused("is larger than any set of rules")
    if len(set(names)) < len(names):
        raise _refused("names a file twice")
    if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
        raise _refused("holds packed files")
    strange = next((name for name in names if not _is_rules_file(name)), None)
    if strange is not None:
        raise _refused(f"holds what is no file of rules: {strange[:80]}")


def _is_rules_file(name: str) -> bool:
    """Say whether a name is one that `archive_of` gives: a YAML file in one of its folders."""
    path = PurePosixPath(name)
    plain = name.isprintable() and "\\" not in name and ":" not in name
    known = path.parts and path.parts[0] in (PUBLISHED, OWN, FRAMEWORKS)
    safe = str(path) == name and ".." not in path.parts
    return bool(plain and known and safe and path.suffix == ".yaml" and len(path.parts) > 1)


def _refused(why: str) -> InputError:
    return InputError(Problem(f"the archive of rules {why}", "rules.zip"))
