"""Say which fields of a file a derived value lacks, so that a reader knows what to state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from auditor.facts import needs_duties, needs_ending, needs_options, needs_record, needs_sroi
from auditor.facts.absent import is_denied
from auditor.facts.claim import Claim
from auditor.facts.need import Need, View
from auditor.facts.reading import entries, stated
from auditor.value.conventions import QUESTIONS

_ANY_CLAIM = Need(
    "",
    (),
    "a figure under `sroi.reported`, `reported` of an option or `decommissioning.reported`",
)
_OF_CLAIM: Mapping[str, str] = {
    "row_impact": "sroi.rows.impact",
    "row_year": "sroi.rows.year",
    "total_inputs": "sroi.inputs_total",
    "payback": "sroi.payback_months",
    "ratio": "sroi.ratio_recomputed",
    "net_ratio": "sroi.net_ratio_recomputed",
    "share": "sroi.stakeholder_values",
    "option_npv": "options.items.npv",
    "option_costs": "options.items.npv",
    "option_benefits": "options.items.npv",
    "option_bcr": "options.items.npv",
}
"""The derived value that needs what a claim of a kind needs, where it has another name."""

_LISTS_OF_CLAIMS = ("items", "not_reproduced", "within_rounding", "not_recomputable", "ambiguous")
_HEADLINES: Mapping[str, str] = {
    "total_inputs": "sroi.reported.total_inputs",
    "total_impact": "sroi.reported.total_impact",
    "total_present_value": "sroi.reported.total_present_value",
    "net_present_value": "sroi.reported.net_present_value",
    "ratio": "sroi.reported.ratio",
    "net_ratio": "sroi.reported.net_ratio",
    "payback": "sroi.reported.payback_months",
    "net_saving": "decommissioning.reported.net_saving",
}
_DECISIVE = Need(
    "the figure on which the decision rests",
    ("decision_rests_on",),
    "a claimed figure of the name that `decision_rests_on` gives",
)


@dataclass(frozen=True, slots=True)
class Lack:
    """What a derived value lacks: its name, what is not stated, what is denied, what else."""

    words: str
    missing: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()


@cache
def all_needs() -> Mapping[str, Need]:
    """Return what each derived value needs, by its name."""
    claims = {f"claims.{name}": _ANY_CLAIM for name in _LISTS_OF_CLAIMS}
    headlines = {
        f"claims.{name}": Need(f"the claimed {spoken(path)}", (path,))
        for name, path in _HEADLINES.items()
    }
    return {
        **needs_sroi.NEEDS,
        **needs_options.NEEDS,
        **needs_record.NEEDS,
        **needs_ending.NEEDS,
        **needs_duties.NEEDS,
        **claims,
        **headlines,
        "claims.decisive": _DECISIVE,
    }


def asked_alike(name: str) -> str:
    """Return one name for the values that lack the same: of all entries where it takes every one.

    >>> asked_alike("sroi.rows.7.share") == asked_alike("sroi.rows.8.share")
    True
    """
    plain, _ = _plain(name)
    need = all_needs().get(plain)
    return plain if need is not None and need.whole else name


def lack_of_fact(name: str, view: View) -> Lack:
    """Return what a derived value lacks; `name` is dotted, with the positions of entries."""
    plain, position = _plain(name)
    if plain.startswith("options."):
        plain, position = _of_option(plain, position, view)
    need = all_needs().get(plain)
    return _lack(need, replace(view, entry=position)) if need else Lack(spoken(plain))


def lack_of_claim(claim: Claim, view: View) -> Lack:
    """Return what a claimed figure cannot be recomputed without."""
    own = _OF_CLAIM.get(claim.kind, f"{claim.area}.{claim.kind}")
    need = all_needs().get(own, _ANY_CLAIM)
    found = _lack(need, replace(view, entry=_own_entry(claim.pointer)))
    known = found.missing or found.denied
    left_open = (f"a word on {QUESTIONS.get(each, each)}" for each in claim.open_questions)
    takes = claim.lacking or tuple(left_open)
    return replace(found, words=claim.label, otherwise=() if known else takes)


def _lack(need: Need, view: View) -> Lack:
    found = need.lacking(replace(view, entry=None) if need.whole else view)
    pointers = [each for each in found if each.startswith("/")]
    return Lack(
        need.words,
        tuple(each for each in pointers if not is_denied(view.case, each)),
        tuple(each for each in pointers if is_denied(view.case, each)),
        tuple(each for each in found if not each.startswith("/")),
    )


def _plain(name: str) -> tuple[str, int | None]:
    """Return a name without the positions of entries, and the first position."""
    parts = name.split(".")
    numbers = [int(part) for part in parts if part.isdigit()]
    return ".".join(part for part in parts if not part.isdigit()), next(iter(numbers), None)


def _of_option(plain: str, position: int | None, view: View) -> tuple[str, int | None]:
    """Return the name that a value has for every option, and which option it is about."""
    _, chosen, *rest = plain.split(".")
    if chosen == "optimism_bias" or not rest:
        return plain, None
    if chosen == "short_listed" and position is not None:
        position = tuple(needs_options.compared(view))[position]
    elif chosen != "items":
        position = _position(view, chosen)
    return f"options.items.{rest[0]}", position


def _position(view: View, chosen: str) -> int | None:
    """Return the position of the option that plays a part."""
    appraisal = stated(view.case.appraisal)
    named = appraisal.preferred_option_id if appraisal and chosen == "preferred" else None
    for position, option in enumerate(entries(view.case.options)):
        if named == option.id if named else chosen == option.kind:
            return position
    return None


def _own_entry(pointer: str) -> int | None:
    """Return the row or option in which a claim stands; a share of value is of no row alone."""
    if not pointer.startswith(("/sroi/rows/", "/options/")):
        return None
    numbers: Iterator[str] = (part for part in pointer.split("/") if part.isdigit())
    return next((int(number) for number in numbers), None)


def spoken(name: str) -> str:
    """Return the last part of a name as words.

    >>> spoken("sroi.shares_total")
    'shares total'
    """
    return name.rpartition(".")[2].replace("_", " ")
