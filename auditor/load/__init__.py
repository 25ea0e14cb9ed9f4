"""Read files into plain data with the place of every value."""

from auditor.load.document import Document
from auditor.load.file import parse, read

__all__ = ["Document", "parse", "read"]
