"""Read files into plain data with the place of every value."""

from auditor.load.document import Document
from auditor.load.file import is_open_contracting, parse, read, read_all

__all__ = ["Document", "is_open_contracting", "parse", "read", "read_all"]
