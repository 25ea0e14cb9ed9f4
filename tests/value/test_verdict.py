from decimal import Decimal

import pytest

from auditor.value.claim import ClaimVerdict
from auditor.value.precision import Interval, around
from auditor.value.quotient import Quotient, Total, printed, weighted
from auditor.value.verdict import Recomputed, judge, judge_open


def exactly(value: str) -> Recomputed:
    return Recomputed(Quotient(Total(Decimal(value))))


def claim(value: str, half: str = "0.5") -> Interval:
    return around(Decimal(value), Decimal(half))


VISITS = Recomputed(
    Quotient(weighted([(printed("v", Decimal(37), lambda n: Decimal("0.5")), Decimal("10.6875"))]))
)


@pytest.mark.parametrize(
    ("claimed", "half", "exact", "verdict"),
    [
        ("5.07", "0.005", "5.0733", ClaimVerdict.REPRODUCED),
        ("5.07", "0.005", "5.075", ClaimVerdict.REPRODUCED),
        ("5.07", "0.005", "5.0751", ClaimVerdict.NOT_REPRODUCED),
        ("148342", "0.5", "148341.5", ClaimVerdict.REPRODUCED),
        ("345000", "500", "345499", ClaimVerdict.REPRODUCED),
        ("345000", "500", "345501", ClaimVerdict.NOT_REPRODUCED),
    ],
)
def test_half_a_unit_of_the_last_printed_digit_decides(claimed, half, exact, verdict):
    assert judge(claim(claimed, half), exactly(exact)).verdict is verdict


def test_a_claim_that_rounded_inputs_allow_is_within_rounding():
    judged = judge(claim("400"), VISITS)
    assert (judged.verdict, judged.exact) == (ClaimVerdict.WITHIN_ROUNDING, Decimal("395.4375"))


def test_a_claim_just_beyond_what_rounded_inputs_allow_is_not_reproduced():
    # 37.5 would give 400.78, so a claim of 401.28 or less can still be met by rounding.
    assert judge(claim("401.28"), VISITS).verdict is ClaimVerdict.WITHIN_ROUNDING
    assert judge(claim("401.29"), VISITS).verdict is ClaimVerdict.NOT_REPRODUCED


def test_rounded_rows_may_give_a_claim_that_the_exact_rows_do_not():
    recomputed = Recomputed(exactly("100.6").figure, lambda: Decimal(102))
    judged = judge(claim("102"), recomputed)
    assert (judged.verdict, judged.by_rows) == (ClaimVerdict.WITHIN_ROUNDING, True)


def test_a_figure_that_divides_by_zero_cannot_be_recomputed():
    nothing = Recomputed(Quotient(Total(Decimal(1)), Total(Decimal(0))))
    assert judge(claim("5"), nothing).verdict is ClaimVerdict.CANNOT_BE_RECOMPUTED


def test_conventions_that_disagree_make_a_claim_ambiguous():
    judged = judge_open(claim("22400"), [exactly("21642.73"), exactly("22400.22")])
    assert judged.verdict is ClaimVerdict.AMBIGUOUS
    assert (judged.exact, judged.others) == (Decimal("21642.73"), (Decimal("22400.22"),))


def test_a_claim_that_every_convention_gives_is_reproduced():
    judged = judge_open(claim("2.7", "0.05"), [exactly("2.705"), exactly("2.72")])
    assert judged.verdict is ClaimVerdict.REPRODUCED


def test_a_claim_that_no_convention_gives_is_not_reproduced():
    judged = judge_open(claim("9"), [exactly("1"), exactly("2"), exactly("2")])
    assert (judged.verdict, judged.others) == (ClaimVerdict.NOT_REPRODUCED, (Decimal(2),))


def test_no_convention_is_tried_once_two_disagree():
    def figures():
        yield exactly("1")
        yield exactly("2")
        raise AssertionError("asked for a third")

    assert judge_open(claim("1"), figures()).verdict is ClaimVerdict.AMBIGUOUS


def test_nothing_to_recompute_from_cannot_be_recomputed():
    assert judge_open(claim("1"), []).verdict is ClaimVerdict.CANNOT_BE_RECOMPUTED
