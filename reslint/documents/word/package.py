"""The package a Word file is: an archive whose parts are found by their relationships.

No target outside of the package is followed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote

from reslint.documents.archive import Archive
from reslint.documents.xml import Attributes, Part
from reslint.errors import ReslintError
from reslint.lately import Lately
from reslint.named import NamedTuple

RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
CONTENT_TYPES = "[Content_Types].xml"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types "


class Relationship(NamedTuple):
    """What a part points to; `kind` is the last word of its type, `target` the name of a part unless external."""

    id: str
    kind: str
    target: str
    external: bool


MOST = 16
"""Of so many parts of what was read lately it is kept what they say, of those that are no longer than `LONGEST`: files
of one template and of one program have these alike.
"""
LONGEST = 1 << 14
_pointing: Lately[tuple[str, bytes], tuple[Relationship, ...]] = Lately(MOST)
_typed: Lately[bytes, Mapping[str, str]] = Lately(MOST)


class Package(Archive):
    """An open Word file; ReslintError where it is none, or not one that may be read."""

    program = "Word"
    kind = "Word file"

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data, name)
        self.types = self._content_types()
        self.main = self._main()

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """What a part points to, in the order of the file; none where it has no relationships."""
        folder, base = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path not in self._infos:
            return ()
        data = self.read(path)
        lately = _pointing.get((folder, data))
        if lately is not None:
            return lately
        found: list[Relationship] = []

        def start(attributes: Attributes) -> None:
            external = attributes.get("TargetMode") == "External"
            target = attributes.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            found.append(Relationship(attributes.get("Id", ""), kind, target, external))

        Part(self.name, path).read(data, {RELATIONSHIP: start})
        if len(data) <= LONGEST:
            _pointing.keep((folder, data), tuple(found))
        return tuple(found)

    def content_type(self, part: str) -> str:
        """The content type of a part, in lower case, or empty."""
        suffix = part.rpartition(".")[2].lower()
        return self.types.get(f"/{part}".lower(), self.types.get(suffix, ""))

    def _content_types(self) -> Mapping[str, str]:
        types: dict[str, str] = {}

        def default(attributes: Attributes) -> None:
            types[attributes.get("Extension", "").lower()] = attributes.get("ContentType", "").lower()

        def override(attributes: Attributes) -> None:
            types[attributes.get("PartName", "").lower()] = attributes.get("ContentType", "").lower()

        if CONTENT_TYPES not in self._infos:
            raise self._no_document()
        data = self.read(CONTENT_TYPES)
        lately = _typed.get(data)
        if lately is not None:
            return lately
        Part(self.name, CONTENT_TYPES).read(data, {f"{TYPES}Default": default, f"{TYPES}Override": override})
        if len(data) <= LONGEST:
            _typed.keep(data, types)
        return types

    def _main(self) -> str:
        for relationship in self.relationships(""):
            if relationship.kind == "officeDocument" and not relationship.external:
                content_type = self.content_type(relationship.target)
                if relationship.target not in self._infos or (content_type and "word" not in content_type):
                    raise self._no_document()
                return relationship.target
        raise self._no_document()

    def _no_document(self) -> ReslintError:
        return ReslintError(self.name, "this is a zip archive, but not a Word document", "give a .docx file")
