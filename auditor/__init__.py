"""Verify the value claims and the record behind a public commissioning decision."""
