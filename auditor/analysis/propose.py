"""Read numbers, forms, periods and words out of quotations, for a person to confirm."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from auditor.analysis.propose_words import comparing_words
from auditor.facts.reading import entries
from auditor.facts.statements_vocabulary import NUMBERS
from auditor.model.file import Case
from auditor.model.printed import read_printed
from auditor.model.statement import Statement

_LONGEST = 2000
"""More of a quotation is not read: a statement is a sentence, not a page."""

_SCALE = r"(?:\s?(?:k|mn?|bn|million|billion|thousand)\b)?"
_PLAIN = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MONEY = rf"[£$€]\s?(?:{_PLAIN}){_SCALE}"
_PER_ONE = re.compile(
    r"\b(?P<base>(?:for|per|on) ?(?:every|each)? ?(?P<more>additional|extra|further)? ?"
    r"[£$€]1(?![\d.,]*\d)(?: (?:of [\w ]{1,40}|invested|spent|put in))?)",
    re.IGNORECASE,
)
_RATIO = re.compile(
    rf"(?<![\d.:])(?:[£$€]?1(?:\.0+)?\s?:\s?[£$€]?(?:{_PLAIN})|(?:{_PLAIN})\s?:\s?1)(?![\d.:]*\d)"
)
_RANGE = re.compile(
    rf"(?:between )?(?P<low>{_MONEY})\s?(?:-|\u2013|\u2014|to|and)\s?"
    rf"(?P<high>[£$€]?\s?(?:{_PLAIN}){_SCALE})",
    re.IGNORECASE,
)
_SINGLE = re.compile(_MONEY, re.IGNORECASE)
_UNIT = re.compile(
    r"\b(?P<base>(?:per|for (?:every|each)) (?!year|month|week|annum|cent)[a-z]+"
    r"(?: created| supported)?)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d+)?\s?(?:%|per cent\b|percent\b)", re.IGNORECASE)
_BOUNDS = (
    ("more_than", r"more than|over|above|in excess of|exceeding"),
    ("at_least", r"at least|no less than|a minimum of"),
    ("less_than", r"less than|under|below"),
    ("at_most", r"at most|up to|no more than|a maximum of"),
    ("about", r"about|around|approximately|roughly|some|circa"),
)
_NUMBERS = [word for word, number in NUMBERS.items() if number <= 20 and len(word) > 2]
_YEARS = re.compile(
    rf"\b(?P<text>(?:over|for|in|within) (?:the )?(?:next |first |last )?"
    rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)}) years?)\b",
    re.IGNORECASE,
)
_FINANCIAL = re.compile(r"\b(?P<text>(?:19|20)\d\d\s?[/\u2013-]\s?(?:(?:19|20)\d\d|\d\d))(?!\d)")
_YEARLY = re.compile(r"\b(?P<text>annual(?:ly)?|a year|per year|each year|per annum)\b", re.I)
_PRICES = re.compile(r"\b((?:19|20)\d\d)(?:[/\u2013-]\d\d)? prices\b", re.IGNORECASE)
_NET = re.compile(r"\b(?:net|after (?:deducting )?costs?)\b", re.IGNORECASE)
_GROSS = re.compile(r"\bgross\b", re.IGNORECASE)
_EXPECTED = re.compile(r"\b(?:would|will|could|forecast|expected|projected|predicted)\b", re.I)


class Number(NamedTuple):
    """A number with its text as printed."""

    value: Decimal
    printed: str


Field: TypeAlias = str | int | Number


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was read out of one quotation, by field; only of fields that the file leaves out.

    `remark` says why a number was not read: where a quotation holds several, nobody but a reader
    can tell which one the statement is about.
    """

    id: str
    quotation: str
    fields: Mapping[str, Field]
    remark: str = ""


def propose(case: Case) -> tuple[Proposal, ...]:
    """Return a proposal for each statement whose quotation says more than its fields.

    A statement that someone has confirmed was read already, and is left alone. Nothing is proposed
    as confirmed, and the file is not changed.
    """
    found = (_proposal(each) for each in entries(case.statements) if not each.confirmed_by)
    return tuple(each for each in found if each.fields or each.remark)


def _proposal(given: Statement) -> Proposal:
    text = " ".join(given.quotation[:_LONGEST].split())
    quantity = dict(_quantity(text))
    remark = str(quantity.pop("remark", ""))
    has_number = any(getattr(given, name) is not None for name in ("value", "low", "high"))
    if has_number:  # a number that is filled in is not to be doubled by another one
        quantity = {key: value for key, value in quantity.items() if key not in _NUMERIC}
    read = {**quantity, **dict(_traits(text))}
    fields = {name: value for name, value in read.items() if getattr(given, name) is None}
    return Proposal(given.id, given.quotation, fields, "" if has_number else remark)


_NUMERIC = ("value", "low", "high", "bound")


def _quantity(text: str) -> Iterator[tuple[str, Field]]:
    """Yield the quantity of a sentence: a return, a range, an amount, a share, or words."""
    words = comparing_words(text)
    per_one = _PER_ONE.search(text)
    without = text[: per_one.start()] + " " + text[per_one.end() :] if per_one else text
    if per_one:
        yield "base", per_one["base"]
        if per_one["more"]:
            yield "ratio_basis", "marginal"
    ratios = list(_RATIO.finditer(text))
    if len(ratios) == 1:
        yield "form", "one_to_x"
        yield from _one("value", ratios[0].group())
        return
    yield from _money(without, "x_per_1" if per_one else "", words)


def _money(text: str, form: str, words: str) -> Iterator[tuple[str, Field]]:
    """Yield an amount or a range of amounts; of several amounts none, and a remark."""
    ranges, amounts = list(_RANGE.finditer(text)), list(_SINGLE.finditer(text))
    unit = _UNIT.search(text)
    form = form or ("amount_per_unit" if unit else "amount")
    if ranges and len(amounts) <= 2 and len(ranges) == 1:
        low, high = _ends(ranges[0])
        yield "form", form
        yield from _one("low", low)
        yield from _one("high", high)
    elif len(amounts) == 1:
        yield "form", form
        yield from _one("value", amounts[0].group())
        yield from _bound(text[: amounts[0].start()])
    elif len(amounts) > 1:
        listed = ", ".join(each.group() for each in amounts[:4])
        yield "remark", f"several amounts ({listed}): make one statement of each"
    elif words and not _is_share(words):
        yield "form", "multiple"
        yield "words", words
        return
    else:
        yield from _share(text)
        return
    if unit and form == "amount_per_unit":
        yield "base", unit["base"]


def _ends(found: re.Match[str]) -> tuple[str, str]:
    """Return both ends of a range; "£2-3 million" states its scale once for both."""
    low, high = found["low"].strip(), found["high"].strip()
    high = high if high[0] in "£$€" else low[0] + high
    scale = re.search(r"[a-z]+$", high, re.IGNORECASE)
    if scale and not re.search(r"[a-z]$", low, re.IGNORECASE):
        low = f"{low} {scale.group()}" if " " in high else f"{low}{scale.group()}"
    return low, high


def _share(text: str) -> Iterator[tuple[str, Field]]:
    shares = list(_SHARE.finditer(text))
    if len(shares) == 1:
        yield "form", "share"
        yield from _one("value", shares[0].group())
        yield from _bound(text[: shares[0].start()])


def _is_share(words: str) -> bool:
    """Say whether words are a percentage alone, at most with a bound in front of it."""
    rest = _SHARE.sub("", words).strip()
    return rest != words and (not rest or any(re.fullmatch(p, rest, re.I) for _, p in _BOUNDS))


def _one(name: str, printed: str) -> Iterator[tuple[str, Field]]:
    number = read_printed(printed)
    if number is not None:
        yield name, Number(number.value, printed.strip())


def _bound(before: str) -> Iterator[tuple[str, Field]]:
    for bound, phrases in _BOUNDS:
        if re.search(rf"\b(?:{phrases})\s*$", before, re.IGNORECASE):
            yield "bound", bound
            return


def _traits(text: str) -> Iterator[tuple[str, Field]]:
    """Yield what else a sentence says of its quantity: period, prices, net or gross, expected."""
    if years := _YEARS.search(text):
        yield "period", years["text"]
        number = years["number"].lower()
        yield "period_years", NUMBERS[number] if number in NUMBERS else int(number)
    elif year := _FINANCIAL.search(text) or _YEARLY.search(text):
        yield "period", year["text"]
        yield "period_years", 1
    if prices := _PRICES.search(text):
        yield "price_year", int(prices[1])
    if _NET.search(text) is not None or _GROSS.search(text) is not None:
        yield "value_kind", "net" if _NET.search(text) else "gross"
    if _EXPECTED.search(text):
        yield "timing", "forecast"
