import pytest

from auditor.errors import InputError
from auditor.load.document import Document
from auditor.model.calculation_faults import calculation_faults
from auditor.schema import validate

HEAD = {"format_version": "1", "kind": "commissioning", "title": "Day care", "stage": "need"}
TERM = {"id": "days", "value": 29}


def calculation(formula="days * 2", terms=(TERM,), name="grant", **more):
    given = {"id": name, "text": "Grant", "unit": "money", "claimed": 58, **more}
    return given | {"formula": formula, "terms": list(terms)}


def faults(*calculations):
    found = calculation_faults({"calculations": list(calculations)})
    return [(fault.pointer, fault.problem, fault.hint) for fault in found]


def test_a_sound_calculation_has_no_fault():
    assert faults(calculation()) == []


def test_a_formula_that_cannot_be_read_is_named_with_its_column():
    assert faults(calculation("days x 2")) == [
        (
            "/calculations/0/formula",
            "the letter x between two parts in column 6",
            "Write * or × to multiply.",
        )
    ]


def test_a_name_that_is_no_term_is_answered_with_the_nearest():
    [(pointer, problem, hint)] = faults(calculation("day * 2"))
    assert pointer == "/calculations/0/formula"
    assert problem == "the formula names day, which is no term"
    assert hint == 'Did you mean "days"?'


def test_a_formula_without_terms_says_how_to_add_one():
    given = calculation() | {"terms": {"none": "not published"}}
    assert faults(given)[0][2] == "Add it to the terms: {id: days, value: …}."


def test_a_term_that_a_formula_cannot_name_is_a_fault():
    [(pointer, problem, _)] = faults(calculation("2 * 3", [{"id": "unit-cost"}]))
    assert pointer == "/calculations/0/terms/0/id"
    assert problem == 'a formula cannot name a term "unit-cost"'


def test_a_term_is_a_value_or_a_claimed_figure():
    both = {"id": "days", "value": 29, "claim": "sroi.ratio"}
    [(pointer, _, _)] = faults(calculation(terms=[both]))
    assert pointer == "/calculations/0/terms/0/claim"


def test_a_figure_worked_out_from_itself_is_a_fault_at_each_step():
    def uses(name, other):
        term = {"id": "days", "claim": f"calculations.{other}.claimed"}
        return calculation(name=name, terms=[term])

    found = faults(uses("a", "b"), uses("b", "c"), uses("c", "b"), calculation(name="d"))
    assert [(pointer, problem) for pointer, problem, _ in found] == [
        ("/calculations/1/terms", "this figure is worked out from itself: b → c → b"),
        ("/calculations/2/terms", "this figure is worked out from itself: c → b → c"),
    ]
    assert faults(uses("a", "a"))[0][1] == "this figure is worked out from itself: a → a"


@pytest.mark.parametrize(
    "data",
    [
        {"calculations": {"none": "nothing is worked out"}},
        {"calculations": [None, 7, {"formula": 7, "terms": [3, {"claim": ["x"]}]}]},
        [],
    ],
)
def test_data_of_another_form_is_left_to_the_schema(data):
    assert list(calculation_faults(data)) == []


def test_a_file_with_such_a_fault_is_refused_with_its_place():
    data = HEAD | {"calculations": [calculation("day * 2")]}
    with pytest.raises(InputError) as refused:
        validate(Document("file.yaml", data, "", {"/calculations/0/formula": "line 9"}))
    [problem] = refused.value.problems
    assert problem.where == "file.yaml, line 9 (calculations[0].formula)"
