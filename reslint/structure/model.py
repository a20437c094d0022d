"""How a text is built: headings, clauses (considering, resolves …) and the items of their lists.

All offsets are zero-based characters of the view's text.
"""

from __future__ import annotations

from enum import StrEnum

from reslint.named import NamedTuple


class LabelStyle(StrEnum):
    """How the labels of a list count."""

    ALPHABETIC = "alphabetic"
    CYRILLIC = "cyrillic"
    ABJAD = "abjad"
    ROMAN = "roman"
    DECIMAL = "decimal"
    BULLET = "bullet"


class ClauseKind(StrEnum):
    """Whether a clause recalls and considers, or decides."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    OTHER = "other"


class Clause(NamedTuple):
    """A clause of a resolution: its heading ("considering further") and the blocks it reaches over.

    `start` and `end` are the range of the heading's words; `first` and `last` number the view's blocks after the
    heading (`last` is exclusive). `parts` are the ranges of the single words where two headings stand glued together
    ("consideringrecalling").
    """

    heading: str
    kind: ClauseKind
    start: int
    end: int
    block: int
    first: int
    last: int
    parts: tuple[tuple[int, int], ...] = ()


class Label(NamedTuple):
    """A label as it was written, with what it means in its list.

    `text` is the written label ("ef)"); `start` and `end` its range (empty for an automatic number, which stands in
    no text). `style` and `value` are what its neighbours make of it ("i" is roman 1 or alphabetic 9). `parts` are the
    single labels of a glued one, `resolved` the part that continues the list.
    """

    text: str
    start: int
    end: int
    style: LabelStyle
    value: int
    parts: tuple[str, ...] = ()
    resolved: str = ""

    @property
    def read(self) -> str:
        """The label as it is to be read: of a glued one the part that continues the list."""
        return self.resolved or self.text


class ListItem(NamedTuple):
    """An item of a list: `block` numbers its paragraph in the view, `start` and `end` its words after the label."""

    label: Label
    block: int
    start: int
    end: int

    @property
    def mark(self) -> tuple[int, int]:
        """The range to point at for the label: its own, or the item's words where an automatic number has none."""
        label = self.label
        return (label.start, label.end) if label.start < label.end else (self.start, self.end)


class ItemList(NamedTuple):
    """The items of one list in text order; `level` is 0 for a list right under its clause.

    `clause` is the number of its clause in `Structure.clauses`, None outside of clauses. `parent` is the number, in
    `Structure.lists`, of the list whose item it stands under.
    """

    items: tuple[ListItem, ...]
    style: LabelStyle
    level: int
    clause: int | None
    parent: int | None = None


class Heading(NamedTuple):
    """The head of a resolution: its heading, its history line and its adopting line, as block numbers or None."""

    block: int
    history: int | None
    adopting: int | None


class Structure(NamedTuple):
    """Everything the structure reader found, in text order."""

    clauses: tuple[Clause, ...]
    lists: tuple[ItemList, ...]
    headings: tuple[Heading, ...]
