"""Know pictures by their first bytes; what they show is for people to say."""

from auditor.evidence.text import Unreadable

_SIGNS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")


def unread_image(raw: bytes) -> Unreadable:
    """Return why a picture is not read: it is one, or it is not what its name says."""
    if raw.startswith(_SIGNS) or raw[4:12] in (b"ftypheic", b"ftypavif", b"ftypmif1"):
        why = "it is a picture, and what a picture shows is not read"
        return Unreadable("not_text", why)
    return Unreadable("broken", "its name says that it is a picture, and it holds other data")
