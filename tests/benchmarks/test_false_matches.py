"""Test that generated wrong claims are wrong, and that hardly any passes for right."""

import random

import pytest

from benchmarks.false_matches import SEED, Cell, cells, claimed, row


def verdicts(cell: Cell, number: int = 12) -> list[str]:
    chance = random.Random(f"test {cell}")
    found = []
    for _ in range(number):
        items = claimed(cell, chance).claims.items or ()
        found.extend(item.verdict for item in items if item.id == "sroi.ratio")
    return found


@pytest.mark.parametrize("context", ["ratio alone", "ratio and value, both wrong"])
def test_a_right_ratio_under_declared_conventions_is_reproduced(context):
    assert set(verdicts(Cell(True, 3, context, "right"))) == {"reproduced"}


@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize("wrong", ["off by 5%", "off by 20%", "random digits"])
def test_a_wrong_ratio_of_three_digits_is_never_reproduced(declared, wrong):
    cell = Cell(declared, 3, "ratio alone", wrong)
    assert "reproduced" not in verdicts(cell)


def test_a_silent_file_with_a_right_value_has_its_ratio_reproduced():
    cell = Cell(False, 3, "ratio and value, both wrong", "right")
    assert set(verdicts(cell)) == {"reproduced"}


def test_precise_rows_do_not_vouch_for_a_wrong_ratio():
    cell = Cell(False, 3, "right years of rows, wrong ratio", "off by 1%")
    assert "reproduced" not in verdicts(cell, 6)


def test_every_line_of_the_table_is_another_and_comes_out_the_same_twice():
    every = list(cells())
    assert len(set(every)) == len(every) == 2 * 2 * (4 * 5 - 2)
    assert row(every[0], 2) == row(every[0], 2)
    assert SEED == 20260401
