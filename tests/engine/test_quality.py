"""A rule weighs no more than its sources bear, and each of its answers has a case."""

from dataclasses import replace
from pathlib import Path

import pytest

from auditor.engine.pack import load_packs, published_packs
from auditor.engine.quality import weaknesses
from auditor.resources import rules_folder
from tests.engine.own_pack import RULE, SOURCES, write_pack
from tests.rules.subjects import published

PROPOSAL = "{source: auditor-proposal, where: a default, confidence: proposed}"
CITED = '{source: our-handbook, where: "page 1", confidence: seen}'
VOLUNTARY = SOURCES.replace("year: 2024", "year: 2024, status: voluntary")
WITHDRAWN = SOURCES.replace("year: 2024", "year: 2024, status: withdrawn")


def found(
    folder: Path,
    *,
    severity: str = "minor",
    confidence: str = "seen",
    basis: str = "stated",
    cite: str = CITED,
    sources: str = SOURCES,
) -> list[str]:
    rule = RULE.replace("severity: minor", f"severity: {severity}")
    rule = rule.replace("basis: stated", f"basis: {basis}")
    rule = rule.replace(CITED, cite.replace("confidence: seen", f"confidence: {confidence}"))
    write_pack(folder / "own", rule=rule)
    (folder / "own" / "sources.yaml").write_text(sources)
    (pack,) = load_packs([str(folder / "own")], with_cases=True)
    return [str(each) for each in weaknesses(pack)]


@pytest.mark.parametrize("name", published_packs())
def test_every_published_rule_weighs_what_it_may(name: str) -> None:
    assert [str(each) for each in weaknesses(published(name))] == []


@pytest.mark.parametrize("confidence", ["source_document", "seen", "seen_in_part"])
def test_a_rule_whose_source_was_read_may_be_critical(tmp_path: Path, confidence: str) -> None:
    assert found(tmp_path, severity="critical", confidence=confidence) == []


@pytest.mark.parametrize("severity", ["major", "critical"])
def test_a_rule_known_from_others_alone_is_minor_at_most(tmp_path: Path, severity: str) -> None:
    (problem,) = found(tmp_path, severity=severity, confidence="secondary")
    assert "OWN-01-summary.yaml, severity: no source was seen" in problem
    assert found(tmp_path, severity="minor", confidence="secondary") == []


@pytest.mark.parametrize("sources", [VOLUNTARY, WITHDRAWN])
def test_what_does_not_bind_is_major_at_most(tmp_path: Path, sources: str) -> None:
    (problem,) = found(tmp_path, severity="critical", sources=sources)
    assert "no source is in force, and it is critical" in problem
    assert found(tmp_path, severity="major", sources=sources) == []


def test_one_source_in_force_is_enough(tmp_path: Path) -> None:
    cite = f"{CITED}\n  - {{source: equality-act-2010, where: s. 149, confidence: seen}}"
    assert found(tmp_path, severity="critical", cite=cite, sources=VOLUNTARY) == []


def test_figures_worked_out_again_weigh_no_more_than_their_sources_bear(tmp_path: Path) -> None:
    (unseen,) = found(tmp_path, severity="major", basis="recomputed", confidence="secondary")
    assert "no source was seen, and it is major" in unseen
    (unbound,) = found(tmp_path, severity="critical", basis="recomputed", sources=VOLUNTARY)
    assert "no source is in force, and it is critical" in unbound


@pytest.mark.parametrize("basis", ["stated", "recomputed"])
def test_what_this_program_alone_proposes_is_advisory(tmp_path: Path, basis: str) -> None:
    (problem,) = found(tmp_path, severity="minor", cite=PROPOSAL, basis=basis)
    assert "it rests on a proposal alone and is minor" in problem
    assert found(tmp_path, severity="advisory", cite=PROPOSAL, basis=basis) == []


def test_a_proposal_of_this_program_is_not_called_seen(tmp_path: Path) -> None:
    cite = PROPOSAL.replace("proposed", "secondary")
    (problem,) = found(tmp_path, cite=cite)
    assert "`auditor-proposal` is cited as secondary" in problem


def test_a_judgement_is_only_stated(tmp_path: Path) -> None:
    rule = RULE.replace("check: stated(case.summary)", "kind: judgement\njudgement: {topic: own}")
    write_pack(tmp_path / "own", rule=rule.replace("basis: stated", "basis: evidenced"))
    (pack,) = load_packs([str(tmp_path / "own")], with_cases=True)
    (problem,) = weaknesses(pack)
    assert "the basis is evidenced" in str(problem)


def test_a_rule_that_is_published_has_a_case_for_each_answer(tmp_path: Path) -> None:
    rule = RULE.replace("check:", "when: has(case.title)\ncheck:")
    write_pack(tmp_path / "own", rule=rule)
    (own,) = load_packs([str(tmp_path / "own")], with_cases=True)
    assert list(weaknesses(own)) == []
    said = [str(each) for each in weaknesses(replace(own, folder=rules_folder() / "own"))]
    assert len(said) == 3
    assert "no case shows the answer cannot_conclude" in said[0]
    assert "no case shows the answer not_applicable" in said[1]
    assert "no departing case holds what the message says" in said[2]
