"""Automatic numbers, counted once a view: a paragraph that is not there in a view does not count in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from reslint.documents.model import SEEN, ViewName
from reslint.documents.numerals import repeated_letters, roman
from reslint.documents.word.numbering import Level, List, Lists
from reslint.documents.word.paragraphs import LAST_LEVEL, Numbering, ReadParagraph
from reslint.named import NamedTuple

BLANK = re.compile("%([1-9])")
# Signs of symbol fonts, which lie in the private area and mean nothing in another font.
FIRST_SYMBOL, LAST_SYMBOL, BULLET = "\uf000", "\uf0ff", "•"


class Numbered(NamedTuple):
    """The label of a paragraph, and the name of the list that counted it, from where it last began anew."""

    label: str = ""
    listing: str = ""


NONE = Numbered()


def labels(paragraphs: Iterable[ReadParagraph], lists: Lists, view: ViewName) -> Iterator[Numbered]:
    """The label of every paragraph in a view, empty for one without, or whose words go on in the next."""
    seen = SEEN[view]
    original = view is ViewName.ORIGINAL
    counters = _Counters()
    # Of the very many paragraphs of a long file, most say the same as others.
    levels: dict[Numbering, tuple[str, List, int] | None] = {}
    for paragraph in paragraphs:
        said = paragraph.numbering
        if original and paragraph.former is not None:
            said = paragraph.former
        try:
            level = levels[said]
        except KeyError:
            level = levels[said] = lists.level_of(said)
        if level is None or paragraph.row not in seen or not paragraph.ends(view):
            yield NONE
        else:
            yield counters.next(*level)


class _Counters:
    """The numbers of all lists as far as they have been counted."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        self._runs: dict[tuple[str, int], int] = {}

    def next(self, number: str, listed: List, at: int) -> Numbered:
        """Count one paragraph, and give its label."""
        counts = self._counts.setdefault(listed.counter, [None] * (LAST_LEVEL + 1))
        if number not in self._begun:
            self._begun.add(number)
            for level in listed.starts:
                counts[level] = None
        for above in range(at):
            # A level that is passed over has begun all the same: behind 1.1.1, the next one on the second level is 1.2.
            if counts[above] is None:
                counts[above] = self._begin(listed, above)
        count = counts[at]
        counts[at] = self._begin(listed, at) if count is None else count + 1
        for below in range(at + 1, LAST_LEVEL + 1):
            restart = listed.levels.get(below, Level()).restart
            if restart is None or at < restart:
                counts[below] = None
        return Numbered(_written(listed, at, counts), f"{listed.counter}/{at}/{self._runs[listed.counter, at]}")

    def _begin(self, listed: List, at: int) -> int:
        """Begin to count a level anew; where it starts."""
        counted = listed.counter, at
        self._runs[counted] = self._runs.get(counted, 0) + 1
        return listed.starts.get(at, listed.levels.get(at, Level()).start)


def _written(listed: List, at: int, counts: list[int | None]) -> str:
    level = listed.levels.get(at)
    if level is None:
        return ""
    if level.format == "bullet":
        return "".join(BULLET if FIRST_SYMBOL <= sign <= LAST_SYMBOL else sign for sign in level.text)

    def number(blank: re.Match[str]) -> str:
        which = int(blank[1]) - 1
        shown = listed.levels.get(which, Level())
        count = counts[which]
        # A level may write all numbers in figures; those with a zero before them are figures already: "Section 1.01".
        form = "decimal" if level.legal and shown.format != "decimalZero" else shown.format
        return formatted(listed.starts.get(which, shown.start) if count is None else count, form)

    return BLANK.sub(number, level.text)


def formatted(number: int, form: str) -> str:
    """A number as a format of lists writes it; a format that is not known here counts in figures."""
    return FORMATS.get(form, str)(number)


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": repeated_letters,
    "upperLetter": lambda number: repeated_letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": _ordinal,
    "none": lambda _: "",
}
