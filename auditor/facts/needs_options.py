"""List what each derived value of the options needs of a file."""

from collections.abc import Iterator, Mapping

from auditor.facts.absent import absent
from auditor.facts.need import Need, View, decided
from auditor.facts.reading import entries


def compared(view: View) -> Iterator[int]:
    """Yield the position of the option that is asked about, or of each that is short-listed."""
    if view.entry is not None:
        yield view.entry
        return
    options = entries(view.case.options)
    marked = any(option.short_list is not None for option in options)
    yield from (n for n, option in enumerate(options) if option.short_list or not marked)


def _marks(view: View) -> Iterator[str]:
    """Yield what does not say whether it is short-listed, where others do."""
    options = entries(view.case.options)
    if any(option.short_list is not None for option in options):
        for index in range(len(options)):
            yield from absent(view.case, f"options.{index}.short_list")


def _values(view: View) -> Iterator[str]:
    """Yield what the present values of the options cannot be worked out without."""
    if not view.flows:
        yield from absent(view.case, "options")
        return
    for index in compared(view):
        yield from _flows(view, index)
    yield from absent(view.case, "appraisal.timing")
    yield from decided(view)


def _flows(view: View, index: int) -> Iterator[str]:
    flows = view.flows[index]
    if not flows.given:
        yield from absent(view.case, f"options.{index}.cashflows")
    elif flows.base_year is None:
        yield from absent(view.case, "appraisal.base_year")
    elif flows.bare:
        yield from (f"/options/{index}/cashflows/{at}/cost" for at in flows.bare)
    elif flows.missing and view.case.appraisal and flows.given[0].year >= flows.base_year:
        yield from absent(view.case, f"options.{index}.cashflows.category")
    else:
        yield from flows.missing


def _own(field: str) -> "_Field":
    return _Field(field)


class _Field:
    """Asks for a field of the option, or of each one compared; `shared` may stand in for it."""

    def __init__(self, field: str, *, shared: bool = False) -> None:
        self._field, self._shared = field, shared

    def __call__(self, view: View) -> Iterator[str]:
        if not view.flows:
            yield from absent(view.case, "options")
        for index in compared(view):
            lacking = tuple(absent(view.case, f"options.{index}.{self._field}"))
            stands_in = f"appraisal.{self._field}"
            yield from absent(view.case, stands_in) if lacking and self._shared else lacking


def _usual(view: View) -> Iterator[str]:
    """Yield the kinds not stated, or say that no option goes on as before."""
    options = entries(view.case.options)
    if not any(option.kind == "business_as_usual" for option in options):
        untold = tuple(absent(view.case, "options.kind"))
        yield from untold or ("an option of the kind `business_as_usual`",)
    elif view.entry is not None:
        usual = next(n for n, each in enumerate(options) if each.kind == "business_as_usual")
        yield from _flows(view, usual)


def _preferred(view: View) -> Iterator[str]:
    if not entries(view.case.options):
        yield from absent(view.case, "options")
        return
    kinds = {option.kind for option in entries(view.case.options)}
    if "preferred" not in kinds:
        yield from absent(view.case, "appraisal.preferred_option_id")


_HORIZON = _Field("horizon_years", shared=True)
_BASE = _Field("base_year", shared=True)
_EARLY = "the costs of its first two years and of those of going on as before"
_SAME_YEARS = "the same base year and number of years for it and for going on as before"
_TWO = "two short-listed options with cash flows"

NEEDS: Mapping[str, Need] = {
    "decommissioning.few_options_judged": Need(
        "whether few kinds of option will do",
        (),
        "a judgement on `options`, made by the day of the decision, with its conclusion and maker",
    ),
    "options.items": Need("", ("options",)),
    "options.short_listed": Need("the short list", ("options", _marks)),
    "options.kinds_short_listed": Need(
        "the kinds of option on the short list", (_marks, _own("kind"))
    ),
    "options.business_as_usual": Need("the option of going on as before", (_usual,)),
    "options.do_minimum": Need(
        "the option that does the minimum", ("options.kind",), "an option of the kind `do_minimum`"
    ),
    "options.preferred": Need(
        "the preferred option", (_preferred,), "an option of the kind `preferred`"
    ),
    "options.best_by_npv": Need(
        "the option with the highest net present value", (_marks, _values)
    ),
    "options.preferred_has_highest_npv": Need(
        "whether the preferred option is worth most", (_preferred, _marks, _values)
    ),
    "options.false_economies": Need(
        "options that save early and lose later", (_usual, _values), _EARLY
    ),
    "options.rates_in_force": Need("the discount rates in force", (decided,)),
    "options.rates_used": Need("the discount rates used", ("appraisal.rates_used",)),
    "options.rates_agree": Need(
        "whether the discount rates are those in force",
        ("appraisal.rates_used", decided, "appraisal.horizon_years", "appraisal.timing"),
        "a rate from the first year on in `appraisal.rates_used`, and for amounts in the middle of"
        " years one that is in force in the year that the last of them reach by half",
    ),
    "options.first_rate_difference": Need(
        "the first year with another discount rate", ("appraisal.rates_used", decided)
    ),
    "options.same_horizon": Need(
        "whether the options cover the same years", (_marks, _HORIZON), _TWO
    ),
    "options.same_base_year": Need("whether the options share a base year", (_marks, _BASE), _TWO),
    "options.same_price_year": Need(
        "whether the options share a price year", (_marks, _Field("price_year", shared=True)), _TWO
    ),
    "options.longest_horizon": Need(
        "the longest usual appraisal period", ("appraisal.asset_type", decided)
    ),
    "options.years_to_cover": Need(
        "the years to cover", ("outcomes.material", "outcomes.duration_years",
                               "contract.start", "contract.end"),
    ),
    "options.optimism_bias": Need("the uplifts for optimism", (_own("optimism_bias"),)),
    "options.distribution_weight": Need(
        "the weight that the incomes give", ("appraisal.distribution.income_ratio", decided)
    ),
    "options.tests_that_change_ranking": Need(
        "the tests that change which option comes first",
        (
            "appraisal.sensitivity.option_id",
            "appraisal.sensitivity.result",
            _preferred,
            _marks,
            _values,
        ),
    ),
    "options.items.short_list": Need("whether it is short-listed", (_own("short_list"),)),
    "options.items.kind": Need("the kind of the option", (_own("kind"),)),
    "options.items.reported_npv": Need("its reported net present value", (_own("reported.npv"),)),
    "options.items.horizon_years": Need("the years that it covers", (_HORIZON,)),
    "options.items.base_year": Need("its base year", (_BASE,)),
    "options.items.price_year": Need("its price year", (_Field("price_year", shared=True),)),
    "options.items.years_without_cost": Need(
        "the years without a cost", (_own("cashflows"), _BASE, _HORIZON)
    ),
    "options.items.covers_horizon": Need(
        "whether its costs cover every year", (_own("cashflows"), _BASE, _HORIZON)
    ),
    "options.items.first_year_saving_vs_bau": Need("what it saves at first", (_usual,), _EARLY),
    "options.items.early_saving_vs_bau": Need("what it saves early", (_usual,), _EARLY),
    "options.items.npv_over_bau": Need(
        "what it is worth beside going on as before", (_usual, _values), _SAME_YEARS
    ),
    "options.items.false_economy": Need(
        "whether it saves early and loses later", (_usual, _values), f"{_EARLY}, over {_SAME_YEARS}"
    ),
    "options.items.equivalent_annual_value": Need(
        "its equivalent annual value", (_values, _HORIZON)
    ),
    "options.items.npv": Need("its net present value", (_values,)),
    "options.items.bcr": Need("its benefit-cost ratio", (_values,), "costs other than zero"),
    "options.items.present_value_of_costs": Need("the present value of its costs", (_values,)),
    "options.items.present_value_of_benefits": Need(
        "the present value of its benefits", (_values,)
    ),
}  # fmt: skip
