import pytest

from auditor.engine.in_words import LONGEST, entry_in_words, in_words


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("case.light_touch", "`light_touch` is true"),
        ("not case.light_touch", "`light_touch` is false"),
        ("has(case.sroi)", "`sroi` is stated"),
        ("not has(case.sroi)", "`sroi` is not stated"),
        ("nil(case.costs)", "the file says that there is no `costs`"),
        ("not nil(case.costs)", "the file does not say that there is no `costs`"),
        ("stated(case.contract)", "`contract` is on record"),
        ("stated(j.made_by, j.role, j.date)", "`j.made_by`, `j.role` and `j.date` are on record"),
        ("case.stage == 'need'", "`stage` is need"),
        ("case.stage != 'need'", "`stage` is other than need"),
        ("case.contract.extension_months > 12", "`contract.extension_months` is more than 12"),
        ("case.contract.extension_months >= 12", "`contract.extension_months` is at least 12"),
        ("facts.sroi.ratio < param.least", "`sroi.ratio` is less than `least`"),
        (
            "task.start > case.decision_date",
            "`task.start` is after `decision_date`",
        ),
        (
            "case.specification_date <= case.decision_date",
            "`specification_date` is on or before `decision_date`",
        ),
        ("case.regime in ['grant', 'exempt']", "`regime` is one of grant, exempt"),
        ("case.regime not in ['grant']", "`regime` is none of grant"),
        (
            "has(case.sroi) and (case.stage == 'need' or case.stage == 'design')",
            "`sroi` is stated and (`stage` is need or `stage` is design)",
        ),
        (
            "any(option.short_list for option in case.options)",
            "for some entry of `options`: `option.short_list` is true",
        ),
        (
            "all(o.kind == 'end' for o in case.options if has(o.kind))",
            "for every entry of `options` where `o.kind` is stated: `o.kind` is end",
        ),
        ("len(case.options) > 1", "the number of entries of `options` is more than 1"),
        (
            "has(case.regime) and case.regime == 'below_threshold'",
            "`regime` is below threshold",
        ),
        (
            "has(case.options) and (case.light_touch or any(o.short_list for o in case.options))",
            "`options` is stated and (`light_touch` is true or "
            "(for some entry of `options`: `o.short_list` is true))",
        ),
        (
            "has(case.options) and any(o.short_list for o in case.options)",
            "for some entry of `options`: `o.short_list` is true",
        ),
        (
            "not (has(case.regime) and case.regime == 'grant')",
            "`regime` is not stated or `regime` is other than grant",
        ),
        (
            "not (case.stage == 'need' or case.light_touch)",
            "`stage` is other than need and `light_touch` is false",
        ),
        (
            "not any(o.short_list for o in case.options)",
            "for no entry of `options`: `o.short_list` is true",
        ),
        (
            "not all(o.kind == 'end' for o in case.options)",
            "for some entry of `options`: `o.kind` is other than end",
        ),
        (
            "not stated(case.award, case.contract)",
            "one of `award` and `contract` is left out",
        ),
        (
            "len(o for o in case.options if o.short_list) <= 2",
            "the number of entries of `options` where `o.short_list` is true is at most 2",
        ),
        (
            "not facts.duties.provider_gave_up",
            "the file does not show that the service ends for no other reason than that its "
            "provider gives up",
        ),
        (
            "case.decision_date <= case.contract.start < case.contract.end",
            "`decision_date` is on or before `contract.start` and `contract.start` is before "
            "`contract.end`",
        ),
        (
            "case.light_touch or 1 < case.contract.extension_months < 3",
            "`light_touch` is true or (1 is less than `contract.extension_months` and "
            "`contract.extension_months` is less than 3)",
        ),
        (
            "not (1 < case.contract.extension_months <= 3)",
            "1 is at least `contract.extension_months` or `contract.extension_months` is more "
            "than 3",
        ),
    ],
)
def test_a_condition_is_said_in_words(written: str, said: str) -> None:
    assert in_words(written) == said


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("==", "other than 12"),
        ("!=", "12"),
        ("<", "at least 12"),
        ("<=", "more than 12"),
        (">", "at most 12"),
        (">=", "less than 12"),
        ("in", "none of 12"),
        ("not in", "one of 12"),
    ],
)
def test_a_comparison_that_does_not_hold_is_said_as_its_contrary(sign: str, said: str) -> None:
    right = "[12]" if "in" in sign else "12"
    assert in_words(f"not (case.contract.extension_months {sign} {right})") == (
        f"`contract.extension_months` is {said}"
    )


def test_what_a_rule_asks_about_is_said_in_short_where_its_words_are_too_many() -> None:
    long = " and ".join(["o.short_list"] * (LONGEST // 10))
    said = entry_in_words("case.options", "o.short_list")
    assert said == "entry of `options` where `o.short_list` is true"
    assert entry_in_words("case.options", long) == "entry of `options` that the rule is about"
