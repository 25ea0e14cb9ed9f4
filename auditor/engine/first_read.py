"""Say which value an expression reads first, whatever a file holds."""

import ast

from auditor.engine.language import PATH_CALLS
from auditor.engine.nodes import path


def first_read(node: ast.expr) -> str:
    """Return the path without which nothing of an expression is worked out, empty if none is known.

    What `has` and `nil` ask about stops no expression.

    >>> first_read(ast.parse("1 < len(case.sroi.rows) and has(case.award)", mode="eval").body)
    'case.sroi.rows'
    >>> first_read(ast.parse("has(case.award) or case.stage == 'award'", mode="eval").body)
    ''
    """
    match node:
        case ast.Attribute():
            return path(node)
        case ast.BoolOp():
            return first_read(node.values[0])
        case ast.UnaryOp():
            return first_read(node.operand)
        case ast.BinOp():
            return _of_first(node.left, node.right)
        case ast.Compare():
            return _of_first(node.left, *node.comparators)
        case ast.GeneratorExp():
            return first_read(node.generators[0].iter)
        case ast.Call(func=ast.Name(id=name)) if name == "stated" or name not in PATH_CALLS:
            return _of_first(*node.args)
    return ""


def _of_first(*nodes: ast.expr) -> str:
    """Return what the first of some parts reads that is no fixed value."""
    return next((first_read(node) for node in nodes if not _is_fixed(node)), "")


def _is_fixed(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant | ast.List)
