"""Answer what can be asked of the signatures of a report: valid, by whom, of an unchanged file."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from auditor.output.words import cut
from auditor.sealing.answer import NOT_SIGNED, Answer, Question, Verdict, cannot_say, no, yes
from auditor.sealing.contents import Unreadable, contents, texts
from auditor.sealing.given import Given
from auditor.sealing.signatures import Later, Signature, Stamp, Trust

_MOST = 20
_WHY = {
    Trust.UNKNOWN: "no certificate that you trust vouches for that of {name}",
    Trust.UNFIT: "the certificate of {name} is not meant for signing documents",
    Trust.OUT_OF_DATE: "the certificate of {name} was not valid (it is from {begins} to {ends})",
    Trust.UNPROVEN: "the certificate of {name} expired on {ends}, and only the signature itself "
    "says that it is older: no timestamp that you trust proves it",
    Trust.REVOKED: "the certificate of {name} was revoked",
}


def answer(question: Question, found: Sequence[Signature], raw: bytes, given: Given) -> Answer:
    """Answer a question about the signatures that were found in a PDF."""
    if not found:
        return cannot_say(question, NOT_SIGNED)
    match question:
        case Question.SIGNATURE:
            return _valid(found)
        case Question.SIGNER:
            return _trusted(found, given)
    return _unchanged(found, raw)


def _valid(found: Sequence[Signature]) -> Answer:
    details = [_described(each) for each in found]
    wrong = [f"that of {_name(each)} is not valid: {each.fault}" for each in found if each.fault]
    if wrong:
        return no(Question.SIGNATURE, "; ".join(wrong), details)
    names = " and ".join(dict.fromkeys(_name(each) for each in found))
    return yes(Question.SIGNATURE, f"it is valid, made with the key of {names}", details)


def _described(found: Signature) -> str:
    itself = found.by.issuer == found.by.name
    issuer = (
        "by a certificate of their own" if itself else f"certified by {cut(found.by.issuer, 80)}"
    )
    parts = [
        f"{_name(found)}, {issuer}",
        f"SHA-256 of the certificate {found.by.sha256}",
        f"signed on {_time(found.claimed)}, as it says itself" if found.claimed else "",
        f"reason given: {cut(found.reason, 200)}" if found.reason else "",
    ]
    return "; ".join(filter(None, parts))


def _trusted(found: Sequence[Signature], given: Given) -> Answer:
    details = [_stamped(each.stamp) for each in found if each.stamp]
    if not given.trusted:
        names = " and ".join(f"{_name(each)} (SHA-256 {each.by.sha256})" for each in found)
        why = "you have named no certificate that you trust (--trust); the report was signed with"
        return Answer(
            Question.SIGNER, Verdict.CANNOT_SAY, f"{why} the certificate of {names}", tuple(details)
        )
    if any(each.fault for each in found):
        return cannot_say(
            Question.SIGNER, "a signature that is not valid does not show who made it"
        )
    wrong = [each for each in found if each.trust is not Trust.TRUSTED]
    why = "; ".join(_why(each) for each in wrong)
    if any(each.trust is not Trust.UNPROVEN for each in wrong):
        return no(Question.SIGNER, why, details)
    if wrong:
        return Answer(Question.SIGNER, Verdict.CANNOT_SAY, why, tuple(details))
    names = " and ".join(dict.fromkeys(_name(each) for each in found))
    why = f"a certificate that you trust vouches for {names}; whether it was revoked was not asked"
    return yes(Question.SIGNER, why, details)


def _why(found: Signature) -> str:
    by = found.by
    return _WHY[found.trust].format(
        name=f"{_name(found)} (SHA-256 {by.sha256})",
        begins=f"{by.begins:%Y-%m-%d}",
        ends=f"{by.ends:%Y-%m-%d}",
    )


def _stamped(stamp: Stamp) -> str:
    by = f"{cut(stamp.by.name, 80)} (SHA-256 {stamp.by.sha256})"
    if not stamp.valid:
        return f"its timestamp by {by} is not valid"
    trust = (
        "which you trust" if stamp.trusted else "which no certificate that you trust vouches for"
    )
    return f"timestamp of {_time(stamp.at)} by {by}, {trust}"


def _unchanged(found: Sequence[Signature], raw: bytes) -> Answer:
    asked = Question.UNCHANGED
    if any(each.fault for each in found):
        return no(asked, next(each.fault for each in found if each.fault))
    if any(each.end == 0 for each in found):
        return no(asked, "a signature does not speak for the file in one piece")
    changed = [each for each in found if each.later is Later.OTHER]
    if changed:
        end = min(each.end for each in changed)
        more = len(raw) - end
        many = "1 byte was" if more == 1 else f"{more} bytes were"
        why = f"{many} added after it was signed, against what was signed"
        return no(asked, why, list(_changes(raw[:end], raw))[:_MOST])
    if any(each.later is Later.FIELDS for each in found):
        return cannot_say(asked, "a further signature or form field was added after it was signed, "
                          "and nothing else; what the field shows was not compared")  # fmt: skip
    if any(each.later is Later.UPKEEP for each in found):
        return yes(asked, "all that was added later is what keeps the signature verifiable")
    return yes(asked, "the signature speaks for the whole file, to its last byte")


def _changes(before: bytes, after: bytes) -> Iterator[str]:
    """Yield what a change after signing did to the pages and files of a report."""
    try:
        old, new = texts(before), texts(after)
        files, made = contents(before).files, contents(after).files
    except Unreadable as error:
        yield str(error)
        return
    if len(old) != len(new):
        yield f"it had {len(old)} pages and has {len(new)}"
    for number, (one, other) in enumerate(zip(old, new, strict=False), 1):
        if one != other:
            yield f"page {number} reads otherwise than when it was signed"
    for name in sorted({*files, *made}):
        if files.get(name) != made.get(name):
            yield f"{name} is not the file that was signed"


def _name(found: Signature) -> str:
    return cut(found.by.name, 80)


def _time(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
