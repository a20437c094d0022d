"""The lines of a page, put together from where its characters stand.

A PDF has no words, lines or paragraphs, only signs at places. PDFium gives them in the order in which they were
drawn, which is that of reading in what word processors write. Tracked changes are drawn, not said: a thin line through
the middle of signs strikes them out. The same under them may be an insertion, a link or a heading, so it is not read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from reslint.named import NamedTuple

HYPHENS = ("\x02", "\ufffe")
"""What PDFium gives for a hyphen at the end of a line."""
THIN = 2.5
"""Points that a line which strikes words out is thick at most."""
MIDDLE = (0.33, 0.67)
"""Between which parts of the height of a sign a line goes through its middle; an underline lies at 0.1."""
RAISED = 0.8
"""How much lower than its line a sign is that is set as a note's mark, at most."""
BACKWARDS = 1.5
"""How many heights of a line a sign may stand to the left of the end of that line and still belong to it."""


class Sign(NamedTuple):
    """A character and its box in points, from the lower left corner of the page; a blank may have no width."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Piece(NamedTuple):
    """Signs of a line that follow each other and are alike: struck out or not, raised or not."""

    text: str
    struck: bool
    raised: bool


class Line(NamedTuple):
    """A line of a page; `first` is how wide its first word is."""

    pieces: tuple[Piece, ...]
    left: float
    bottom: float
    right: float
    top: float
    first: float

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(piece.text for piece in self.pieces)


class Strikes:
    """The thin level lines of a page, as boxes (left, bottom, right, top) in points."""

    def __init__(self, boxes: Iterable[tuple[float, float, float, float]]) -> None:
        thin = [box for box in boxes if box[3] - box[1] <= THIN < box[2] - box[0]]
        self._boxes = sorted((((bottom + top) / 2, left, right) for left, bottom, right, top in thin))
        self._heights = [height for height, _, _ in self._boxes]

    def strike(self, sign: Sign) -> bool:
        """Whether a line goes through the middle of a sign."""
        height = sign.top - sign.bottom
        lowest = bisect_left(self._heights, sign.bottom + MIDDLE[0] * height)
        highest = bisect_right(self._heights, sign.bottom + MIDDLE[1] * height)
        middle = (sign.left + sign.right) / 2
        return any(left <= middle <= right for _, left, right in self._boxes[lowest:highest])


def lines_of(signs: Iterable[Sign], strikes: Strikes) -> Iterator[Line]:
    """The lines of a page in the order of its signs; those without a word are none."""
    held: list[Sign] = []
    bottom = top = right = 0.0
    for sign in signs:
        if sign.text.isspace() or sign.top <= sign.bottom:
            if held and not held[-1].text.isspace():
                held.append(sign)
            continue
        height = max(top - bottom, sign.top - sign.bottom)
        middle, level = (sign.top + sign.bottom) / 2, (top + bottom) / 2
        apart = not (bottom < middle < top or sign.bottom < level < sign.top)
        if held and (apart or sign.left < right - BACKWARDS * height):
            yield _line(held, strikes)
            held = []
        if not held or sign.top - sign.bottom > top - bottom:
            bottom, top = sign.bottom, sign.top
        right = sign.right
        held.append(sign)
    if held:
        yield _line(held, strikes)


def _line(signs: list[Sign], strikes: Strikes) -> Line:
    while signs[-1].text.isspace():
        signs.pop()
    words = [sign for sign in signs if not sign.text.isspace()]
    tallest = max(words, key=lambda sign: sign.top - sign.bottom)
    blank = next((number for number, sign in enumerate(signs) if sign.text.isspace()), len(signs))
    return Line(
        tuple(_pieces(signs, strikes, tallest)),
        signs[0].left,
        tallest.bottom,
        max(sign.right for sign in words),
        tallest.top,
        signs[blank - 1].right - signs[0].left,
    )


def _pieces(signs: Sequence[Sign], strikes: Strikes, tallest: Sign) -> Iterator[Piece]:
    low, level = RAISED * (tallest.top - tallest.bottom), (tallest.top + tallest.bottom) / 2
    looks: list[tuple[bool, bool]] = []
    for number, sign in enumerate(signs):
        if not sign.text.isspace():
            raised = sign.top - sign.bottom < low and (sign.top + sign.bottom) / 2 > level
            looks.append((strikes.strike(sign), raised))
        elif sign.right > sign.left:
            looks.append((strikes.strike(sign), False))
        else:  # PDFium puts a blank where there is a gap; it is what the signs around it are
            after = signs[min(number + 1, len(signs) - 1)]
            looks.append((bool(looks) and looks[-1][0] and strikes.strike(after), False))
    start = 0
    for number in range(1, len(signs) + 1):
        if number == len(signs) or looks[number] != looks[start]:
            yield Piece("".join(sign.text for sign in signs[start:number]), *looks[start])
            start = number
