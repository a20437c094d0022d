"""The XML that is written: elements with the prefix that the place has, and text that no sign of it can break."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from reslint.documents.word.names import BINDING, WORD
from reslint.fixing.splicing.anatomy import Element, RunAnatomy, after_tag
from reslint.fixing.splicing.shapes import Revision

NAME = re.compile(rb"<(?:([\w.-]+):)?\w")
REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that XML 1.0 cannot hold."""
RETURN = {"\r": "&#13;"}


class Attributes:
    """The prefix of attributes for elements without one: they have no default namespace.

    `declared` is the declaration that has to come with it, where no prefix of the namespace is known everywhere.
    """

    def __init__(self, data: bytes, element: str) -> None:
        self.declared = ""
        self.prefix = element
        if element:
            return
        bound: dict[str, set[str]] = {}
        for match in BINDING.finditer(data):
            namespace = (match[2] if match[2] is not None else match[3]).decode()
            bound.setdefault((match[1] or b"").decode(), set()).add(namespace)
        own = next((one for one in WORD if one in bound.get("", ())), WORD[0])
        root = next(match.start() for match in re.finditer(rb"<[^?!]", data))
        everywhere = {(match[1] or b"").decode() for match in BINDING.finditer(data, root, after_tag(data, root))}
        for prefix, namespaces in bound.items():
            if prefix and namespaces == {own} and prefix in everywhere:
                self.prefix = f"{prefix}:"
                return
        free = next(prefix for prefix in ("w", *(f"w{number}" for number in range(len(bound)))) if prefix not in bound)
        self.prefix = f"{free}:"
        self.declared = f' xmlns:{free}="{own}"'


class Writers:
    """Writes into one part, by the places of which each has its prefix."""

    def __init__(self, data: bytes, by: Revision) -> None:
        self._data = data
        self._by = by
        self._attributes: dict[str, Attributes] = {}

    def around(self, element: Element) -> Markup:
        """What writes beside an element: with the prefix of its paragraph, since its own may not be known there."""
        prefix = _prefix(self._data, (element.paragraph or element).start)
        if prefix not in self._attributes:
            self._attributes[prefix] = Attributes(self._data, prefix)
        return Markup(prefix, self._attributes[prefix], self._by)


class Markup:
    """Writes elements of WordprocessingML as they are written at a place, all in UTF-8."""

    def __init__(self, element: str, attributes: Attributes, by: Revision, run_start: bytes = b"") -> None:
        self._element = element
        self._attributes = attributes
        self._by = by
        self.run_start = run_start or f"<{element}r>".encode()

    @classmethod
    def at(cls, data: bytes, run: RunAnatomy, outside: Markup) -> Markup:
        """What writes in a run like this one: with its prefix, and the declarations that it brings along."""
        prefix = _prefix(data, run.start)
        declared = b"".join(b" " + match[0] for match in BINDING.finditer(data, run.start, run.inside))
        start = b"<" + prefix.encode() + b"r" + declared + b">"
        return cls(prefix, outside._attributes, outside._by, start)

    def start(self, name: str, number: int) -> bytes:
        """The start tag of a revision."""
        said = {"id": str(number), "author": clean(self._by.author), "date": self._by.date}
        prefix = self._attributes.prefix
        attributes = "".join(f" {prefix}{key}={quoteattr(value)}" for key, value in said.items())
        return f"<{self._element}{name}{self._attributes.declared}{attributes}>".encode()

    def end(self, name: str) -> bytes:
        """The end tag of an element."""
        return f"</{self._element}{name}>".encode()

    def text(self, words: str, name: str = "t") -> bytes:
        """Words as the content of a run, tabs as elements of their own."""
        tab = f"<{self._element}tab/>"
        return tab.join(
            f'<{self._element}{name} xml:space="preserve">{escape(clean(piece), RETURN)}</{self._element}{name}>'
            if piece
            else ""
            for piece in words.split("\t")
        ).encode()

    def comment_begin(self, number: int) -> bytes:
        """Where the range of a comment begins."""
        return self._point("commentRangeStart", number)

    def comment_end(self, number: int) -> bytes:
        """Where the range of a comment ends, and the run that refers to it."""
        reference = self._point("commentReference", number)
        return self._point("commentRangeEnd", number) + self.run_start + reference + self.end("r")

    def _point(self, name: str, number: int) -> bytes:
        attributes = self._attributes
        return f'<{self._element}{name}{attributes.declared} {attributes.prefix}id="{number}"/>'.encode()


def clean(words: str) -> str:
    """Words without the signs that no XML can hold, each replaced by the sign for that."""
    return REFUSED.sub("\ufffd", words)


def _prefix(data: bytes, at: int) -> str:
    """The prefix of the tag at a byte, with its colon, or nothing."""
    match = NAME.match(data, at)
    return f"{match[1].decode()}:" if match and match[1] else ""
