"""Keep releases by process while a file is read, in bounded memory.

The releases of one process may stand far apart in a file, and a file may be larger than memory. So
each is written to a private temporary database as it goes by, and every process is read back whole
once the end of the file is reached. SQLite keeps a small file's releases in memory and moves what
grows beyond its cache to a temporary file that nobody else can open and that is gone afterwards.
"""

import io
import pickle
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from decimal import Decimal
from typing import Any

from auditor.load.document import Remark, RemarkKind
from auditor.load.fault import Fault
from auditor.load.ocds.split import Item

_CACHE = 16_000
"""In KB: what is kept in memory before it goes to the temporary file."""
LARGEST_PROCESS = 100_000_000
"""In bytes: how much the releases of one process may come to."""


class Store:
    """Releases by process."""

    def __init__(self, rows: sqlite3.Connection, *, name: str) -> None:
        self._rows, self._name = rows, name
        self._count = 0

    @property
    def is_empty(self) -> bool:
        """Say whether no release was kept."""
        return self._count == 0

    def add(self, process: str, item: Item) -> None:
        """Keep a release; where it names no process it is one of its own."""
        self._count += 1
        plain = (item.pointer, item.value, [(r.kind.value, r.text, r.place) for r in item.remarks])
        row = (self._count, process or f"\0{self._count}", pickle.dumps(plain, protocol=5))
        with self._room():
            self._rows.execute("INSERT INTO release VALUES (?, ?, ?)", row)

    def processes(self) -> Iterator[tuple[str, list[Item]]]:
        """Yield each process with its releases, in the order in which the file has them."""
        with self._room():
            self._rows.execute("CREATE INDEX by_process ON release (process, number)")
            listed = self._rows.execute(
                "SELECT process, sum(length(body)) FROM release"
                " GROUP BY process ORDER BY min(number)"
            )
        for process, size in listed:
            if size > LARGEST_PROCESS:
                problem = f"its releases come to more than {LARGEST_PROCESS // 1_000_000} MB"
                raise Fault(problem, name=f"{self._name}, {process}")
            bodies = self._rows.execute(
                "SELECT body FROM release WHERE process = ? ORDER BY number", (process,)
            )
            yield process.partition("\0")[0], [_item(body) for (body,) in bodies]

    @contextmanager
    def _room(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            hint = "About as much room as the file takes is needed in the folder for such files."
            problem = f"its releases cannot be kept in a temporary file: {error}"
            raise Fault(problem, name=self._name, hint=hint) from None


@contextmanager
def open_store(*, name: str) -> Iterator[Store]:
    """Open an empty store, and close it with everything in it."""
    with closing(sqlite3.connect("", isolation_level=None)) as rows:
        rows.execute("PRAGMA journal_mode = OFF")
        rows.execute("PRAGMA synchronous = OFF")
        rows.execute(f"PRAGMA cache_size = -{_CACHE}")
        rows.execute("CREATE TABLE release (number INTEGER PRIMARY KEY, process TEXT, body BLOB)")
        yield Store(rows, name=name)


class _Plain(pickle.Unpickler):
    """Read back plain data and exact numbers, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("decimal", "Decimal"):
            return Decimal
        raise pickle.UnpicklingError(f"{module}.{name} is no plain data")


def _item(body: bytes) -> Item:
    pointer, value, odd = _Plain(io.BytesIO(body)).load()
    return Item(pointer, value, tuple(Remark(RemarkKind(kind), *rest) for kind, *rest in odd))
