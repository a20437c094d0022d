"""The edges of runs and of what they stand in: what is written there stands in no revision of anybody."""

from __future__ import annotations

from collections.abc import Iterator

from reslint.fixing.word.elements import WRAPPERS, PartElement
from reslint.fixing.word.markup import Ids, renumbered


class Edges:
    """Collects what stands before and after elements, and writes it where no revision is around it.

    At the beginning or the end of a revision that is beside it; in its middle the revision is closed and opened again.
    All that comes between the same two elements of a revision is written together, so that none is left empty.
    """

    def __init__(self, data: bytes, ids: Ids) -> None:
        self._data = data
        self._ids = ids
        self._after: dict[int, list[bytes]] = {}
        self._before: dict[int, list[bytes]] = {}
        self._split: dict[int, PartElement] = {}

    def before(self, element: PartElement, xml: bytes) -> None:
        """Write something before an element."""
        if not xml:
            return
        while element.wrapper is not None and element.number == 1:
            element = element.wrapper
        at = element.start
        if element.wrapper is not None:
            assert element.before is not None
            at = element.before.end
            self._split[at] = element.wrapper
        self._before.setdefault(at, []).append(xml)

    def after(self, element: PartElement, xml: bytes) -> None:
        """Write something after an element."""
        if not xml:
            return
        while element.wrapper is not None and element.number == element.wrapper.children:
            element = element.wrapper
        if element.wrapper is not None:
            self._split[element.end] = element.wrapper
        self._after.setdefault(element.end, []).append(xml)

    def written(self) -> Iterator[tuple[int, bytes]]:
        """What is written at which byte."""
        for at in sorted({*self._after, *self._before}):
            xml = b"".join([*self._after.get(at, ()), *self._before.get(at, ())])
            wrapper = self._split.get(at)
            if wrapper is not None:
                xml = self.closing(wrapper) + xml + next(self.reopening(wrapper))
            yield at, xml

    def closing(self, wrapper: PartElement | None) -> bytes:
        """The end tags of a revision and of those directly around it."""
        return b"".join(self._data[one.closing : one.end] for one in _nested(wrapper))

    def reopening(self, wrapper: PartElement | None) -> Iterator[bytes]:
        """Their start tags, each time under ids of their own."""
        tags = [self._data[one.start : one.inside] for one in _nested(wrapper)][::-1]
        while True:
            yield b"".join(renumbered(tag, self._ids) for tag in tags)


def _nested(wrapper: PartElement | None) -> Iterator[PartElement]:
    while wrapper is not None and wrapper.kind in WRAPPERS:
        yield wrapper
        wrapper = wrapper.around
