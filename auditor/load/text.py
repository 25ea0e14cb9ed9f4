"""Turn the bytes of a file into text, or say what kind of file they are instead."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from auditor.load.fault import Fault, position

# Control characters other than tab and line breaks, and halves of surrogate pairs: nobody can see
# them, and a terminal or a PDF would act on them or fail on them.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

# Text of western letters without a byte order mark: every second byte is zero.
_UTF_16 = re.compile(rb"(?:\x00[\t\n\r -~]){4}|(?:[\t\n\r -~]\x00){4}")
_SIGNATURES: Mapping[bytes, str] = MappingProxyType(
    {
        b"%PDF-": "a PDF",
        b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
        b"{\\rtf": "a rich text (RTF) file",
        b"\x1f\x8b": "a compressed (gzip) file",
        b"\x89PNG": "a picture (PNG)",
        b"\xff\xd8\xff": "a picture (JPEG)",
        b"\xff\xfe\x00\x00": "text in UTF-32",
        b"\x00\x00\xfe\xff": "text in UTF-32",
        b"\xff\xfe": "text in UTF-16",
        b"\xfe\xff": "text in UTF-16",
    }
)
_INSIDE_ZIP: Mapping[bytes, str] = MappingProxyType(
    {
        b"xl/workbook": "an Excel workbook",
        b"word/document": "a Word document",
        b"ppt/presentation": "a PowerPoint presentation",
        b"opendocument.spreadsheet": "an OpenDocument spreadsheet",
        b"opendocument.text": "an OpenDocument text",
    }
)


def text_of(raw: bytes, *, name: str) -> str:
    """Return the text of a UTF-8 file without byte order mark, every line ending in a line feed.

    Raises Fault for bytes that are not text, not UTF-8 or empty, and for unprintable characters.
    """
    kind = _kind_if_not_text(raw)
    if kind:
        raise Fault(f"this is {kind}; a text file in UTF-8 is wanted", name=name, hint=_hint(kind))
    text = decoded(raw, name=name)
    if not text.strip():
        raise Fault("the file is empty", name=name, hint="`auditor new` writes one to fill in.")
    unprintable = UNPRINTABLE.search(text)
    if unprintable:
        line, column = position(text, unprintable.start())
        problem = describe_unprintable(unprintable.group())
        raise Fault(problem, name=name, line=line, column=column, hint="Delete it.")
    return text


def describe_unprintable(character: str) -> str:
    """Return what is wrong with one unprintable character."""
    return f"an unprintable character (U+{ord(character):04X}) stands in the text"


def _kind_if_not_text(raw: bytes) -> str:
    if raw.startswith(b"PK\x03\x04"):
        return next((kind for sign, kind in _INSIDE_ZIP.items() if sign in raw), "a ZIP archive")
    kind = next((kind for sign, kind in _SIGNATURES.items() if raw.startswith(sign)), "")
    if not kind and b"\x00" in raw:
        kind = "text in UTF-16" if _UTF_16.match(raw) else "a binary file"
    return kind


def _hint(kind: str) -> str:
    if "UTF" in kind:
        return "Save it again with the encoding UTF-8."
    if "compressed" in kind:
        return "Unpack it first."
    return "Give the JSON or YAML file of the decision; `auditor new` writes one to fill in."


def decoded(raw: bytes, *, name: str) -> str:
    """Return UTF-8 as text without byte order mark, every line ending in a line feed.

    Raises Fault for the first byte that is not UTF-8.
    """
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        # The codec counts from behind the byte order mark.
        body = error.object
        before = body[body.rfind(b"\n", 0, error.start) + 1 : error.start]
        byte = body[error.start]
        raise Fault(
            f"the byte 0x{byte:02X} is not UTF-8",
            name=name,
            line=body.count(b"\n", 0, error.start) + 1,
            column=len(before.decode("utf-8")) + 1,
            hint=_meant(byte) + "Save the file with the encoding UTF-8.",
        ) from None


def _meant(byte: int) -> str:
    character = bytes([byte]).decode("cp1252", "ignore")
    return f"In the encoding Windows-1252 it would be {character}. " if character else ""
