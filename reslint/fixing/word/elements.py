"""Elements: the runs that are touched and what is around them, with the bytes that are theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

GOING = ("del", "moveFrom")
WRAPPERS = ("ins", "moveTo", *GOING)


@dataclass(slots=True, eq=False)
class Range:
    """An element: from the byte of its start tag, which ends before `inside`, to the byte after its end tag.

    That end tag begins at `closing`.
    """

    start: int
    inside: int = 0
    closing: int = 0
    end: int = 0


@dataclass(slots=True, eq=False)
class Atom(Range):
    """A child of a run, and how many characters it counts; `text` is None for what is not written as text.

    `weightless` ones say nothing, and may stand in any part of a run. `step` is 1 for the begin of a field, -1 for its
    end. Where what it counts stands deeper in it, or is a sign of a formula, it is `whole`: it cannot be cut.
    """

    length: int = 0
    text: str | None = None
    weightless: bool = False
    step: int = 0
    whole: bool = False


@dataclass(slots=True, eq=False)
class PartElement(Range):
    """What runs stand in, and runs: the element `around` it, of whose children it is number `number`, from 1.

    `before` is the child before it, where that matters: in a wrapper.
    """

    kind: str = ""
    around: PartElement | None = None
    number: int = 0
    before: PartElement | None = None
    children: int = 0
    last: PartElement | None = None

    @property
    def wrapper(self) -> PartElement | None:
        """The revision directly around it."""
        return self.around if self.around is not None and self.around.kind in WRAPPERS else None

    def outwards(self) -> Iterator[PartElement]:
        """The elements around it, the nearest first."""
        around = self.around
        while around is not None:
            yield around
            around = around.around

    @property
    def home(self) -> PartElement | None:
        """The element it stands in, apart from revisions."""
        return next((one for one in self.outwards() if one.kind not in WRAPPERS), None)

    @property
    def paragraph(self) -> PartElement | None:
        """The paragraph it stands in."""
        return next((one for one in self.outwards() if one.kind == "p"), None)

    @property
    def anchor(self) -> PartElement:
        """What a comment on it is put beside.

        That is what holds it if that is itself in a run, as text boxes and ruby are, or in a revision, which would
        take the comment along. It never stands outside of a paragraph.
        """
        anchor: PartElement = self
        outermost = anchor
        for one in self.outwards():
            if one.kind in ("r", "AlternateContent"):
                outermost = one
            elif one.kind == "p":
                anchor = outermost
        under = anchor
        for one in anchor.outwards():
            if one.kind == "p":
                break
            if one.kind in WRAPPERS and under.kind not in WRAPPERS:
                anchor = under
            under = one
        return anchor


@dataclass(slots=True, eq=False)
class RunAnatomy(PartElement):
    """A run; `former` are its earlier properties among its `properties`.

    It is `marked` if it ends with the mark that somebody chose for a note, which counts no characters.
    """

    properties: Range | None = None
    former: Range | None = None
    atoms: list[Atom] = field(default_factory=list)
    marked: bool = False
