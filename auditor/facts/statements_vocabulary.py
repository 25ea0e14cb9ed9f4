"""List the words in which texts put multiples, fractions and ranks, each with what it means."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, TypeAlias

from auditor.value.precision import CONTEXT

HedgeKind: TypeAlias = Literal[
    "exactly", "over", "at_least", "under", "at_most", "nearly", "just_over", "about"
]


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words in front of a multiple, what they strictly say, and what they leave open.

    `near` words say that the multiple is close without saying how close: only that side of them
    which they exclude can be contradicted.
    """

    kind: HedgeKind
    phrases: tuple[str, ...]
    reason: str


HEDGES = (
    Hedge("at_least", ("at least", "no less than", "not less than", "no fewer than",
                       "a minimum of"),
          "the multiple itself counts, and nothing below it does"),
    Hedge("at_most", ("at most", "no more than", "not more than", "up to", "a maximum of"),
          "the multiple itself counts, and nothing above it does"),
    Hedge("just_over", ("just over", "just above", "slightly more than", "slightly over",
                        "a little over", "a little more than"),
          "it was passed, and by how little is not said"),
    Hedge("nearly", ("nearly", "almost", "close to", "approaching", "not quite", "just under",
                     "slightly under", "slightly less than", "a little under", "a little less than",
                     "virtually", "practically"),
          "it was not reached, and how near it came is not said"),
    Hedge("over", ("more than", "over", "above", "in excess of", "greater than", "higher than",
                   "exceeding", "exceeds", "exceeded", "upwards of", "better than", "well over",
                   "far more than"),
          "it was passed; the multiple itself and all below it are left out"),
    Hedge("under", ("less than", "under", "below", "fewer than", "lower than", "well under"),
          "it was not reached; the multiple itself and all above it are left out"),
    Hedge("about", ("about", "around", "roughly", "approximately", "approx", "some", "circa", "c",
                    "in the region of", "in the order of"),
          "it lies near, on either side, and how near is not said"),
)  # fmt: skip
"""In the order in which they are looked for: the longer phrase before the one inside it."""

EXACTLY = Hedge("exactly", (), "no word softens it, so the next common multiple is another claim")

UP = ("up", "rise", "rises", "rising", "rose", "risen", "increase", "increases", "increased",
      "increasing", "grew", "grow", "grown", "growth", "growing", "more", "higher", "greater",
      "extra", "additional", "raised", "raising", "again", "on top", "larger", "gain")  # fmt: skip
DOWN = ("down", "fall", "falls", "fell", "fallen", "falling", "decrease", "decreases", "decreased",
        "decreasing", "cut", "cuts", "cutting", "reduce", "reduces", "reduced", "reducing",
        "reduction", "drop", "drops", "dropped", "dropping", "less", "lower", "fewer", "smaller",
        "cheaper", "lowered", "decline", "declined")  # fmt: skip
NEGATIONS = ("not", "never", "no", "neither", "nor", "without", "failed", "between", "points")
"""Words beside a multiple that turn it into something this table does not read."""

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
          "nineteen", "twenty")  # fmt: skip
NUMBERS: Mapping[str, int] = MappingProxyType(
    {**{word: number for number, word in enumerate(_UNITS, 1)}, "a": 1, "an": 1, "hundred": 100}
)

PARTS: Mapping[str, int] = MappingProxyType(
    {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7,
     "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100}
)  # fmt: skip

MULTIPLES: Mapping[str, tuple[str, Decimal]] = MappingProxyType(
    {
        "half as much again": ("times", Decimal("1.5")),
        "half as many again": ("times", Decimal("1.5")),
        "half again as": ("times", Decimal("1.5")),
        **dict.fromkeys(("twice", "double", "doubles", "doubled", "doubling"),
                        ("times", Decimal(2))),
        **dict.fromkeys(("thrice", "treble", "trebled", "trebling", "triple", "tripled",
                         "tripling"), ("times", Decimal(3))),
        **dict.fromkeys(("quadruple", "quadrupled", "quadrupling"), ("times", Decimal(4))),
        **dict.fromkeys(("halve", "halves", "halved", "halving"), ("fall", Decimal("0.5"))),
    }
)  # fmt: skip
"""Words that are a multiple by themselves; halving is a fall by half, so that "nearly halving"
has fallen by less than half."""

MOST: Mapping[str, HedgeKind] = MappingProxyType(
    {"the majority": "over", "a majority": "over", "most of": "over", "most": "over",
     "a minority": "under", "the minority": "under"}
)  # fmt: skip
"""Words for more, or less, than half of a whole."""

_FRACTIONS = ((1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (4, 5),
              (9, 10), (1, 1), (3, 2), (2, 1), (5, 2))  # fmt: skip
COMMON = tuple(CONTEXT.divide(Decimal(a), Decimal(b)) for a, b in _FRACTIONS)
"""The fractions and multiples for which there is an everyday word, up to two and a half; from
there on every whole number has one. Between two neighbours, a writer picks the nearer word."""


def neighbours(amount: Decimal) -> tuple[Decimal, Decimal]:
    """Return the common fractions or multiples next below and next above an amount.

    >>> neighbours(Decimal("0.5"))
    (Decimal('0.4'), Decimal('0.6'))
    >>> neighbours(Decimal(3))
    (Decimal('2.5'), Decimal('4'))
    """
    whole = amount.to_integral_value()
    known = {*COMMON, *(whole + step for step in (-1, 0, 1) if whole + step > 2), Decimal(0)}
    below = max(each for each in known if each < amount)
    return below, min((each for each in known if each > amount), default=whole + 1)


RANKS: Mapping[str, int] = MappingProxyType(
    {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
     "ninth": 9, "tenth": 10, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}
)  # fmt: skip
TOP = ("largest", "biggest", "highest", "greatest", "most valuable", "most important", "top",
       "main", "leading")  # fmt: skip
BOTTOM = ("smallest", "lowest", "least valuable", "least important")
