"""Hold an outcome framework of a council's own, as small as one can be."""

OURS = """\
format_version: "1"
id: ours
title: Our outcomes
about: What every contract serves.
source: {title: Our outcomes, publisher: Our council, year: 2025}
taken_up_by: naming
outcomes: [{id: S1, title: People rest, level: service}]
"""
