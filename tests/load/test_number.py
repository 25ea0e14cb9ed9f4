"""A number keeps its digits within the bounds, and is refused beyond them."""

import doctest
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from auditor.load import number, plain_scalar, pointer
from auditor.load.fault import Refused

DIGITS = st.text("0123456789", min_size=1, max_size=45)


@given(DIGITS, DIGITS, st.integers(-60, 60) | st.none())
@example("0", "0", 45)
@example("0", "0", -45)
def test_a_number_has_its_exact_value_or_is_refused(whole, fraction, exponent):
    text = f"{int(whole)}.{fraction}" + ("" if exponent is None else f"e{exponent}")
    exact = Decimal(text)
    try:
        found = number.exact(text)
    except Refused:
        assert len(f"{exact:f}".replace(".", "")) > 40
    else:
        assert found == exact
        assert len(f"{exact:f}".replace(".", "")) <= 40
        assert found.as_tuple().exponent == min(exact.as_tuple().exponent, 0)


@given(st.integers())
def test_a_whole_number_is_itself_or_is_refused(value):
    if abs(value) < 10**40:
        assert number.whole(str(value)) == value
    else:
        with pytest.raises(Refused):
            number.whole(str(value))


@pytest.mark.parametrize("text", ["9" * 41, "-" + "9" * 41, "9" * 5_000])
def test_a_whole_number_beyond_the_bound_is_refused(text):
    with pytest.raises(Refused, match="longer than 40 digits"):
        number.whole(text)


def test_forty_digits_are_the_most():
    assert number.whole("-" + "9" * 40) == -(10**40) + 1
    assert number.exact("0." + "1" * 39) == Decimal("0." + "1" * 39)
    assert number.exact("0." + "0" * 39) == 0
    assert number.exact("1e39") == 10**39
    for text in ("0." + "1" * 40, "0." + "0" * 40, "1e40"):
        with pytest.raises(Refused):
            number.exact(text)


@pytest.mark.parametrize("module", [number, plain_scalar, pointer])
def test_the_examples_in_the_documentation_hold(module):
    failed, tried = doctest.testmod(module)
    assert (failed, tried > 0) == (0, True)
