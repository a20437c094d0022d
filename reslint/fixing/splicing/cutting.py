"""Cut runs where words go, come, or are commented, and put them together again with what is new between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reslint.fixing.splicing.anatomy import Atom, Range, RunAnatomy
from reslint.fixing.splicing.ids import ID, Ids
from reslint.fixing.splicing.markup import Markup

TEXT_TAG = re.compile(rb"<((?:[\w.-]+:)?)t(?=[\s/>])")


@dataclass(slots=True)
class Cuts:
    """What is done to a run, by the characters of its text.

    `deleted` are ranges; `inserted` is new text by where it stands, and whether it follows a deletion that ends there;
    `begun` and `ended` are the numbers of comments by where their range begins and ends.
    """

    deleted: list[tuple[int, int]] = field(default_factory=list)
    inserted: list[tuple[int, bool, str]] = field(default_factory=list)
    begun: list[tuple[int, int]] = field(default_factory=list)
    ended: list[tuple[int, int]] = field(default_factory=list)

    @property
    def places(self) -> set[int]:
        """Every character before which something changes."""
        edges = {edge for pair in self.deleted for edge in pair}
        return edges | {at for at, _, _ in self.inserted} | {at for at, _ in (*self.begun, *self.ended)}


class Token(NamedTuple):
    """A piece of what a run becomes; one that is `apart` must not stand in the revision that is around the run."""

    xml: bytes
    apart: bool = False


class Unit(NamedTuple):
    """Part of an atom: its characters from `start` to `end`, which begin at `offset` in the run."""

    atom: Atom
    start: int
    end: int
    offset: int


class Cutter:
    """Cuts the runs of one part."""

    def __init__(self, data: bytes, markup: Markup, ids: Ids) -> None:
        self._data = data
        self._markup = markup
        self._ids = ids

    def tokens(self, run: RunAnatomy, cuts: Cuts) -> Iterator[Token]:
        """What a run becomes, in order."""
        units = list(_units(run, sorted(cuts.places)))
        length = sum(atom.length for atom in run.atoms)
        if any(not 0 <= place <= length for place in cuts.places):
            raise ValueError(f"a place outside of the {length} characters of the run at byte {run.start}")
        pieces = 0
        held: list[Unit] = []
        gone = False
        met: set[int] = set()

        def flush() -> Iterator[Token]:
            nonlocal pieces
            if held:
                whole = not gone and len(held) == len(units)
                yield Token(self._bytes(run) if whole else self._piece(run, held, pieces, gone))
                pieces += 1
                held.clear()

        for unit in units:
            if unit.offset not in met and unit.offset in cuts.places:
                met.add(unit.offset)
                yield from flush()
                yield from self._marks(run, cuts, unit.offset)
            going = unit.end > unit.start and any(a <= unit.offset < b for a, b in cuts.deleted)
            if going is not gone:
                yield from flush()
                gone = going
            held.append(unit)
        yield from flush()
        if length not in met:
            yield from self._marks(run, cuts, length)

    def _marks(self, run: RunAnatomy, cuts: Cuts, place: int) -> Iterator[Token]:
        """What stands at a place between characters: new words after deleted ones, then comments, then new words."""
        for at, after, content in cuts.inserted:
            if at == place and after:
                yield self._insertion(run, content)
        begun = [number for at, number in cuts.begun if at == place]
        for at, number in cuts.ended:
            if at == place and number not in begun:
                yield self._comment_end(number)
        for number in begun:
            yield Token(self._markup.point("commentRangeStart", number).encode(), apart=True)
            if (place, number) in cuts.ended:
                yield self._comment_end(number)
        for at, after, content in cuts.inserted:
            if at == place and not after:
                yield self._insertion(run, content)

    def _comment_end(self, number: int) -> Token:
        write = self._markup
        xml = write.point("commentRangeEnd", number) + write.run("", write.point("commentReference", number))
        return Token(xml.encode(), apart=True)

    def _insertion(self, run: RunAnatomy, content: str) -> Token:
        write = self._markup
        properties = self._properties(run, former=False).decode()
        inside = write.run(properties, write.text(content))
        return Token((write.start("ins", self._ids.next()) + inside + write.end("ins")).encode(), apart=True)

    def _piece(self, run: RunAnatomy, units: list[Unit], number: int, gone: bool) -> bytes:
        """A run of some units; each after the first has an id of its own for a change of its properties."""
        data = self._data
        properties = self._properties(run, former=not number, fresh=number > 0)
        content = b"".join(self._content(unit, gone) for unit in units)
        xml = data[run.start : run.inside] + properties + content + data[run.closing : run.end]
        if not gone:
            return xml
        write = self._markup
        return write.start("del", self._ids.next()).encode() + xml + write.end("del").encode()

    def _content(self, unit: Unit, gone: bool) -> bytes:
        atom = unit.atom
        raw = self._bytes(atom)
        if atom.text is None:
            return raw
        if not gone and unit.end - unit.start == atom.length:
            return raw
        name = "delText" if gone or not TEXT_TAG.match(raw) else "t"
        return self._markup.text(atom.text[unit.start : unit.end], name).encode()

    def _properties(self, run: RunAnatomy, *, former: bool, fresh: bool = False) -> bytes:
        """The properties of a run, with what they were before if `former`, under an id of its own if `fresh`."""
        if run.properties is None:
            return b""
        raw = self._bytes(run.properties)
        if run.former is None or former:
            return raw
        first, last = run.former.start - run.properties.start, run.former.end - run.properties.start
        change = raw[first:last]
        if fresh:
            change = ID.sub(lambda match: match[0].replace(match[1], str(self._ids.next()).encode()), change, count=1)
        return raw[:first] + (change if fresh else b"") + raw[last:]

    def _bytes(self, element: Range) -> bytes:
        return self._data[element.start : element.end]


def _units(run: RunAnatomy, places: list[int]) -> Iterator[Unit]:
    """The atoms of a run, cut at the places."""
    offset = 0
    for atom in run.atoms:
        if not atom.length:
            yield Unit(atom, 0, 0, offset)
            continue
        edges = [place - offset for place in places if offset < place < offset + atom.length]
        for start, end in zip([0, *edges], [*edges, atom.length], strict=True):
            yield Unit(atom, start, end, offset + start)
        offset += atom.length
