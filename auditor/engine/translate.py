"""Translate one expression into Python source, checking every name and type on the way."""

import ast
from dataclasses import replace
from typing import Any

from auditor.counted import count
from auditor.engine.in_words import counted
from auditor.engine.language import (
    ARITHMETIC,
    BOOL,
    COMPARISONS,
    DATE,
    LIST_CALLS,
    NUMBER,
    PATH_CALLS,
    PLAIN_CALLS,
    TEXT,
    LanguageError,
    Scope,
    guess,
    incomparable,
    list_gives,
)
from auditor.engine.nodes import (
    SEE,
    fault,
    fixed_date,
    fixed_number,
    in_quotes,
    not_called,
    nothing_below,
    path,
    read_side,
    refuse_long_chain,
    refuse_unfit,
    unlike,
)
from auditor.engine.traced_source import call_source, compare_source, path_call_source, read_source
from auditor.model.describe import FieldType, describe, names

Emitted = tuple[str, FieldType]
_SAY_WHAT_COUNTS = ("all", "min", "max")
"""Calls that nothing can be concluded from where no entry counts."""
_EVERY = "such as `any(o.material for o in case.outcomes)`"


class Translator:
    """Emit Python source for one expression, checking types on the way."""

    def __init__(self, text: str, *, traced: bool, expects: bool) -> None:
        self.text, self.traced = text, traced
        self.constants: dict[str, Any] = {}
        self.paths: list[str] = []
        self.wanted = True if expects else None  # None where nothing is expected of one entry alone

    def emit(self, node: ast.expr, scope: Scope) -> Emitted:
        """Return the source and the type of one part of the expression."""
        method = getattr(self, f"_{type(node).__name__.lower()}", None)
        if method is None:
            raise fault(node, "this is not part of the rule language", SEE)
        emitted: Emitted = method(node, scope)
        return emitted

    def _typed(self, node: ast.expr, scope: Scope, kind: str) -> str:
        return self._of_kind(node, scope, kind)[0]

    def _of_kind(self, node: ast.expr, scope: Scope, kind: str) -> Emitted:
        source, found = self.emit(node, scope)
        if found.kind != kind:
            raise unlike(node, found.kind, kind)
        return source, found

    def _keep(self, value: Any) -> str:
        name = f"_k{len(self.constants)}"
        self.constants[name] = value
        return name

    def _constant(self, node: ast.Constant, scope: Scope) -> Emitted:
        value = node.value
        if isinstance(value, bool):
            return repr(value), BOOL
        if isinstance(value, int | float):
            number = fixed_number(node, self.text)
            return repr(number) if isinstance(number, int) else self._keep(number), NUMBER
        if isinstance(value, str):
            return repr(value), replace(TEXT, choices=(value,))
        raise fault(node, "this is not part of the rule language")

    def _name(self, node: ast.Name, scope: Scope) -> Emitted:
        if node.id not in scope.names:
            near = guess(node.id, scope.names)
            raise fault(node, f"`{node.id}` is not a name here", near or in_quotes(node.id))
        return node.id, scope.names[node.id]

    def _attribute(self, node: ast.Attribute, scope: Scope) -> Emitted:
        source, kind = self.emit(node.value, scope)
        owner, whole = kind.owner, path(node)
        if kind.kind != "object" or owner is None or node.attr.startswith("_"):
            raise nothing_below(node, kind, whole)
        found = describe(owner, node.attr)
        if found is None:
            raise fault(node, f"`{whole}` is not a field", guess(node.attr, names(owner)))
        self.paths.append(whole)
        return read_source(whole) if self.traced else f"_need({source}.{node.attr})", found

    def _boolop(self, node: ast.BoolOp, scope: Scope) -> Emitted:
        word = "and" if isinstance(node.op, ast.And) else "or"
        parts = [self._typed(value, scope, "bool") for value in node.values]
        return f"({f' {word} '.join(parts)})", BOOL

    def _unaryop(self, node: ast.UnaryOp, scope: Scope) -> Emitted:
        if isinstance(node.op, ast.USub):
            return f"(-{self._typed(node.operand, scope, 'number')})", NUMBER
        if not isinstance(node.op, ast.Not):
            raise fault(node, "this is not part of the rule language")
        outer = self.wanted
        self.wanted = None if outer is None else not outer
        source = self._typed(node.operand, scope, "bool")
        self.wanted = outer
        return f"(not {source})", BOOL

    def _binop(self, node: ast.BinOp, scope: Scope) -> Emitted:
        sign = ARITHMETIC.get(type(node.op))
        if sign is None:
            raise fault(node, "only + - * / are part of the rule language")
        left = self._typed(node.left, scope, "number")
        right = self._typed(node.right, scope, "number")
        source = f"_divide({left}, {right})" if sign == "/" else f"({left} {sign} {right})"
        return source, NUMBER

    def _list(self, node: ast.List, scope: Scope) -> Emitted:
        if not node.elts or not all(isinstance(e, ast.Constant) for e in node.elts):
            raise fault(node, "a list holds fixed values and at least one")
        emitted = [self.emit(element, scope) for element in node.elts]
        kinds = {kind.kind for _, kind in emitted}
        if len(kinds) > 1:
            raise fault(node, "a list holds values of one type")
        choices = tuple(choice for _, kind in emitted for choice in kind.choices)
        item = FieldType(kinds.pop(), choices)
        return f"({', '.join(source for source, _ in emitted)},)", FieldType("list", item=item)

    def _compare(self, node: ast.Compare, scope: Scope) -> Emitted:
        refuse_long_chain(node)
        pairs = zip([node.left, *node.comparators], node.ops, node.comparators, strict=False)
        sources = [self._pair(node, left, op, right, scope) for left, op, right in pairs]
        return f"({' and '.join(sources)})", BOOL

    def _pair(
        self, node: ast.expr, left: ast.expr, op: ast.cmpop, right: ast.expr, scope: Scope
    ) -> str:
        if type(op) not in COMPARISONS:
            raise fault(node, "this comparison is not part of the rule language")
        sign = COMPARISONS[type(op)][0]
        (a, a_kind), (b, b_kind) = self.emit(left, scope), self.emit(right, scope)
        if sign in ("in", "not in"):
            if b_kind.kind != "list" or b_kind.item is None:
                raise fault(right, "`in` needs a list after it")
            b, b_kind = self._paced(b, scope), b_kind.item
        one = self._as_date(left, (a, a_kind), b_kind)
        other = self._as_date(right, (b, b_kind), a_kind)
        if problem := incomparable(sign, one[1], other[1]):
            raise fault(node, *problem)
        side = read_side(left, right)
        return compare_source(one[0], sign, other[0], wanted=self.wanted, side=side)

    def _as_date(self, node: ast.expr, emitted: Emitted, other: FieldType) -> Emitted:
        """Return a fixed text as the date that it stands for, where it is compared with one."""
        kinds = (emitted[1].kind, other.kind)
        if kinds == ("text", "date") and isinstance(node, ast.Constant):
            return self._keep(fixed_date(node)), DATE
        return emitted

    def _call(self, node: ast.Call, scope: Scope) -> Emitted:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if node.keywords or not node.args:
            raise fault(node, "calls take values by position, and at least one")
        if name in PATH_CALLS:
            return self._path_call(node, name, scope)
        if name in LIST_CALLS:
            return self._list_call(node, name, scope)
        if name not in PLAIN_CALLS:
            raise not_called(node, name)
        return self._plain_call(node, name, scope)

    def _plain_call(self, node: ast.Call, name: str, scope: Scope) -> Emitted:
        call = PLAIN_CALLS[name]
        if not len(call.takes) - call.optional <= len(node.args) <= len(call.takes):
            raise fault(node, f"`{name}` takes {count(len(call.takes), 'value')}")
        emitted = [
            self._of_kind(argument, scope, kind.kind)
            for argument, kind in zip(node.args, call.takes, strict=False)
        ]
        refuse_unfit(node.args, [kind for _, kind in emitted], call.takes)
        return f"_{name}({', '.join(source for source, _ in emitted)})", call.gives

    def _path_call(self, node: ast.Call, name: str, scope: Scope) -> Emitted:
        if any(not isinstance(a, ast.Attribute) for a in node.args):
            raise fault(node, f"`{name}` takes paths such as case.sroi.period_start")
        if name != "stated" and len(node.args) > 1:
            raise fault(node, f"`{name}` takes one path")
        read = ", ".join(self.emit(argument, scope)[0] for argument in node.args)
        return path_call_source(name, path(node.args[0]), read, traced=self.traced), BOOL

    def _list_call(self, node: ast.Call, name: str, scope: Scope) -> Emitted:
        if len(node.args) > 1:
            raise fault(node, f"`{name}` takes one list or one `… for x in list`")
        argument = node.args[0]
        if isinstance(argument, ast.GeneratorExp):
            source, kind = self._generator(argument, scope, name)
        elif name in ("any", "all"):
            raise fault(node, f"`{name}` takes `… for x in list`", _EVERY)
        else:
            source, listed = self.emit(argument, scope)
            if listed.kind != "list" or listed.item is None:
                raise fault(argument, f"`{name}` takes a list")
            source, kind = self._paced(source, scope), listed.item
        gives = list_gives(name, kind)
        if gives is None:
            raise fault(node, f"`{name}` does not go through values of type {kind.kind}")
        return f"{call_source(name, traced=self.traced)}({source})", gives

    def _generator(self, node: ast.GeneratorExp, scope: Scope, call: str) -> Emitted:
        loop = node.generators[0]
        if len(node.generators) > 1 or not isinstance(loop.target, ast.Name) or loop.is_async:
            raise fault(node, "one `for name in list` at a time")
        source, listed = self.emit(loop.iter, scope)
        if listed.kind != "list" or listed.item is None:
            raise fault(loop.iter, "this is not a list")
        name = loop.target.id
        try:
            inner = scope.holding(name, listed.item)
        except LanguageError as error:
            raise fault(node, error.problem, error.hint) from error
        outer, self.wanted = self.wanted, None
        keep = " and ".join(self._typed(test, inner, "bool") for test in loop.ifs)
        # Each entry is expected to fit only where all must, or where none may.
        self.wanted = outer if (call, outer) in (("all", True), ("any", False)) else None
        body, kind = self.emit(node.elt, inner)
        self.wanted = outer
        keeps = f"lambda {name}: {keep}" if keep else "None"
        called = f"{self._paced(source, scope)}, {keeps}, lambda {name}: {body}"
        said = f", {counted(loop)!r}" if call in _SAY_WHAT_COUNTS and loop.ifs else ""
        return f"{called}{said}", kind

    def _paced(self, source: str, scope: Scope) -> str:
        """Count the entries of a list that is gone through once for each entry of another."""
        return f"_paced({source})" if scope.loops else source
