"""Take the text out of a page of HTML that we have made, block by block."""

from dataclasses import dataclass
from html.parser import HTMLParser

_BLOCKS = frozenset(
    ["article", "body", "div", "h1", "h2", "h3", "h4", "header", "li", "ol", "p", "section", "svg",
     "table", "tbody", "text", "thead", "tr", "ul"]
)  # fmt: skip
_APART = frozenset({"br", "td", "th"})
_UNPRINTED = frozenset({"head", "title", "desc"})
_PAGE_ONE = "page-one"


@dataclass(frozen=True, slots=True)
class Block:
    """The text of a paragraph, heading, item or row; whether it is on page one, or drawn."""

    text: str
    on_page_one: bool
    is_drawn: bool
    is_item: bool


def blocks_of(page: str) -> list[Block]:
    """Return every block of text of a page, in order."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.blocks


class _Reader(HTMLParser):
    """Collect text between the tags of blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._unprinted = self._drawn = 0
        self._divisions: list[bool] = []  # whether each open one is page one
        self._item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_block(tag)
        self._unprinted += tag in _UNPRINTED
        self._drawn += tag == "svg"
        if tag == "div":
            self._divisions.append(dict(attrs).get("class") == _PAGE_ONE)
        self._item = self._item or tag == "li"

    def handle_endtag(self, tag: str) -> None:
        self._end_block(tag)
        self._unprinted -= tag in _UNPRINTED
        self._drawn -= tag == "svg"
        if tag == "div" and self._divisions:
            self._divisions.pop()

    def handle_data(self, data: str) -> None:
        if not self._unprinted:
            self._text.append(data)

    def _end_block(self, tag: str) -> None:
        if tag not in _BLOCKS:
            self._text.append(" " if tag in _APART else "")
            return
        text = "".join(self._text)
        self._text.clear()
        if text.strip():
            self.blocks.append(Block(text, any(self._divisions), self._drawn > 0, self._item))
            self._item = False
