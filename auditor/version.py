"""Say which version this is, without asking the installer's records, which is slow."""

__version__ = "0.1.0"
