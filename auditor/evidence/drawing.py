"""Draw where passages stand on the pages of a PDF, small enough to be shown beside a finding."""

from auditor.evidence.pdf import Pdf
from auditor.evidence.png import MOST_BYTES, png
from auditor.evidence.wire import Drawn, Spotted

WIDTH, HEIGHT = 900, 360
"""How many dots a picture has at most."""
_NOTHING = Drawn(b"", 0, 0)


def draw(document: bytes, spots: tuple[Spotted, ...]) -> tuple[Drawn, ...]:
    """Return a picture of each passage, empty where there is none."""
    pdf = Pdf(document)
    return tuple(_picture(pdf, spot) for spot in spots)


def _picture(pdf: Pdf, spot: Spotted) -> Drawn:
    bitmap = pdf.drawn(spot.page, spot.start, spot.end, width=WIDTH, height=HEIGHT)
    if bitmap is None:
        return _NOTHING
    width, height = min(bitmap.width, WIDTH), min(bitmap.height, HEIGHT)
    made = png(bytes(bitmap.buffer), width=width, height=height, stride=bitmap.stride)
    return Drawn(made, width, height) if len(made) <= MOST_BYTES else _NOTHING
