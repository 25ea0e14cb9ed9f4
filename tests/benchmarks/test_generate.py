"""Test that the files of the benchmark are valid, varied, of the size said, and always the same."""

import pytest

from auditor import read_bytes
from benchmarks.generate import SIZES, Data, as_json, complete, grown, trimmed, varied


@pytest.fixture(scope="module", params=["commissioning", "decommissioning"])
def start(request: pytest.FixtureRequest) -> Data:
    return trimmed(complete(request.param), seed=1, size=SIZES[1])


def test_a_variant_is_a_valid_file_of_ten_to_twenty_kilobytes(start):
    for seed in range(5):
        raw = as_json(varied(start, seed))
        assert 9_000 < len(raw) < 20_000
        assert read_bytes(raw, name="generated.json").case.kind == start["kind"]


def test_variants_differ_and_each_seed_gives_the_same_one(start):
    once, again = (as_json(varied(start, 7)) for _ in range(2))
    assert once == again
    assert as_json(varied(start, 8)) != once


def test_a_file_grows_by_whole_lists_and_stays_valid(start):
    twice = grown(start, 2)
    assert len(twice["outcomes"]) == 2 * len(start["outcomes"])
    assert len({outcome["id"] for outcome in twice["outcomes"]}) == len(twice["outcomes"])
    assert 1.5 < len(as_json(twice)) / len(as_json(start)) < 2.1
    assert read_bytes(as_json(twice), name="generated.json").case.title == start["title"]
