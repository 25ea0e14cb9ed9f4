from decimal import Decimal

from auditor.value.evidence import chance, gives
from auditor.value.precision import around
from auditor.value.quotient import PrintedInput, Quotient, Term, Total

D = Decimal


def figure(value: int, half: str) -> Quotient:
    """Return an input that is printed with a half unit, as a figure of its own."""
    given = PrintedInput("a", D(value), D(half), money=False)
    return Quotient(Total(D(value), lambda: (Term(given, D(1)),)))


def test_a_figure_gives_a_claim_exactly_or_within_the_rounding_of_its_inputs():
    claim = around(D(103), D("0.5"))
    assert gives(figure(103, "0"), claim, exactly=True)
    assert gives(figure(100, "5"), claim, exactly=False)
    assert not gives(figure(100, "5"), claim, exactly=True)
    assert not gives(figure(100, "1"), claim, exactly=False)


def test_what_divides_by_zero_gives_nothing():
    nothing = Quotient(figure(1, "0").numerator, Total(D(0)))
    assert not gives(nothing, around(D(1), D("0.5")), exactly=False)


def test_a_claim_that_a_reading_gives_exactly_may_be_off_by_its_own_digits_alone():
    readings = [figure(100, "5"), figure(199, "5")]
    assert chance(around(D(100), D("0.5")), readings, readings[0]) == D("0.02")


def test_a_claim_that_only_rounding_gives_may_be_off_by_that_rounding_too():
    readings = [figure(100, "5"), figure(199, "5")]
    assert chance(around(D(103), D("0.5")), readings, readings[0]) == D(22) / D(110)
