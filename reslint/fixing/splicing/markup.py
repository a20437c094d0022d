"""The XML that is written: elements with the prefix that the place has, and text that no sign of it can break."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from reslint.documents.word.names import BINDING, WORD
from reslint.fixing.splicing.shapes import Revision

NAME = re.compile(rb"<(?:([\w.-]+):)?r(?=[\s/>])")
REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that XML 1.0 cannot hold."""


class Markup:
    """Writes elements of WordprocessingML as they are written at a run, all in UTF-8."""

    def __init__(self, data: bytes, run: int, by: Revision) -> None:
        match = NAME.match(data, run)
        own = match[1].decode() if match and match[1] else ""
        self._element = f"{own}:" if own else ""
        self._declared = ""
        if own:
            self._attribute = self._element
        else:
            # Attributes have no default namespace: they need a prefix of the same one, or one is declared here.
            bound = {
                (found[2] or found[3] or b"").decode(): found[1].decode()
                for found in BINDING.finditer(data)
                if found[1]
            }
            default = next((found[2] or found[3] or b"").decode() for found in BINDING.finditer(data) if not found[1])
            namespace = next((one for one in WORD if one == default), WORD[0])
            if namespace in bound:
                self._attribute = f"{bound[namespace]}:"
            else:
                self._attribute = "w:"
                self._declared = f' xmlns:w="{namespace}"'
        self._by = by

    def start(self, name: str, number: int) -> str:
        """The start tag of a revision."""
        said = {"id": str(number), "author": clean(self._by.author), "date": self._by.date}
        attributes = "".join(f" {self._attribute}{key}={quoteattr(value)}" for key, value in said.items())
        return f"<{self._element}{name}{self._declared}{attributes}>"

    def end(self, name: str) -> str:
        """The end tag of an element."""
        return f"</{self._element}{name}>"

    def text(self, words: str, name: str = "t") -> str:
        """Words as the content of a run, tabs as elements of their own."""
        tab = f"<{self._element}tab/>"
        return tab.join(
            f'<{self._element}{name} xml:space="preserve">{escape(clean(piece))}</{self._element}{name}>'
            if piece
            else ""
            for piece in words.split("\t")
        )

    def point(self, name: str, number: int) -> str:
        """An element without content that refers to a comment."""
        return f'<{self._element}{name}{self._declared} {self._attribute}id="{number}"/>'

    def run(self, properties: str, content: str) -> str:
        """A run."""
        return f"<{self._element}r>{properties}{content}</{self._element}r>"


def clean(words: str) -> str:
    """Words without the signs that no XML can hold, each replaced by the sign for that."""
    return REFUSED.sub("\ufffd", words)
