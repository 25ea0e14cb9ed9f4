"""Name the values that a rule may conform without although it does not say so, each with a reason.

A rule says so itself with has() or nil(), or by asking with any() for one entry that fits. What is
left stands here: it is read by a fact behind the rule and the answer does not depend on it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Passes:
    """Some rules, the fields that they may do without (`x/*` is x and all below it), and why."""

    rules: tuple[str, ...]
    fields: tuple[str, ...]
    why: str

    def cover(self, rule: str, field: str) -> bool:
        return rule in self.rules and any(_covers(pattern, field) for pattern in self.fields)


def _covers(pattern: str, field: str) -> bool:
    whole = pattern.removesuffix("/*")
    return field == whole or (whole != pattern and field.startswith(f"{whole}/"))


_SUMS = (
    "/appraisal/base_year",
    "/appraisal/capital_timing",
    "/appraisal/horizon_years",
    "/appraisal/price_year",
    "/appraisal/schedule",
    "/appraisal/timing",
    "/options/base_year",
    "/options/cashflows/*",
    "/options/horizon_years",
    "/options/price_year",
    "/options/reported/*",
)
_CONVENTIONS = ("/sroi/conventions/*", "/sroi/discount_rate", "/sroi/inputs/*")
_FACTORS = (
    "/sroi/rows/attribution_to_others",
    "/sroi/rows/deadweight",
    "/sroi/rows/displacement",
    "/sroi/rows/drop_off",
    "/sroi/rows/duration_years",
    "/sroi/rows/outcome_start",
    "/sroi/rows/quantity",
)

PASSES = (
    Passes(
        ("DEC-09", "GB-04", "GB-09", "GB-10", "GB-14", "GB-22", "GB-32"),
        (*_SUMS, "/options", "/options/kind", "/options/short_list", "/appraisal"),
        "read while options are worked out; of them the rule uses which is preferred, the longest "
        "period, the rates or the uplifts, and asks for those by name",
    ),
    Passes(
        ("DEC-09", "GB-04", "GB-28", "VFM-09"),
        ("/appraisal/preferred_option_id",),
        "an option of the kind `preferred` is the preferred one where the appraisal names none",
    ),
    Passes(
        ("GB-28", "VFM-09"),
        _SUMS,
        "a cash flow that states only its cost has no benefit and the other way round; a timing or "
        "schedule need not be named where the usual ones give the same; figures reported are the "
        "subject of GB-29",
    ),
    Passes(
        ("GB-28", "VFM-09"),
        ("/options/kind", "/options/short_list"),
        "the preferred option is named, and one option that goes on as before is enough; where the "
        "short list decides, an option that does not say so leaves the answer open",
    ),
    Passes(
        ("GB-02",),
        ("/options/long_listed_on",),
        "an option that was never on the long list has no day on which it was put there",
    ),
    Passes(
        ("DEC-03",),
        ("/decommissioning", "/monitoring/date", "/options", "/options/kind", "/options/quality"),
        "evidence of each voice is on record without it; before a decision none comes too late",
    ),
    Passes(
        ("DEC-15",),
        ("/decommissioning/local_notice_months",),
        "a longer local period is stated where there is one; guidance asks for no such agreement",
    ),
    Passes(
        ("SROI-13", "SROI-32", "SROI-33"),
        (*_CONVENTIONS, *_FACTORS),
        "read while the map is worked out; the rule uses the values and their order, or the tests",
    ),
    Passes(
        ("SROI-13",),
        ("/outcomes/relative_importance",),
        "where a group has one row there is no order, and a judgement settles another order",
    ),
    Passes(
        ("SROI-18", "SROI-23"),
        (*_CONVENTIONS, *_FACTORS, "/sroi/rows/stakeholder_id", "/stakeholders/*"),
        "the share or the yearly values come out alike under every usual convention, and what "
        "groups there are does not change them; or a judgement is on record",
    ),
    Passes(
        ("SROI-28",),
        ("/sroi/rows", *_CONVENTIONS, *_FACTORS),
        "without rows the ratio is held against the totals as printed, which SROI-22 asks about; "
        "a convention need not be named where the usual ones give the figure printed",
    ),
    Passes(
        ("SROI-32", "SROI-33"),
        ("/sroi/rows", "/sroi/rows/proxy"),
        "a test is on record for each assumption that has one; its row counts only where the test "
        "names it, and is then asked for",
    ),
    Passes(
        ("SROI-33",),
        (
            "/sroi/sensitivity/assumption",
            "/sroi/sensitivity/break_even",
            "/sroi/sensitivity/change",
            "/sroi/sensitivity/sets/*",
        ),
        "a judgement on break-even settles it; inputs, rates and durations have no break-even that "
        "is asked for, and `change` is only the name of a test",
    ),
)
