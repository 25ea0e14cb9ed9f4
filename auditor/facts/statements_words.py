"""Read a multiple, a fraction or a rank out of words, and hold it against numbers."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from auditor.facts.statements_patterns import LONGEST, any_of, core, plain
from auditor.facts.statements_reach import Reach
from auditor.facts.statements_vocabulary import (
    BOTTOM,
    DOWN,
    EXACTLY,
    HEDGES,
    MOST,
    MULTIPLES,
    NEGATIONS,
    NUMBERS,
    PARTS,
    RANKS,
    TOP,
    UP,
    Hedge,
    neighbours,
)
from auditor.model.printed import half_unit
from auditor.value.precision import CONTEXT, Interval, stated_arithmetic

Change: TypeAlias = Literal["times", "rise", "fall"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What words say of one number divided by another.

    Where the quotient lies in `certain` the words are right; outside `possible` they are wrong;
    between the two a reader has to ask. `digits` says that the words print a number.
    """

    words: str
    hedge: Hedge
    certain: Reach
    possible: Reach
    digits: bool

    def fits(self, quotient: Interval) -> bool | None:
        """Return whether the words fit a quotient; None where they leave that open."""
        found = Reach.of(quotient)
        if not self.possible.meets(found):
            return False
        printed = self.digits and self.hedge is EXACTLY
        return True if printed or self.certain.holds(found) else None


class _Core(NamedTuple):
    """The multiple itself: what is done with the earlier number, how much, its printed half unit.

    `half` is None where a word, and not digits, gives the amount.
    """

    change: Change
    amount: Decimal
    half: Decimal | None
    start: int
    end: int


def meaning_of(words: str) -> Meaning | None:
    """Return what words such as "more than twice" say, or None where the table has no such words.

    >>> meaning_of("more than twice").possible
    Reach(low=Decimal('2'), high=None, low_in=False, high_in=True)
    """
    text = plain(words)
    cores = list(core().finditer(text))
    if len(text) > LONGEST or len(cores) != 1 or _ranks(text, cores[0].end()):
        return None
    held = _core(cores[0])
    if held is None or held.amount <= 0:
        return None
    before, after = text[: held.start].strip(), text[held.end :].strip()
    hedge, rest = _hedge(cores[0]["most"], before)
    change = _change(held.change, rest.split(), after.split(), cores[0])
    if change is None:
        return None
    with stated_arithmetic():
        reaches = _reaches(held._replace(change=change), hedge)
    return Meaning(words, hedge, *reaches, held.half is not None)


def rank_of(words: str) -> tuple[int, bool] | None:
    """Return a rank and whether it counts from the top; None where the words give none.

    >>> rank_of("the second-largest outcome"), rank_of("smallest")
    ((2, True), (1, False))
    """
    text = plain(words)
    found = re.search(rf"\b(?:(?P<n>{any_of(RANKS)}) )?(?P<end>{any_of((*TOP, *BOTTOM))})\b", text)
    if found is None or set(text.split()) & set(NEGATIONS):
        return None
    return RANKS.get(found["n"] or "", 1), found["end"] in TOP


def _ranks(text: str, end: int) -> bool:
    """Say whether what looks like a fraction is a rank: "third largest"."""
    return text[end:].strip().startswith((*TOP, *BOTTOM))


def _core(found: re.Match[str]) -> _Core | None:
    start, end = found.span()
    if found["multiple"]:
        change, amount = MULTIPLES[found["multiple"]]
        return _Core("fall" if change == "fall" else "times", amount, None, start, end)
    if found["times"]:
        return _Core("times", *_number(found["times"]), start, end)
    if found["per_cent"]:
        number = Decimal(found["per_cent"])
        return _Core("times", number / 100, half_unit(number) / 100, start, end)
    if found["most"]:
        return _Core("times", Decimal("0.5"), None, start, end)
    whole = _number(found["whole"])[0] if found["whole"] else Decimal(_part(found["part"]))
    part = _number(found["of"] or found["count"] or "one")[0]
    return _Core("times", CONTEXT.divide(part, whole), None, start, end) if whole else None


def _part(word: str) -> int:
    return PARTS.get(word) or PARTS[word.removesuffix("s")]


def _number(word: str) -> tuple[Decimal, Decimal | None]:
    """Return a number with half a unit of its last digit; a number in words prints no digit."""
    if word in NUMBERS:
        return Decimal(NUMBERS[word]), None
    return Decimal(word), half_unit(Decimal(word))


def _hedge(most: str | None, before: str) -> tuple[Hedge, str]:
    """Return the hedge that stands right before a multiple, and the words that are left."""
    if most:
        return next(each for each in HEDGES if each.kind == MOST[most]), before
    for hedge in HEDGES:
        phrases = any_of(hedge.phrases)
        found = re.search(rf"(?:^|\s)(?:{phrases})(?:\s(?:by|a|an|the))*$", before)
        if found:
            return hedge, before[: found.start()].strip()
    return EXACTLY, before


def _change(
    change: Change, before: list[str], after: list[str], core: re.Match[str]
) -> Change | None:
    """Return what is done with the earlier number; None where the words beside it do not tell.

    What follows counts by its first word alone: "a third of the lower cost" has not fallen. After
    "to" stands what is left, not what went. "A threefold increase" may be to three or to four
    times as much, so it is not read.
    """
    if {*before, *after} & set(NEGATIONS):
        return None
    if core["multiple"]:  # "doubled" and "halved" carry their direction themselves
        return change
    if before[-1:] == ["to"] or (after[:1] == ["of"] and not set(before) & {*UP, *DOWN}):
        return change
    said = {*before, *after[:1]}
    up, down = bool(said & set(UP)), bool(said & set(DOWN))
    if core["times"]:
        return None if down or set(after[:1]) & set(UP) else change
    if up and down:
        return None
    return "rise" if up else "fall" if down else change


def _reaches(core: _Core, hedge: Hedge) -> tuple[Reach, Reach]:
    """Return what fits for certain and what is not excluded, of the quotient of the two numbers."""
    certain, possible = _of_amount(core, hedge)
    if core.change == "rise":
        return certain.plus(Decimal(1)), possible.plus(Decimal(1))
    if core.change == "fall":
        return certain.times(Decimal(-1)).plus(Decimal(1)), possible.times(Decimal(-1)).plus(
            Decimal(1)
        )
    return certain, possible


def _of_amount(core: _Core, hedge: Hedge) -> tuple[Reach, Reach]:
    """Return the same of the amount that the words name: a multiple, or a rise or fall by so much.

    What is only near the amount is certain as long as no other common word is nearer.
    """
    amount, half = core.amount, core.half or Decimal(0)
    below, above = neighbours(amount)
    low, high = (below + amount) / 2, (amount + above) / 2
    least, most = _side(core)
    past, short = Reach(amount, None, low_in=False), Reach(None, amount, high_in=False)
    near = {
        "nearly": (Reach(low, amount, high_in=False), Reach(least, amount, False, False)),
        "just_over": (Reach(amount, high, low_in=False), Reach(amount, most, False, False)),
        "about": (Reach(min(low, amount - half), max(high, amount + half)),
                  Reach(least, most, False, False)),
        "over": (past, past),
        "under": (short, short),
        "at_least": (Reach(amount - half, None),) * 2,
        "at_most": (Reach(None, amount + half),) * 2,
    }  # fmt: skip
    if hedge.kind in near:
        return near[hedge.kind]
    if core.half is not None:
        return (Reach(amount - half, amount + half),) * 2
    return Reach(low, high), Reach(below, above, low_in=False, high_in=False)


def _side(core: _Core) -> tuple[Decimal | None, Decimal | None]:
    """Return the ends that a near amount cannot pass: what is said to rise has not fallen."""
    if core.change != "times":
        return Decimal(0), None
    if core.amount < 1:
        return None, Decimal(1)
    return (Decimal(1), None) if core.amount > 1 else (None, None)
