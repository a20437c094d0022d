"""The archive an OpenDocument file is."""

from __future__ import annotations

from reslint.documents.archive import Archive
from reslint.errors import ReslintError

MIMETYPE = "mimetype"
MANIFEST = "META-INF/manifest.xml"
TEXT = b"application/vnd.oasis.opendocument.text"
ENCRYPTED = b":encryption-data"


class OpenDocumentArchive(Archive):
    """An open OpenDocument text; ReslintError where it is none, or not one that may be read."""

    program = "LibreOffice"
    kind = "OpenDocument file"

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data, name)
        kind = self.read(MIMETYPE).strip() if MIMETYPE in self else TEXT
        if "content.xml" not in self or not kind.startswith(TEXT):
            raise ReslintError(name, "this is a zip archive, but not an OpenDocument text", "give an .odt file")
        if MANIFEST in self and ENCRYPTED in self.read(MANIFEST):
            raise self.encrypted()
