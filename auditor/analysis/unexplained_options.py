"""Offer what would account for figures of options that no way to discount gives: hypotheses."""

from collections.abc import Sequence

from auditor.analysis.localise_options import localise_option
from auditor.analysis.option_ways import How, OptionClaim
from auditor.analysis.reconciled import Explanation, NotGiven
from auditor.analysis.unexplained import MOST_EXPLANATIONS, Explained, said_of
from auditor.facts.working import money_printer
from auditor.value.digit_slips import slips


def explained_options(
    claims: Sequence[OptionClaim], failing: Sequence[OptionClaim], base: How
) -> Explained:
    """Return the slips in the amounts of each option that explain all its figures not given."""
    said: list[Explanation] = []
    tried = left_out = 0
    for option in dict.fromkeys(claim.flows.option.id for claim in failing):
        own = [claim for claim in claims if claim.flows.option.id == option]
        wrong = {c.name: c.claimed.interval for c in own if c in failing}
        right = {
            c.name: c.claimed.interval
            for c in own
            if c not in failing and c.given(base, exactly=True)
        }
        money = money_printer(own[0].currency)
        found = localise_option(own[0].flows, base.rates, base.timing, wrong, right, money)
        tried += found.tried
        if found.changes and len(found.changes[0]) > 1 and len(found.changes) > MOST_EXPLANATIONS:
            left_out += len(found.changes)  # so many pairs point to none
            continue
        left_out += max(len(found.changes) - MOST_EXPLANATIONS, 0)
        for changes in found.changes[:MOST_EXPLANATIONS]:
            told = said_of(changes)
            said.append(Explanation(f"{told.says} (option {option})", told.arithmetic))
    return Explained(tuple(said), left_out, tried)


def not_given_option(claim: OptionClaim, base: How) -> NotGiven:
    """Return a figure that is not given, with the slips in its own digits that would explain it."""
    exact = claim.under(base).exact
    found = () if exact is None else slips(claim.figure.value, claim.figure.half_unit, exact)
    said = tuple(
        Explanation(f"the printed figure {slip.kind}", f"{claim.printed(slip.meant)} was meant")
        for slip in found
    )
    return NotGiven(
        claim.id,
        claim.pointer,
        claim.label,
        claim.text,
        claim.printed_under(base),
        said[:MOST_EXPLANATIONS],
        max(len(said) - MOST_EXPLANATIONS, 0),
    )
