"""A result that hangs on corrections is made again with them."""

from auditor.load.document import Remark, RemarkKind
from auditor.load.read_with import options_of, remark_on


def test_corrections_come_back_as_options_that_can_be_copied():
    said = [Remark(RemarkKind.READING, remark_on(text)) for text in ("H=deadweight", "title=A hub")]
    others = Remark(RemarkKind.READING, "Column A is not used.")
    assert options_of([*said, others]) == ("--map H=deadweight", "--map 'title=A hub'")
