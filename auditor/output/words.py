"""Say every code of a report in plain words, the same in every format."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from types import MappingProxyType

from auditor.conclusion import Verdict
from auditor.counted import count as count
from auditor.evidence.result import DocumentState, Sureness
from auditor.finding import Basis, Confidence, Counts, Finding, Severity, Status
from auditor.levels import AskState
from auditor.value.claim import ClaimVerdict

NOTICE = (
    "These are factual findings made by software. No assurance is given, "
    "and this is not an audit opinion."
)
NOT_STATED = "not stated"
_SENTENCE_ENDS = re.compile(r"(?<=[a-z\d)`”][.?!]) (?=[A-Z£`“])")
# Not strftime: its names follow the locale of the machine.
_EARLY = ("January", "February", "March", "April", "May", "June")
_LATE = ("July", "August", "September", "October", "November", "December")
MONTHS = _EARLY + _LATE

STATUS: Mapping[str, str] = MappingProxyType(
    {
        Status.CONFORMS: "Conforms",
        Status.DEPARTS: "Departs",
        Status.NOT_APPLICABLE: "Not applicable",
        Status.CANNOT_CONCLUDE: "Cannot conclude",
        Status.RECORDED: "Recorded",
    }
)
# Shapes that stay apart in black and white; the word always stands beside the shape.
SYMBOL: Mapping[str, str] = MappingProxyType(
    {
        Status.CONFORMS: "✓",
        Status.DEPARTS: "✗",
        Status.NOT_APPLICABLE: "–",
        Status.CANNOT_CONCLUDE: "?",
        Status.RECORDED: "●",
    }
)
VERDICT: Mapping[str, str] = MappingProxyType(
    {
        Verdict.NO_DEPARTURES: "No departures found",
        Verdict.DEPARTURES: "Departures found",
        Verdict.SERIOUS_DEPARTURES: "Serious departures found",
        Verdict.TOO_LITTLE_EVIDENCE: "Too little evidence to conclude",
    }
)
ASK: Mapping[str, str] = MappingProxyType(
    {
        AskState.SHOWN: "Shown",
        AskState.DEPARTS: "Departs",
        AskState.OPEN: "Cannot be told",
        AskState.NOT_DUE: "Does not apply to this file at its stage",
        AskState.NOT_RUN: "Not asked: its rule pack was not applied",
    }
)
REMARK: Mapping[str, str] = MappingProxyType(
    {
        "reading": "Read as",
        "assumption": "Assumed",
        "loss": "May be lost",
        "defect": "Worth asking about",
    }
)
CLAIM_VERDICT: Mapping[str, str] = MappingProxyType(
    {
        ClaimVerdict.REPRODUCED: "Reproduced",
        ClaimVerdict.WITHIN_ROUNDING: "Reproduced within the rounding of printed inputs",
        ClaimVerdict.NOT_REPRODUCED: "Not reproduced",
        ClaimVerdict.CANNOT_BE_RECOMPUTED: "Cannot be recomputed",
        ClaimVerdict.AMBIGUOUS: "Ambiguous",
    }
)
SEVERITY: Mapping[str, str] = MappingProxyType(
    {severity: severity.value.capitalize() for severity in Severity}
)
BASIS: Mapping[str, str] = MappingProxyType(
    {
        Basis.RECOMPUTED: "recomputed from the figures in the file",
        Basis.CROSS_CHECKED: "cross-checked with another part of the file",
        Basis.EVIDENCED: "rests on an entry in the evidence register",
        Basis.STATED: "rests on what the file states, and on nothing else",
    }
)
BASIS_IN_SHORT: Mapping[str, str] = MappingProxyType(
    {
        Basis.RECOMPUTED: "Recomputed",
        Basis.CROSS_CHECKED: "Cross-checked",
        Basis.EVIDENCED: "Evidence register",
        Basis.STATED: "Statement alone",
    }
)
DOCUMENT: Mapping[str, str] = MappingProxyType(
    {
        DocumentState.READ: "Read",
        DocumentState.NOT_TEXT: "There, not read",
        DocumentState.NO_TEXT: "There, without text",
        DocumentState.ENCRYPTED: "There, protected by a password",
        DocumentState.MISSING: "Not there",
        DocumentState.REFUSED: "Not opened",
        DocumentState.TOO_LARGE: "There, too large to read",
        DocumentState.NOT_REACHED: "Not looked for",
        DocumentState.BROKEN: "There, cannot be read",
        DocumentState.PARSER_FAILED: "There, not read through a fault of its reader",
    }
)
SURENESS: Mapping[str, str] = MappingProxyType(
    {
        Sureness.EXACT: "Word for word",
        Sureness.NORMALISED: "There, in another setting",
        Sureness.ROUNDED: "There, with more digits",
        Sureness.NEARLY: "There with other words",
        Sureness.ABSENT: "Not found in its text",
        Sureness.UNKNOWN: "Cannot be told",
    }
)
CONFIDENCE: Mapping[str, str] = MappingProxyType(
    {
        Confidence.SOURCE_DOCUMENT: "the whole document was read",
        Confidence.SEEN: "the wording was seen in an official text",
        Confidence.SEEN_IN_PART: "an official text was seen in part, or as a copy",
        Confidence.SECONDARY: "seen only as others report it",
        Confidence.MEMORY_HIGH: "well known, but the wording was not seen",
        Confidence.MEMORY_MEDIUM: "from memory; check it before relying on it",
        Confidence.PROPOSED: "proposed by the authors of the rule; no source asks for it",
    }
)


def long_date(iso: str) -> str:
    """Return a date as `1 March 2020`; text that is no ISO date comes back as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def plain_code(code: str) -> str:
    """Return a code of the file (`business_as_usual`) as words with a capital."""
    text = code.replace("_", " ")
    return text[:1].upper() + text[1:]


def amount(value: Decimal) -> str:
    """Return an amount rounded half up: to whole units from 100 on, else to hundredths."""
    whole = abs(value) >= 100 or value == value.to_integral_value()
    unit = Decimal(1) if whole else Decimal("0.01")
    rounded = value.quantize(unit, ROUND_HALF_UP, Context(prec=400))
    return f"{rounded:,f}".replace("-", "−")


def tally(counts: Counts) -> str:
    """Return counts as a sum that adds up: `3 conform + 2 depart = 5`."""
    return f"{' + '.join(_parts(counts)) or '0'} = {counts.total:,}"


def items(counts: Counts) -> str:
    """Return how many items were looked at, with the sum where their answers differ."""
    mixed = len(_parts(counts)) > 1
    return f"{tally(counts)} items" if mixed else count(counts.total, "item")


def _parts(counts: Counts) -> list[str]:
    numbers = (
        (counts.conforms, "conform"),
        (counts.departs, "depart"),
        (counts.cannot_conclude, "cannot conclude"),
        (counts.not_applicable, "not applicable"),
        (counts.recorded, "recorded"),
    )
    return [f"{number:,} {words}" for number, words in numbers if number]


def footing(finding: Finding) -> str:
    """Return what a finding rests on, how many items were looked at, and whether it counts."""
    rests = "" if finding.status is Status.CANNOT_CONCLUDE else BASIS[finding.basis]
    number = items(finding.counts) if finding.counts.total > 1 else ""
    aside = "" if finding.counts_towards else "does not change the conclusion"
    return "; ".join(part for part in (rests, number, aside) if part)


def sentence(text: str) -> str:
    """Return text with a capital at its start and a full stop at its end."""
    ended = text if text.endswith((".", "…", "?", "!")) else f"{text}."
    return ended[:1].upper() + ended[1:]


def cut(text: str, length: int) -> str:
    """Return text of at most that length, ending in an ellipsis where something is left out.

    It ends between words, unless the last word is a very long one.
    """
    whole = " ".join(text.split())
    if len(whole) <= length:
        return whole
    kept = whole[: length - 1]
    word = kept.rfind(" ", max(length - 25, 1)) if whole[length - 1] != " " else -1
    return (kept[:word] if word > 0 else kept).rstrip(" ,.;:([") + "…"


def brief(text: str, length: int) -> str:
    """Return as many whole sentences as fit into a length; where not even one does, a part of it.

    No sentence ends inside brackets.

    >>> brief("State the costs. Then compare them, year by year.", 30)
    'State the costs.'
    >>> brief("Say why. State the sum (in pounds. No other will do) and its year.", 40)
    'Say why.'
    """
    whole = " ".join(text.split())
    ends = [match.start() for match in _SENTENCE_ENDS.finditer(whole)]
    ends = [end for end in ends if whole.count("(", 0, end) == whole.count(")", 0, end)]
    fitting = [end for end in (*ends, len(whole)) if end <= length]
    return whole[: fitting[-1]] if fitting else cut(whole, length)


def short(digest: str) -> str:
    """Return the first twelve characters of a digest, enough to compare by eye."""
    return digest.rpartition(":")[2][:12]
