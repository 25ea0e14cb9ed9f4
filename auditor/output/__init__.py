"""Render a report: one file per format, no audit logic."""
