"""State how large, how deep and how long a file and its numbers may be."""

MAX_BYTES = 20_000_000
"""The largest file that is read. A decision file is 10 to 200 KB; the rest is room."""

MAX_DEPTH = 100
"""How many lists and records may stand inside one another. The model needs fewer than ten."""

MAX_DIGITS = 40
"""How many digits a number may have when it is written out in full, without an exponent."""
