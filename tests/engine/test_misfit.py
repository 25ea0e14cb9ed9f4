"""What does not fit in a file of a pack is told in the words of those who write rules."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from auditor.engine import misfit
from auditor.engine.misfit import in_words
from auditor.engine.pack_parts import Clause, PackInfo, Parameter, Source, Thresholds
from auditor.engine.read import checked
from auditor.engine.rule import Rule
from auditor.errors import RulesError

ENGINE = Path(misfit.__file__).parent


def test_a_misspelt_choice_is_shown_with_the_one_that_was_meant():
    problem, hint = in_words("this is not one of conforms, departs", "conform")
    assert problem == "`conform` is not one of conforms, departs"
    assert hint == "did you mean `conforms`?"


@pytest.mark.parametrize(
    ("says", "value", "problem"),
    [
        ("a list is wanted here", "option", "a list is wanted here, not `option`"),
        ("a text is wanted here", ["a"], "a text is wanted here, not a list"),
        ("a text is wanted here", None, "a text is wanted here, not nothing"),
        ("a text is wanted here", {"a": 1}, "a text is wanted here, not keys with values"),
        ("a text is wanted here", 5, "a text is wanted here, not `5`"),
    ],
)
def test_a_value_of_another_type_is_shown(says, value, problem):
    assert in_words(says, value)[0] == problem
    assert in_words(says, value)[1]


def test_what_has_words_already_keeps_them():
    assert in_words("there is no such day as 2025-02-30", "2025-02-30") == (
        "there is no such day as 2025-02-30",
        "",
    )


def test_every_pattern_of_a_file_of_a_pack_has_words():
    sources = "\n".join(path.read_text(encoding="utf-8") for path in ENGINE.glob("*.py"))
    patterns = re.findall(r'Field\(pattern=r"([^"]+)"', sources)
    assert len(patterns) >= 6
    for pattern in patterns:
        problem, hint = in_words(f"this does not match the pattern {pattern}", "X y")
        assert problem == "`X y` cannot stand here"
        assert hint


ODD = (None, True, 0, 5, Decimal("0.5"), "", "x", "x" * 2000, [], ["x"], [[]], [{}], {}, {"x": 1})
THEIRS = re.compile(r"input|should|valid|expected|error|instance|this cannot stand here", re.I)


@pytest.mark.parametrize("model", [Rule, PackInfo, Parameter, Source, Clause, Thresholds])
def test_no_word_of_the_library_is_ever_said(model):
    for name, field in model.model_fields.items():
        for odd in ODD:
            with pytest.raises(RulesError) as refused:
                checked(Path("pack/file.yaml"), model, {field.alias or name: odd})
            assert not THEIRS.search(" ".join(each.problem for each in refused.value.problems))
