"""A file shows the highest level of which, and before which, everything that applies is shown."""

from auditor.engine.levels import StagedModel
from auditor.finding import Finding, Status
from auditor.levels import AskState, Profile, profile
from tests.output.sample import finding

CITE = [{"source": "our-handbook", "where": "page 3", "confidence": "seen"}]
TITLES = ("Costs are known", "Outcomes are named", "Results are used")


def level(number: int, *asks: list[str]) -> dict[str, object]:
    named = [{"what": f"Ask {n} of level {number}", "rules": rules} for n, rules in enumerate(asks)]
    title = TITLES[number - 1]
    return {"id": f"level-{number}", "title": title, "about": "What it means.", "asks": named}


MODEL = StagedModel.model_validate(
    {
        "format_version": "1",
        "id": "our-levels",
        "title": "Our levels of practice",
        "about": "What our training asks of commissioners.",
        "cite": CITE,
        "levels": [
            level(1, ["OWN-01"]),
            level(2, ["OWN-02"], ["OWN-03", "OWN-04"]),
            level(3, ["OWN-05"]),
        ],
    }
)


def shows(**statuses: Status) -> Profile:
    """Return the profile of a file; every rule that is not named conforms."""
    found: dict[str, Finding] = {}
    for number in range(1, 6):
        status = statuses.get(f"own{number}", Status.CONFORMS)
        found[f"OWN-0{number}"] = finding(f"OWN-0{number}", status)
    return profile(MODEL, found)


def test_a_file_that_shows_everything_is_at_the_last_level() -> None:
    found = shows()
    assert (found.shown, found.next, found.to_do) == ("Results are used", "", ())


def test_a_recorded_judgement_shows_what_is_asked() -> None:
    assert shows(own1=Status.RECORDED).shown == "Results are used"


def test_a_departure_keeps_a_file_below_its_level_and_says_what_to_do() -> None:
    found = shows(own4=Status.DEPARTS)
    assert (found.shown, found.next) == ("Costs are known", "Outcomes are named")
    (ask,) = found.to_do
    assert (ask.what, ask.state, ask.rules) == ("Ask 1 of level 2", AskState.DEPARTS, ("OWN-04",))


def test_an_open_question_keeps_a_file_below_its_level() -> None:
    found = shows(own2=Status.CANNOT_CONCLUDE)
    assert (found.shown, found.to_do[0].state) == ("Costs are known", AskState.OPEN)


def test_a_level_above_one_that_is_not_shown_does_not_count() -> None:
    found = shows(own1=Status.DEPARTS)
    assert (found.shown, found.next) == ("", "Costs are known")
    assert [each.reached for each in found.levels] == [False, True, True]


def test_what_does_not_apply_stands_in_nobodys_way() -> None:
    found = shows(own3=Status.NOT_APPLICABLE, own4=Status.NOT_APPLICABLE)
    assert found.shown == "Results are used"
    assert found.levels[1].asks[1].state is AskState.NOT_DUE


def test_one_rule_that_applies_is_enough_for_what_several_ask() -> None:
    (_, ask) = shows(own3=Status.NOT_APPLICABLE).levels[1].asks
    assert (ask.state, ask.rules) == (AskState.SHOWN, ("OWN-04",))


def test_a_level_of_which_nothing_applies_is_not_shown_and_asks_nothing_yet() -> None:
    found = shows(own5=Status.NOT_APPLICABLE)
    assert (found.shown, found.next) == ("Outcomes are named", "Results are used")
    assert found.to_do == ()


def test_a_rule_that_was_not_applied_leaves_its_level_unshown() -> None:
    conforming = {f"OWN-0{n}": finding(f"OWN-0{n}", Status.CONFORMS) for n in (1, 2, 3)}
    found = profile(MODEL, conforming)
    assert (found.shown, found.to_do[0].state) == ("Costs are known", AskState.NOT_RUN)
