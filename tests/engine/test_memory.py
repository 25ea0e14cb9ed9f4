import json
import os
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal

import pytest

from auditor.engine.expression import Compiled, from_kept, to_keep
from auditor.engine.memory import Memory, as_bytes, digest, recalled
from auditor.engine.message import Insert
from auditor.engine.pack import load_packs
from auditor.output.html import TEMPLATES

MAKE = "import sys; from auditor.remember import remember; sys.stdout.buffer.write(remember())"


def made(seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(
        [sys.executable, "-c", MAKE], env=environment, check=True, capture_output=True
    ).stdout


def expressions() -> Iterator[Compiled]:
    for pack in load_packs():
        for ready in pack.rules:
            each = (ready.each.listed, ready.each.keep) if ready.each else ()
            written = (*ready.message.parts, *ready.fix.parts)
            inserts = [part.compiled for part in written if isinstance(part, Insert)]
            found = (ready.when, ready.check, ready.before, ready.stands_where, *each, *inserts)
            yield from (one for one in found if one)


def test_every_expression_of_the_published_rules_comes_back_as_it_was() -> None:
    count = 0
    for one in expressions():
        kept = recalled(as_bytes(Memory(expressions={"x": to_keep(one)}))).expressions["x"]
        assert vars(from_kept(kept, one.text, one.scope)) == vars(one)
        count += 1
    assert count > 500


def test_what_is_remembered_is_the_same_in_every_process_and_spares_every_rule() -> None:
    first = made("1")
    assert made("2") == first
    memory = recalled(first)
    assert len(memory.texts) > 150
    assert len(memory.templates) == 2 * len([*TEMPLATES.iterdir()])
    assert all(one.text in " ".join(memory.expressions) for one in expressions())


def test_exact_numbers_keep_their_digits() -> None:
    data = {"rate": Decimal("0.0350"), "years": 5, "text": "5.10", "day": "2020-01-01"}
    kept = recalled(as_bytes(Memory(texts={"x": data}))).texts["x"]
    assert {name: repr(value) for name, value in kept.items()} == {
        name: repr(value) for name, value in data.items()
    }


@pytest.mark.parametrize("number", [Decimal("1E+3"), Decimal("NaN"), 0.5j])
def test_what_would_not_come_back_as_it_was_is_not_remembered(number: object) -> None:
    with pytest.raises(TypeError, match="cannot be remembered"):
        as_bytes(Memory(texts={"x": number}))


def test_what_other_code_has_made_is_not_used() -> None:
    whole = json.loads(as_bytes(Memory(texts={"x": 1})))
    assert recalled(json.dumps(whole).encode()).texts == {"x": 1}
    assert recalled(json.dumps(whole | {"code": digest("other")}).encode()) == Memory()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"5", b"{}", b"\xff", b'{"code": 1}'])
def test_what_is_no_memory_is_an_empty_one(data: bytes) -> None:
    assert recalled(data) == Memory()


def test_an_expression_is_found_again_only_in_the_same_scope() -> None:
    [first, second] = [ready for pack in load_packs() for ready in pack.rules][:2]
    loop = first.scope.holding("own", next(iter(first.scope.names.values())))
    assert first.scope.key == second.scope.key
    assert loop.key != first.scope.key
