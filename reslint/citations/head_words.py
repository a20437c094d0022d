"""Where head words stand before numbers, and the paragraphs that they stand in.

`str.find` is several times faster than one pattern for all; in a long text with few figures only what stands before
them is looked at. What may be one citation can reach beyond its paragraph: the cell beside a number may hold its
edition, and the next line the rest of the name of its body. Offsets are zero-based characters of the reading's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reslint.values import Record

if TYPE_CHECKING:
    from reslint.citations.lexicon import Lexicon
    from reslint.documents.view import View

DIGITS = "0123456789"
LONG = 20_000
FEW = 150
"""A text with fewer figures than one in so many characters has few."""
MANY = 400
"""So many of them at its beginning are three times as many."""
HEAD = 40
"""No head word is longer."""
# So many lines may hold the name of one body.
MOST_LINES = 5
ENDED = ("", "\n")
"""With what a paragraph ends before one that has nothing to do with it."""
LONGEST_KEPT = 4000
"""No longer is a paragraph of which it is kept what it cites."""


class Paragraph(Record):
    """A paragraph with head words at `heads`. What is one citation may begin in it and end at `last`, behind its own
    `end`; `title` is the cell between a number and its edition.

    `words` are all that its citations hang on; None where something else may matter. All of it up to `last` stands so
    much further on in the view than in the reading as `shift` says; None where not all of it stands there so.
    """

    block: int
    first: int
    end: int
    last: int
    title: tuple[int, int] | None
    heads: list[int]
    words: str | None
    shift: int | None


def paragraphs_of(view: View, lexicon: Lexicon, reach: int) -> Iterator[Paragraph]:
    """The paragraphs with head words, each of which has a number within `reach` characters, in text order."""
    reading, blocks = view.reading, view.blocks
    text, even = reading.text, reading.even
    heads = head_words(text, lexicon, reach)
    at = 0
    while at < len(heads):
        place = heads[at]
        block = view.block_at(place if even else reading.start_of(place))
        _, _, start, stop, *_ = blocks[block]
        first, end = (start, stop) if even else (reading.offset_of(start), reading.offset_of(stop))
        begun = at
        at += 1
        while at < len(heads) and heads[at] < end:
            at += 1
        title = None
        further = block
        if view.is_beside(block + 1):
            title = _title_beside(view, block, lexicon)
            further = block + 2 if title else _last_cell(view, block, lexicon)
        elif block + 1 < len(blocks) and lexicon.broken.may_go_on(text, end):
            further = _last_line(view, block, lexicon)
        last = end
        if further != block:
            stop = blocks[further].end
            last = reading.offset_of(stop)
        # Where something is read otherwise than it stands, the same words may stand otherwise.
        shift = start - first if even or reading.words_of(start, stop) == text[first:last] else None
        alone = (
            shift is not None and further == block and end - first <= LONGEST_KEPT and text[first - 1 : first] in ENDED
        )
        yield Paragraph(block, first, end, last, title, heads[begun:at], text[first:end] if alone else None, shift)


def head_words(text: str, lexicon: Lexicon, reach: int) -> list[int]:
    """Where head words begin, in text order; each has a number behind it, within `reach` characters."""
    if lexicon.whole_stems:
        return sorted(set(_whole(text, lexicon)))
    found: set[int] = set()
    for start, end in _before_figures(text, reach + HEAD):
        found.update(_within(text, lexicon, start, end))
    return sorted(found)


def _within(text: str, lexicon: Lexicon, start: int, end: int) -> Iterator[int]:
    head = lexicon.head.match
    for letter, capitals in lexicon.capitals:
        at = text.find(letter, start, end)
        while at >= 0:
            if text.startswith(capitals, at) and head(text, at):
                yield at
            at = text.find(letter, at + 1, end)
    for stem, distance in lexicon.stems:
        at = text.find(stem, start, end)
        while at >= 0:
            if at >= distance and head(text, at - distance):
                yield at - distance
            at = text.find(stem, at + 1, end)


def _whole(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Of a language that joins letters to its words, or writes no blanks."""
    head, glues = lexicon.head.match, lexicon.shape.glues
    for stem in lexicon.whole_stems:
        at = text.find(stem)
        while at >= 0:
            begun = at
            while glues and begun and text[begun - 1].isalpha():
                begun -= 1
            if head(text, begun):
                yield begun
            at = text.find(stem, at + 1)


def _before_figures(text: str, reach: int) -> Sequence[tuple[int, int]]:
    """The stretches of a text that end with a figure and go back so far; the whole text where these would be most."""
    whole = [(0, len(text))]
    # Of a text that begins with many of them they are not told one by one.
    if len(text) < LONG or sum(text.count(digit, 0, LONG) for digit in DIGITS) > MANY:
        return whole
    figures: list[int] = []
    for digit in DIGITS:
        at = text.find(digit)
        while at >= 0:
            figures.append(at)
            at = text.find(digit, at + 1)
        if len(figures) > len(text) // FEW:
            return whole
    stretches: list[tuple[int, int]] = []
    for at in sorted(figures):
        start = max(at - reach, 0)
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, at + 1))
    return stretches


def _last_cell(view: View, block: int, lexicon: Lexicon) -> int:
    """The paragraph that ends what may be one citation: the cell beside a number may hold its edition."""
    reading = view.reading
    start = reading.offset_of(view.blocks[block + 1].start)
    return block + 1 if lexicon.edition.match(reading.text, start) else block


def _last_line(view: View, block: int, lexicon: Lexicon) -> int:
    """The same where the next lines may hold the rest of the name of a body."""
    reading = view.reading
    end = reading.offset_of(view.blocks[block].end)
    following = block + 1
    for number in range(following, min(block + MOST_LINES, len(view.blocks))):
        line = view.blocks[number]
        if not view.text[line.start : line.end].strip():
            break
        following = number + 1
    from reslint.citations.broken_names import REACH

    stop = min(reading.offset_of(view.blocks[following - 1].end), end + REACH)
    rest = lexicon.broken.rest(reading.text, end, stop)
    return block if rest is None else view.block_at(reading.start_of(rest))


def _title_beside(view: View, block: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The cell between a number and its edition, as offsets: "Resolution 66 | Documents | (Rev. Dubai, 2018)"."""
    if not view.is_beside(block + 2):
        return None
    reading = view.reading
    start, end = (reading.offset_of(view.blocks[block + 1].start), reading.offset_of(view.blocks[block + 2].start))
    told = lexicon.around.edition_alone.match(reading.text, end)
    if told is None or lexicon.edition.match(reading.text, start, end) or lexicon.head.search(reading.text, start, end):
        return None
    return start, end
