"""What a construct shows in each view, stated by its maker and never read back from its XML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

ViewName = Literal["original", "final"]
VIEWS: tuple[ViewName, ViewName] = ("original", "final")

BRACKETS = {"+": ("{+", "+}"), "-": ("[-", "-]"), ">": ("{>", ">}"), "<": ("[<", "<]")}
ABSENT = {"original": "+>", "final": "-<"}


def shows(layers: str, view: ViewName) -> bool:
    """Say whether something under these changes exists in a view.

    Layers stand outermost first: `+` inserted, `-` deleted, `>` moved here, `<` moved away, so `+-` is in no view.
    """
    return not any(layer in ABSENT[view] for layer in layers)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same changes; `note` stands in the markup at the place of a note's mark."""

    text: str
    layers: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Inline:
    """The XML of something inside a paragraph, and apart from it what that shows."""

    xml: str
    pieces: tuple[Piece, ...] = ()


def joined(inlines: Iterable[Inline]) -> Inline:
    parts = list(inlines)
    return Inline("".join(part.xml for part in parts), tuple(piece for part in parts for piece in part.pieces))


def under(layer: str, inline: Inline) -> tuple[Piece, ...]:
    """Put a further change round what an inline shows."""
    return tuple(Piece(piece.text, layer + piece.layers, piece.note) for piece in inline.pieces)


def text_in(view: ViewName, pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces if shows(piece.layers, view))


def markup(pieces: Iterable[Piece]) -> str:
    """Give all pieces with brackets round the changes; neighbours under the same change share their brackets."""
    result: list[str] = []
    opened = ""
    for piece in pieces:
        if not (piece.text or piece.note):
            continue
        common = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(opened, piece.layers, strict=False))))
        result += [BRACKETS[layer][1] for layer in reversed(opened[common:])]
        result += [BRACKETS[layer][0] for layer in piece.layers[common:]]
        result += [piece.text, piece.note]
        opened = piece.layers
    result += [BRACKETS[layer][1] for layer in reversed(opened)]
    return "".join(result)
