"""Keep a place for a digital signature in the PDF of a report: an empty field, tagged as one."""

from decimal import Decimal

import pikepdf

from auditor.output.signed import ANCHOR, HEIGHT, WIDTH

FIELD = "signature"
"""The name of the field."""
EMPTY = "Place for a digital signature"
_PRINTED_AND_LOCKED = 4 | 128  # ISO 32000-1, table 165


def add_field(pdf: pikepdf.Pdf) -> None:
    """Add the field where the pages keep room for it; a report without room gets none.

    It is empty, draws nothing, and has a tag of its own (ISO 14289-1, 7.18.4).
    """
    place = _place(pdf)
    if place is None or "/AcroForm" in pdf.Root:
        return
    page, left, top = place
    drawn = pdf.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form,
                            BBox=pikepdf.Array([0, 0, WIDTH, HEIGHT]))  # fmt: skip
    field = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Widget,
            FT=pikepdf.Name.Sig,
            T=FIELD,
            TU=EMPTY,
            F=_PRINTED_AND_LOCKED,
            P=page,
            Rect=pikepdf.Array([left, top - HEIGHT, left + WIDTH, top]),
            AP=pikepdf.Dictionary(N=drawn),
        )
    )
    page.Annots = pikepdf.Array([*page.get("/Annots", []), field])
    page.Tabs = pikepdf.Name.S
    pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=pikepdf.Array([field])))
    _tag(pdf, field, page)


def _place(pdf: pikepdf.Pdf) -> tuple[pikepdf.Object, Decimal, Decimal] | None:
    """Return the page and the upper left corner of the room for the field."""
    names = pdf.Root.Names.Dests.Names
    places = dict(zip(map(str, names[::2]), names[1::2], strict=True))
    if ANCHOR not in places:
        return None
    page, _, left, top = list(places[ANCHOR])[:4]
    return page, Decimal(str(left)), Decimal(str(top))


def _tag(pdf: pikepdf.Pdf, field: pikepdf.Object, page: pikepdf.Object) -> None:
    """Put a tag for the field into that of its room, and the way back from the field to it.

    The room is empty and the last thing in the report.
    """
    root = pdf.Root.StructTreeRoot
    room = root.K[0].K[-1].K[-1]
    tag = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem,
            S=pikepdf.Name.Form,
            P=room,
            Pg=page,
            K=pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=field, Pg=page),
        )
    )
    room.K.append(tag)
    numbers = root.ParentTree.Nums
    field.StructParent = 1 + max(int(number) for number in numbers[::2])
    numbers.extend([field.StructParent, tag])
