"""Read a package in the strict form of Office Open XML as the usual, transitional one.

Both forms say the same in other namespaces (ISO/IEC 29500-1 and 29500-4, annex A of each). The
readers of workbooks and documents know the transitional one.
"""

import re
import zipfile
from io import BytesIO

_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = b"http://schemas.openxmlformats.org/"
_NAMED = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)(/[A-Za-z/]+)?")
_HYPHENATED = re.compile(rb"\b(extended|custom)Properties\b")
_FIRST_PARTS = ("xl/workbook.xml", "word/document.xml")
_XML = (".xml", ".rels", ".vml")


def in_usual_form(archive: zipfile.ZipFile, raw: bytes) -> tuple[zipfile.ZipFile, bytes]:
    """Return a package and its bytes: as they are, or in the transitional form if it is strict."""
    held = set(archive.namelist())
    if not any(_STRICT in archive.read(part) for part in _FIRST_PARTS if part in held):
        return archive, raw
    usual = _transitional(archive)
    return zipfile.ZipFile(BytesIO(usual)), usual


def _transitional(archive: zipfile.ZipFile) -> bytes:
    """Write a package anew with every namespace and kind of relationship in the usual form."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as usual:
        for name in sorted(set(archive.namelist())):
            data = archive.read(name)
            is_xml = name.lower().endswith(_XML)
            usual.writestr(name, _NAMED.sub(_renamed, data) if is_xml else data)
    return written.getvalue()


def _renamed(found: re.Match[bytes]) -> bytes:
    """Return the transitional name: it has a year, and a hyphen in two of its words."""
    rest = found[2] + (found[3] or b"")
    return _USUAL + found[1] + b"/2006/" + _HYPHENATED.sub(rb"\1-properties", rest)
