"""Say which part of the condition of a rule a file does not meet."""

import ast
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from typing import Any

from auditor.engine.answer import Answer
from auditor.engine.expression import compile_expression
from auditor.engine.functions import start_counting
from auditor.engine.in_words import LONGEST, in_words_of
from auditor.engine.parse import parse
from auditor.engine.ready import ReadyRule
from auditor.engine.subject import Subject
from auditor.finding import Status


def why_not(ready: ReadyRule, subject: Subject) -> tuple[Answer, tuple[str, ...]]:
    """Return the answer of a rule of which the condition is not met, with what is so instead.

    Of parts that must all hold the first that does not is named, in the order in which the
    condition reads them; so nothing is read here that was not read before.
    """
    reasons = _reasons(ready, subject, parse(ready.rule.when or "True"))
    said = _said(*(_with_numbers(subject, each) for each in reasons))
    if len(said) > LONGEST:
        said = f"its condition is not met; `auditor explain {ready.rule.id}` prints it"
    return Answer(Status.NOT_APPLICABLE, said), ()


def _with_numbers(subject: Subject, node: ast.expr) -> ast.expr:
    """Return a part with the values of the parameters that it names, as they are for this file."""
    return _Numbers(subject).visit(deepcopy(node)) if _names_numbers(node) else node


@lru_cache(maxsize=4096)
def _names_numbers(node: ast.expr) -> bool:
    return any(_is_number(each) for each in ast.walk(node))


def _is_number(node: ast.AST) -> bool:
    """Say whether something names a parameter, as `param.notice_months` does."""
    match node:
        case ast.Attribute(value=ast.Name(id="param")):
            return True
    return False


@lru_cache(maxsize=4096)
def _said(*parts: ast.expr) -> str:
    return in_words_of(*parts)


class _Numbers(ast.NodeTransformer):
    """Put the value of a parameter, as it is for this file, where a condition names it."""

    def __init__(self, subject: Subject) -> None:
        self._numbers = subject.numbers

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """Return the value in place of the name, where there is one."""
        return ast.Constant(self._numbers[node.attr]) if _is_number(node) else node


def _reasons(ready: ReadyRule, subject: Subject, node: ast.expr) -> Iterator[ast.expr]:
    """Yield the least parts of a condition that make it what it is, each written as it is so."""
    if isinstance(node, ast.UnaryOp):
        yield from _reasons(ready, subject, node.operand)
    elif isinstance(node, ast.BoolOp):
        yield from _of_several(ready, subject, node)
    elif _holds(ready, subject, node):
        yield _as_the_file_denies_it(ready, subject, node)
    else:
        yield _denial_of(ready, subject, node) or _contrary(node)


@lru_cache(maxsize=4096)
def _contrary(node: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), node)


def _of_several(ready: ReadyRule, subject: Subject, node: ast.BoolOp) -> Iterator[ast.expr]:
    deciding = not isinstance(node.op, ast.And)  # one such part settles the whole
    for part in node.values:
        if _holds(ready, subject, part) is deciding:
            yield from _reasons(ready, subject, part)
            return
    for part in node.values:
        yield from _reasons(ready, subject, part)


def _denial_of(ready: ReadyRule, subject: Subject, node: ast.expr) -> ast.expr | None:
    """Return that the file denies a value which is asked to be stated, if it does deny it."""
    match node:
        case ast.Call(func=ast.Name(id="has"), args=[ast.Attribute() as field]):
            denial = _denial(field)
            if _holds(ready, subject, denial):
                return _as_the_file_denies_it(ready, subject, denial)
    return None


@lru_cache(maxsize=4096)
def _denial(record: ast.expr) -> ast.expr:
    return ast.Call(ast.Name("nil", ast.Load()), [record], [])


def _as_the_file_denies_it(ready: ReadyRule, subject: Subject, node: ast.expr) -> ast.expr:
    """Return a denial of the record that the file denies, of which a field was asked about."""
    match node:
        case ast.Call(
            func=ast.Name(id="nil"), args=[ast.Attribute(value=ast.Attribute() as record)]
        ):
            above = _denial(record)
            if _holds(ready, subject, above):
                return _as_the_file_denies_it(ready, subject, above)
    return node


def _holds(ready: ReadyRule, subject: Subject, part: ast.expr) -> bool:
    """Say whether a part holds; the whole was within its steps, and so is each part of it."""
    start_counting()
    return bool(_function(ready, part)(*subject.names))


@lru_cache(maxsize=4096)
def _function(ready: ReadyRule, part: ast.expr) -> Any:
    return compile_expression(ast.unparse(part), ready.scope).function
