"""The head of a resolution: its heading, its history line and its adopting line."""

from __future__ import annotations

from collections.abc import Iterator

from reslint.documents.view import View
from reslint.named import NamedTuple
from reslint.storage.late import late
from reslint.structure.model import Heading
from reslint.structure.wording import Wording

# How many paragraphs with words may stand between a heading and the line that says who adopted the text.
REACH = 6
YEAR = r"(?:19|20)\d\d"
ONE = r"\([^\W\d_][^;()\d]{1,60}\d{4}[^;()]{0,80}(?:;[^;()]{3,140})*\)"
# Where the place stands behind the year.
YEARS_FIRST = rf"\({YEAR}\D{{0,2}},[^()\d]{{2,60}}(?:;[ ]*{YEAR}\D{{0,2}},[^()\d]{{2,60}})*\)"
HISTORY = late(rf"{ONE}(?:[ ]*[-–—][ ]*{ONE})*|\({YEAR}(?:[-–]{YEAR})*\D?\)|{YEARS_FIRST}")
YEARS = late(YEAR)
# Every heading has a number, or a bracket in which it will stand.
NUMBERED = late(r"[\d\[]")
# A place and a year, behind a bracket, a mark ("Rev."), another entry, or a year they were run into; or a year with the
# word for it, and a place behind.
ENTRY = late(
    rf"(?<=[(;,\d])[ ]*(?:[^\W\d_]{{2,8}}\.[ ]*)?(?P<place>[^\W\d_][^\d();,.]{{1,40}}?)[ ]*,?[ ]*(?P<year>{YEAR})"
    rf"|(?<=[(;])[ ]*(?P<year_first>{YEAR})[^\W\d_],[ ]*(?P<place_behind>[^\d();,]{{2,40}}?)[ ]*(?=[,;)])"
)


class DatedPlace(NamedTuple):
    """A place and a year in a heading, a history line or an adopting line, `start` and `end` in its text.

    `first` is true where nothing stands beside the place that could mark it as a revision.
    """

    place: str
    year: int
    start: int
    end: int
    first: bool


def is_history(text: str) -> bool:
    """Whether a line is nothing but the editions of a text: "(Dubai, 2012; Geneva, 2022)", "(2019-2023)"."""
    return HISTORY.fullmatch(text) is not None and YEARS.search(text) is not None


def dated_places(text: str, start: int = 0) -> Iterator[DatedPlace]:
    """The places and years of a line from `start` on, in text order."""
    for match in ENTRY.finditer(text, start):
        if match["place"]:
            first = not text[match.start() : match.start("place")].strip()
            yield DatedPlace(match["place"].strip(), int(match["year"]), match.start("place"), match.end(), first)
        else:
            first = text[match.end()] != ","
            year = int(match["year_first"])
            yield DatedPlace(match["place_behind"].strip(), year, match.start("year_first"), match.end(), first)


def is_heading(text: str, wording: Wording) -> bool:
    """Whether a paragraph is nothing but a kind of text and its number, with or without its edition."""
    return NUMBERED.search(text) is not None and wording.heading.fullmatch(text.strip()) is not None


def read_heading(view: View, number: int, wording: Wording) -> Heading:
    """The heading in block `number` of the view, with the lines that belong to it."""
    block = view.blocks[number]
    history: int | None = None
    adopting: int | None = None
    seen = 0
    for following in range(number + 1, len(view.blocks)):
        other = view.blocks[following]
        if other.story != block.story or seen == REACH:
            break
        if other.start == other.end:
            continue
        if other.end - other.start > 600:
            seen += 1
            continue
        text = view.prose(other).text.strip()
        if not text:
            continue
        seen += 1
        if is_heading(text, wording):
            break
        if wording.adopting.fullmatch(text):
            adopting = following
            break
        if history is None and is_history(text):
            history = following
    return Heading(number, history, adopting)
