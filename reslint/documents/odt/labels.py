"""Automatic numbers, counted once a view: a paragraph that is not there in a view does not count in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reslint.documents.model import SEEN, ViewName
from reslint.documents.numerals import letters, repeated_letters, roman
from reslint.documents.odt.paragraphs import Numbering, ReadParagraph
from reslint.documents.odt.styles import LAST_LEVEL, Level, Styles
from reslint.named import NamedTuple

BLANK = re.compile(r"%(\d{1,2})%")


class Counted(NamedTuple):
    """The label of a paragraph, and the name of the list that counted it, from where it last began anew."""

    label: str = ""
    listing: str = ""


NONE = Counted()


class Count:
    """How far a list has been counted: at each level its number, and how often it has begun."""

    __slots__ = ("numbers", "runs")

    def __init__(self) -> None:
        self.numbers: list[int | None] = [None] * (LAST_LEVEL + 1)
        self.runs = [0] * (LAST_LEVEL + 1)


def labels(paragraphs: Iterable[ReadParagraph], styles: Styles, view: ViewName) -> Iterator[Counted]:
    """The label of every paragraph in a view, empty for one without, or whose words go on in the next.

    Where an inserted end of a paragraph is taken back, the first of the joined ones gives its number, as LibreOffice
    does it; it has words in that view, for else it was inserted as a whole.
    """
    seen = SEEN[view]
    original = view is ViewName.ORIGINAL
    counts: dict[int, Count] = {}
    first: ReadParagraph | None = None
    for paragraph in paragraphs:
        if paragraph.row not in seen:
            yield NONE
            continue
        if original and first is None and any(one.text and one.provenance in seen for one in paragraph.segments):
            first = paragraph
        if paragraph.joins and paragraph.mark not in seen:
            yield NONE
            continue
        counted = first or paragraph
        said = counted.former if original else counted.numbering
        first = None
        yield _next(counts, said, styles) if said is not None else NONE


def _next(counts: dict[int, Count], said: Numbering, styles: Styles) -> Counted:
    """Count one paragraph, and give its label."""
    counter = counts.setdefault(said.counter, Count())
    count = counter.numbers
    at = said.level
    level = styles.lists.get(said.style, {}).get(at, Level())
    before = count[at]
    counter.runs[at] += before is None or said.start is not None
    if said.start is not None:
        count[at] = said.start
    else:
        count[at] = level.start if before is None else before + 1
    count[at + 1 :] = [None] * (LAST_LEVEL - at)
    return Counted(_written(count, said, styles), f"{said.counter}/{at}/{counter.runs[at]}")


def _written(count: list[int | None], said: Numbering, styles: Styles) -> str:
    levels = styles.lists.get(said.style, {})
    at = said.level
    level = levels.get(at, Level())
    if level.bullet or not level.format:
        return level.bullet

    def written(which: int) -> str:
        other = levels.get(which, Level())
        number = count[which]
        return _formatted(other.start if number is None else number, other)

    if level.pattern:
        return BLANK.sub(lambda blank: written(min(int(blank[1]) - 1, LAST_LEVEL)), level.pattern)
    numbers = [written(which) for which in range(max(at - level.shown + 1, 0), at + 1)]
    return f"{level.prefix}{'.'.join(number for number in numbers if number)}{level.suffix}"


def _formatted(number: int, level: Level) -> str:
    form = level.format
    if form.lower() == "a":
        written = repeated_letters(number) if level.sync else letters(number)
    elif form.lower() == "i":
        written = roman(number)
    else:
        written = str(number) if form else ""
    return written.upper() if form.isupper() else written
