import pytest

from auditor.engine.in_words import in_words


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
            "not (has(case.regime) and case.regime == 'grant')",
            "`regime` is not stated or `regime` is other than grant",
        ),
        (
            "not (case.stage == 'need' or case.light_touch)",
            "`stage` is other than need and `light_touch` is false",
        ),
        (
            "not any(o.short_list for o in case.options)",
            "for every entry of `options`: `o.short_list` is false",
        ),
        (
            "not all(o.kind == 'end' for o in case.options)",
            "for some entry of `options`: `o.kind` is other than end",
        ),
        ("not stated(case.award, case.contract)", "`award` and `contract` are not all on record"),
        (
            "len(o for o in case.options if o.short_list) <= 2",
            "the number of entries of `options` where `o.short_list` is true is at most 2",
        ),
        (
            "not facts.duties.provider_gave_up",
            "the file does not show that the service ends for no other reason than that its "
            "provider gives up",
        ),
        ("1 < case.contract.extension_months < 3", "`1 < case.contract.extension_months < 3`"),
    ],
)
def test_a_condition_is_said_in_words(written: str, said: str) -> None:
    assert in_words(written) == said
