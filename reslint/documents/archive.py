"""The archive that a file of a word processor is: a zip file that is checked before anything of it is unpacked.

Nothing is extracted to disk, and a part that would unpack to far more than any text needs is refused before it is
unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import ClassVar

from reslint.documents.limits import DISTRUST, Tally, limits, too_much
from reslint.documents.members import too_dense, too_many, unpacking
from reslint.documents.xml import CHUNK
from reslint.errors import ReslintError

READ = (".xml", ".rels")
"""The suffixes of parts that are read as a whole."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
LOCAL_SIGN = b"PK\x03\x04"
PICTURES = (".bmp", ".emf", ".wmf", ".png", ".tif", ".tiff")
"""What may be packed further: a white page."""


class Archive:
    """An open archive; ReslintError, under the name of the file, where it is none, or not one that may be read.

    `program` writes such files, and `kind` is what people call them.
    """

    program: ClassVar[str]
    kind: ClassVar[str]

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self.name = name
        self.tally = Tally(name)
        self._left = limits().unpacked
        self._zip = self._opened(data)
        self._infos = {info.filename: info for info in self._zip.infolist()}
        self._check_sizes()

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all members, in their order in the archive."""
        return tuple(self._infos)

    def __contains__(self, part: str) -> bool:
        return part in self._infos

    def read(self, part: str) -> bytes:
        """The bytes of a part; ReslintError where it is missing, damaged, or larger than it says."""
        return b"".join(self.chunks(part))

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, a megabyte at a time, so that a long one need not be kept; ReslintError as above."""
        info = self._infos.get(part)
        if info is None:
            raise ReslintError(self.name, f"the part {part} is missing", self.save_again)
        try:
            with self._zip.open(info) as member:
                left = info.file_size
                while chunk := member.read(CHUNK):
                    left -= len(chunk)
                    self._left -= len(chunk)
                    if left < 0:
                        raise ReslintError(self.name, f"the part {part} is larger than it says", DISTRUST)
                    if self._left < 0:
                        raise self._too_large()
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise ReslintError(self.name, f"the part {part} is damaged", "get the file again") from error

    @property
    def save_again(self) -> str:
        """What to do about a file that is put together in a strange way."""
        return f"open it with {self.program} and save it again"

    def encrypted(self) -> ReslintError:
        """The error for a file with a password."""
        return ReslintError(self.name, "it is encrypted", f"remove the password in {self.program} and save it again")

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        if not data:
            raise ReslintError(self.name, "the file is empty", "nothing to check")
        if data.startswith(OLE):
            if ENCRYPTED in data:
                raise self.encrypted()
            reason = "this is a Word file of the format before 2007"
            raise ReslintError(self.name, reason, "name it .doc, or save it as .docx")
        if too_many(io.BytesIO(data)):
            raise too_much(self.name, f"it holds more than {limits().members:,} members", "members")
        try:
            return zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            if data.startswith(LOCAL_SIGN):
                raise ReslintError(self.name, "the file is damaged or incomplete", "get it again") from error
            reason = f"this is no {self.kind} (it is no zip archive)"
            raise ReslintError(self.name, reason, "name it .txt if it is text") from error

    def _check_sizes(self) -> None:
        infos = self._zip.infolist()
        seen: set[str] = set()
        for info in infos:
            # The names of parts are compared without regard to case.
            if info.filename.lower() in seen:
                reason = f"it holds the part {info.filename} twice, and readers would differ about which one counts"
                raise ReslintError(self.name, reason, self.save_again)
            seen.add(info.filename.lower())
            if info.flag_bits & 1:
                raise self.encrypted()
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise ReslintError(self.name, f"the part {info.filename} is packed in an unknown way", self.save_again)
            if too_dense(info) and not info.filename.lower().endswith(PICTURES):
                size = unpacking(info.file_size, info.compress_size)
                raise too_much(self.name, f"the part {info.filename} would unpack to {size}", "ratio")
        if sum(info.file_size for info in infos if info.filename.lower().endswith(READ)) > limits().unpacked:
            raise self._too_large()

    def _too_large(self) -> ReslintError:
        size = f"{limits().unpacked / 1e6:,.0f} MB"
        return too_much(self.name, f"what is to be read of it would unpack to more than {size}", "unpacked")
