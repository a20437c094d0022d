"""Lists: which labels belong together, decided by their neighbours.

The lists that are still open are kept on a stack. A label goes on with the innermost list in which it is the next;
the first label of another style opens a sublist; everything else is a label in the wrong place, which stays in its
list with the value that was written.

Outside of clauses most of what is numbered is no list of a resolution: headings, tables, references, agendas. There a
label that does not go on with a list begins another, unless the list shows itself to be one (`evidence`). Labels that
different automatic lists count are never of one list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reslint.structure.evidence import evident, may_start, surely_glued
from reslint.structure.glue import Glue, closed_labels, run_together
from reslint.structure.labels import Meaning, Written, meanings
from reslint.structure.model import ItemList, Label, LabelStyle, ListItem
from reslint.structure.openlist import Counted, OpenList, innermost, key_of, living, mixed_run, slipped
from reslint.structure.sections import Labelled, Section, following_labels

# So many lists can be open at once; a text that nests deeper is none.
DEEPEST = 12
FARTHEST = 30
KEPT = 512
"""Of so many sections it is kept how their labels make lists, of those that have no more than `MOST` labels."""
MOST = 64

Group = tuple[LabelStyle, int, int | None, tuple[Counted, ...]]
"""Style and level of a list, the number of the list it stands under in its section, and its items."""


def read_lists(sections: Iterable[Section], *, formal: bool) -> tuple[ItemList, ...]:
    """The lists of one section after the other, each in the order of their first items.

    `formal` says that the text is built like a resolution; of another the clauses may be none.
    """
    lists: list[ItemList] = []
    new = tuple.__new__
    for section in sections:
        places, first = section.places, len(lists)
        group = _groups if len(places) <= MOST else _groups.__wrapped__
        for style, level, parent, counted in group(
            tuple(section.labelled), section.clause is None or not formal, section.operative
        ):
            items = []
            for nth, text, counts, value, parts, resolved in counted:
                label_start, label_end, start, end, block = places[nth]
                label = new(Label, (text, label_start, label_end, counts, value, parts, resolved))
                items.append(new(ListItem, (label, block, start, end)))
            above = None if parent is None else first + parent
            lists.append(ItemList(tuple(items), style, level, section.clause, above))
    return tuple(lists)


@lru_cache(maxsize=KEPT)
def _groups(labelled: tuple[Labelled, ...], loose: bool, operative: bool) -> tuple[Group, ...]:
    """How the labels of a section make lists, which nothing else tells; contributions to one text repeat them."""
    reader = ListReader(loose=loose, operative=operative)
    reader.read(labelled)
    return reader.result()


class ListReader:
    """Reads the lists of one section; `lists` holds all that were begun.

    `loose` says that the section stands outside of clauses, `operative` that its clause decides.
    """

    def __init__(self, *, loose: bool, operative: bool) -> None:
        self._loose = loose
        self._operative = operative
        self.lists: list[OpenList] = []
        self._stack: list[OpenList] = []
        self._nth = 0
        self._last: OpenList | None = None

    def read(self, section: Sequence[Labelled]) -> None:
        """Read the labels of the section; no list reaches beyond it."""
        for nth, labelled, ahead in following_labels(section):
            self._nth = nth
            if labelled.written.parts and not labelled.listing:
                self._settle(labelled, closed_labels(self._stack, labelled, self._introduces(labelled)))
            else:
                self._single(labelled, ahead)

    def result(self) -> tuple[Group, ...]:
        """All lists in the order of their first items."""
        kept = [opened for opened in self.lists if opened.merged_into is None and opened.items]
        numbers = {id(opened): number for number, opened in enumerate(kept)}
        return tuple(
            (
                opened.key[0],
                opened.level,
                None if opened.parent is None else numbers.get(id(living(opened.parent))),
                tuple(opened.items),
            )
            for opened in kept
        )

    def _single(self, labelled: Labelled, ahead: frozenset[str]) -> None:
        written = labelled.written
        options = self._options(written, ahead)
        if labelled.weak and not self._operative:
            return
        if self._continue(labelled, options):
            return
        if self._begin(labelled, options):
            return
        if not labelled.listing and self._settle(labelled, run_together(self._stack, labelled, ahead)):
            return
        if labelled.weak:
            return
        if self._loose:
            self._astray_outside(labelled, options, ahead)
        else:
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
            return alphabetic if after in ahead and innermost(self._stack, key_of(alphabetic[0])) is not None else roman
        if awaited or any(opened.takes(roman[0]) for opened in self._stack):
            return options
        if before in ahead:
            return roman
        return alphabetic if after in ahead else options

    def _continue(self, labelled: Labelled, options: tuple[Meaning, ...]) -> bool:
        """Go on with the innermost list that waits for this label; one of the same form before all others."""
        depth = len(self._stack)
        order = sorted(range(depth), key=lambda at: (self._stack[at].form != labelled.written.form, -at))
        for at in order:
            opened = self._stack[at]
            if not opened.counts(labelled) or (self._loose and opened.form != labelled.written.form):
                continue
            for meaning in options:
                if labelled.weak and meaning.value != opened.tip + 1:
                    continue
                if opened.takes(meaning) or (at == depth - 1 and not labelled.weak and mixed_run(opened, meaning)):
                    self._attach(at, labelled, meaning)
                    return True
        return False

    def _begin(self, labelled: Labelled, options: tuple[Meaning, ...]) -> bool:
        """The first label of a list: it opens a sublist, or a new list of the style that is open already."""
        for meaning in options:
            if meaning.value != 1:
                continue
            same = innermost(self._stack, key_of(meaning))
            if labelled.weak and same is not None:
                return False
            if same is None or self._introduces(labelled) or self._stack[same].form != labelled.written.form:
                self._open(labelled, meaning, self._stack[-1] if self._stack else None)
                return True
            opened = self._stack[same]
            sole = len(opened.items) == 1 and opened is self._last and opened.counts(labelled) and not self._loose
            if sole and labelled.adjacent and not labelled.note_like:
                self._attach(same, labelled, meaning)
                return True
            del self._stack[same + 1 :]
            self._open(labelled, meaning, opened.parent)
            return True
        return False

    def _introduces(self, labelled: Labelled) -> bool:
        return self._last is not None and self._last.colon and labelled.adjacent

    def _settle(self, labelled: Labelled, found: Glue | None) -> bool:
        """Put a glued label where it was found to belong: into an open list, or at the start of one."""
        if found is None:
            return False
        if self._loose and not surely_glued(self._stack, labelled, found):
            return False
        if found.at is None:
            parent = self._stack[-1] if self._stack else None
            self._open(labelled, found.meaning, parent, found.parts, found.resolved)
        else:
            self._attach(found.at, labelled, found.meaning, found.parts, found.resolved)
        return True

    def _astray(self, labelled: Labelled, options: tuple[Meaning, ...]) -> None:
        """A label that goes on with nothing: it stays in the innermost list of its style, or begins an excerpt."""
        if labelled.note_like and self._operative:
            return
        likely = [option for option in options if not option.rare]
        for at in range(len(self._stack) - 1, -1, -1):
            for meaning in likely:
                opened = self._stack[at]
                if opened.note_like and len(opened.items) == 1:
                    continue
                if opened.key == key_of(meaning) and opened.counts(labelled):
                    # A number far ahead is that of a table, a note or a provision.
                    if meaning.style is not LabelStyle.DECIMAL or meaning.value <= opened.top + FARTHEST:
                        self._attach(at, labelled, meaning)
                    return
        for meaning in likely:
            if self._stack and self._stack[-1].counts(labelled) and self._replaces(self._stack[-1], meaning):
                self._attach(len(self._stack) - 1, labelled, meaning)
                return
        if likely and may_start(likely[0]):
            self._open(labelled, likely[0], self._stack[-1] if self._stack else None)

    def _astray_outside(self, labelled: Labelled, options: tuple[Meaning, ...], ahead: frozenset[str]) -> None:
        """A label outside of clauses that goes on with nothing: it begins a list, unless it stands in a sure one."""
        likely = [option for option in options if not option.rare]
        for meaning in likely:
            if self._last is not None and evident(self._last, labelled, meaning, ahead):
                self._attach(self._stack.index(self._last), labelled, meaning)
                return
        if likely and may_start(likely[0]):
            same = innermost(self._stack, key_of(likely[0]))
            parent = self._stack[-1] if self._stack else None
            if same is not None:
                parent = self._stack[same].parent
                del self._stack[same + 1 :]
            self._open(labelled, likely[0], parent)

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
            labelled.written.form,
            labelled.introduced,
            labelled.note_like,
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
            if not self._loose and slipped(above, opened):
                above.merged_into = opened
                opened.items.extend(above.items)
        del self._stack[at + 1 :]
        item = Counted(self._nth, labelled.written.text, meaning.style, meaning.value, parts, resolved)
        opened.add(item, labelled)
        self._last = opened
