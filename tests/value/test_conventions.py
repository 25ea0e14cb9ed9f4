from auditor.value.conventions import ANSWERS, QUESTIONS, Conventions, candidates, in_words

ALL = dict.fromkeys(QUESTIONS)


def test_a_file_that_answers_every_question_leaves_one_set():
    declared = {
        "discounting": "mid_year",
        "drop_off_method": "straight",
        "drop_off_from": "year_1",
        "fractional_years": "prorated",
        "outcome_start": "after",
        "row_rounding": "unit",
    }
    assert list(candidates(declared, set(QUESTIONS))) == [Conventions(**declared)]


def test_every_open_question_that_matters_multiplies_the_sets():
    found = list(candidates(ALL, {"discounting", "drop_off_method"}))
    assert len(found) == len(set(found)) == 8


def test_a_question_that_cannot_matter_is_not_asked():
    assert list(candidates(ALL, set())) == [Conventions()]


def test_the_first_set_answers_as_the_guide_does():
    assert next(candidates(ALL, set(QUESTIONS))) == Conventions()
    assert len(list(candidates(ALL, set(QUESTIONS)))) == 4 * 2 * 2 * 3 * 2


def test_row_rounding_never_divides_the_sets():
    assert {each.row_rounding for each in candidates(ALL, set(ANSWERS))} == {"none"}


def test_only_the_questions_asked_are_said_in_words():
    words = in_words(Conventions(drop_off_method="straight"), {"drop_off_method"})
    assert words == "drop-off is the same amount every year"
