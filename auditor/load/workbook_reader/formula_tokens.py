"""Split a formula into its parts."""

from dataclasses import dataclass

from openpyxl.formula.tokenizer import Tokenizer, TokenizerError

LONGEST = 8192
"""What a spreadsheet allows."""


@dataclass(frozen=True, slots=True)
class FormulaToken:
    """One part of a formula: its kind and the side of it as openpyxl names them, and its text."""

    kind: str
    side: str
    text: str


def formula_tokens(formula: str) -> tuple[FormulaToken, ...]:
    """Return the parts of a formula, without space; raises ValueError for one that is broken."""
    if len(formula) > LONGEST:
        raise ValueError("the formula is longer than a spreadsheet allows")
    try:
        items = Tokenizer(formula).items
    except (TokenizerError, IndexError) as error:
        raise ValueError(f"the formula is broken: {error}") from None
    return tuple(
        FormulaToken(item.type, item.subtype, item.value)
        for item in items
        if item.type != "WHITE-SPACE"
    )
