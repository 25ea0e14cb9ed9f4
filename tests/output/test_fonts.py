"""Keep the list of printable characters in step with the fonts; run this file to write it."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

from auditor.output.pdf import FACES, FONTS

COVERAGE = FONTS / "coverage.txt"
# Drawn as colour emoji by Pango where the machine has such a font, so never left to chance:
# the characters with Emoji_Presentation in Unicode 15 outside the emoji planes, and the marks
# that ask for a picture.
EMOJI = (
    "231A-231B 23E9-23EC 23F0 23F3 25FD-25FE 2614-2615 2648-2653 267F 2693 26A1 26AA-26AB "
    "26BD-26BE 26C4-26C5 26CE 26D4 26EA 26F2-26F3 26F5 26FA 26FD 2705 270A-270B 2728 274C 274E "
    "2753-2755 2757 2795-2797 27B0 27BF 2B1B-2B1C 2B50 2B55 20E3 FE00-FE0F"
)
HIDDEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


def expand(ranges: str) -> set[int]:
    ends = [part.split("-") for part in ranges.split()]
    return {code for end in ends for code in range(int(end[0], 16), int(end[-1], 16) + 1)}


def ranges(codes: Iterable[int]) -> str:
    """Write codes as ranges, one a line."""
    found: list[list[int]] = []
    for code in sorted(codes):
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return "".join(f"{a:04X}\n" if a == b else f"{a:04X}-{b:04X}\n" for a, b in found)


def characters(path: Path) -> set[int]:
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


def covered() -> set[int]:
    """Return what regular and semibold text can both show, by the fonts' own tables."""
    fonts = {name: characters(FONTS / name) for _, _, name in FACES}
    text = fonts["SourceSans3-Regular.ttf"] & fonts["SourceSans3-Semibold.ttf"]
    every = (text | fonts["DejaVuSans.ttf"]) - expand(EMOJI)
    return {
        code for code in every if code < 0x1F000 and unicodedata.category(chr(code)) not in HIDDEN
    }


def test_the_list_of_printable_characters_is_that_of_the_bundled_fonts():
    assert COVERAGE.read_text() == ranges(covered())


def test_the_bundled_fonts_stay_small():
    assert sum(path.stat().st_size for path in FONTS.iterdir()) < 2_500_000


def test_every_bundled_font_has_its_licence_beside_it():
    families = {name.split("-")[0].removesuffix(".ttf") for _, _, name in FACES}
    assert {path.stem.removeprefix("LICENCE-") for path in FONTS.glob("LICENCE-*")} == families


if __name__ == "__main__":
    COVERAGE.write_text(ranges(covered()))
