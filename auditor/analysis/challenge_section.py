"""Say what a challenge starts from, alike in each of its parts."""

from collections.abc import Iterator, Sequence

from auditor.analysis.amounts import ratio
from auditor.analysis.challenge_basis import Basis
from auditor.value.conventions import QUESTIONS

_NAMED = 5


def basis_says(basis: Basis) -> Iterator[str]:
    """Yield what is taken as given: the ratio, the conventions, the rows that are not moved."""
    how = f": {basis.conventions}" if basis.conventions else ""
    yield f"The ratio that is challenged is {ratio(basis.ratio)} (value to inputs){how}."
    if basis.taken:
        open_ones = ", ".join(QUESTIONS[question] for question in basis.taken)
        yield f"The file does not say {open_ones}; this is taken as the SROI Guide has it."
    if basis.printed_only:
        yield (
            f"Of {named(basis.printed_only)} only results are printed; they take part through the"
            " discount rate alone."
        )
    if basis.rows_left_out:
        shown = len(basis.rows)
        yield f"The {shown} rows of largest value are moved one by one, the rest only together."


def lacking(missing: Sequence[str], what: str) -> str:
    """Say what cannot be worked out, and without what."""
    return f"{what} cannot be worked out without what the file does not give: {named(missing)}."


def named(items: Sequence[str]) -> str:
    """Name the first few of some things, and count the rest."""
    more = f"; and {len(items) - _NAMED} more" if len(items) > _NAMED else ""
    return f"{'; '.join(items[:_NAMED])}{more}"


def unused_ranges(unusable: Sequence[str]) -> Iterator[str]:
    """Yield which stated ranges were not used, and why."""
    if unusable:
        yield f"Not used of the ranges stated: {named(unusable)}."
