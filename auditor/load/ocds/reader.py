"""Read a file of open contracting data, however long: one document for each contracting process.

The file is read once, piece by piece; its releases are kept by process (see `store`), and each
process is put together when the end has been reached. Memory holds one process at a time.
"""

from collections.abc import Iterator
from pathlib import Path

from auditor.errors import InputError, Problem
from auditor.load.bounds import MAX_BYTES
from auditor.load.document import Document
from auditor.load.fault import Fault
from auditor.load.json_reader import read_json
from auditor.load.ocds.announced import announced
from auditor.load.ocds.events import PIECE, events
from auditor.load.ocds.feed import Feed, Watch
from auditor.load.ocds.lines import is_lines, line_items
from auditor.load.ocds.notices import Invited
from auditor.load.ocds.process import file_of
from auditor.load.ocds.split import Item, split
from auditor.load.ocds.spot import Looked, Spot
from auditor.load.ocds.store import Store, open_store
from auditor.load.ocds.values import day
from auditor.load.text import UNPRINTABLE


def processes(path: Path, *, watch: Watch | None = None) -> Iterator[Document]:
    """Yield a document for each contracting process of a file; `watch` is told of the bytes read.

    Raises InputError, before the first document, where the file cannot be read to its end.
    """
    try:
        with open_store(name=path.name) as store:
            feed = _fill(store, path, watch)
            if store.is_empty:
                hint = "Give releases, records or packages of the Open Contracting Data Standard."
                raise Fault("the file holds no release", name=path.name, hint=hint)
            digest = feed.digest  # of the whole file, so once for all of its processes
            for process, items in store.processes():
                yield _document(process, items, path.name, digest)
    except Fault as fault:
        raise InputError(fault.as_problem()) from None
    except OSError as error:
        problem = f"the file cannot be read: {error.strerror or error}"
        raise InputError(Problem(problem, str(path))) from None


def _fill(store: Store, path: Path, watch: Watch | None) -> Feed:
    """Put every release of a file into the store; return what was fed, with its digest."""
    last = ""
    with path.open("rb", buffering=PIECE) as file:
        feed = Feed(file, name=path.name, watch=watch)
        lines = is_lines(path)
        try:
            found = (
                line_items(feed, name=path.name)
                if lines
                else split(events(feed, name=path.name), name=path.name)
            )
            for item in found:
                feed.mark()
                last = item.pointer
                store.add(_process(item), item)
        except Fault as fault:
            if not lines:
                _refuse_exactly(path)
            raise _after(fault, last) from None
    return feed


def _refuse_exactly(path: Path) -> None:
    """Raise the fault of a short file with its line and column, as the reader of JSON finds it."""
    if path.stat().st_size <= MAX_BYTES:
        read_json(path.read_bytes(), name=path.name)


def _after(fault: Fault, last: str) -> Fault:
    """Return a fault with the last release that could be read."""
    if not last or fault.line:
        return fault
    return Fault(fault.problem, name=f"{fault.name}, after {last}", hint=fault.hint)


def _process(item: Item) -> str:
    name = item.value.get("ocid")
    return UNPRINTABLE.sub("�", name).strip() if isinstance(name, str) else ""


def _document(process: str, items: list[Item], name: str, digest: str) -> Document:
    odd = [remark for item in items for remark in item.remarks]
    if len(items) == 1:
        release, shadow, origin = items[0].value, None, items[0].pointer
    else:
        from auditor.load.ocds.merge import merged  # most processes have one release

        release, shadow, more = merged(items)
        origin = ""
        odd += more
    filed = file_of(
        process,
        release,
        origin=origin,
        shadow=shadow,
        tags=_tags(items),
        invited=_invited(items),
        announced=announced(items),
    )
    return Document(name, filed.data, digest, filed.places, (*odd, *filed.remarks))


def _tags(items: list[Item]) -> set[str]:
    return {tag for item in items for tag in _tags_of(item)}


def _tags_of(item: Item) -> list[str]:
    """Return the tags of a release; one that stands alone need not be in a list."""
    tags = item.value.get("tag")
    listed = tags if isinstance(tags, list) else [tags]
    return [tag for tag in listed if isinstance(tag, str)]


def _invited(items: list[Item]) -> Invited | None:
    """Return the first release that opened a tender, by its day."""
    found = []
    for item in items:
        spot = Spot(item.value.get("date"), Looked(), origin=f"{item.pointer}/date")
        if "tender" in _tags_of(item) and spot and (on := day(spot)):
            found.append(Invited(on, spot.place))
    return min(found, key=lambda each: each.day, default=None)
