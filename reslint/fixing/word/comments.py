"""The part of a package that holds its comments: made where there is none, and made longer where there is one."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from reslint.documents.word.names import WORD
from reslint.documents.word.package import CONTENT_TYPES, TYPES, Package
from reslint.errors import ReslintError
from reslint.fixing.word.cuts import Note, Revision
from reslint.fixing.word.markup import clean
from reslint.fixing.word.tags import UTF_8, appended, as_utf_8, root_of

MOST = 32_000
"""Word opens no file with more than 32,767 comments."""
KIND = "comments"
RELATIONS = {
    WORD[0]: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    WORD[1]: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
ISOLATES = ("FSI", "LRI", "RLI")
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
SIZE = '<w:rPr><w:sz w:val="20"/></w:rPr>'
TURNED = '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/><w:rtl/></w:rPr>'
"""Ten points, as Word writes comments; the text they are about may be larger."""
SMALL = '<w:rPr><w:color w:val="7F7F7F"/><w:sz w:val="16"/></w:rPr>'
SMALL_TURNED = '<w:rPr><w:color w:val="7F7F7F"/><w:sz w:val="16"/><w:szCs w:val="16"/><w:rtl/></w:rPr>'


def with_comments(package: Package, notes: Sequence[tuple[int, Note]], by: Revision) -> Iterator[tuple[str, bytes]]:
    """The members that change so that the main part has comments of these numbers, which nothing in the file has.

    Raises ReslintError for more comments than Word opens, and where those that are there cannot be read.
    """
    linked = _linked(package)
    there = part_of(package)
    model = there or package.main
    data = as_utf_8(package.read(model), package.name, model)
    root = root_of(data, package.name, model)
    if len(notes) + (root.children if there else 0) > MOST:
        reason = f"it would have more than {MOST:,} comments, which Word does not open"
        raise ReslintError(package.name, reason, "select fewer rules")
    namespace = root.namespace if root.namespace in WORD else WORD[0]
    declared = f' xmlns:w="{namespace}"'
    bound = there is None or root.bound.get(b"w") == namespace
    body = "".join(_comment(number, note, by, "" if bound else declared) for number, note in notes)
    if there:
        yield there, appended(data, root, body.encode())
        return
    name = linked[0] if linked else _free(package)
    yield name, f"{UTF_8}\n<w:comments{declared}>{body}</w:comments>".encode()
    yield from _typed(package, name)
    if not linked:
        yield from _related(package, name, RELATIONS[namespace])


def part_of(package: Package) -> str | None:
    """The name of the part that holds the comments of the main one, if there is one."""
    return next((target for target in _linked(package) if target in package.parts), None)


def _linked(package: Package) -> list[str]:
    return [one.target for one in package.relationships(package.main) if one.kind == KIND and not one.external]


def _free(package: Package) -> str:
    """A name for the comments that no part has."""
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(package.parts) + 1))
    return next(name for name in names if name not in package.parts)


def _comment(number: int, note: Note, by: Revision, declared: str) -> str:
    said = {"id": str(number), "author": clean(by.author), "date": by.date, "initials": by.initials}
    attributes = "".join(f" w:{key}={quoteattr(value)}" for key, value in said.items())
    paragraphs = []
    lines = [(line, SIZE, TURNED) for line in note.text.split("\n")]
    if note.small:
        lines.append((note.small, SMALL, SMALL_TURNED))
    for at, (line, plain, turned) in enumerate(lines):
        reference = "<w:r><w:annotationRef/></w:r>" if not at else ""
        runs_left = _right_to_left(line)
        look = turned if runs_left else plain
        text = f'<w:r>{look}<w:t xml:space="preserve">{escape(clean(line))}</w:t></w:r>' if line else ""
        paragraphs.append(f"<w:p>{'<w:pPr><w:bidi/></w:pPr>' if runs_left else ''}{reference}{text}</w:p>")
    return f"<w:comment{declared}{attributes}>{''.join(paragraphs)}</w:comment>"


def _right_to_left(line: str) -> bool:
    """Whether a line is of a script that runs so: its first letter tells, outside of what is isolated."""
    depth = 0
    for sign in line:
        direction = unicodedata.bidirectional(sign)
        depth += (direction in ISOLATES) - (direction == "PDI" and depth > 0)
        if not depth and direction in ("R", "AL", "L"):
            return direction != "L"
    return False


def _typed(package: Package, name: str) -> Iterator[tuple[str, bytes]]:
    """Content types that know the new part."""
    if f"/{name}".lower() not in package.types:
        override = f'<Override xmlns="{TYPES.strip()}" PartName="/{name}" ContentType="{TYPE}"/>'
        yield _longer(package, CONTENT_TYPES, override)


def _related(package: Package, name: str, relation: str) -> Iterator[tuple[str, bytes]]:
    """Relationships of the main part that know the new one."""
    folder, base = posixpath.split(package.main)
    path = posixpath.join(folder, "_rels", f"{base}.rels")
    known = {one.id for one in package.relationships(package.main)}
    number = next(number for number in range(1, len(known) + 2) if f"rIdC{number}" not in known)
    target = posixpath.relpath(name, folder or ".")
    entry = f'<Relationship xmlns="{RELATIONSHIPS}" Id="rIdC{number}" Type="{relation}" Target={quoteattr(target)}/>'
    if path in package.parts:
        yield _longer(package, path, entry)
    else:
        yield path, f'{UTF_8}\n<Relationships xmlns="{RELATIONSHIPS}">{entry}</Relationships>'.encode()


def _longer(package: Package, name: str, xml: str) -> tuple[str, bytes]:
    """A part with more at the end of its root element."""
    data = as_utf_8(package.read(name), package.name, name)
    return name, appended(data, root_of(data, package.name, name), xml.encode())
