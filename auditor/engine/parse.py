"""Parse the text of an expression, within the bounds of the rule language."""

import ast
from functools import lru_cache

from auditor.engine.language import DEEPEST, LONGEST, LanguageError


@lru_cache(maxsize=4096)
def parse(text: str) -> ast.expr:
    """Parse an expression; refuse one that is too long, too deep, or not an expression."""
    if len(text) > LONGEST:
        raise LanguageError(f"the expression is longer than {LONGEST} characters")
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        column = getattr(error, "offset", None) or 1
        raise LanguageError(_PROBLEM, column=column, hint=_LOOK) from error
    level: list[ast.AST] = [tree]
    depth = 0
    while level and depth < DEEPEST:
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        depth += 1
    if level:
        raise LanguageError(f"the expression is nested deeper than {DEEPEST} levels")
    return tree


_PROBLEM = "from here on this is not an expression"
_LOOK = (
    "look for a bracket or a quote that is never closed, or two values with nothing between them; "
    "docs/rule-language.md lists what an expression is made of"
)
