"""Flat OpenDocument: one file of XML that is not packed, as LibreOffice saves it for those who compare versions."""

from __future__ import annotations

from reslint.documents.odt.names import OpenPart
from reslint.errors import ReslintError

MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0")


def is_flat(data: bytes) -> bool:
    """Whether bytes begin as XML does, in any encoding."""
    start = data[:256]
    for mark in MARKS:
        start = start.removeprefix(mark)
    return start.lstrip().startswith(b"<")


class FlatFile(OpenPart):
    """The only part there is, which is the file."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "")

    def error(self, reason: str, advice: str) -> ReslintError:
        """The error that names the file."""
        return ReslintError(self.name, f"the file {reason}", advice)
