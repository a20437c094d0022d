"""Cuts in a part, and what is to be written there, placed by runs, and what that does to the characters of each run."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from reslint.fixing.word.elements import Atom
from reslint.named import NamedTuple


class RunPiece(NamedTuple):
    """Part of a run: characters `start` to `end` of the text of the run that begins at byte `run` of its part."""

    run: int
    start: int
    end: int


class NewWords(NamedTuple):
    """Words that are inserted, in the formatting of the run that begins at byte `run`."""

    content: str
    run: int


class RunChange(NamedTuple):
    """Replace the words of the pieces, in document order and of one paragraph, by `contents`.

    There is one for each piece, whose formatting it gets, and which may be empty; pieces without one are deleted. All
    of them stand behind the last piece in the same element: what goes is together, and so is what comes. A pure
    insertion has one piece with `start` equal to `end`.
    """

    pieces: tuple[RunPiece, ...]
    contents: tuple[str, ...]


class Note(NamedTuple):
    """A comment from the first to the last piece; `text` has one paragraph a line, `small` follows it in small print.

    It stays when the insertion is rejected that its words stand in.
    """

    first: RunPiece
    last: RunPiece
    text: str
    small: str = ""


class Revision(NamedTuple):
    """Who writes, and when, as Word writes it: "2024-10-15T12:00:00Z"."""

    author: str
    date: str
    initials: str


@dataclass(slots=True)
class Cuts:
    """What is done to a run, by the characters of its text.

    `deleted` are ranges, in order; `following` is new text by the end of the deletion it follows, `inserted` by where
    it stands; `begun` and `ended` are the numbers of comments by where their range begins and ends.
    """

    deleted: list[tuple[int, int]] = field(default_factory=list)
    following: dict[int, list[tuple[NewWords, ...]]] = field(default_factory=lambda: defaultdict(list))
    inserted: dict[int, list[tuple[NewWords, ...]]] = field(default_factory=lambda: defaultdict(list))
    begun: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    ended: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    @property
    def changes(self) -> bool:
        """Whether words go or come."""
        return bool(self.deleted or self.following or self.inserted)

    def places(self) -> list[int]:
        """Every character before which something changes, in order."""
        edges = {edge for pair in self.deleted for edge in pair}
        return sorted(edges.union(self.following, self.inserted, self.begun, self.ended))

    def fit(self, atoms: Iterable[Atom]) -> bool:
        """Whether they can be made in the atoms of a run: not beyond its characters, nor in what stands deeper in it.

        A comment on a part of an atom that is whole is then on all of it.
        """
        length = 0
        for atom in atoms:
            if atom.whole and not self._keep_whole(length, length + atom.length):
                return False
            length += atom.length
        places = self.places()
        return not places or (0 <= places[0] <= places[-1] <= length and not self._overlap())

    def _keep_whole(self, start: int, end: int) -> bool:
        deletes = any(first < end and start < last for first, last in self.deleted)
        if deletes or any(start < at < end for at in (*self.following, *self.inserted)):
            return False
        for numbers, edge in ((self.begun, start), (self.ended, end)):
            for at in [at for at in numbers if start < at < end]:
                numbers[edge] += numbers.pop(at)
        return True

    def _overlap(self) -> bool:
        if any(start < end for (_, end), (start, _) in pairwise(self.deleted)):
            return True
        numbers = ((at, bisect_left(self.deleted, (at, at)) - 1) for at in self.inserted)
        return any(number >= 0 and at < self.deleted[number][1] for at, number in numbers)


def cuts_of(
    changes: Sequence[RunChange], notes: Sequence[tuple[int, Note]], homes: Mapping[int, object]
) -> dict[int, Cuts]:
    """What is done to each run, by the byte at which it begins; `homes` tells in which element each of them stands."""
    cuts: dict[int, Cuts] = {}

    def of(piece: RunPiece) -> Cuts:
        return cuts.setdefault(piece.run, Cuts())

    for pieces, contents in changes:
        for piece in pieces:
            if piece.start < piece.end:
                of(piece).deleted.append((piece.start, piece.end))
        padded = (*contents, *("" for _ in pieces))
        for _, group in groupby(zip(pieces, padded, strict=False), key=lambda item: homes.get(item[0].run)):
            beside = list(group)
            new = tuple(NewWords(content, piece.run) for piece, content in beside if content)
            if new:
                last = beside[-1][0]
                cut = of(last)
                (cut.following if last.start < last.end else cut.inserted)[last.end].append(new)
    for number, note in notes:
        of(note.first).begun[note.first.start].append(number)
        of(note.last).ended[note.last.end].append(number)
    for cut in cuts.values():
        cut.deleted.sort()
    return cuts
