"""Names of WordprocessingML, in its two namespaces: the usual one and that of files saved as Strict."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from typing import TypeVar

from reslint.documents.word.repeated import Repeated
from reslint.documents.xml import Attributes, Ends, Part, Source, Starts, in_chunks

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
MATHEMATICS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
ALTERNATIVES = ("http://schemas.openxmlformats.org/markup-compatibility/2006",)
# Files saved as Strict have the content of text boxes in a namespace of Microsoft's.
BOXES = (*WORD, "http://schemas.microsoft.com/office/word/2006/wordml")
KNOWN = frozenset((*MATHEMATICS, *RELATIONS, *ALTERNATIVES, *BOXES))
SPACE = "xml:space"
XML = "http://www.w3.org/XML/1998/namespace"
OFF = ("0", "false", "off")
DECLARATION = b"xmlns"
# What comments, unparsed text and document types begin with.
REMARK = b"<!"
BINDING = re.compile(rb"xmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

EDGE = 1000
"""Bytes that are longer than any declaration that matters."""

Value = TypeVar("Value")
Bindings = Mapping[str, str]
"""The namespace of every prefix, of the empty one too."""


def table(values: Mapping[str, Value], namespaces: tuple[str, ...] = WORD) -> dict[str, Value]:
    """The values by full name ("namespace name"), in each of the namespaces."""
    return {f"{namespace} {name}": value for namespace in namespaces for name, value in values.items()}


PROPERTIES = table({"rPr": None})


class WordPart(Part):
    """A part with names of WordprocessingML.

    Where every prefix means one thing throughout, as in all files that Word writes, the parser need not resolve them,
    which takes a third of its time; names are then told by their prefixes. `space` is the name of the attribute that
    says whether the blanks at the ends of a text count.
    """

    def __init__(self, name: str, part: str) -> None:
        super().__init__(name, part)
        self.space = f"{XML} space"
        self._bindings: Bindings | None = None
        self._keys: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}

    def read(
        self, data: Source, starts: Starts, ends: Ends | None = None, words: Callable[[str], None] | None = None
    ) -> None:
        """As in `Part`; the names in the tables are full ones."""
        glance = Glance(data)
        self._bindings = glance.bindings
        if self._bindings is not None:
            self.parser = self._parser(None)
            self.space = SPACE
            starts, ends = self.told(starts), self.told(ends or {})
            if words is not None and glance.bare:
                glance.data = self._spared(glance.data, {*starts, *ends})
        super().read(glance.data, starts, ends, words)

    def _spared(self, data: Source, known: Container[str]) -> Source:
        """The bytes of a part that is text without the properties of runs that it repeats."""
        names = [*self.told(PROPERTIES)]
        return (lambda: Repeated(names[0], known).spared(in_chunks(data))) if names else data

    def told(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """The values by the names that the parser gives."""
        if self._bindings is None:
            return dict(values)
        prefixes: dict[str, list[str]] = {}
        for prefix, namespace in self._bindings.items():
            prefixes.setdefault(namespace, []).append(f"{prefix}:" if prefix else "")
        found = {}
        for name, value in values.items():
            namespace, _, local = name.partition(" ")
            for prefix in prefixes.get(namespace, ()):
                found[prefix + local] = value
        return found

    def value(self, attributes: Attributes, name: str, default: str = "", namespaces: tuple[str, ...] = WORD) -> str:
        """The value of an attribute, whichever the namespace of the file is."""
        keys = self._keys.get((name, namespaces))
        if keys is None:
            # An attribute without a prefix is in no namespace, whatever the default one is.
            keys = tuple(
                key for key in self.told(table({name: None}, namespaces)) if self._bindings is None or ":" in key
            )
            self._keys[name, namespaces] = keys
        for key in keys:
            if key in attributes:
                return attributes[key]
        return default

    def switched_on(self, attributes: Attributes, name: str = "val", default: str = "true") -> bool:
        """Whether a property that may be on or off is on: it is if it says nothing."""
        return self.value(attributes, name, default) not in OFF


class Glance:
    """What is seen of a part before it is parsed.

    `bindings` are the namespaces of its prefixes, if each that matters has one throughout, else None; that is so too
    for encodings in which a declaration is not the bytes that are looked for. `bare` says that it holds neither
    comments nor sections of unparsed text. `data` are its bytes, where a chunk holds all: they need not be unpacked
    again.
    """

    def __init__(self, data: Source) -> None:
        found: dict[str, str] = {}
        self.data = data
        self.bare = True
        plain = True
        before = b""
        for number, chunk in enumerate(in_chunks(data)):
            self.data = data if number else bytes(chunk)
            # What lies over the edge of two chunks is seen with the second; what is seen twice does no harm.
            seen = before + bytes(chunk)
            self.bare = self.bare and REMARK not in seen
            at = seen.find(DECLARATION)
            while at >= 0:
                match = BINDING.match(seen, at)
                if match is not None:
                    prefix = (match[1] or b"").decode("utf-8", "replace")
                    namespace = (match[2] if match[2] is not None else match[3]).decode("utf-8", "replace")
                    if found.setdefault(prefix, namespace) != namespace and KNOWN & {found[prefix], namespace}:
                        plain = False
                at = seen.find(DECLARATION, match.end() if match is not None else at + len(DECLARATION))
            before = seen[-EDGE:]
        self.bindings: Bindings | None = found if plain and KNOWN & set(found.values()) else None
