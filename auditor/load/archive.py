"""Open the ZIP archive that a workbook or a document is, within bounds that are checked first."""

import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from xml.parsers.expat import ExpatError

from auditor.load.fault import Fault, shown

MAX_MEMBERS = 5_000
"""How many files an archive may hold. A workbook of a hundred sheets has about 500."""

MAX_UNPACKED = 150_000_000
"""How many bytes all files of an archive may come to. 5,000 rows of 25 columns come to 7 MB."""

MAX_RATIO = 250
"""How many times its packed size a large file may unpack to. Real sheets reach 10 to 60."""

_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCKED = 1  # the flag of a part with a password
_SMALL = 1_000_000  # bytes: below this any ratio is harmless
_XML = (".xml", ".rels", ".vml")
_REFUSED = (b"<!DOCTYPE", b"<!ENTITY")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")

BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,  # a file that the archive should hold is not there
    RuntimeError,  # a file inside has a password, or is packed in a way that nobody uses here
    OSError,
    ValueError,
    struct.error,
)
"""What reading a damaged archive raises."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in an old container, as UTF-16: they say what it really is.
_INSIDE_OLE: Mapping[bytes, str] = MappingProxyType(
    {
        "EncryptedPackage".encode("utf-16-le"): "password",
        "Workbook".encode("utf-16-le"): "old workbook",
        "WordDocument".encode("utf-16-le"): "old document",
    }
)
_OLD: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "password": (
            "the file is protected by a password, so nothing in it can be read",
            "Open it, take the password off (File, Info, Protect) and save it again.",
        ),
        "old workbook": (
            "this is a workbook in the old format (.xls)",
            "Open it and save it as an Excel workbook (.xlsx).",
        ),
        "old document": (
            "this is a document in the old format (.doc)",
            "Open it and save it as a Word document (.docx).",
        ),
    }
)


def open_archive(raw: bytes, *, name: str) -> zipfile.ZipFile:
    """Open an archive whose size, members and XML are harmless; raises Fault for any other.

    Nothing is unpacked to disk. XML that declares a document type or entities is refused, as is
    XML in any encoding in which such a declaration could hide.
    """
    if raw.startswith(_OLE):
        raise _old(raw, name=name)
    if not raw.startswith(b"PK"):
        hint = "Open it in the program that made it and save it again."
        problem = "this is not what its name says: it is no ZIP archive, as such files are"
        raise Fault(problem, name=name, hint=hint)
    try:
        archive = zipfile.ZipFile(BytesIO(raw))
        _check_sizes(archive, name=name)
        for member in archive.infolist():
            _check_packing(raw, member, name=name)
            if member.filename.lower().endswith(_XML):
                _check_xml(archive.read(member), member.filename, name=name)
    except BROKEN_ARCHIVE as error:
        raise broken(error, name=name) from None
    return archive


def broken(error: Exception, *, name: str) -> Fault:
    """Return the fault of an archive that cannot be read, in words for whoever sent it."""
    return damaged(f"the file is damaged and cannot be read: {_damage(error)}", name=name)


def damaged(problem: str, *, name: str) -> Fault:
    """Return the fault of something that no office program writes."""
    hint = "Open it in the program that made it, let that repair it, and save it again."
    return Fault(problem, name=name, hint=hint)


_NAMED = re.compile(r"named '([^']+)'|for file '([^']+)'")


def _damage(error: Exception) -> str:
    """Say what is wrong with an archive, by what its reader stumbled over."""
    says = str(error)
    found = _NAMED.search(says)
    part = shown(found[1] or found[2]) if found else ""
    match error:
        case KeyError():
            return f"its part {part} is missing" if part else "a part of it is missing"
        case zipfile.BadZipFile() if part:
            return f"its part {part} was changed or cut off"
        case zipfile.BadZipFile() | zlib.error() | EOFError():
            return "it is cut off, or was changed on its way"
        case RuntimeError() if "password" in says or "encrypted" in says:
            return "a part of it is protected by a password"
        case RuntimeError():
            return "it is packed in a way that office programs do not use"
        case SyntaxError() | ExpatError():
            return "the XML of one of its parts breaks off or is broken"
    return "one of its parts does not hold what such a part holds"


def _old(raw: bytes, *, name: str) -> Fault:
    kind = next((kind for sign, kind in _INSIDE_OLE.items() if sign in raw), "")
    problem, hint = _OLD.get(kind, ("this is a file in an old Office format", "Save it anew."))
    return Fault(problem, name=name, hint=hint)


def _check_sizes(archive: zipfile.ZipFile, *, name: str) -> None:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise Fault(f"the file holds {len(members):,} parts; {MAX_MEMBERS:,} are read at most",
                    name=name, hint="Copy the sheets that matter into a new file.")  # fmt: skip
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED:
        problem = f"unpacked, the file would come to {unpacked // 1_000_000:,} MB; "
        problem += f"{MAX_UNPACKED // 1_000_000} MB are read at most"
        hint = "Delete formatted empty rows and columns and pictures, and save it again."
        raise Fault(problem, name=name, hint=hint)
    for member in members:
        ratio = member.file_size // max(member.compress_size, 1)
        if member.file_size > _SMALL and ratio > MAX_RATIO:
            part = shown(member.filename)
            problem = f"its part {part} unpacks to {ratio:,} times its size, as no such file does"
            raise Fault(problem, name=name, hint="Delete formatted empty rows and save it again.")


def _check_packing(raw: bytes, member: zipfile.ZipInfo, *, name: str) -> None:
    """Refuse a part that does not end where the archive says; its reader would unpack all of it."""
    if member.compress_type not in _PACKED or member.flag_bits & _LOCKED:
        problem = f"its part {shown(member.filename)} is packed as no office program does"
        raise Fault(problem, name=name, hint="Take any password off, and save it again.")
    if member.compress_type == zipfile.ZIP_STORED:
        return
    head = member.header_offset
    lengths = struct.unpack("<HH", raw[head + 26 : head + 30])
    start = head + 30 + sum(lengths)
    packed = memoryview(raw)[start : start + member.compress_size]
    if len(zlib.decompressobj(-15).decompress(packed, member.file_size + 1)) > member.file_size:
        problem = f"its part {shown(member.filename)} unpacks to more than the archive says"
        raise Fault(problem, name=name, hint="Open it, let that repair it, and save it again.")


def _check_xml(text: bytes, part: str, *, name: str) -> None:
    if any(sign in text[:4] for sign in _UTF_16) or b"encoding=" in _other_encoding(text):
        raise Fault(f"its part {shown(part)} is not written in UTF-8", name=name,
                    hint="Open it in Excel or LibreOffice and save it again.")  # fmt: skip
    if any(sign in text for sign in _REFUSED):
        problem = f"its part {shown(part)} declares a document type or entities"
        hint = "No office program writes that; ask whoever made the file for a clean copy."
        raise Fault(problem, name=name, hint=hint)


def _other_encoding(text: bytes) -> bytes:
    """Return the XML declaration where it names an encoding other than UTF-8 or ASCII."""
    head = text[:200].partition(b"?>")[0].lower()
    return b"" if b"utf-8" in head or b"us-ascii" in head else head
