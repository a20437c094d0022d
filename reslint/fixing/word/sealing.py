"""The seal on a copy of a Word file, by which one tells that reslint wrote it and nobody has worked in it since: an XML
comment behind the text, which readers pass over and no word processor keeps when it saves.
"""

from __future__ import annotations

from reslint.documents.word.package import Package
from reslint.errors import ReslintError
from reslint.fixing.word.archive import replaced
from reslint.fixing.word.cautions import is_signed
from reslint.fixing.word.tags import as_utf_8

SEAL = b"<!-- written by reslint -->"


def seal(data: bytes, name: str) -> bytes:
    """The bytes of a Word file with the seal; as they are where a digital signature would not survive it, too.

    Raises ReslintError, under `name`, where it cannot be written.
    """
    package = Package(data, name)
    if is_signed(package):
        return data
    text = as_utf_8(package.read(package.main), package.name, package.main)
    return data if _ends_sealed(text) else replaced(data, name, {package.main: text.rstrip() + SEAL})


def sealed(data: bytes) -> bool:
    """Whether the bytes are those of a copy that reslint wrote and nobody has saved since."""
    try:
        package = Package(data, "")
        return _ends_sealed(package.read(package.main))
    except ReslintError:
        return False


def _ends_sealed(text: bytes) -> bool:
    return text.rstrip().endswith(SEAL)
