"""A derived value that cannot be worked out says which fields of the file to state."""

import re
from decimal import Decimal
from functools import cache

import pytest

from auditor.engine.evaluate import evaluate
from auditor.engine.pack import published_packs
from auditor.facts.needs import all_needs
from auditor.finding import Status
from auditor.schema.published import published as published_schema
from tests.facts.files import commissioning, decommissioning, row
from tests.rules.subjects import proofs, published

RATIO = "sroi.ratio_recomputed"
MAP = {
    "inputs": [{"id": "grant", "amount": 100}],
    "rows": [row("gp", 3, 37), row("walk", 5, 10)],
    "discount_rate": 0,
}


def ratio_of(**sroi):
    return commissioning(sroi={**MAP, **sroi}).lack(RATIO)


def without(given, *left_out):
    return {name: value for name, value in given.items() if name not in left_out}


def test_a_ratio_without_a_proxy_names_the_row_and_the_field():
    lack = ratio_of(rows=[without(row("gp", 3, 37), "proxy"), row("walk", 5, 10)])
    assert lack.missing == ("/sroi/rows/0/proxy",)


def test_a_ratio_without_a_discount_rate_names_it():
    lack = commissioning(sroi=without(MAP, "discount_rate")).lack(RATIO)
    assert lack.missing == ("/sroi/discount_rate",)


def test_a_convention_that_matters_and_is_left_open_is_named():
    rows = [row("gp", 3, 37, duration_years=3, drop_off=Decimal("0.1"))]
    lack = ratio_of(rows=rows, conventions={"discounting": "none"})
    assert lack.missing == ("/sroi/conventions/drop_off_method",)


def test_a_file_without_an_analysis_is_asked_for_one():
    assert commissioning().lack(RATIO).missing == ("/sroi",)


def test_an_analysis_that_the_file_denies_is_not_called_missing():
    lack = commissioning(sroi={"none": "No analysis was made"}).lack(RATIO)
    assert (lack.missing, lack.denied) == ((), ("/sroi",))


def test_a_figure_that_is_named_wrongly_is_said_in_words():
    lack = commissioning(decision_rests_on="sroi.ratio").lack("claims.decisive")
    assert lack.missing == ()
    assert lack.otherwise == ("a claimed figure of the name that `decision_rests_on` gives",)


def test_a_claimed_impact_names_the_factors_of_its_own_row_only():
    first = without(row("gp", 3, 37, reported_impact=111), "deadweight")
    second = without(row("walk", 5, 10), "proxy")
    facts = commissioning(sroi={**MAP, "rows": [first, second]})
    assert facts.lack("claims.items.0.reproduced").missing == ("/sroi/rows/0/deadweight",)


def test_a_claimed_share_asks_for_the_rows_and_for_no_row_of_its_number():
    shares = [{"stakeholder_id": "gp", "share": 1}]
    facts = commissioning(sroi={**without(MAP, "rows"), "shares": shares})
    assert facts.lack("claims.items.0.reproduced").missing == ("/sroi/rows",)


def test_an_option_beside_none_that_goes_on_as_before_says_so_in_words():
    facts = commissioning(options=[{"id": "new", "name": "A new team", "kind": "preferred"}])
    lack = facts.lack("options.preferred.early_saving_vs_bau")
    assert lack.otherwise == ("an option of the kind `business_as_usual`",)


def test_a_part_of_a_net_saving_that_is_reported_is_not_asked_for():
    facts = decommissioning(decommissioning={"reported": {"gross_saving": 5}})
    assert "/savings" not in facts.lack("decommissioning.net_saving").missing
    assert "/costs" in facts.lack("decommissioning.net_saving").missing


@pytest.mark.parametrize("name", sorted(all_needs()))
def test_every_path_of_a_need_is_a_field_of_some_file(name):
    known = set().union(*(published_schema(k).paths for k in ("commissioning", "decommissioning")))
    plain = {re.sub(r"\[\]", "", path) for path in known}
    asked = {ask for ask in all_needs()[name].asks if isinstance(ask, str)}
    assert asked <= plain


@cache
def gaps_of_rules():
    """Return each derived value that stops a rule in one of its cases, with what is then said."""
    found = {}
    for pack in published_packs():
        for ready in published(pack).rules:
            for proof in proofs(ready, published(pack)):
                finding = evaluate(ready, proof.subject)
                if finding.status is Status.CANNOT_CONCLUDE:
                    for name in finding.missing:
                        if name.startswith("facts."):
                            found.setdefault((ready.rule.id, name), finding)
    return found


def test_whatever_stops_a_rule_names_a_field_or_says_what_it_takes():
    silent = {
        key: finding.message
        for key, finding in gaps_of_rules().items()
        if "ot recorded in this file" not in finding.message
        and "it takes" not in finding.message
        and "says that there is none" not in finding.message
    }
    assert len(gaps_of_rules()) > 20
    assert silent == {}
