"""The anatomy of the runs that are touched: where each byte of them stands, and what is around them.

One pass of the parser over a part; of paragraphs in which nobody asked for a run nothing is kept.
"""

from __future__ import annotations

from collections.abc import Collection

from reslint.documents.word.names import ALTERNATIVES, MATHEMATICS, OFF, WORD, XML, table
from reslint.documents.word.runs import XML_SPACE
from reslint.documents.xml import Attributes, Part
from reslint.fixing.word.elements import WRAPPERS, Atom, PartElement, Range, RunAnatomy
from reslint.fixing.word.tags import after_tag

CONTAINERS = ("p", "hyperlink", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo")
SIGNS = ("tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym")
TEXTS = ("t", "delText")
PAGE_BREAK = "lastRenderedPageBreak"
FIELD_STEPS = {"begin": 1, "end": -1}
SYMBOLS = "symbols"
"""What the signs of a formula are called here: they have the name of words in another namespace."""
OTHER = "other"
REFERENCES = ("footnoteReference", "endnoteReference")
ATOMS = (*SIGNS, *TEXTS, *REFERENCES, PAGE_BREAK, "fldChar", "rPr", "rPrChange")


def runs_of(data: bytes, name: str, part: str, wanted: Collection[int]) -> dict[int, RunAnatomy]:
    """The anatomy of the runs that begin at the bytes `wanted`; ReslintError for no good XML.

    `data` must be UTF-8.
    """
    return _Anatomist(data, name, part, wanted).read()


class Forms:
    """Several forms of the same content, of which the reader takes the first; `unread` counts the others open now."""

    def __init__(self) -> None:
        self.unread = 0
        self._counts: list[int] = []
        self._around = table({"AlternateContent": None}, ALTERNATIVES)
        self._forms = table({"Choice": None, "Fallback": None}, ALTERNATIVES)
        self._open: list[bool] = []

    def start(self, name: str) -> None:
        """An element begins."""
        if name in self._around:
            self._counts.append(0)
        elif name in self._forms:
            unread = bool(self._counts and self._counts[-1])
            if self._counts:
                self._counts[-1] += 1
            self._open.append(unread)
            self.unread += unread

    def end(self, name: str) -> None:
        """An element ends."""
        if name in self._around:
            self._counts.pop()
        elif name in self._forms:
            self.unread -= self._open.pop()


class _Anatomist:
    """`_open` holds, for every open element, what it is for the run or the elements around it; `_around` the nearest
    of those elements.
    """

    def __init__(self, data: bytes, name: str, part: str, wanted: Collection[int]) -> None:
        self._data = data
        self._part = Part(name, part)
        self._wanted = wanted
        self._open: list[Range | None] = []
        self._around: PartElement | None = None
        self._text: tuple[Atom, list[str], bool] | None = None
        self._found: dict[int, RunAnatomy] = {}
        self._elements = table({kind: kind for kind in ("r", *CONTAINERS, *WRAPPERS)})
        self._elements |= table({kind: kind for kind in ("oMath", "oMathPara")}, MATHEMATICS)
        self._elements |= table({"AlternateContent": "AlternateContent"}, ALTERNATIVES)
        self._atoms = table({kind: kind for kind in ATOMS}) | table({"t": SYMBOLS}, MATHEMATICS)
        self._forms = Forms()
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
        self._forms.start(name)
        parent = self._open[-1] if self._open else None
        kind = self._elements.get(name)
        run = self._around
        begun: Range | None = None
        if isinstance(parent, RunAnatomy) and kind != "r":
            begun = self._atom(parent, self._atoms.get(name), attributes)
        elif kind is not None and not (kind == "AlternateContent" and isinstance(run, RunAnatomy)):
            begun = self._element(kind)
        elif isinstance(run, RunAnatomy):
            begun = self._deeper(run, parent, name, attributes)
        elif run is not None and run.kind in (*WRAPPERS, OTHER):
            # Whatever stands in a revision around runs must not be cut where that is.
            begun = self._element(OTHER)
        self._open.append(begun)

    def _element(self, kind: str) -> PartElement:
        at = self._part.parser.CurrentByteIndex
        around = self._around
        element: PartElement
        if kind == "r" and at in self._wanted:
            element = self._found[at] = RunAnatomy(at, kind=kind, around=around)
        else:
            element = PartElement(at, kind=kind, around=around)
        if kind != OTHER:
            _count(element)
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
        if kind in (*TEXTS, SYMBOLS):
            atom.whole = kind == SYMBOLS
            self._begin_text(atom, attributes)
        elif kind == "fldChar":
            which = next((attributes[key] for key in self._field_type if key in attributes), "")
            atom.step = FIELD_STEPS.get(which, 0)
        return atom

    def _deeper(self, run: RunAnatomy, parent: Range | None, name: str, attributes: Attributes) -> Range | None:
        """What stands deeper in a run, of which the reader counts words and signs as its own."""
        kind = self._atoms.get(name)
        if parent is run.properties and kind == "rPrChange":
            run.former = Range(self._part.parser.CurrentByteIndex)
            return run.former
        atom = run.atoms[-1] if run.atoms else None
        if atom is None or atom.closing or run.marked or self._forms.unread or kind not in (*SIGNS, *TEXTS, SYMBOLS):
            return None
        atom.whole = True
        if kind in SIGNS:
            atom.length += 1
            return None
        return self._begin_text(Atom(self._part.parser.CurrentByteIndex), attributes)

    def _begin_text(self, atom: Atom, attributes: Attributes) -> Atom:
        self._text = (atom, [], attributes.get(f"{XML} space") == "preserve")
        return atom

    def _end(self, name: str) -> None:
        self._forms.end(name)
        ended = self._open.pop()
        if ended is None:
            return
        ended.closing = self._part.parser.CurrentByteIndex
        if isinstance(ended, PartElement):
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
            if isinstance(self._around, RunAnatomy) and atom is not self._around.atoms[-1]:
                self._around.atoms[-1].length += atom.length

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


def _count(element: PartElement) -> None:
    """Count an element among the children of what is around it, which counts itself only if it has such children."""
    around = element.around
    if around is None:
        return
    if around.kind == OTHER and not around.number:
        _count(around)
    around.children += 1
    element.number = around.children
    if around.kind in WRAPPERS:
        element.before = around.last
        around.last = element
