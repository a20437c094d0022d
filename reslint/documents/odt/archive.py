"""The archive an OpenDocument file is: a zip file that is checked before anything of it is unpacked.

The limits are those of Word files. Nothing is extracted to disk.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from reslint.documents.word.package import MAX_ALL, MAX_MEMBER, MAX_MEMBERS, MAX_RATIO, OLE, SMALL
from reslint.documents.word.xml import CHUNK
from reslint.errors import ReslintError

MIMETYPE = "mimetype"
MANIFEST = "META-INF/manifest.xml"
TEXT = b"application/vnd.oasis.opendocument.text"
ENCRYPTED = b":encryption-data"
DISTRUST = "do not trust this file"
SAVE_AGAIN = "open it with LibreOffice and save it again"
NO_PASSWORD = "remove the password in LibreOffice and save it again"
GET_AGAIN = "get the file again"


class Archive:
    """An open OpenDocument text; ReslintError where it is none, or not one that may be read."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._zip = _opened(data, name)
        self._check_sizes()
        self._infos = {info.filename: info for info in self._zip.infolist()}
        kind = self.read(MIMETYPE).strip() if MIMETYPE in self else TEXT
        if "content.xml" not in self or not kind.startswith(TEXT):
            raise ReslintError(name, "this is a zip archive, but not an OpenDocument text", "give an .odt file")
        if MANIFEST in self and ENCRYPTED in self.read(MANIFEST):
            raise ReslintError(name, "it is encrypted", NO_PASSWORD)

    def __contains__(self, part: str) -> bool:
        return part in self._infos

    def read(self, part: str) -> bytes:
        """The bytes of a part; ReslintError where it is damaged, or larger than it says."""
        return b"".join(self.chunks(part))

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, a megabyte at a time; ReslintError as above."""
        info = self._infos[part]
        try:
            with self._zip.open(info) as member:
                left = info.file_size
                while chunk := member.read(CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise ReslintError(self.name, f"the part {part} is larger than it says", DISTRUST)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise ReslintError(self.name, f"the part {part} is damaged", GET_AGAIN) from error

    def _check_sizes(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MAX_MEMBERS:
            raise ReslintError(self.name, f"it holds more than {MAX_MEMBERS:,} members", DISTRUST)
        seen: set[str] = set()
        for info in infos:
            if info.filename in seen:
                reason = f"it holds the part {info.filename} twice, and readers would differ about which one counts"
                raise ReslintError(self.name, reason, SAVE_AGAIN)
            seen.add(info.filename)
            if info.flag_bits & 1:
                raise ReslintError(self.name, "it is encrypted", NO_PASSWORD)
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise ReslintError(self.name, f"the part {info.filename} is packed in an unknown way", SAVE_AGAIN)
            dense = info.file_size > SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1)
            if info.file_size > MAX_MEMBER or (dense and info.filename.endswith(".xml")):
                size = f"{info.file_size / 1e6:,.0f} MB from {info.compress_size / 1e3:,.0f} kB"
                raise ReslintError(self.name, f"the part {info.filename} would unpack to {size}", DISTRUST)
        if sum(info.file_size for info in infos) > MAX_ALL:
            raise ReslintError(self.name, f"it would unpack to more than {MAX_ALL >> 20} MB", DISTRUST)


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    if not data:
        raise ReslintError(name, "the file is empty", "nothing to check")
    if data.startswith(OLE):
        raise ReslintError(name, "this is a Word file of the format before 2007", "name it .doc")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        if data.startswith(b"PK\x03\x04"):
            raise ReslintError(name, "the file is damaged or incomplete", "get it again") from error
        reason = "this is no OpenDocument file (it is no zip archive)"
        raise ReslintError(name, reason, "name it .txt if it is text") from error
