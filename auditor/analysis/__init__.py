"""Analyse the value that a file claims: challenge it, say whose it is, compare options."""
