"""The XML that is written: elements with the prefix that their place has, clean text, and ids that nothing has yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile
from xml.sax.saxutils import escape, quoteattr

from reslint.documents.word.names import BINDING, WORD
from reslint.fixing.word.cuts import Revision
from reslint.fixing.word.elements import PartElement, RunAnatomy
from reslint.fixing.word.tags import ATTRIBUTE, Root, after_tag, bindings_in, prefix_of

REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that XML 1.0 cannot hold."""
RETURN = {"\r": "&#13;"}
ID = re.compile(rb"""[\s:]id\s*=\s*["'](\d{1,10})["']""")
LARGEST = 2**31 - 1


class Attributes:
    """The prefix of attributes for elements without one: they have no default namespace.

    `declared` is the declaration that has to come with it, where no prefix of the namespace is known everywhere.
    """

    def __init__(self, data: bytes, root: Root, element: str) -> None:
        self.declared = ""
        self.prefix = element
        if element:
            return
        bound: dict[str, set[str]] = {}
        for match in BINDING.finditer(data):
            namespace = (match[2] if match[2] is not None else match[3]).decode()
            bound.setdefault((match[1] or b"").decode(), set()).add(namespace)
        own = root.namespace if root.namespace in WORD else WORD[0]
        for prefix, namespaces in bound.items():
            if prefix and namespaces == {own} and prefix.encode() in root.bound:
                self.prefix = f"{prefix}:"
                return
        free = next(prefix for prefix in ("w", *(f"w{number}" for number in range(len(bound)))) if prefix not in bound)
        self.prefix = f"{free}:"
        self.declared = f' xmlns:{free}="{own}"'


class Writers:
    """Writes into one part, by the places of which each has its prefix."""

    def __init__(self, data: bytes, root: Root, by: Revision) -> None:
        self._data = data
        self._root = root
        self._by = by
        self._attributes: dict[str, Attributes] = {}

    def around(self, element: PartElement) -> Markup:
        """What writes beside an element: with the prefix of its paragraph, since its own may not be known there."""
        prefix = prefix_of(self._data, (element.paragraph or element).start)
        if prefix not in self._attributes:
            self._attributes[prefix] = Attributes(self._data, self._root, prefix)
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
        """What writes in a run like this one: with its prefix, and the declarations from its paragraph down to it."""
        prefix = prefix_of(data, run.start)
        bound = bindings_in(data, run.start)
        for around in takewhile(lambda one: one.kind != "p", run.outwards()):
            bound = bindings_in(data, around.start) | bound
        declared = b"".join(_declaration(*one) for one in bound.items())
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


def _declaration(prefix: bytes, namespace: str) -> bytes:
    colon = b":" if prefix else b""
    return b" xmlns" + colon + prefix + b'="' + namespace.replace('"', "&quot;").encode() + b'"'


class Ids:
    """Gives numbers one after the other that none of the parts uses as any id."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._used = {int(match[1]) for part in parts for match in ID.finditer(part)}
        largest = max((number for number in self._used if number <= LARGEST), default=0)
        # After a file with ids near the largest one, counting begins anew among those that are free.
        self._last = largest if largest < LARGEST // 2 else 0

    def next(self) -> int:
        """A number that was not used before."""
        self._last += 1
        while self._last in self._used:
            self._last += 1
        return self._last


def renumbered(xml: bytes, ids: Ids) -> bytes:
    """The start tag of a revision under an id of its own."""
    prefix = prefix_of(xml, 0).encode()
    named = (match for match in ATTRIBUTE.finditer(xml, 0, after_tag(xml, 0)) if match["name"].endswith(b":id"))
    # In a tag without a prefix the attribute has one all the same.
    own = next((match for match in named if match["name"].startswith(prefix) and match["name"] != b"xml:id"), None)
    if own is None:
        return xml
    return xml[: own.start("value")] + f'"{ids.next()}"'.encode() + xml[own.end("value") :]
