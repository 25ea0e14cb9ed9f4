"""Tell whether a file shows that one provider was awarded the contract without a competition."""

from auditor.facts.reading import entries, stated
from auditor.model.file import Case


def awarded_directly(case: Case) -> bool:
    """Say whether the record of the procurement, or its notice alone, shows a direct award.

    A transparency notice tells one where there is no tender notice and the record has no method.
    """
    record = stated(case.procurement)
    method, kind = (record.method, record.procedure_kind) if record else (None, None)
    if method == "direct" or (kind == "single_tender" and method in (None, "limited")):
        return True
    if method is not None:
        return False
    kinds = {notice.kind for notice in entries(case.notices)}
    return "transparency" in kinds and "tender" not in kinds
