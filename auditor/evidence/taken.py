"""Take the bytes and the digest of a document, as far as its size allows."""

import hashlib
from math import inf
from time import monotonic
from typing import BinaryIO

MAX_READ = 100_000_000
"""The largest document that is read, in bytes; of a larger one only the digest is taken."""
MAX_DIGESTED = 4_000_000_000
"""The largest document of which the digest is taken, in bytes."""
_BLOCK = 1_000_000


class OutOfTime(Exception):
    """A document was not read to its end in the time that there was."""


def taken(file: BinaryIO, *, until: float = inf) -> tuple[int, str, bytes | None]:
    """Return size, SHA-256 and bytes of a file; no digest or no bytes where it is too large.

    Raises OutOfTime at the moment `until`, as `monotonic` counts.
    """
    digest, kept, size = hashlib.sha256(), bytearray(), 0
    while block := file.read(_BLOCK):
        if monotonic() >= until:
            raise OutOfTime
        size += len(block)
        if size > MAX_DIGESTED:
            return size, "", None
        digest.update(block)
        if size <= MAX_READ:
            kept += block
        elif kept:
            kept = bytearray()
    return size, digest.hexdigest(), bytes(kept) if size <= MAX_READ else None
