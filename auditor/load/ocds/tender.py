"""Write what a release says of the tender: procedure, dates, value, lots and criteria."""

import re
from decimal import Decimal
from typing import Any

from auditor.load.document import RemarkKind
from auditor.load.ocds.amendments import write_amendments
from auditor.load.ocds.amounts import write_amount
from auditor.load.ocds.draft import Draft
from auditor.load.ocds.portals import Portal, known
from auditor.load.ocds.spot import ABSENT, Spot
from auditor.load.ocds.values import code, count, day, flag, number, text, weight

_STATUS = {
    each: each
    for each in ("planning", "planned", "active", "cancelled", "unsuccessful", "complete",
                 "withdrawn")
}  # fmt: skip
_METHOD = {each: each for each in ("open", "selective", "limited", "direct")}
_CATEGORY = {each: each for each in ("goods", "works", "services")}
_CRITERION = {"price": "price", "cost": "cost", "quality": "quality"}
_IN_BRACKETS = re.compile(r"\(.*?\)")
_EXACT = ("percentageExact", "decimalExact")
_POINTS = "pointsExact"
_ELECTRONIC = "electronicSubmission"
_LONGEST_CONTRACT = 40_000


def write_tender(part: Draft, tender: Spot, portal: Portal) -> None:
    """Write the tender into a procurement."""
    part.say("status", code(tender["status"], _STATUS), tender["status"])
    part.say("method", code(tender["procurementMethod"], _METHOD), tender["procurementMethod"])
    _procedure(part, tender["procurementMethodDetails"])
    _threshold(part, tender["aboveThreshold"])
    rationale = tender["procurementMethodRationale"] or _ground(tender)
    part.say("rationale", text(rationale), rationale)
    category = tender["mainProcurementCategory"]
    part.say("category", code(category, _CATEGORY), category)
    classified = _classified(tender)
    part.say("classification", text(classified), classified)
    part.say("legal_basis", text(tender["legalBasis"]["id"]), tender["legalBasis"]["id"])
    enquiries, deadline = tender["enquiryPeriod"]["endDate"], tender["tenderPeriod"]["endDate"]
    part.say("enquiries_until", day(enquiries), enquiries)
    part.say("deadline", day(deadline), deadline)
    ways = tender["submissionMethod"]
    if ways:
        part.say("electronic", any(each.value == _ELECTRONIC for each in ways), ways)
    framework = tender.under("techniques", "hasFrameworkAgreement")
    part.say("framework", flag(framework), framework)
    dynamic = tender.under("techniques", "hasDynamicPurchasingSystem")
    part.say("dynamic", flag(dynamic), dynamic)
    write_amount(part, "value", tender["value"])
    write_amount(part, "least_value", tender["minValue"])
    _lots(part, tender, portal)
    write_amendments(part, "tender", tender)


def _ground(tender: Spot) -> Spot:
    """Return the ground on which tenders were not open to all, where a list gives it."""
    grounds = tender["procurementMethodRationaleClassifications"]
    return next((each["description"] for each in grounds if each["description"]), ABSENT)


def _classified(tender: Spot) -> Spot:
    """Return the code of what is bought: that of the tender, or of items of one division."""
    own = tender["classification"]["id"]
    if own:
        return own
    codes = [code for item in tender["items"] for code in _codes(item)]
    divisions = {str(code.value)[:2] for code in codes}
    return codes[0] if len(divisions) == 1 else own


def _codes(item: Spot) -> list[Spot]:
    listed = [item["classification"], *item["additionalClassifications"]]
    return [each["id"] for each in listed if each["scheme"].value == "CPV" and each["id"]]


def _procedure(part: Draft, spot: Spot) -> None:
    printed = text(spot)
    part.say("procedure", printed, spot)
    if printed is None:
        return
    plain = "".join(_IN_BRACKETS.sub("", printed).lower().split()).removeprefix("other-")
    part.say("procedure_kind", known("procedures").get(plain), spot)
    sides = [side for side in ("above", "below") if f"{side} threshold" in printed.lower()]
    part.say("threshold", sides[0] if len(sides) == 1 else None, spot)


def _threshold(part: Draft, spot: Spot) -> None:
    """Write on which side of the threshold it is, where the record says so apart."""
    above = flag(spot)
    if above is not None and "threshold" not in part.data:
        part.say("threshold", "above" if above else "below", spot)


def _lots(part: Draft, tender: Spot, portal: Portal) -> None:
    lots = list(tender["lots"])
    if lots:
        part.say("number_of_lots", len(lots), tender["lots"])
    for lot in lots or [tender]:
        if lot:
            _lot(part.entry("lots", lot), lot, tender)
    if portal.one_quality_criterion and any(
        _of_quality(each) for each in part.data.get("lots", ())
    ):
        lost = f"{portal.name} may have kept one of several criteria of quality in its export"
        tender["lots"].odd(lost, kind=RemarkKind.LOSS)


def _lot(entry: Draft, lot: Spot, tender: Spot) -> None:
    """Write a lot, or the whole tender where it is not divided."""
    if lot is not tender:
        entry.say("reference", text(lot["id"]), lot["id"])
        entry.say("title", text(lot["title"]), lot["title"])
        entry.say("status", text(lot["status"]), lot["status"])
        write_amount(entry, "value", lot["value"])
    _criteria(entry, _listed_criteria(lot) or _listed_criteria(tender))
    suited = lot["suitability"] or tender["suitability"]
    entry.say("suitable_for_small", flag(suited["sme"]), suited["sme"])
    entry.say("suitable_for_voluntary", flag(suited["vcse"]), suited["vcse"])
    _period(entry, lot["contractPeriod"] or tender["contractPeriod"])
    entry.say("renewable", flag(lot["hasRenewal"]), lot["hasRenewal"])
    entry.say("renewal", text(lot["renewal"]["description"]), lot["renewal"]["description"])
    entry.say("has_options", flag(lot["hasOptions"]), lot["hasOptions"])
    entry.say("options", text(lot["options"]["description"]), lot["options"]["description"])


def _listed_criteria(holder: Spot) -> Spot:
    """Return the list of criteria; without the extension the standard has a code in its place."""
    criteria = holder["awardCriteria"]
    return ABSENT if isinstance(criteria.value, str) else criteria["criteria"]


def _period(entry: Draft, period: Spot) -> None:
    length = period["durationInDays"]
    entry.say("contract_days", count(length, most=_LONGEST_CONTRACT), length)
    entry.say("contract_start", day(period["startDate"]), period["startDate"])
    entry.say("contract_end", day(period["endDate"]), period["endDate"])


def _criteria(lot: Draft, criteria: Spot) -> None:
    for criterion in criteria:
        entry = lot.entry("criteria", criterion)
        entry.say("name", text(criterion["name"]), criterion["name"])
        kind = text(criterion["type"])
        entry.say("kind", _CRITERION.get(kind, "other") if kind else None, criterion["type"])
        printed = text(criterion["description"])
        entry.say("weight_text", printed, criterion["description"])
        if points := _points(criterion):
            entry.say("weight_text", f"{text(points)} points", points)
        spot = criterion["description"]
        found = weight(printed)
        if found is None and not points:
            spot = _exact(criterion)
            found = _weight(spot)
        entry.say("weight", found, spot)


def _points(criterion: Spot) -> Spot:
    """Return how many points a criterion has: no share, as nobody says out of how many."""
    points = (each for each in criterion["numbers"] if each["weight"].value == _POINTS)
    return next((each["number"] for each in points), ABSENT)


def _exact(criterion: Spot) -> Spot:
    """Return the weight of a criterion where the record gives it as an exact number."""
    exact = (each for each in criterion["numbers"] if each["weight"].value in _EXACT)
    return next((each["number"] for each in exact), criterion["weight"])


def _weight(spot: Spot) -> int | Decimal | None:
    found = number(spot)
    return found if found is not None and found >= 0 else None


def _of_quality(lot: dict[str, Any]) -> bool:
    """Say whether a lot has criteria, and one of quality among them."""
    kinds = [each.get("kind") for each in lot.get("criteria", ())]
    return kinds.count("quality") == 1
