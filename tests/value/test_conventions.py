from auditor.value.answers import ANSWERS
from auditor.value.conventions import QUESTIONS, Conventions, in_words
from auditor.value.readings import candidates, departing, differing, found_in_practice

ALL = dict.fromkeys(QUESTIONS)


def test_a_file_that_answers_every_question_leaves_one_set():
    declared = {
        "discounting": "mid_year",
        "drop_off_method": "straight",
        "drop_off_from": "year_1",
        "fractional_years": "prorated",
        "outcome_start": "after",
        "inputs_discounted": "discounted",
        "rates": "health",
        "deductions": "additive",
        "deductions_mean": "kept",
        "attribution_means": "this_activity",
        "ratio_means": "net",
        "row_rounding": "unit",
    }
    assert list(candidates(declared, set(QUESTIONS))) == [Conventions(**declared)]


def test_every_open_question_that_matters_multiplies_the_sets():
    found = list(candidates(ALL, {"discounting", "drop_off_method"}))
    assert len(found) == len(set(found)) == 8


def test_a_question_that_cannot_matter_is_not_asked():
    assert list(candidates(ALL, set())) == [Conventions()]


def test_the_first_set_answers_as_the_guide_does():
    assert candidates(ALL, set(QUESTIONS))[0] == Conventions()
    assert len(list(candidates(ALL, set(QUESTIONS)))) == 4 * 2 * 3 * 2 * 2


def test_row_rounding_never_divides_the_sets():
    assert {each.row_rounding for each in candidates(ALL, set(ANSWERS))} == {"none"}


def test_only_the_questions_asked_are_said_in_words():
    words = in_words(Conventions(drop_off_method="straight"), {"drop_off_method"})
    assert words == "drop-off is the same amount every year"


def test_every_answer_says_where_it_was_seen_and_every_question_has_a_standard_one():
    standard = Conventions()
    for question, answers in ANSWERS.items():
        assert all(answer.seen.endswith(".") for answer in answers.values())
        assert not answers[getattr(standard, question)].departs


def test_a_departure_from_the_documented_meaning_is_never_taken_unasked():
    found = candidates(dict.fromkeys(ANSWERS), set(ANSWERS))
    assert not any(departing(each) for each in found)


def test_a_search_tries_the_simplest_first_and_each_set_once():
    declared = dict.fromkeys(ANSWERS) | {"discounting": "mid_year", "deductions": "additive"}
    found = found_in_practice(declared, {"discounting", "deductions", "ratio_means"})
    assert found[0] == Conventions(discounting="mid_year", deductions="additive")
    assert len(found) == len(set(found)) == 4 * 2 * 2
    counts = [len(differing(each, found[0])) for each in found]
    assert counts == sorted(counts)


def test_rates_are_not_told_apart_where_nothing_is_discounted():
    found = found_in_practice(dict.fromkeys(ANSWERS), {"discounting", "rates"})
    assert len(found) == 3 * 4 + 1
