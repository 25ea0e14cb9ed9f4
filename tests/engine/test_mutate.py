from auditor.engine.mutate import bend


def test_each_comparison_and_each_word_is_bent_once() -> None:
    bent = list(bend("a.b >= 3 and (a.c == 1 or not a.d in ['x'])"))
    assert bent == [
        "a.b > 3 and (a.c == 1 or not a.d in ['x'])",
        "a.b >= 3 and (a.c != 1 or not a.d in ['x'])",
        "a.b >= 3 and (a.c == 1 or not a.d not in ['x'])",
        "a.b >= 3 or (a.c == 1 or not a.d in ['x'])",
        "a.b >= 3 and (a.c == 1 and (not a.d in ['x']))",
    ]


def test_a_chain_of_comparisons_is_bent_link_by_link() -> None:
    assert list(bend("1 < a.b <= 3")) == ["1 <= a.b <= 3", "1 < a.b < 3"]


def test_an_expression_without_a_comparison_has_nothing_to_bend() -> None:
    assert list(bend("stated(case.summary)")) == []
