"""Recognise what people write in an expression by habit, and say what to write instead."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_TEXT = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")


@dataclass(frozen=True, slots=True)
class Slip:
    """Something written by habit: at which column, what is wrong, and what to write."""

    column: int
    problem: str
    hint: str


def _digits(match: re.Match[str]) -> str:
    return match[0].replace(",", "").replace("£", "").replace("€", "").replace("$", "").strip()


def _share(match: re.Match[str]) -> str:
    whole, _, part = match[0].removesuffix("%").strip().partition(".")
    return f"{whole.zfill(3)[:-2]}.{whole.zfill(3)[-2:]}{part}".rstrip("0").rstrip(".")


_WORDS = {"AND": "and", "OR": "or", "NOT": "not", "IN": "in", "&&": "and", "||": "or", "!": "not",
          "true": "True", "false": "False", "TRUE": "True", "FALSE": "False", "=": "==",
          "<>": "!=", "=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", "≠": "!=", "×": "*",
          "÷": "/", "−": "-", "–": "-", "&": "and", "|": "or"}  # fmt: skip


def _word(match: re.Match[str]) -> str:
    return _WORDS[match[0]]


_Instead = Callable[[re.Match[str]], str]
_HABITS: tuple[tuple[re.Pattern[str], _Instead], ...] = (
    (re.compile("[“”„‘’‚]"), lambda match: "a straight quote, as in \"award\""),
    (re.compile(r"(?P<path>[\w.]+) (?:is (?P<denied>not )?|(?P<unlike>!)?==? ?)(?:None|null)\b"),
     lambda match: f"{'' if match['denied'] or match['unlike'] else 'not '}has({match['path']})"),
    (re.compile(r"[£€$] ?\d[\d,]*(?:\.\d+)?|\b\d{1,3}(?:,\d{3})+(?:\.\d+)?\b"), _digits),
    (re.compile(r"\d+(?:\.\d+)? ?%"), _share),
    (re.compile(r"&&|\|\||<>|=>|=<|[≥≤≠×÷−–]|(?<![=!<>])=(?!=)|!(?!=)|&|\|"), _word),
    (re.compile(r"\b(?:AND|OR|NOT|IN|true|false|TRUE|FALSE)\b"), _word),
)  # fmt: skip


def slip_in(text: str) -> Slip | None:
    """Return the first thing written by habit outside texts, or None where there is none.

    >>> slip_in("case.stage = 'award'").hint
    'write =='
    """
    bare = _TEXT.sub(lambda match: " " * len(match[0]), text)
    found = [(match.start(), match[0], instead(match))
             for habit, instead in _HABITS if (match := habit.search(bare))]  # fmt: skip
    if not found:
        return None
    start, written, wanted = min(found)
    return Slip(start + 1, f"`{written}` is not part of the rule language", f"write {wanted}")
