"""Lists: which labels belong together, decided by their neighbours.

The lists that are still open are kept on a stack. A label goes on with the innermost list in which it is the next;
the first label of another style opens a sublist; everything else is a label in the wrong place, which stays in its
list with the value that was written.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reslint.structure.labels import Meaning, Written, core_of, meanings, splits
from reslint.structure.model import ItemList, Label, ListItem, Style
from reslint.structure.outline import Labelled, Section, following_labels

# So many lists can be open at once; a text that nests deeper is none.
DEEPEST = 12
Key = tuple[Style, bool, str]


def key_of(meaning: Meaning) -> Key:
    """What all labels of a list have in common."""
    return meaning.style, meaning.upper, meaning.prefix


@dataclass(slots=True)
class OpenList:
    """A list while it is read.

    `tip` is the last value that was in its place, `echo` that of the last item, `top` the highest: the list may go on
    from each. `slack` counts the labels since then that nobody can tell: they take a place, but which is not known.
    `colon` and `stop` say how its last item ends.
    """

    key: Key
    level: int
    parent: OpenList | None
    clause: int | None
    bare: bool
    introduced: bool
    items: list[ListItem] = field(default_factory=list)
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

    def add(self, item: ListItem, labelled: Labelled) -> None:
        """Append an item; its value becomes the tip only where it is in its place."""
        value = item.label.value
        if item.label.parts and not item.label.resolved and self.items:
            self.slack += 1
        else:
            if value in (self.tip + 1, self.tip + 1 + self.slack) or not self.items:
                self.tip = value
            self.echo = value
            self.top = max(self.top, value)
            self.slack = 0
        self.items.append(item)
        self.colon = labelled.colon
        self.stop = labelled.stop


class ListReader:
    """Reads the lists of one section after the other; `lists` holds all that were begun."""

    def __init__(self) -> None:
        self.lists: list[OpenList] = []
        self._stack: list[OpenList] = []
        self._section = Section(None)
        self._last: OpenList | None = None

    def read(self, section: Section) -> None:
        """Read the labels of one section; no list reaches beyond it."""
        self._stack = []
        self._last = None
        self._section = section
        for labelled, ahead in following_labels(section):
            if labelled.written.parts:
                self._chain(labelled)
            else:
                self._single(labelled, ahead)

    def result(self) -> tuple[ItemList, ...]:
        """All lists in the order of their first items."""
        kept = [opened for opened in self.lists if opened.merged_into is None and opened.items]
        numbers = {id(opened): number for number, opened in enumerate(kept)}
        return tuple(
            ItemList(
                tuple(opened.items),
                opened.key[0],
                opened.level,
                opened.clause,
                None if opened.parent is None else numbers.get(id(_living(opened.parent))),
            )
            for opened in kept
        )

    def _single(self, labelled: Labelled, ahead: frozenset[str]) -> None:
        written = labelled.written
        options = self._options(written, ahead)
        if labelled.weak and not self._section.operative:
            return
        if self._continue(labelled, options):
            return
        if self._begin(labelled, options):
            return
        if self._glued(labelled, ahead):
            return
        if labelled.weak:
            return
        self._astray(labelled, options)

    def _options(self, written: Written, ahead: frozenset[str]) -> tuple[Meaning, ...]:
        """What the label may mean here: "i", "v" and "x" are told apart by the labels around them."""
        options = meanings(written.core, written.prefix)
        core = written.core.lower()
        if core not in ("i", "v", "x") or written.prefix:
            return options
        roman, alphabetic = (options[0],), (options[1],)
        after, before = chr(ord(core) + 1), core + "i"
        awaited = any(opened.takes(alphabetic[0]) for opened in self._stack)
        if core == "i":
            if awaited:
                colon = self._last is not None and self._last.colon
                return roman if before in ahead or (colon and after not in ahead) else alphabetic
            return alphabetic if after in ahead and self._has(alphabetic[0]) else roman
        if awaited or any(opened.takes(roman[0]) for opened in self._stack):
            return options
        if before in ahead:
            return roman
        return alphabetic if after in ahead else options

    def _has(self, meaning: Meaning) -> bool:
        return any(opened.key == key_of(meaning) for opened in self._stack)

    def _continue(self, labelled: Labelled, options: tuple[Meaning, ...]) -> bool:
        for at in range(len(self._stack) - 1, -1, -1):
            for meaning in options:
                opened = self._stack[at]
                if opened.takes(meaning) and not (labelled.weak and meaning.value != opened.tip + 1):
                    self._attach(at, labelled, meaning)
                    return True
                if self._mixed_run(opened, meaning) and at == len(self._stack) - 1 and not labelled.weak:
                    self._attach(at, labelled, meaning)
                    return True
        return False

    def _mixed_run(self, opened: OpenList, meaning: Meaning) -> bool:
        """Whether the label goes on from one of its own style that stands in a list of another."""
        last = opened.items[-1].label if opened.items else None
        return (
            last is not None
            and last.style is meaning.style is not opened.key[0]
            and meaning.value == last.value + 1
            and not meaning.rare
        )

    def _begin(self, labelled: Labelled, options: tuple[Meaning, ...]) -> bool:
        """The first label of a list: it opens a sublist, or a new list of the style that is open already."""
        for meaning in options:
            if meaning.value != 1:
                continue
            same = self._innermost(key_of(meaning))
            if labelled.weak and same is not None:
                return False
            if same is None or self._introduces(labelled):
                self._open(labelled, meaning, self._stack[-1] if self._stack else None)
                return True
            opened = self._stack[same]
            if len(opened.items) == 1 and labelled.adjacent and opened is self._last:
                self._attach(same, labelled, meaning)
                return True
            del self._stack[same + 1 :]
            self._open(labelled, meaning, opened.parent)
            return True
        return False

    def _introduces(self, labelled: Labelled) -> bool:
        return self._last is not None and self._last.colon and labelled.adjacent

    def _innermost(self, key: Key) -> int | None:
        for at in range(len(self._stack) - 1, -1, -1):
            if self._stack[at].key == key:
                return at
        return None

    def _glued(self, labelled: Labelled, ahead: frozenset[str]) -> bool:
        """A label run together from two: one of them goes on with a list, or begins one."""
        written = labelled.written
        if written.opening or written.prefix:
            return False
        pairs = splits(written.core)
        for at in range(len(self._stack) - 1, -1, -1):
            for pair in pairs:
                for part in (pair[1], pair[0]):
                    for meaning in meanings(part):
                        opened = self._stack[at]
                        if not meaning.rare and opened.takes(meaning) and self._alike(pair, meaning):
                            self._attach(at, labelled, meaning, self._parts(written, pair), written.with_core(part))
                            return True
        for pair in pairs:
            for part in pair:
                for meaning in meanings(part):
                    begins = meaning.value == 1 and not self._has(meaning) and self._alike(pair, meaning)
                    if begins and (not part.isdigit() or "2" in ahead) and not labelled.weak:
                        parent = self._stack[-1] if self._stack else None
                        parts = self._parts(written, pair)
                        self._open(labelled, meaning, parent, parts, written.with_core(part))
                        return True
        return self._neighbours(labelled, pairs)

    def _neighbours(self, labelled: Labelled, pairs: tuple[tuple[str, str], ...]) -> bool:
        """Two labels that follow each other run together, of which neither goes on with the list."""
        written = labelled.written
        if written.core.isdigit() or any(not meaning.rare for meaning in meanings(written.core)):
            return False
        for pair in pairs:
            values = [ord(part) - 96 for part in pair if len(part) == 1]
            at = self._innermost((Style.ALPHABETIC, False, ""))
            if len(values) == 2 and abs(values[0] - values[1]) == 1 and at is not None:
                self._attach(
                    at, labelled, Meaning(Style.ALPHABETIC, values[1]), self._parts(written, pair), resolved=""
                )
                return True
        return False

    @staticmethod
    def _alike(pair: tuple[str, str], meaning: Meaning) -> bool:
        return all(any(other.style is meaning.style and not other.rare for other in meanings(part)) for part in pair)

    @staticmethod
    def _parts(written: Written, pair: tuple[str, str]) -> tuple[str, ...]:
        return tuple(written.with_core(part) for part in pair)

    def _chain(self, labelled: Labelled) -> None:
        """Labels that are closed each by itself: "i)ii)", "b) a)"."""
        parts = labelled.written.parts
        read = [(part, meaning) for part in reversed(parts) for meaning in meanings(core_of(part))]
        read = [
            (part, meaning)
            for part, meaning in read
            if not meaning.rare
            and all(any(key_of(other) == key_of(meaning) for other in meanings(core_of(one))) for one in parts)
        ]
        for at in range(len(self._stack) - 1, -1, -1):
            for part, meaning in read:
                if self._stack[at].takes(meaning):
                    self._attach(at, labelled, meaning, parts, part)
                    return
        for part, meaning in read:
            if meaning.value == 1 and (not self._has(meaning) or self._introduces(labelled)):
                self._open(labelled, meaning, self._stack[-1] if self._stack else None, parts, part)
                return
        for _, meaning in read:
            found = self._innermost(key_of(meaning))
            if found is not None:
                self._attach(found, labelled, meaning, parts, "")
                return
        if read:
            self._open(labelled, read[0][1], self._stack[-1] if self._stack else None, parts, "")

    def _astray(self, labelled: Labelled, options: tuple[Meaning, ...]) -> None:
        """A label that goes on with nothing: it stays in the innermost list of its style, or begins an excerpt."""
        likely = [option for option in options if not option.rare and not _far_fetched(labelled.written, option)]
        for at in range(len(self._stack) - 1, -1, -1):
            for meaning in likely:
                if self._stack[at].key == key_of(meaning):
                    self._attach(at, labelled, meaning)
                    return
        for meaning in likely:
            if self._stack and self._replaces(self._stack[-1], meaning):
                self._attach(len(self._stack) - 1, labelled, meaning)
                return
        if likely and (likely[0].value <= 26 or likely[0].style is Style.DECIMAL):
            self._open(labelled, likely[0], self._stack[-1] if self._stack else None)

    def _replaces(self, opened: OpenList, meaning: Meaning) -> bool:
        """Whether a label has the value that is due, but another style: a), b), 3)."""
        return opened.tip + 1 == meaning.value and meaning.prefix == opened.key[2] == "" and not opened.colon

    def _open(
        self,
        labelled: Labelled,
        meaning: Meaning,
        parent: OpenList | None,
        parts: tuple[str, ...] = (),
        resolved: str = "",
    ) -> None:
        level = 0 if parent is None else parent.level + 1
        opened = OpenList(
            key_of(meaning),
            level,
            parent,
            self._section.clause,
            labelled.written.bare,
            labelled.introduced,
        )
        self.lists.append(opened)
        self._stack.append(opened)
        del self._stack[:-DEEPEST]
        self._attach(len(self._stack) - 1, labelled, meaning, parts, resolved)

    def _attach(
        self, at: int, labelled: Labelled, meaning: Meaning, parts: tuple[str, ...] = (), resolved: str = ""
    ) -> None:
        opened = self._stack[at]
        for above in self._stack[at + 1 :]:
            if _slipped(above, opened):
                above.merged_into = opened
                opened.items.extend(above.items)
        del self._stack[at + 1 :]
        label = Label(
            labelled.written.text,
            labelled.label_start,
            labelled.label_end,
            meaning.style,
            meaning.value,
            parts,
            resolved,
        )
        opened.add(ListItem(label, labelled.block, labelled.start, labelled.end), labelled)
        self._last = opened


def _slipped(above: OpenList, opened: OpenList) -> bool:
    """Whether a list of one item is no list but a wrong label in the list that goes on after it."""
    alone = len(above.items) == 1 and above.key == opened.key and above.level == opened.level
    return alone and not above.introduced and (not above.bare or above.stop)


def _far_fetched(written: Written, meaning: Meaning) -> bool:
    """A single "c" or "l" is a roman numeral only where one is due."""
    return meaning.style is Style.ROMAN and len(written.core) == 1 and written.core.lower() not in "ivx"


def _living(opened: OpenList) -> OpenList:
    while opened.merged_into is not None:
        opened = opened.merged_into
    return opened
