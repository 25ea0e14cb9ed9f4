from auditor.engine.literals import literals


def test_a_number_or_a_date_that_somebody_set_is_found() -> None:
    text = 'any(x.years > 5 for x in case.a) or case.b >= "2025-02-24" or case.c == 0.5'
    assert sorted(literals(text)) == ['"2025-02-24"', "0.5", "5"]


def test_numbers_that_nobody_set_may_stand_in_a_rule() -> None:
    assert not list(literals("case.a > 0 and 1 - case.b < 2 and 12 * case.c <= 100"))


def test_texts_truths_and_digits_to_round_to_are_no_such_numbers() -> None:
    text = 'case.a == "2025" and case.b == True and round(case.c, 4) > round(case.d)'
    assert not list(literals(text))


def test_a_number_that_is_rounded_is_one() -> None:
    assert list(literals("round(7, 4) > case.a")) == ["7"]
