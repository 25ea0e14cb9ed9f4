import pytest

from auditor.facts.statements_check import StatementCheck
from tests.facts.files import commissioning


def _held(
    place: str, *, subjects: tuple[str, str], first: str = "Chapter 4"
) -> tuple[StatementCheck, ...]:
    """Return what is made of two references, the first of them to chapter 4 unless said."""
    given = [
        {
            "id": f"s{at}",
            "quotation": "as shown there",
            "form": "none",
            "cross_reference": where,
            "subject": subject,
            "confirmed_by": "A. Jones",
        }
        for at, (where, subject) in enumerate(zip((first, place), subjects, strict=True))
    ]
    return commissioning(statements=given).statements.cross_references or ()


@pytest.mark.parametrize("place", ["chapter  4", "Ch. 4", "chap 4", "Chapter no. 4", "Chapter 4."])
def test_a_place_is_the_same_however_it_is_shortened(place):
    (found,) = _held(place, subjects=("Day care", "Street work"))
    assert found.agrees is None


ABOUT = [("Case study 7", False), ("Box 2", False), ("Appendix 1", None), ("Figure 3", None)]


@pytest.mark.parametrize(("place", "agrees"), ABOUT)
def test_only_a_place_that_is_about_one_thing_disagrees(place, agrees):
    (found,) = _held(place, subjects=("Day care", "Street work"), first=place)
    assert found.agrees is agrees


@pytest.mark.parametrize("place", ["Chapter 5", "Chapter 4.1", "Figure 4"])
def test_a_place_of_another_number_or_kind_is_another_place(place):
    assert _held(place, subjects=("Day care", "Street work")) == ()


def test_a_subject_that_is_part_of_another_may_be_the_same():
    (found,) = _held("Chapter 4", subjects=("Day care", "day care in Leeds"))
    assert (found.agrees, found.missing) == (None, ())
