"""Repair the tags of a PDF: heads of columns and rows, spans too many, and what is no text."""

from collections.abc import Iterator, Mapping
from typing import Any

_Elements = Mapping[bytes, Any]
_Numbers = Mapping[int, Any]
_HOLDERS = frozenset(
    ["/P", "/H1", "/H2", "/H3", "/H4", "/TD", "/TH", "/LBody", "/Lbl", "/Span"]
)  # of the elements that a report has, those that hold text themselves


def repair_tags(_: object, pdf: Any) -> None:
    """Give each header cell a scope, and mark the headers and footers of pages as artifacts."""
    elements = {each.reference: each for each in pdf.objects if _is_element(each)}
    _scope_header_cells(elements)
    numbers = _numbers(pdf)
    _leave_out_plain_spans(numbers, elements)
    _mark_artifacts(pdf, numbers, elements)


def _scope_header_cells(elements: _Elements) -> None:
    """Give each header cell a scope in place of links from every cell to its headers.

    WeasyPrint writes the links with ids that repeat where a table runs over pages, so that they
    lead nowhere; a scope (ISO 32000-1, table 349) says the same for the tables of a report.
    """
    for element in elements.values():
        if element["S"] == "/TH":
            row = elements[element["P"]]
            heads_column = elements[row["P"]]["S"] == "/THead"
            element["A"]["Scope"] = "/Column" if heads_column else "/Row"
            element.pop("ID", None)
        elif element["S"] == "/TD":
            element["A"].pop("Headers", None)


def _leave_out_plain_spans(numbers: _Numbers, elements: _Elements) -> None:
    """Let text belong to its paragraph, cell or item itself, not to a span that says no more.

    WeasyPrint puts each piece of text into a span of its own; without them a report has half as
    many objects. What groups others keeps them: it holds no text itself (ISO 32000-1, 14.8.4.2).
    """
    for marked in numbers.values():
        if isinstance(marked, list):
            marked[:] = [_holder(number, owner, elements) for number, owner in enumerate(marked)]


def _holder(number: int, owner: bytes, elements: _Elements) -> bytes:
    """Return the element that is to hold a piece of text, once it holds it."""
    while _is_plain(elements[owner], number):
        above = elements.get(elements[owner]["P"])
        if above is None or above["S"] not in _HOLDERS or owner not in above["K"]:
            break
        above["K"][above["K"].index(owner)] = number
        owner = above.reference
    return owner


def _is_plain(element: Any, number: int) -> bool:
    return bool(element["S"] == "/Span" and element["K"] == [number])


def _mark_artifacts(pdf: Any, numbers: _Numbers, elements: _Elements) -> None:
    """Mark what no tag of the document leads to as an artifact (ISO 32000-1, 14.8.2.2).

    WeasyPrint gives the headers and footers of pages tags that stand outside the tree.
    """
    reached = set(_reached(elements, _root(pdf)["K"]))
    for page in (each for each in pdf.objects if _is_page(each)):
        marked = numbers[page["StructParents"]]
        outside = {number for number, owner in enumerate(marked) if owner not in reached}
        for number in outside:
            marked[number] = "null"
        _take_out(_at(pdf, page["Contents"]).stream, outside)


def _reached(elements: _Elements, kids: Any) -> Iterator[bytes]:
    waiting = list(kids)
    while waiting:
        reference = waiting.pop()
        if reference in elements:
            yield reference
            waiting.extend(elements[reference]["K"])


def _take_out(stream: Any, numbers: set[int]) -> None:
    """Turn marked content of a page into an artifact: `/P <</MCID 3>> BDC` to `/Artifact BMC`."""
    for at, part in enumerate(stream):
        if isinstance(part, dict) and part.get("MCID") in numbers:
            stream[at - 1 : at + 2] = ["/Artifact", b"", b"BMC"]


def _numbers(pdf: Any) -> _Numbers:
    """Return what the marked content of each page belongs to, by the number of the page."""
    numbers = _at(pdf, _root(pdf)["ParentTree"])["Nums"]
    return dict(zip(numbers[::2], numbers[1::2], strict=True))


def _root(pdf: Any) -> Any:
    return _at(pdf, pdf.catalog["StructTreeRoot"])


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _is_element(thing: object) -> bool:
    return isinstance(thing, dict) and thing.get("Type") == "/StructElem"


def _is_page(thing: object) -> bool:
    return isinstance(thing, dict) and thing.get("Type") == "/Page"
