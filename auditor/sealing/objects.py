"""Compare the PDF of a report with what comes out again: by objects, pages and files."""

import io
from collections.abc import Iterable, Iterator

import pikepdf

from auditor.sealing.contents import contents, parsing, texts

_Place = tuple[int, int]
_FILLED = frozenset({"/V", "/AP", "/TU", "/Lock"})
_OF_A_SIGNATURE = frozenset(
    {"/Perms", "/Extensions", "/DSS", "/Version", "/SigFlags", "/DA", "/DR"}
)
"""What a signature changes in its field, and what it adds to the root and the form."""


def added(before: bytes, after: bytes) -> tuple[str, ...]:
    """Name what an addition to a PDF changed in it, but for the signature in its empty field.

    A signature draws inside its field alone; so if nothing else is named, the pages show the same.
    What the file says about itself in its metadata is shown on no page.
    """
    with parsing(), pikepdf.open(io.BytesIO(before)) as old, pikepdf.open(io.BytesIO(after)) as new:
        return tuple(_changed(old, new))


def _changed(old: pikepdf.Pdf, new: pikepdf.Pdf) -> Iterator[str]:
    if old.Root.objgen != new.Root.objgen:
        yield "it begins at another object"
    fields = {field.objgen for field in old.Root.AcroForm.Fields}
    free = {old.Root.objgen: _OF_A_SIGNATURE, old.Root.AcroForm.objgen: _OF_A_SIGNATURE}
    free |= dict.fromkeys(fields, _FILLED)
    says = dict(_pages(old)) | dict.fromkeys(fields, "the field for a signature was changed")
    aside = {old.Root.Metadata.objgen, old.docinfo.objgen}
    for each in old.objects:
        place = each.objgen
        if place not in aside:
            now = new.get_object(place)
            if _said(each, free.get(place)) != _said(now, free.get(place)):
                yield says.get(place, f"object {place[0]} was changed")


def _pages(pdf: pikepdf.Pdf) -> Iterator[tuple[_Place, str]]:
    """Yield the objects that a page is made of, and how to say that one was changed."""
    for number, page in enumerate(pdf.pages, 1):
        says = f"page {number} is drawn otherwise"
        yield page.obj.objgen, says
        drawn = page.obj.get("/Contents")
        for part in drawn if isinstance(drawn, pikepdf.Array) else [drawn]:
            if part is not None:
                yield part.objgen, says


def _said(thing: object, free: Iterable[str] | None) -> tuple[object, bytes]:
    """Return what an object says, but for entries that are free, and the data of a stream."""
    if not isinstance(thing, pikepdf.Object):
        return thing, b""
    if isinstance(thing, pikepdf.Stream):
        return thing.stream_dict.unparse(resolved=True), thing.read_raw_bytes()
    if free and isinstance(thing, pikepdf.Dictionary):
        kept = {key: value for key, value in thing.items() if key not in free}
        return [(key, pikepdf.Array([value]).unparse()) for key, value in sorted(kept.items())], b""
    return thing.unparse(resolved=True), b""


def unlike(made: bytes, raw: bytes) -> Iterator[str]:
    """Name in what a PDF is unlike the one that comes out again: pages, then files.

    Raises Unreadable.
    """
    ours, theirs = texts(made), texts(raw)
    if len(ours) != len(theirs):
        yield f"it has {len(theirs)} pages, and {len(ours)} come out again"
    found = False
    for number, (one, other) in enumerate(zip(ours, theirs, strict=False), 1):
        if one != other:
            found = True
            yield f"page {number} reads otherwise: {_from_where(one, other)}"
    files, held = contents(made).files, contents(raw).files
    for name in sorted({*files, *held}):
        if files.get(name) != held.get(name):
            yield f"{name} is another file than comes out again"
    if not found:
        yield from _drawn_otherwise(made, raw)


def _from_where(one: str, other: str) -> str:
    """Quote where two texts begin to differ."""
    pairs = enumerate(zip(one, other, strict=False))
    at = next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
    begin = max(0, at - 10)
    quoted = (" ".join(text[begin : at + 40].split()) for text in (other, one))
    return "“{}” stands where “{}” comes out again".format(*quoted)


def _drawn_otherwise(made: bytes, raw: bytes) -> Iterator[str]:
    """Name the pages that read the same and are drawn otherwise."""
    with parsing(), pikepdf.open(io.BytesIO(made)) as ours, pikepdf.open(io.BytesIO(raw)) as theirs:
        for number, (one, other) in enumerate(zip(ours.pages, theirs.pages, strict=False), 1):
            if _lines(one) != _lines(other):
                yield f"page {number} reads the same and is drawn otherwise"


def _lines(page: pikepdf.Page) -> list[object]:
    return [str(each) for each in pikepdf.parse_content_stream(page)]
