"""The part of a package that holds its comments: made where there is none, and made longer where there is one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from reslint.documents.word.names import BINDING, WORD
from reslint.documents.word.package import CONTENT_TYPES, TYPES, Package
from reslint.errors import ReslintError
from reslint.fixing.splicing.encoding import UTF_8, as_utf_8
from reslint.fixing.splicing.markup import clean
from reslint.fixing.splicing.shapes import Note, Revision

MOST = 32_000
"""Word opens no file with more than 32,767 comments."""
KIND = "comments"
RELATIONS = {
    WORD[0]: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    WORD[1]: "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
}
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
SIZE = '<w:rPr><w:sz w:val="20"/></w:rPr>'
"""Ten points, as Word writes comments; the text they are about may be larger."""
NUMBER = re.compile(rb"""<(?:[\w.-]+:)?comment\s(?:[^<>"']|"[^"]*"|'[^']*')*?[\s:]id\s*=\s*["'](\d{1,10})["']""")
CLOSING = re.compile(rb"</(?:[\w.-]+:)?\w+\s*>(?:\s|<!--(?:(?!-->).)*-->)*\Z", re.DOTALL)
EMPTY = re.compile(
    rb"<(?P<name>(?:[\w.-]+:)?\w+)(?P<rest>(?:\s[^<>]*?)?)\s*/>(?:\s|<!--(?:(?!-->).)*-->)*\Z", re.DOTALL
)


class CommentsPart(NamedTuple):
    """The part that holds or will hold the comments: its name, its bytes if it is there, and the numbers in use."""

    name: str
    data: bytes | None
    used: frozenset[int]


def comments_part(package: Package) -> CommentsPart:
    """The part of the comments of the main part; ReslintError where it cannot be read."""
    for one in package.relationships(package.main):
        if one.kind == KIND and not one.external and one.target in package.parts:
            data = as_utf_8(package.read(one.target))
            return CommentsPart(one.target, data, frozenset(int(match[1]) for match in NUMBER.finditer(data)))
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(package.parts) + 1))
    free = next(name for name in names if name not in package.parts)
    return CommentsPart(free, None, frozenset())


def with_comments(
    package: Package, part: CommentsPart, notes: Sequence[tuple[int, Note]], by: Revision, main: bytes
) -> Iterator[tuple[str, bytes]]:
    """The members that change so that the file has comments of these numbers; `main` is the main part as it was.

    Raises ReslintError for more comments than Word opens.
    """
    if len(part.used) + len(notes) > MOST:
        reason = f"it would have more than {MOST:,} comments, which Word does not open"
        raise ReslintError(package.name, reason, "select fewer rules")
    namespace = WORD[1] if WORD[1].encode() in main else WORD[0]
    if part.data is None:
        body = "".join(_comment(number, note, by, "") for number, note in notes)
        whole = f'{UTF_8}\n<w:comments xmlns:w="{namespace}">{body}</w:comments>'
        yield part.name, whole.encode()
        yield from _registered(package, part.name, RELATIONS[namespace])
        return
    bound = {match[1]: (match[2] or match[3] or b"").decode() for match in BINDING.finditer(part.data)}
    namespace = next((one for one in bound.values() if one in WORD), namespace)
    declared = "" if bound.get(b"w") == namespace else f' xmlns:w="{namespace}"'
    body = "".join(_comment(number, note, by, declared) for number, note in notes)
    yield part.name, _appended(package, part.name, part.data, body)


def _comment(number: int, note: Note, by: Revision, declared: str) -> str:
    said = {"id": str(number), "author": clean(by.author), "date": by.date, "initials": by.initials}
    attributes = "".join(f" w:{key}={quoteattr(value)}" for key, value in said.items())
    paragraphs = []
    for at, line in enumerate(note.text.split("\n")):
        reference = "<w:r><w:annotationRef/></w:r>" if not at else ""
        text = f'<w:r>{SIZE}<w:t xml:space="preserve">{escape(clean(line))}</w:t></w:r>' if line else ""
        paragraphs.append(f"<w:p>{reference}{text}</w:p>")
    return f"<w:comment{declared}{attributes}>{''.join(paragraphs)}</w:comment>"


def _registered(package: Package, name: str, relation: str) -> Iterator[tuple[str, bytes]]:
    """Content types and relationships that know the new part."""
    types = package.read(CONTENT_TYPES)
    override = f'<Override xmlns="{TYPES.strip()}" PartName="/{name}" ContentType="{TYPE}"/>'
    yield CONTENT_TYPES, _appended(package, CONTENT_TYPES, types, override)
    folder, base = posixpath.split(package.main)
    path = posixpath.join(folder, "_rels", f"{base}.rels")
    known = {one.id for one in package.relationships(package.main)}
    number = next(number for number in range(1, len(known) + 2) if f"rIdC{number}" not in known)
    target = posixpath.relpath(name, folder or ".")
    entry = f'<Relationship xmlns="{RELATIONSHIPS}" Id="rIdC{number}" Type="{relation}" Target={quoteattr(target)}/>'
    if path in package.parts:
        yield path, _appended(package, path, package.read(path), entry)
    else:
        yield path, f'{UTF_8}\n<Relationships xmlns="{RELATIONSHIPS}">{entry}</Relationships>'.encode()


def _appended(package: Package, name: str, data: bytes, xml: str) -> bytes:
    """A part with more at the end of its root element."""
    added = xml.encode()
    data = as_utf_8(data)
    closing = CLOSING.search(data)
    if closing is not None:
        return data[: closing.start()] + added + data[closing.start() :]
    empty = EMPTY.search(data)
    if empty is None:
        raise ReslintError(package.name, f"the part {name} ends in an unusual way, so nothing was written")
    opened = b"<" + empty["name"] + empty["rest"] + b">"
    return data[: empty.start()] + opened + added + b"</" + empty["name"] + b">"
