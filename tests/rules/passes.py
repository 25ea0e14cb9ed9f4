"""Name the values that a rule may conform without although it does not say so, each with a reason.

A rule says so itself with has() or nil(), or by asking with any() for one entry that fits. What is
left stands here: it is read by a fact behind the rule and the answer does not depend on it.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Passes:
    """Some rules, the fields that they may do without (`x/*` is x and all below it), and why.

    `but` names what is asked for all the same.
    """

    rules: tuple[str, ...]
    fields: tuple[str, ...]
    why: str
    but: tuple[str, ...] = ()

    def cover(self, rule: str, field: str) -> bool:
        named = any(_covers(pattern, field) for pattern in self.fields)
        return rule in self.rules and named and not any(_covers(each, field) for each in self.but)


def _covers(pattern: str, field: str) -> bool:
    whole = pattern.removesuffix("/*")
    return field == whole or (whole != pattern and field.startswith(f"{whole}/"))


_SUMS = ("/appraisal/*", "/options/*")
_SUMMED = (
    "/appraisal/preferred_option_id",
    "/appraisal/rates_used/*",
    "/appraisal/sensitivity/*",
    "/options/kind",
    "/options/optimism_bias/*",
    "/options/reject_reason",
    "/options/short_list",
)
_MAP = ("/sroi/conventions/*", "/sroi/discount_rate", "/sroi/inputs/*", "/sroi/rows/*")

PASSES = (
    Passes(
        ("VFM-10",),
        ("/costs/*", "/sroi/*", "/cost_kinds_nil"),
        "one resource that is unpaid is enough, among costs or inputs, and so are both kinds ruled "
        "out; what else is listed or left out changes nothing then",
    ),
    Passes(
        ("DEC-09", "GB-04", "GB-09", "GB-10", "GB-14", "GB-22", "GB-32"),
        (*_SUMS, "/options/kind", "/options/short_list"),
        "read while options are worked out; of them the rule uses which is preferred, the longest "
        "period, the rates or the uplifts, and asks for those by name",
        but=tuple(each for each in _SUMMED if each not in ("/options/kind", "/options/short_list")),
    ),
    Passes(
        ("DEC-09", "GB-04", "GB-09", "GB-10", "GB-22", "GB-28", "GB-32", "VFM-09"),
        ("/appraisal/rates_used",),
        "where the file does not say which rates it used, options are worked out at those in force",
    ),
    Passes(
        ("SROI-19", "SROI-20"),
        (
            "/sroi/conventions/*",
            "/sroi/discount_rate",
            "/sroi/inputs/*",
            "/sroi/rows/drop_off",
            "/sroi/rows/duration_years",
            "/sroi/rows/outcome_start",
            "/sroi/rows/proxy",
            "/sroi/rows/quantity",
            "/sroi/rows/shown_rounded",
        ),
        "read while the value map is made ready; of it the rules use what the columns print, which "
        "is what is taken off unless the file says otherwise, and ask for the rest by name where "
        "an outcome lasts longer than a year or a deduction is made",
    ),
    Passes(
        ("SROI-20",),
        (
            "/sroi/rows/attribution_to_others",
            "/sroi/rows/deadweight",
            "/sroi/rows/displacement",
        ),
        "a row that stands in the map at nothing takes nothing off; of any other the rule asks "
        "for it by name",
    ),
    Passes(
        ("SROI-22",),
        ("/sroi/rows",),
        "without rows no impact of a row is claimed, and totals are worked out from what is "
        "printed of years and groups",
    ),
    Passes(
        ("DEC-09",),
        ("/decision_date",),
        "a judgement on a proposal that is not decided on yet may be of any day",
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
        but=_SUMMED,
    ),
    Passes(
        ("GB-28", "VFM-09"),
        ("/options/kind", "/options/short_list"),
        "the preferred option is named, and one option that goes on as before is enough; where the "
        "short list decides, an option that does not say so leaves the answer open",
    ),
    Passes(
        ("PA-02",),
        (
            "/authority_type",
            "/contract/value_ex_vat",
            "/contract/value_inc_vat",
            "/light_touch",
            "/procurement",
            "/procurement/category",
            "/procurement_start_date",
        ),
        "the value is below every threshold that can apply, whichever of them it is",
    ),
    Passes(
        ("PA-04",),
        ("/award/winner", "/tenders/won"),
        "the winner is named in the award or marked among the tenders; either is enough",
    ),
    Passes(
        ("PA-07", "PA-08"),
        ("/contract/value_ex_vat",),
        "the value with VAT decides, and is stated",
    ),
    Passes(
        ("GB-02",),
        ("/options/long_listed_on",),
        "an option that was never on the long list has no day on which it was put there",
    ),
    Passes(
        ("DEC-03",),
        (
            "/decommissioning",
            "/monitoring/date",
            "/options",
            "/options/kind",
            "/options/quality",
            "/options/quality/text",
            "/reviews",
            "/reviews/audiences",
            "/reviews/date",
        ),
        "evidence of each voice is on record without it; before a decision none comes too late",
    ),
    Passes(
        ("DEC-32",),
        (
            "/decommissioning",
            "/decommissioning/post_review/*",
            "/monitoring",
            "/monitoring/date",
            "/reviews/date",
            "/savings/realised",
            "/savings/year",
        ),
        "a saving that has its result needs no year, and one of a year on which the file does not "
        "look back is not due yet",
    ),
    Passes(
        ("DEC-32",),
        ("/reviews", "/reviews/forecast_compared/*"),
        "savings that did not fall short need no comparison, and one comparison that explains what "
        "fell short is enough, whatever others leave out",
    ),
    Passes(
        ("AV-06",),
        ("/costs", "/costs/amount", "/costs/bearer", "/engagement", "/engagement/body"),
        "what the body that saves gives or answered is enough, whoever decides and pays",
    ),
    Passes(
        ("AV-10", "GB-10"),
        ("/award", "/award/winner", "/tenders/*"),
        "read for what is at stake; without a tender the cost of the dearest option tells",
    ),
    Passes(
        ("AV-12",),
        ("/consultations/*", "/objectives/date", "/stakeholders/involved/*"),
        "two that had a say are enough, whatever else is not stated",
    ),
    Passes(
        ("DEC-15",),
        ("/decommissioning/local_notice_months",),
        "a longer local period is stated where there is one; guidance asks for no such agreement",
    ),
    Passes(
        ("BV-01", "BV-02", "BV-06", "BV-07", "CON-01", "CON-06", "CON-08", "CPT-01", "CPT-03"),
        ("/judgements",),
        "read for a judgement that it could not wait; one that is not on record excuses nothing",
    ),
    Passes(
        ("PSED-04",),
        (
            "/decommissioning",
            "/decommissioning/decision_maker",
            "/equality/considered_by",
            "/equality/shared_with",
        ),
        "those who were shown the analysis as deciders need no name, and those who are named need "
        "not have been shown it",
    ),
    Passes(
        ("PSED-05",),
        ("/consultations/*", "/stakeholders/involved/*", "/stakeholders/protected_characteristics"),
        "one group that took part in time is enough, whatever else is not stated",
    ),
    Passes(
        ("DEC-17",),
        ("/contract/end", "/contract/extension_months"),
        "notice that was kept needs no last day, and a contract that ran to it no extension",
    ),
    Passes(
        ("DEC-20",),
        (
            "/consultations",
            "/decommissioning/drivers",
            "/decommissioning/effective_date",
            "/decommissioning/longer_notice_flags",
            "/decommissioning/notice_served_on",
            "/decommissioning/project_plan/*",
            "/decommissioning/transition_plan/*",
            "/decommissioning/tupe_assessment/*",
        ),
        "a task that stands in the plan needs nothing that makes up for one that does not",
        but=("/decommissioning/project_plan",),
    ),
    Passes(
        ("CON-03",),
        ("/authority_type", "/local_compact_signed", "/nation"),
        "the length goes by what the file declares; where it declares nothing, by the shortest, "
        "unless government was to give more",
    ),
    Passes(
        ("SROI-13", "SROI-32", "SROI-33"),
        _MAP,
        "read while the map is worked out; the rule uses the values and their order, or the tests",
        but=(
            "/sroi/rows",
            "/sroi/rows/proxy",
            "/sroi/rows/outcome_id",
            "/sroi/rows/stakeholder_id",
        ),
    ),
    Passes(
        ("SROI-13",),
        ("/outcomes/relative_importance", "/outcomes/stakeholder_id"),
        "where a group has one row there is no order, and a judgement settles another order; an "
        "importance is held against the group of the row unless another group is named for it",
    ),
    Passes(
        ("SROI-35",),
        (*_MAP, "/outcomes/chain", "/outcomes/stakeholder_id"),
        "read in one pass over the map; a chain or a group that is not stated is asked for only "
        "where another outcome is valued that may share it, and a judgement settles either",
        but=("/sroi/rows", "/sroi/rows/outcome_id"),
    ),
    Passes(
        ("SROI-18",),
        (*_MAP, "/stakeholders/*"),
        "the share comes out alike under every usual convention, and what groups there are does "
        "not change it",
        but=("/sroi/rows", "/sroi/rows/outcome_id", "/sroi/rows/proxy"),
    ),
    Passes(
        ("SROI-32",),
        tuple(
            f"/sroi/sensitivity/{each}"
            for each in (
                "break_even",
                "combines",
                "leaves_out_inputs",
                "leaves_out_rows",
                "sets",
                "sets/field",
            )
        ),
        "of a test called `other`, read to see whether it is one of a main assumption; that "
        "matters only where no test says that it is",
    ),
    Passes(
        ("SROI-45",),
        ("/sroi/discount_rate", "/sroi/rows/stakeholder_id"),
        "where only values before discounting are printed no rate is needed, and where no value of "
        "a group is, whose a row is does not matter",
    ),
    Passes(
        ("SROI-46",),
        ("/sroi/sensitivity/ratio",),
        "a test without a ratio claims none; a range that does not hold its ratio is SROI-29's",
    ),
    Passes(
        ("SROI-47",),
        ("/sroi/rows", "/sroi/scaling/value_per_person"),
        "the value for each person is held against the total as printed, and where it is not "
        "printed the scaled-up value is worked out from that total",
    ),
    Passes(
        ("SROI-28",),
        _MAP,
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
    Passes(
        ("FIG-01", "FIG-02", "FIG-05"),
        ("/sroi/*", "/stakeholders/*"),
        "read while the figures of the file are worked out; statements that repeat another figure, "
        "or none, do not depend on them",
    ),
    Passes(
        ("FIG-01", "FIG-02", "FIG-05"),
        ("/statements/*",),
        "a statement that nobody confirmed, or that does not say of what it is, is held against no "
        "other, because nothing shows that both are of one thing; FIG-03 and FIG-04 ask for what "
        "is missing",
        but=("/statements", "/statements/compares", "/statements/compared_with"),
    ),
    Passes(
        ("AV-10",),
        (
            "/award/*",
            "/contract/*",
            "/indicators/*",
            "/monitoring/*",
            "/objectives/*",
            "/options/*",
            "/outcomes/indicator_ids",
            "/outcomes/sign",
            "/reviews/*",
        ),
        "read while each outcome is followed: at each point another entry names it, or a judgement "
        "on the thread settles what is left open",
    ),
    Passes(
        ("AV-10",),
        (
            "/outcomes/intended",
            "/outcomes/material",
            "/outcomes/stakeholder_id",
            "/provider_sector",
            "/regime",
        ),
        "what is not said to be material is the subject of SROI-16; whether an outcome is intended "
        "does not matter where it is named everywhere; every point is looked at where nothing is "
        "said of who provides the service and how; whose an outcome is decides nothing",
    ),
    Passes(
        ("PA-06", "PRO-02", "PRO-03"),
        ("/procurement/threshold",),
        "where the procedure is not printed as above or below the threshold, its value tells",
    ),
    Passes(
        ("PA-06", "PA-17", "PRO-02", "PRO-03", "PRO-18"),
        ("/light_touch",),
        "where it is not stated whether lighter rules apply, the code of what is bought tells",
    ),
    Passes(
        ("PA-03", "PA-05", "PA-09", "PA-10", "PA-17", "PA-18", "PA-19", "PRO-01", "PRO-20"),
        (
            "/authority_type",
            "/contract",
            "/contract/value_ex_vat",
            "/contract/value_inc_vat",
            "/light_touch",
            "/procurement",
            "/procurement/category",
            "/procurement/value",
            "/procurement_start_date",
        ),
        "only a value or a record that shows a contract below the threshold lets a file do without",
    ),
    Passes(
        ("PA-03", "PA-05", "PA-10", "PA-17", "PA-18", "PA-19", "PRO-01", "PRO-20"),
        ("/procurement/threshold",),
        "only a record that prints it as below the threshold lets a file do without",
    ),
    Passes(
        ("PRO-01", "PRO-04", "PRO-08", "PRO-09", "PRO-19", "PRO-20"),
        (
            "/procurement/procedure_kind",
            "/procurement/related",
            "/procurement/related/relationship",
        ),
        "only a record that says so makes a call-off, of which less is asked",
    ),
    Passes(
        ("PRO-18",),
        ("/procurement/classification",),
        "without the code of what is bought the highest threshold is taken, which asks least",
    ),
    Passes(
        ("OCF-01",),
        ("/framework_outcomes_left_out", "/outcomes", "/outcomes/framework_outcomes"),
        "a link that is not there leads nowhere wrong; what no outcome takes up is OCF-02's",
    ),
    Passes(
        ("OCF-02", "OCF-03", "OCF-05", "OCF-06"),
        ("/outcomes/framework_outcomes",),
        "another outcome of the file takes the same one up, or nothing is asked of this one there",
    ),
    Passes(
        ("OCF-02", "OCF-03", "OCF-04", "OCF-05", "OCF-06", "OCF-07"),
        ("/outcomes/excluded_reason",),
        "an outcome is left out of account only where the file says so; else it counts like any",
    ),
    Passes(
        ("OCF-04",),
        ("/objectives/outcome_ids",),
        "another objective names the outcome, or the outcome is left out of account",
    ),
    Passes(
        ("OCF-02", "OCF-07"),
        ("/outcomes/level", "/outcomes/pillar", "/outcomes/sign"),
        "another outcome of the file is of the kind that is wanted, or there is a reason for none",
    ),
    Passes(
        ("OCF-02",),
        ("/framework_outcomes_left_out", "/pillars_not_relevant"),
        "a reason for leaving something out is asked for only where no outcome takes it up",
    ),
    Passes(
        ("OCF-05",),
        ("/award/criteria/outcome_ids",),
        "another criterion names the outcome, or this one is about price",
    ),
    Passes(
        ("OCF-05",),
        ("/award/criteria/weight",),
        "only a criterion that is said to have no weight counts for nothing",
    ),
    Passes(
        ("OCF-06",),
        (
            "/indicators",
            "/indicators/outcome_ids",
            "/monitoring",
            "/monitoring/indicator_id",
            "/monitoring/value",
            "/outcomes/indicator_ids",
        ),
        "a measure of the contract names the outcome",
    ),
    Passes(
        ("OCF-06",),
        ("/contract/start", "/monitoring/date"),
        "a measure of the contract names the outcome, or the file says that there is no contract",
    ),
    Passes(
        ("PA-06", "PRO-02", "PRO-03"),
        ("/procurement/category",),
        "goods and works are never light-touch; where what is bought is not stated, its code tells",
    ),
    Passes(
        ("PA-06", "PRO-03"),
        ("/procurement/legal_basis",),
        "a record that names no law is not one under a European directive; the start tells the law",
    ),
    Passes(
        ("GB-04", "GB-16", "GB-30", "GB-32", "GB-33", "GB-34", "GB-41", "VFM-18"),
        ("/appraisal", "/appraisal/date", "/green_book_edition"),
        "a file that does not say that it followed an earlier edition is asked by the one in force",
    ),
    Passes(
        (
            "EP6-01",
            "PA-04",
            "PA-05",
            "PRO-04",
            "PRO-05",
            "PRO-06",
            "PRO-07",
            "PRO-14",
            "PRO-15",
        ),
        (
            "/procurement",
            "/procurement/method",
            "/procurement/procedure_kind",
            "/notices",
            "/notices/kind",
        ),
        "only a record or a notice that says so makes a direct award, of which less is asked",
    ),
    Passes(
        ("PA-05",),
        ("/light_touch",),
        "a service that may be under lighter rules is not held to the standstill of the others",
    ),
    Passes(
        ("BV-07",),
        ("/proposals/received/kind", "/proposals/received/received_on"),
        "only a proposal without an answer is asked when it came and what it is for",
    ),
    Passes(
        ("CPT-02",),
        ("/decommissioning/drivers",),
        "only a file that says that the provider gives up is not asked",
    ),
    Passes(
        ("CON-01", "BV-04", "BV-06", "BV-07"),
        ("/decommissioning", "/decommissioning/drivers"),
        "only a file that says that the provider gives up is asked less of its consultation",
    ),
    Passes(
        (
            *("AV-10", "EP2-01", "EP3-02", "EP6-01", "EP6-03", "EP6-04", "OCF-05", "PA-03"),
            *("PA-18", "PRO-08", "VFM-04", "VFM-05", "VFM-19"),
        ),
        ("/procurement", "/procurement/method", "/procurement/procedure_kind"),
        "a direct award is told by the method of the record or by a transparency notice",
    ),
    Passes(
        ("PA-03",),
        ("/procurement/published_on",),
        "the first tender notice tells when tenders were invited where the record does not",
    ),
    Passes(
        ("PA-19",),
        ("/notices", "/notices/kind", "/procurement/method"),
        "only a notice or a record that shows a direct award lets a file do without the standstill",
    ),
    Passes(
        ("PA-05", "PA-19"),
        ("/notices/published_on",),
        "the day of the award notice stands in the award; a notice without a day denies nothing",
    ),
    Passes(
        ("EP1-02", "EP3-02", "REC-04"),
        ("/judgements",),
        "only a judgement on urgency that is on record lets a file do with less",
    ),
)
