"""Cut runs where words go, come, or are commented: what is written between the bytes of a run, and around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reslint.fixing.word.cuts import Cuts, NewWords
from reslint.fixing.word.elements import Atom, Range, RunAnatomy
from reslint.fixing.word.markup import Ids, Markup, renumbered
from reslint.named import NamedTuple

TEXT_TAG = re.compile(rb"<(?:[\w.-]+:)?t(?=[\s/>])")


class Splice(NamedTuple):
    """What is written for the bytes `start` to `end` of a part."""

    start: int
    end: int
    xml: bytes


class CutUnit(NamedTuple):
    """Characters `start` to `end` of an atom, which go or stay; the atom is None for a run that says nothing."""

    atom: Atom | None
    start: int
    end: int
    gone: bool = False


class Cut(NamedTuple):
    """What a run becomes: what is written into it, and what stands apart before and after it."""

    splices: Sequence[Splice]
    before: bytes
    after: bytes


class Cutter:
    """Cuts one run, which the cuts fit. `outside` writes what stands beside it; new words look like those of `runs`.

    Nothing that is apart may stand in the revisions round the run: whoever rejects them would take it along.
    """

    def __init__(
        self, data: bytes, run: RunAnatomy, cuts: Cuts, outside: Markup, ids: Ids, runs: Mapping[int, RunAnatomy]
    ) -> None:
        self._data = data
        self._run = run
        self._cuts = cuts
        self._outside = outside
        self._inside = Markup.at(data, run, outside)
        self._ids = ids
        self._runs = runs
        self._places = cuts.places()

    def cut(self, closing: bytes, reopening: Iterator[bytes]) -> Cut:
        """What the run becomes; what is apart within it stands between `closing` and the next `reopening`."""
        run = self._run
        splices: list[Splice] = []
        before = b""
        apart: list[bytes] = []
        gone: bool | None = None
        cut_atom: Atom | None = None
        written: list[bytes] = []

        def flush() -> None:
            if cut_atom is not None:
                splices.append(Splice(cut_atom.start, cut_atom.end, b"".join(written)))
                written.clear()

        for part in self._parts():
            if isinstance(part, bytes):
                apart.append(part)
                continue
            turn = b""
            if gone is None:
                before = b"".join(apart)
                if part.gone:
                    splices.append(Splice(run.start, run.start, self._deletion()))
            elif apart or part.gone is not gone:
                between = closing + b"".join(apart) + next(reopening) if apart else b""
                turn = self._data[run.closing : run.end] + (self._outside.end("del") if gone else b"") + between
                turn += (self._deletion() if part.gone else b"") + self._head()
            gone = part.gone
            apart.clear()
            if part.atom is not cut_atom:
                flush()
                cut_atom = None
            if part.atom is None:
                continue
            content = self._content(part)
            if content is None and turn:
                splices.append(Splice(part.atom.start, part.atom.start, turn))
            elif content is not None:
                cut_atom = part.atom
                written += [turn, content]
        flush()
        if gone:
            splices.append(Splice(run.end, run.end, self._outside.end("del")))
        if self._cuts.deleted:
            # What is empty could stay behind as all there is in a run.
            splices += [Splice(one.start, one.end, b"") for one in run.atoms if one.weightless and one.text is not None]
        return Cut(splices, before, b"".join(apart))

    def _parts(self) -> Iterator[CutUnit | bytes]:
        """The parts of the run in order, and between them what stands apart."""
        atoms = [atom for atom in self._run.atoms if not atom.weightless]
        places = iter([*self._places, -1])
        place = next(places)
        deleted = iter([*self._cuts.deleted, (-1, -1)])
        going = next(deleted)
        offset = at = 0
        while True:
            end = at
            while end < len(atoms) and not atoms[end].length:
                end += 1
            items = [CutUnit(atom, 0, 0) for atom in atoms[at:end]] if atoms else [CutUnit(None, 0, 0)]
            if place == offset:
                yield from self._gap(place, items)
                place = next(places)
            else:
                yield from items
            if end == len(atoms):
                return
            atom = atoms[end]
            at = end + 1
            cursor = offset
            offset += atom.length
            while cursor < offset:
                until = place if cursor < place < offset else offset
                while going[0] >= 0 and going[1] <= cursor:
                    going = next(deleted)
                gone = going[0] <= cursor < going[1]
                yield CutUnit(atom, cursor - offset + atom.length, until - offset + atom.length, gone)
                cursor = until
                if cursor < offset:
                    yield from self._gap(place, [])
                    place = next(places)

    def _gap(self, place: int, items: list[CutUnit]) -> Iterator[CutUnit | bytes]:
        """What stands at a place: new words for deleted ones, comments, and what has no characters, in its order.

        A comment on no characters is on what has none, such as the mark of a note; one that ends or begins where new
        words are inserted is on them too.
        """
        cuts = self._cuts
        yield from map(self._insertion, cuts.following.get(place, ()))
        begun, ended = cuts.begun.get(place, []), cuts.ended.get(place, [])
        new = cuts.inserted.get(place)
        both = begun if new else [number for number in begun if number in set(ended)]
        if new:
            yield from map(self._begin, begun)
            at = _beside_fields(items, leftmost=place > 0)
            yield from items[:at]
            yield from map(self._insertion, new)
            yield from items[at:]
            yield from map(self._end, ended)
            return
        yield from (self._end(number) for number in ended if number not in set(both))
        yield from map(self._begin, both)
        yield from items
        yield from map(self._end, both)
        yield from (self._begin(number) for number in begun if number not in set(both))

    def _begin(self, number: int) -> bytes:
        return self._outside.comment_begin(number)

    def _end(self, number: int) -> bytes:
        return self._outside.comment_end(number)

    def _deletion(self) -> bytes:
        return self._outside.start("del", self._ids.next())

    def _insertion(self, new: Iterable[NewWords]) -> bytes:
        """New words with the properties of their runs, which they never had before."""
        runs = []
        for content, start in new:
            model = self._runs[start]
            write = Markup.at(self._data, model, self._outside)
            properties = self._properties(model, former=False)
            runs.append(write.run_start + properties + write.text(content) + write.end("r"))
        return self._outside.start("ins", self._ids.next()) + b"".join(runs) + self._outside.end("ins")

    def _head(self) -> bytes:
        """The beginning of one more run of the same kind; the change of its properties has an id of its own."""
        return self._data[self._run.start : self._run.inside] + self._properties(self._run, former=True)

    def _properties(self, run: RunAnatomy, *, former: bool) -> bytes:
        if run.properties is None:
            return b""
        if run.former is None:
            return self._bytes(run.properties)
        first, last = run.former.start, run.former.end
        change = renumbered(self._data[first:last], self._ids) if former else b""
        return self._data[run.properties.start : first] + change + self._data[last : run.properties.end]

    def _content(self, unit: CutUnit) -> bytes | None:
        """Part of a text as it is written anew; None for what stays as it stands."""
        atom = unit.atom
        if atom is None or atom.text is None:
            return None
        is_text = TEXT_TAG.match(self._data, atom.start) is not None
        if unit.end - unit.start == atom.length and not (unit.gone and is_text):
            return None
        name = "t" if is_text and not unit.gone else "delText"
        return self._inside.text(atom.text[unit.start : unit.end], name)

    def _bytes(self, element: Range) -> bytes:
        return self._data[element.start : element.end]


def _beside_fields(items: Sequence[CutUnit], *, leftmost: bool) -> int:
    """Before which of the items new words stand: as near to the words before or after as no field lies between.

    A field that ends among them has ended, and one that begins has not begun.
    """
    depth = 0
    first, last = 0, len(items)
    for at, unit in enumerate(items):
        depth += unit.atom.step if unit.atom is not None else 0
        if depth < 0:
            first, depth = at + 1, 0
    depth = 0
    for at in range(len(items) - 1, -1, -1):
        atom = items[at].atom
        depth -= atom.step if atom is not None else 0
        if depth < 0:
            last, depth = at, 0
    return first if leftmost else max(first, last)
