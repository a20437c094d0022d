"""Mutations of zip archives: of what they hold under which name, and of what is inside of one member."""

from __future__ import annotations

import contextlib
import io
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from random import Random

from fuzz.chance import Mutator

MOST = 3
LONGEST = 4 << 20
"""A member that is longer is doubled only, so that no archive grows without end where it is changed again."""
WHEN = (2024, 5, 6, 7, 8, 8)
UNCOMPRESSED = "mimetype"
UNREADABLE = (OSError, EOFError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error)
Member = tuple[str, bytes]
ODD_NAMES = (
    "../x.txt", "/x.txt", "C:\\x.txt", "a\nb.txt", "a\x1bb.md", ".hidden/x.txt", "x" * 250 + ".txt", "é\u0301.txt",
    "a/../a/x.txt", "x.docx", "x.zip", "word/document.xml", "content.xml", "[Content_Types].xml", "_rels/.rels",
    "x.txt.reslint", "reslint.toml", "a/",
)  # fmt: skip


def unpacked(data: bytes) -> list[Member]:
    """Name and content of each member that can be read."""
    members: list[Member] = []
    with contextlib.suppress(*UNREADABLE), zipfile.ZipFile(io.BytesIO(data)) as archive:
        members.extend((info.filename, archive.read(info)) for info in archive.infolist())
    return members


def packed(members: Sequence[Member]) -> bytes:
    """An archive of these members; the same ones give the same bytes."""
    written = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(written, "w") as archive:
        warnings.simplefilter("ignore")  # that a name stands there twice is meant
        for name, content in members:
            how = zipfile.ZIP_STORED if name == UNCOMPRESSED else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, WHEN), content, how)
    return written.getvalue()


def inside(mutate: Mutator) -> Mutator:
    """The mutation of one member of a package that holds XML, the larger ones more often."""

    def changed(data: bytes, chance: Random) -> bytes:
        members = unpacked(data)
        marked = [at for at, (_, content) in enumerate(members) if b"<" in content[:200] or content[1:4] == b"\0<\0"]
        if not marked:
            return data
        at = chance.choices(marked, [len(members[one][1]) ** 0.5 for one in marked])[0]
        name, content = members[at]
        members[at] = (name, mutate(content, chance))
        return packed(members)

    return changed


def mutate(data: bytes, chance: Random) -> bytes:
    """Change which members there are: take out, double, rename, swap, empty, cut off, put the archive into itself."""
    members = unpacked(data)
    for _ in range(chance.randint(1, MOST)):
        if members:
            _change(members, chance, data)
    return packed(members)


def _change(members: list[Member], chance: Random, whole: bytes) -> None:
    at, other = chance.randrange(len(members)), chance.randrange(len(members))
    (name, content), (other_name, other_content) = members[at], members[other]
    match chance.randrange(9):
        case 0:
            del members[at]
        case 1:
            members.append((name, other_content))
        case 2:
            members[at] = (chance.choice(ODD_NAMES), content)
        case 3:
            members[at], members[other] = (name, other_content), (other_name, content)
        case 4:
            members[at] = (name, b"")
        case 5:
            members[at] = (name, content[: chance.randint(0, len(content))])
        case 6:
            members.append((chance.choice(ODD_NAMES), whole))
        case 7:
            members[at] = (name, content * (chance.choice((2, 20)) if len(content) < LONGEST else 2))
        case _:
            members[at] = (name.upper() if chance.random() < 0.5 else f"{name}/x", content)
