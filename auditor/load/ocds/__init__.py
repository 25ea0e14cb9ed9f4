"""Read open contracting data (OCDS 1.1): one commissioning file for each contracting process."""

from auditor.load.ocds.reader import processes

__all__ = ["processes"]
