"""Describe a commissioning or decommissioning file: frozen types, bounds, field documentation."""
