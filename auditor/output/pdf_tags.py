"""Repair the tags of a PDF: what heads a column or a row, and what is no part of the text."""

from collections.abc import Iterator, Mapping
from typing import Any

_Elements = Mapping[bytes, Any]


def repair_tags(_: object, pdf: Any) -> None:
    """Give each header cell a scope, and mark the headers and footers of pages as artifacts."""
    elements = {each.reference: each for each in pdf.objects if _is_element(each)}
    _scope_header_cells(elements)
    _mark_artifacts(pdf, elements)


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


def _mark_artifacts(pdf: Any, elements: _Elements) -> None:
    """Mark what no tag of the document leads to as an artifact (ISO 32000-1, 14.8.2.2).

    WeasyPrint gives the headers and footers of pages tags that stand outside the tree.
    """
    root = _at(pdf, pdf.catalog["StructTreeRoot"])
    numbers = _at(pdf, root["ParentTree"])["Nums"]
    places = dict(zip(numbers[::2], numbers[1::2], strict=True))
    reached = set(_reached(elements, root["K"]))
    for page in (each for each in pdf.objects if _is_page(each)):
        marked = places[page["StructParents"]]
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


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _is_element(thing: object) -> bool:
    return isinstance(thing, dict) and thing.get("Type") == "/StructElem"


def _is_page(thing: object) -> bool:
    return isinstance(thing, dict) and thing.get("Type") == "/Page"
