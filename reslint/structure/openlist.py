"""A list while it is read: what it holds, and which label would be its next."""

from __future__ import annotations

from collections.abc import Sequence

from reslint.named import NamedTuple
from reslint.structure.labels import Meaning
from reslint.structure.model import LabelStyle
from reslint.structure.sections import Labelled
from reslint.values import Record, made

Key = tuple[LabelStyle, bool, str]


def key_of(meaning: Meaning) -> Key:
    """What all labels of a list have in common."""
    return meaning.style, meaning.upper, meaning.prefix


class Counted(NamedTuple):
    """An item of a list: the number of its paragraph among those of the section, and what its label means."""

    nth: int
    text: str
    style: LabelStyle
    value: int
    parts: tuple[str, ...]
    resolved: str


class OpenList(Record):
    """A list while it is read.

    `tip` is the last value that was in its place, `echo` that of the last item, `top` the highest: the list may go on
    from each. `slack` counts the labels since then that nobody can tell: they take a place, but which is not known.
    `colon` and `stop` say how its last item ends. `listing` names the automatic list that counts its labels.
    """

    key: Key
    level: int
    parent: OpenList | None
    form: tuple[str, str]
    introduced: bool
    note_like: bool = False
    listing: str = ""
    items: list[Counted] = made(factory=list)
    tip: int = 0
    echo: int = 0
    top: int = 0
    slack: int = 0
    colon: bool = False
    stop: bool = False
    merged_into: OpenList | None = None

    def takes(self, meaning: Meaning) -> bool:
        """Whether the label is the next of this list."""
        due = self.tip + 1
        if meaning.value not in (due, due + self.slack, self.echo + 1, self.top + 1):
            return False
        return key_of(meaning) == self.key and not (meaning.rare and meaning.value <= 27)

    def counts(self, labelled: Labelled) -> bool:
        """Whether a label can be one of this list as far as its origin goes: automatic lists do not mix."""
        return one_origin(self.listing, labelled.listing)

    def add(self, item: Counted, labelled: Labelled) -> None:
        """Append an item; its value becomes the tip only where it is in its place."""
        value = item.value
        if item.parts and not item.resolved and self.items:
            self.slack += 1
        else:
            if value in (self.tip + 1, self.tip + 1 + self.slack) or not self.items:
                self.tip = value
            self.echo = value
            self.top = max(self.top, value)
            self.slack = 0
        self.items.append(item)
        self.listing = self.listing or labelled.listing
        self.colon = labelled.colon
        self.stop = labelled.stop


def one_origin(one: str, other: str) -> bool:
    """Whether labels of two automatic lists, or of one and a typed one, can be of one list."""
    return not one or not other or one == other


def innermost(stack: Sequence[OpenList], key: Key) -> int | None:
    """The place on the stack of the innermost list of a key."""
    for at in range(len(stack) - 1, -1, -1):
        if stack[at].key == key:
            return at
    return None


def slipped(above: OpenList, opened: OpenList) -> bool:
    """Whether a list of one item is no list but a wrong label in the list that goes on after it."""
    alone = len(above.items) == 1 and above.key == opened.key and above.level == opened.level
    alone = alone and one_origin(above.listing, opened.listing)
    return alone and not above.introduced and (above.form[1] != "" or above.stop)


def mixed_run(opened: OpenList, meaning: Meaning) -> bool:
    """Whether the label goes on from one of its own style that stands in a list of another."""
    last = opened.items[-1]
    runs = last.style is meaning.style is not opened.key[0] and meaning.value == last.value + 1
    return runs and not meaning.rare


def living(opened: OpenList) -> OpenList:
    while opened.merged_into is not None:
        opened = opened.merged_into
    return opened
