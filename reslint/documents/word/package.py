"""The package a Word file is: a zip archive whose parts are found by their relationships.

Nothing is extracted to disk, no target outside of the package is followed, and a part that would unpack to far more
than any text needs is refused before it is unpacked.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from reslint.documents.word.xml import CHUNK, Attributes, Part
from reslint.errors import ReslintError

MAX_MEMBERS = 20_000
MAX_MEMBER = 256 << 20
MAX_ALL = 512 << 20
MAX_RATIO = 300
"""How far a part may be packed; ordinary text packs 15 to 20 to 1."""
SMALL = 4 << 20
"""Bytes below which the ratio does not count."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
CONTENT_TYPES = "[Content_Types].xml"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types "
SAVE_AGAIN = "open it with Word and save it again"


class Relationship(NamedTuple):
    """What a part points to; `kind` is the last word of its type, `target` the name of a part unless external."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """An open Word file; ReslintError where it is none, or not one that may be read."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self.name = name
        self._zip = _opened(data, name)
        self._infos = {info.filename: info for info in self._zip.infolist()}
        self._check_sizes()
        self.types = self._content_types()
        self.main = self._main()

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all members, in their order in the archive."""
        return tuple(self._infos)

    @property
    def infos(self) -> tuple[zipfile.ZipInfo, ...]:
        """The directory entries of all members, in their order in the archive."""
        return tuple(self._infos.values())

    def read(self, part: str) -> bytes:
        """The bytes of a part; ReslintError where it is missing, damaged, or larger than it says."""
        return b"".join(self.chunks(part))

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, a megabyte at a time, so that a long one need not be kept; ReslintError as above."""
        info = self._infos.get(part)
        if info is None:
            raise ReslintError(self.name, f"the part {part} is missing", SAVE_AGAIN)
        try:
            with self._zip.open(info) as member:
                left = info.file_size
                while chunk := member.read(CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise ReslintError(
                            self.name, f"the part {part} is larger than it says", "do not trust this file"
                        )
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise ReslintError(self.name, f"the part {part} is damaged", "get the file again") from error

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """What a part points to, in the order of the file; none where it has no relationships."""
        folder, base = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path not in self._infos:
            return ()
        found: list[Relationship] = []

        def start(attributes: Attributes) -> None:
            external = attributes.get("TargetMode") == "External"
            target = attributes.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            found.append(Relationship(attributes.get("Id", ""), kind, target, external))

        Part(self.name, path).read(self.read(path), {RELATIONSHIP: start})
        return tuple(found)

    def content_type(self, part: str) -> str:
        """The content type of a part, in lower case, or empty."""
        suffix = part.rpartition(".")[2].lower()
        return self.types.get(f"/{part}".lower(), self.types.get(suffix, ""))

    def _check_sizes(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MAX_MEMBERS:
            raise ReslintError(self.name, f"it holds more than {MAX_MEMBERS:,} members", "do not trust this file")
        seen: set[str] = set()
        for info in infos:
            # The names of parts are compared without regard to case.
            if info.filename.lower() in seen:
                reason = f"it holds the part {info.filename} twice, and readers would differ about which one counts"
                raise ReslintError(self.name, reason, SAVE_AGAIN)
            seen.add(info.filename.lower())
            if info.flag_bits & 1:
                raise ReslintError(self.name, "it is encrypted", "remove the password in Word and save it again")
            too_dense = info.file_size > SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1)
            if info.file_size > MAX_MEMBER or (too_dense and not _picture(info.filename)):
                size = f"{info.file_size / 1e6:,.0f} MB from {info.compress_size / 1e3:,.0f} kB"
                reason = f"the part {info.filename} would unpack to {size}"
                raise ReslintError(self.name, reason, "do not trust this file")
        if sum(info.file_size for info in infos) > MAX_ALL:
            raise ReslintError(self.name, f"it would unpack to more than {MAX_ALL >> 20} MB", "do not trust this file")

    def _content_types(self) -> dict[str, str]:
        types: dict[str, str] = {}

        def default(attributes: Attributes) -> None:
            types[attributes.get("Extension", "").lower()] = attributes.get("ContentType", "").lower()

        def override(attributes: Attributes) -> None:
            types[attributes.get("PartName", "").lower()] = attributes.get("ContentType", "").lower()

        if CONTENT_TYPES not in self._infos:
            raise self._no_document()
        Part(self.name, CONTENT_TYPES).read(
            self.read(CONTENT_TYPES), {f"{TYPES}Default": default, f"{TYPES}Override": override}
        )
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


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    if not data:
        raise ReslintError(name, "the file is empty", "nothing to check")
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise ReslintError(name, "it is encrypted", "remove the password in Word and save it again")
        raise ReslintError(name, "this is a Word file of the format before 2007", "name it .doc, or save it as .docx")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        if data.startswith(b"PK\x03\x04"):
            raise ReslintError(name, "the file is damaged or incomplete", "get it again") from error
        raise ReslintError(name, "this is no Word file (it is no zip archive)", "name it .txt if it is text") from error


def _picture(part: str) -> bool:
    return part.lower().endswith((".bmp", ".emf", ".wmf", ".png", ".tif", ".tiff"))
