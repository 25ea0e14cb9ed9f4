"""Feed the bytes of a long file to a parser: as UTF-8, digested, bounded by item."""

import codecs
import hashlib
import re
from collections.abc import Callable
from typing import Protocol

from auditor.load.fault import Fault

LARGEST_ITEM = 50_000_000
"""In bytes: how much may stand between the starts of two releases. A usual one has 10 KB."""

_DIGITS = re.compile("[0-9]{1000}")
_EVERY, _SAMPLED = 100, re.compile("[0-9]{9}")
"""No number is so long, and the parser breaks down over one of several thousand digits."""

Watch = Callable[[int], None]
"""Is told how many bytes have been read."""


class Source(Protocol):
    """A file that gives out bytes, by pieces or by lines."""

    def read(self, size: int = -1, /) -> bytes:
        """Return the next piece, or nothing at the end."""

    def readline(self, size: int = -1, /) -> bytes:
        """Return the next line, or nothing at the end."""


class Feed:
    """Give out a file piece by piece; a byte that is not UTF-8 becomes U+FFFD.

    A byte order mark is passed over. `digest` is that of the bytes as they stand in the file.
    """

    def __init__(self, file: Source, *, name: str, watch: Watch | None = None) -> None:
        self._file, self._name, self._watch = file, name, watch
        self._sha = hashlib.sha256()
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._since = 0
        self.position = 0

    @property
    def digest(self) -> str:
        """Return the SHA-256 of everything that was read."""
        return self._sha.hexdigest()

    def mark(self) -> None:
        """Note that an item ended, so that the next one may be as long as any."""
        self._since = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next piece as UTF-8, or nothing at the end; raises Fault."""
        raw = self._file.read(size)
        self._count(raw)
        return self._utf8(raw, final=not raw)

    def line(self) -> bytes:
        """Return the next line as UTF-8, or nothing at the end; raises Fault."""
        raw = self._file.readline(LARGEST_ITEM + 1)
        self._count(raw)
        self._since = 0
        return self._utf8(raw, final=True)

    def _count(self, raw: bytes) -> None:
        self._sha.update(raw)
        self.position += len(raw)
        self._since += len(raw)
        if self._since > LARGEST_ITEM + 1_000_000:
            problem = f"one release is larger than {LARGEST_ITEM // 1_000_000} MB"
            hint = "A usual release has 10 KB; look for a text or a list that never closes."
            raise Fault(problem, name=f"{self._name}, before byte {self.position:,}", hint=hint)
        if self._watch:
            self._watch(self.position)

    def _utf8(self, raw: bytes, *, final: bool) -> bytes:
        if self.position == len(raw):
            raw = raw.removeprefix(codecs.BOM_UTF8)
        try:
            text = self._decoder.decode(raw, final)
        except UnicodeDecodeError:
            before = self._decoder.getstate()
            self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
            self._decoder.setstate(before)
            text = self._decoder.decode(raw, final)
        if _has_endless_digits(text):
            problem = "more than a thousand digits stand in a row"
            raise Fault(problem, name=f"{self._name}, before byte {self.position:,}")
        return text.encode()


def _has_endless_digits(text: str) -> bool:
    """Say whether a thousand digits stand in a row: nine of each hundredth sign are then digits."""
    return bool(_SAMPLED.search(text[::_EVERY])) and bool(_DIGITS.search(text))
