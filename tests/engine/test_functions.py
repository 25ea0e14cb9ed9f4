import gc
from typing import Any

import pytest

from auditor.engine.functions import Missing, all_of, any_of, need
from auditor.model.part import Nil, NilRead

DENIED = Nil(none="There was none")


def first(pair: tuple[Any, Any]) -> Any:
    return need(pair[0])


@pytest.mark.parametrize("call", [any_of, all_of])
@pytest.mark.parametrize("entries", [[(None, 1), (None, 2)], [(DENIED, 1), (None, 2)]])
def test_what_stops_a_call_on_a_list_is_freed_at_once(call: Any, entries: list[Any]) -> None:
    gc.collect()
    gc.disable()
    try:
        with pytest.raises((Missing, NilRead)) as raised:
            call(entries, None, first)
        del raised
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_silent_entry_outweighs_one_that_is_denied_where_any_would_do() -> None:
    with pytest.raises(Missing):
        any_of([(DENIED, 1), (None, 2)], None, first)


def test_the_first_entry_that_stops_is_the_one_named_where_all_must_fit() -> None:
    with pytest.raises(NilRead, match="There was none"):
        all_of([(DENIED, 1), (None, 2)], None, first)
