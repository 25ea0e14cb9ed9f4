"""Say in the tags of a PDF whether a header cell heads a column or a row."""

from typing import Any


def scope_header_cells(_: object, pdf: Any) -> None:
    """Give each header cell a scope in place of links from every cell to its headers.

    WeasyPrint writes the links with ids that repeat where a table runs over pages, so that they
    lead nowhere; a scope (ISO 32000-1, table 349) says the same for the tables of a report.
    """
    elements = {each.reference: each for each in pdf.objects if _is_element(each)}
    for element in elements.values():
        if element["S"] == "/TH":
            row = elements[element["P"]]
            heads_column = elements[row["P"]]["S"] == "/THead"
            element["A"]["Scope"] = "/Column" if heads_column else "/Row"
            element.pop("ID", None)
        elif element["S"] == "/TD":
            element["A"].pop("Headers", None)


def _is_element(thing: object) -> bool:
    return isinstance(thing, dict) and thing.get("Type") == "/StructElem"
