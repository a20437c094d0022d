"""Write corrections and comments into a package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reslint.documents.word.package import Package
from reslint.documents.xml import Part
from reslint.errors import ReslintError
from reslint.fixing.word.archive import replaced
from reslint.fixing.word.comments import with_comments
from reslint.fixing.word.cuts import Note, Revision, RunChange
from reslint.fixing.word.markup import Ids
from reslint.fixing.word.parts import rewritten
from reslint.fixing.word.sparing import UnwritableError
from reslint.fixing.word.tags import looked_through


def write_package(
    package: Package, changes: Mapping[str, Sequence[RunChange]], notes: Sequence[Note], by: Revision
) -> bytes:
    """The bytes of a Word file with changes, by the name of their part, as tracked ones, and notes on the main part.

    Whatever they do not touch stays byte for byte. Raises UnwritableError where some of them cannot be written, and
    ReslintError where none can.
    """
    written = dict.fromkeys([*changes, *([package.main] if notes else [])])
    read = {
        part: package.read(part)
        for part in package.parts
        if part in written or "xml" in (part.rpartition(".")[2].lower(), package.content_type(part)[-3:])
    }
    ids = Ids(map(looked_through, read.values()))
    members: dict[str, bytes] = {}
    numbered = [(ids.next(), note) for note in notes]
    if notes:
        members.update(with_comments(package, numbered, by))
    unfit: dict[str, set[int]] = {}
    for name in written:
        own = numbered if name == package.main else []
        try:
            members[name] = rewritten(read[name], package.name, name, changes.get(name, ()), own, ids, by)
        except UnwritableError as error:
            unfit |= error.runs
    if unfit:
        raise UnwritableError(package.name, unfit)
    for name, data in members.items():
        try:
            # With its namespaces: a prefix that nothing declares would keep Word from opening the file.
            Part(package.name, name).parse(data, lambda *_: None, lambda _: None)
        except ReslintError as error:
            raise UnwritableError(package.name, {}) from error
    return replaced(package.data, package.name, members)
