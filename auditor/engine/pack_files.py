"""Find the files that a pack is read from, and the digest that stands for all of them."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path


def files_of_pack(folder: Path) -> dict[str, bytes]:
    """Return the files that a pack, or what all packs have in common, is read from, by name."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.yaml")}
    return {name: found[name].read_bytes() for name in sorted(found)}


def digest_of_pack(common: Mapping[str, bytes], own: Mapping[str, bytes]) -> str:
    """Return the digest of a pack by its files and those that all packs have in common."""
    return digest_of_lines(digest_lines(common), digest_lines(own))


def digest_lines(files: Mapping[str, bytes]) -> str:
    """Return a line with digest and name for each file, in the order of folders and names."""
    ordered = sorted(files.items(), key=lambda file: file[0].split("/"))
    return "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in ordered)


def digest_of_lines(common: str, own: str) -> str:
    """Return the digest of a pack by the lines of its files and of those in common."""
    return sha256(f"{common}{own}".encode()).hexdigest()
