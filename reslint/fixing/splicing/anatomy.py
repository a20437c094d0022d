"""The anatomy of the runs that are touched: where each byte of them stands, and what is around them.

One pass of the parser over a part; of runs that nobody asked for nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from reslint.documents.word.names import XML, table
from reslint.documents.word.runs import XML_SPACE
from reslint.documents.xml import Attributes, Part

WRAPPERS = ("ins", "moveTo", "del", "moveFrom")
SIGNS = ("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym")
TEXTS = ("t", "delText")
TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")


@dataclass(slots=True)
class Range:
    """An element: from the byte of its start tag to the byte after its end tag, which begins at `closing`."""

    start: int
    end: int = 0
    closing: int = 0


@dataclass(slots=True)
class Atom(Range):
    """A child of a run, and how many characters it counts; `text` is None for what is not written as text."""

    length: int = 0
    text: str | None = None


@dataclass(slots=True)
class Wrapper(Range):
    """A revision around runs; `inside` is the byte after its start tag."""

    inside: int = 0


@dataclass(slots=True)
class RunAnatomy(Range):
    """A run; `wrapper` is the revision directly around it, `former` its earlier properties among `properties`."""

    inside: int = 0
    wrapper: Wrapper | None = None
    properties: Range | None = None
    former: Range | None = None
    atoms: list[Atom] = field(default_factory=list)


def runs_of(data: bytes, name: str, part: str, wanted: Collection[int]) -> dict[int, RunAnatomy]:
    """The anatomy of the runs that begin at the bytes `wanted`; ReslintError for no good XML.

    `data` must be in an encoding in which tags are written as in ASCII.
    """
    return _Anatomist(data, name, part, wanted).read()


class _Anatomist:
    """`_open` holds, for every open element, the run, wrapper or atom it is, or what it is for the run around it."""

    def __init__(self, data: bytes, name: str, part: str, wanted: Collection[int]) -> None:
        self._data = data
        self._part = Part(name, part)
        self._wanted = wanted
        self._open: list[RunAnatomy | Wrapper | Atom | Range | None] = []
        self._text: tuple[Atom, list[str], bool] | None = None
        self._found: dict[int, RunAnatomy] = {}
        self._kinds = table({kind: kind for kind in ("r", "rPr", "rPrChange", *WRAPPERS, *SIGNS, *TEXTS)})

    def read(self) -> dict[int, RunAnatomy]:
        """Parse the part, and give what was found of the wanted runs."""
        self._part.parse(self._data, self._start, self._end, self._characters)
        return self._found

    def _start(self, name: str, attributes: Attributes) -> None:
        around = self._open[-1] if self._open else None
        self._open.append(self._begun(self._kinds.get(name), around, attributes))

    def _begun(
        self, kind: str | None, around: RunAnatomy | Wrapper | Atom | Range | None, attributes: Attributes
    ) -> RunAnatomy | Wrapper | Atom | Range | None:
        at = self._part.parser.CurrentByteIndex
        if kind == "r" and at in self._wanted:
            wrapper = around if isinstance(around, Wrapper) else None
            run = self._found[at] = RunAnatomy(at, inside=self._after_tag(at), wrapper=wrapper)
            return run
        if kind in WRAPPERS:
            return Wrapper(at, inside=self._after_tag(at))
        if isinstance(around, RunAnatomy):
            if kind == "rPr":
                around.properties = Range(at)
                return around.properties
            atom = Atom(at, length=int(kind in SIGNS))
            around.atoms.append(atom)
            if kind in TEXTS:
                self._text = (atom, [], attributes.get(f"{XML} space") == "preserve")
            return atom
        if isinstance(around, Range) and kind == "rPrChange":
            run = next(one for one in reversed(self._open) if isinstance(one, RunAnatomy))
            run.former = Range(at)
            return run.former
        return None

    def _end(self, _name: str) -> None:
        ended = self._open.pop()
        if ended is None:
            return
        at = self._part.parser.CurrentByteIndex
        ended.closing = at
        # After an element without content the parser stands behind it already.
        opened = self._after_tag(ended.start)
        ended.end = opened if self._data[opened - 2 : opened] == b"/>" else self._after_tag(at)
        if self._text is not None and ended is self._text[0]:
            atom, words, preserved = self._text
            text = "".join(words)
            atom.text = text if preserved else text.strip(XML_SPACE)
            atom.length = len(atom.text)
            self._text = None

    def _characters(self, words: str) -> None:
        if self._text is not None:
            self._text[1].append(words)

    def _after_tag(self, at: int) -> int:
        """The byte after the tag that begins at a byte."""
        match = TAG.match(self._data, at)
        assert match is not None
        return match.end()
