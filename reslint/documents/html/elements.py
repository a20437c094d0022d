"""The elements that are open while a page is read, closed as the HTML standard closes them (section 13.2.6).

Only those are kept that mean something here: blocks, changes, marks of notes, and whatever is hidden. The place of
every name on the stack is known, so that no end tag has to look for its start.
"""

from __future__ import annotations

from reslint.documents.html.lists import Item, OrderedList
from reslint.documents.model import Provenance
from reslint.named import NamedTuple


class Change(NamedTuple):
    """What `<ins>` and `<del>` say of what is in them."""

    provenance: Provenance = Provenance.KEPT
    author: str | None = None
    date: str | None = None


class Element(NamedTuple):
    """An open element, with what holds for the words in it.

    `row` is how its innermost block came to stand there, `noted` whether it is the mark of a note, `listed` the
    ordered list it is, `item` the item of one around it.
    """

    name: str
    change: Change = Change()
    row: Provenance = Provenance.KEPT
    hidden: bool = False
    noted: bool = False
    preformatted: bool = False
    listed: OrderedList | None = None
    item: Item | None = None


VOID = frozenset(
    ("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
     "meta", "param", "source", "track", "wbr")
)  # fmt: skip
TABLE_PARTS = frozenset(("caption", "tbody", "td", "tfoot", "th", "thead", "tr"))
LISTS = frozenset(("dir", "menu", "ol", "ul"))
BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
     "hgroup", "hr", "html", "legend", "li", "listing", "main", "nav", "optgroup", "option", "p", "pre", "section",
     "select", "summary", "table", "textarea", "title", "xmp")
) | TABLE_PARTS | LISTS  # fmt: skip
PREFORMATTED = frozenset(("listing", "pre", "textarea", "xmp"))
# What a browser that can do all draws in another way than by the words in it.
NOT_READ = frozenset(
    ("audio", "canvas", "iframe", "noembed", "noframes", "noscript", "object", "script", "style", "svg", "template",
     "video")
)  # fmt: skip
SCOPE = ("table", "td", "th", "caption", "template", "object")
# Blocks that may stand in a paragraph or do not close it.
NOT_CLOSING = TABLE_PARTS | {"body", "head", "html", "legend", "optgroup", "option", "select", "textarea", "title"}
# Which open elements the start of another closes, and behind which they are out of its reach.
CLOSED_BY_START = {
    "li": (("li",), (*SCOPE, *LISTS)),
    "dd": (("dd", "dt"), (*SCOPE, "dl")),
    "dt": (("dd", "dt"), (*SCOPE, "dl")),
    "td": (("td", "th", "caption"), ("table",)),
    "th": (("td", "th", "caption"), ("table",)),
    "tr": (("tr", "caption"), ("table",)),
    "tbody": (("tbody", "thead", "tfoot", "caption"), ("table",)),
    "thead": (("tbody", "thead", "tfoot", "caption"), ("table",)),
    "tfoot": (("tbody", "thead", "tfoot", "caption"), ("table",)),
    "option": (("option",), ("select",)),
}


class Elements:
    """The stack of open elements; `top` is the innermost one."""

    __slots__ = ("_places", "_stack", "top")

    def __init__(self) -> None:
        self.top = Element("")
        self._stack = [self.top]
        self._places: dict[str, list[int]] = {}

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack) - 1

    def push(self, element: Element) -> None:
        """Open an element."""
        self._places.setdefault(element.name, []).append(len(self._stack))
        self._stack.append(element)
        self.top = element

    def close_for(self, name: str) -> None:
        """Close what the start of an element of this name closes."""
        if name in CLOSED_BY_START:
            closed, barriers = CLOSED_BY_START[name]
            self._pop_to(min((at for one in closed if (at := self._within(one, barriers))), default=0))
        if name in BLOCKS and name not in NOT_CLOSING:
            self._pop_to(self._within("p", SCOPE))

    def end(self, name: str) -> bool:
        """Close the element that an end tag ends, with all in it; whether a block was closed."""
        at = self._within(name, ("table",) if name == "table" or name in TABLE_PARTS else SCOPE)
        if not at:
            return name == "p"  # it stands for an empty paragraph
        blocks = any(element.name in BLOCKS for element in self._stack[at:])
        self._pop_to(at)
        return blocks

    def may_begin(self, name: str) -> bool:
        """Whether an element may stand here; a part of a table outside of any is passed over."""
        return name not in TABLE_PARTS or self._place("table") > 0

    def list_around(self) -> OrderedList | None:
        """The ordered list of a new item; None for one of another list, or of none."""
        at = max((self._place(name) for name in LISTS), default=0)
        return self._stack[at].listed if at else None

    def _place(self, name: str) -> int:
        places = self._places.get(name)
        return places[-1] if places else 0

    def _within(self, name: str, barriers: tuple[str, ...]) -> int:
        """Where the innermost element of a name is open, 0 if it is not, or only behind a barrier."""
        at = self._place(name)
        return at if at and all(self._place(barrier) <= at for barrier in barriers) else 0

    def _pop_to(self, at: int) -> None:
        """Close the element at a place and all in it; nothing for 0."""
        if at:
            for element in self._stack[at:]:
                self._places[element.name].pop()
            del self._stack[at:]
            self.top = self._stack[-1]
