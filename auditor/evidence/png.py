"""Write a picture in shades of grey as PNG, the same bytes each time."""

import struct
import zlib

MOST_BYTES = 150_000
"""How many bytes a picture may take; a busier one is left out."""
_SIGN = b"\x89PNG\r\n\x1a\n"


def png(grey: bytes, *, width: int, height: int, stride: int) -> bytes:
    """Return a picture of one byte for each dot as PNG; a row begins every `stride` bytes."""
    rows = b"".join(b"\x00" + grey[y * stride : y * stride + width] for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return _SIGN + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


def is_png(data: bytes) -> bool:
    """Say whether data begin as a PNG does."""
    return data.startswith(_SIGN)
