"""Keep a place for a digital signature in the PDF of a report: an empty field, tagged as one."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

import pikepdf

from auditor.output import words

FIELD = "signature"
"""The name of the field."""
ANCHOR = "place-of-signature"
"""Where the pages keep room for it; its size is set again in report.css."""
WIDTH, HEIGHT = Decimal(498), Decimal(90)
"""Its size in points."""
EMPTY = "Place for a digital signature"
_PRINTED_AND_LOCKED = 4 | 128  # ISO 32000-1, table 165


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signs, as what, when and why: what the place for a signature shows."""

    name: str
    at: datetime
    role: str = ""
    reason: str = ""

    @property
    def on(self) -> str:
        """Return the date and the time of day."""
        at = self.at.astimezone(UTC)
        return f"{words.long_date(at.date().isoformat())}, {at:%H:%M} UTC"

    @property
    def sentence(self) -> str:
        """Return all of it as one sentence, for those who cannot see it."""
        said = [self.name, self.role, self.on, f"reason: {self.reason}" if self.reason else ""]
        return f"Digitally signed by {', '.join(filter(None, said))}"


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
