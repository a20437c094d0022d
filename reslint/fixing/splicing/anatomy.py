"""The anatomy of the runs that are touched: where each byte of them stands, and what is around them.

One pass of the parser over a part; of paragraphs in which nobody asked for a run nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from reslint.documents.word.names import ALTERNATIVES, MATHEMATICS, OFF, WORD, XML, table
from reslint.documents.word.runs import XML_SPACE
from reslint.documents.xml import Attributes, Part

GOING = ("del", "moveFrom")
WRAPPERS = ("ins", "moveTo", *GOING)
CONTAINERS = ("p", "hyperlink", "sdt", "smartTag", "customXml", "fldSimple", "dir", "bdo")
SIGNS = ("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym")
TEXTS = ("t", "delText")
PAGE_BREAK = "lastRenderedPageBreak"
FIELD_STEPS = {"begin": 1, "end": -1}
REFERENCES = ("footnoteReference", "endnoteReference")
ATOMS = (*SIGNS, *TEXTS, *REFERENCES, PAGE_BREAK, "fldChar", "rPr", "rPrChange")
TAG = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")


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
    end.
    """

    length: int = 0
    text: str | None = None
    weightless: bool = False
    step: int = 0


@dataclass(slots=True, eq=False)
class Element(Range):
    """What runs stand in, and runs: the element `around` it, of whose children it is number `number`, from 1.

    `before` is the child before it, where that matters: in a wrapper.
    """

    kind: str = ""
    around: Element | None = None
    number: int = 0
    before: Element | None = None
    children: int = 0
    last: Element | None = None

    @property
    def wrapper(self) -> Element | None:
        """The revision directly around it."""
        return self.around if self.around is not None and self.around.kind in WRAPPERS else None

    def outwards(self) -> Iterator[Element]:
        """The elements around it, the nearest first."""
        around = self.around
        while around is not None:
            yield around
            around = around.around

    @property
    def paragraph(self) -> Element | None:
        """The paragraph it stands in."""
        return next((one for one in self.outwards() if one.kind == "p"), None)

    @property
    def anchor(self) -> Element:
        """What a comment on it is put beside.

        That is what holds it if that is itself in a run, as text boxes and ruby are, or in a revision, which would
        take the comment along.
        """
        anchor = self
        for one in self.outwards():
            if one.kind in ("r", "AlternateContent"):
                anchor = one
        under = anchor
        for one in anchor.outwards():
            if one.kind == "p":
                break
            if one.kind in WRAPPERS and under.kind not in WRAPPERS:
                anchor = under
            under = one
        return anchor


@dataclass(slots=True, eq=False)
class RunAnatomy(Element):
    """A run; `former` are its earlier properties among its `properties`.

    It is `marked` if it ends with the mark that somebody chose for a note, which counts no characters.
    """

    properties: Range | None = None
    former: Range | None = None
    atoms: list[Atom] = field(default_factory=list)
    marked: bool = False


def runs_of(data: bytes, name: str, part: str, wanted: Collection[int]) -> dict[int, RunAnatomy]:
    """The anatomy of the runs that begin at the bytes `wanted`; ReslintError for no good XML.

    `data` must be UTF-8.
    """
    return _Anatomist(data, name, part, wanted).read()


def after_tag(data: bytes, at: int) -> int:
    """The byte after the tag that begins at a byte."""
    match = TAG.match(data, at)
    assert match is not None
    return match.end()


class _Anatomist:
    """`_open` holds, for every open element, what it is for the run or the elements around it; `_around` the nearest
    of those elements.
    """

    def __init__(self, data: bytes, name: str, part: str, wanted: Collection[int]) -> None:
        self._data = data
        self._part = Part(name, part)
        self._wanted = wanted
        self._open: list[Range | None] = []
        self._around: Element | None = None
        self._text: tuple[Atom, list[str], bool] | None = None
        self._found: dict[int, RunAnatomy] = {}
        self._elements = table({kind: kind for kind in ("r", *CONTAINERS, *WRAPPERS)})
        self._elements |= table({kind: kind for kind in ("oMath", "oMathPara")}, MATHEMATICS)
        self._elements |= table({"AlternateContent": "AlternateContent"}, ALTERNATIVES)
        self._atoms = table({kind: kind for kind in ATOMS})
        self._field_type = [f"{namespace} fldCharType" for namespace in WORD]
        self._own_mark = [f"{namespace} customMarkFollows" for namespace in WORD]

    def read(self) -> dict[int, RunAnatomy]:
        """Parse the part, and give what was found of the wanted runs."""
        self._part.parse(self._data, self._start, self._end, self._characters)
        for run in self._found.values():
            for one in (run, *run.outwards()):
                for element in (one, one.before):
                    if element is not None:
                        self._finish(element)
        return self._found

    def _start(self, name: str, attributes: Attributes) -> None:
        parent = self._open[-1] if self._open else None
        kind = self._elements.get(name)
        run = self._around
        begun: Range | None = None
        if isinstance(parent, RunAnatomy):
            begun = self._atom(parent, self._atoms.get(name), attributes)
        elif kind is not None:
            begun = self._element(kind)
        elif isinstance(run, RunAnatomy) and parent is run.properties and self._atoms.get(name) == "rPrChange":
            begun = run.former = Range(self._part.parser.CurrentByteIndex)
        self._open.append(begun)

    def _element(self, kind: str) -> Element:
        at = self._part.parser.CurrentByteIndex
        around = self._around
        element: Element
        if kind == "r" and at in self._wanted:
            element = self._found[at] = RunAnatomy(at, kind=kind, around=around)
        else:
            element = Element(at, kind=kind, around=around)
        if around is not None:
            around.children += 1
            element.number = around.children
            if around.kind in WRAPPERS:
                element.before = around.last
                around.last = element
        self._around = element
        return element

    def _atom(self, run: RunAnatomy, kind: str | None, attributes: Attributes) -> Range:
        at = self._part.parser.CurrentByteIndex
        if kind == "rPr":
            run.properties = Range(at)
            return run.properties
        if run.marked:
            # The words after such a reference are the mark of the note, and stay with it.
            run.atoms.append(Atom(at))
            return run.atoms[-1]
        atom = Atom(at, length=int(kind in SIGNS), weightless=kind == PAGE_BREAK)
        run.atoms.append(atom)
        if kind in REFERENCES:
            run.marked = any(attributes.get(key, OFF[0]) not in OFF for key in self._own_mark)
        if kind in TEXTS:
            self._text = (atom, [], attributes.get(f"{XML} space") == "preserve")
        elif kind == "fldChar":
            which = next((attributes[key] for key in self._field_type if key in attributes), "")
            atom.step = FIELD_STEPS.get(which, 0)
        return atom

    def _end(self, _name: str) -> None:
        ended = self._open.pop()
        if ended is None:
            return
        ended.closing = self._part.parser.CurrentByteIndex
        if isinstance(ended, Element):
            self._around = ended.around
            return
        self._finish(ended)
        if self._text is not None and ended is self._text[0]:
            atom, words, preserved = self._text
            text = "".join(words)
            atom.text = text if preserved else text.strip(XML_SPACE)
            atom.length = len(atom.text)
            atom.weightless = not atom.text
            self._text = None

    def _finish(self, element: Range) -> None:
        """Find where the tags of an element end."""
        if not element.inside:
            element.inside = after_tag(self._data, element.start)
            # After an element without content the parser stands behind it already.
            empty = self._data[element.inside - 2 : element.inside] == b"/>"
            element.end = element.inside if empty else after_tag(self._data, element.closing)

    def _characters(self, words: str) -> None:
        if self._text is not None:
            self._text[1].append(words)
