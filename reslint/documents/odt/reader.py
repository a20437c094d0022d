"""Read an OpenDocument text: body, notes, text boxes, headers and footers, with every tracked change.

The views are those of LibreOffice, which writes nearly all such files: rejecting or accepting all changes there gives
the paragraphs that are read here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from reslint.documents.limits import Tally
from reslint.documents.model import Comment, Document, Kind, Paragraph, Provenance, Segment, Story, Unit, ViewName
from reslint.documents.notes import with_marks_apart
from reslint.documents.odt.archive import OpenDocumentArchive
from reslint.documents.odt.content import BODY, BOX, ENDNOTE, FOOTER, HEADER, Content
from reslint.documents.odt.flat import FlatFile, is_flat
from reslint.documents.odt.labels import labels
from reslint.documents.odt.names import OpenPart
from reslint.documents.odt.paragraphs import ReadStory
from reslint.documents.odt.styles import Styles
from reslint.documents.provenance import STRUCK_BY_HAND, both
from reslint.errors import ReslintError
from reslint.named import NamedTuple

CONTENT, STYLES = "content.xml", "styles.xml"
MARGINS = (HEADER, FOOTER)


class Told(NamedTuple):
    """Stories, and the remarks to them."""

    stories: list[Story]
    comments: list[Comment]


def read_odt(data: bytes, name: str) -> Document:
    """Read the bytes of an .odt, .ott or .fodt file; raises ReslintError when they are none that may be read.

    `Segment.source` is the byte of its story's part at which its stretch of words ends, or its element begins.
    """
    if is_flat(data):
        return _read_flat(data, name)
    archive = OpenDocumentArchive(data, name)
    common = Styles()
    margins = Content(OpenPart(name, STYLES), common, archive.tally)
    if STYLES in archive:
        margins.read(partial(archive.chunks, STYLES))
    own = Styles(common)
    main = Content(OpenPart(name, CONTENT), own, archive.tally)
    main.read(partial(archive.chunks, CONTENT))
    if not main.stories:
        raise ReslintError(name, "the document has no body", "open it with LibreOffice and save it again")
    names: Counter[str] = Counter()
    body = _told(main, main.stories, own, CONTENT, names)
    outside = _told(margins, margins.stories, common, STYLES, names)
    return _document(name, body, outside, struck=main.struck or margins.struck)


def _read_flat(data: bytes, name: str) -> Document:
    """A document whose styles and texts stand in one file of XML."""
    styles = Styles()
    content = Content(FlatFile(name), styles, Tally(name))
    content.read(data)
    if not any(story.kind == BODY for story in content.stories):
        raise ReslintError(name, "this is XML, but it holds no OpenDocument text", "give an .odt or .fodt file")
    names: Counter[str] = Counter()
    inside = [story for story in content.stories if story.kind not in MARGINS]
    outside = [story for story in content.stories if story.kind in MARGINS]
    return _document(
        name,
        _told(content, inside, styles, "", names),
        _told(content, outside, styles, "", names),
        struck=content.struck,
    )


def _document(name: str, body: Told, outside: Told, *, struck: bool) -> Document:
    stories = (*body.stories, *outside.stories)
    tracked = any(_changed(paragraph) for story in stories for paragraph in story.paragraphs)
    notices = (STRUCK_BY_HAND,) if struck else ()
    comments = (*body.comments, *outside.comments)
    return Document(name, "odt", stories, notices, Unit.PARAGRAPH, tracked, comments=comments)


def _told(content: Content, own: Iterable[ReadStory], styles: Styles, part: str, counted: Counter[str]) -> Told:
    """Stories of a part, and those that hang at them, in the order in which one would turn to them."""
    names: dict[int, str] = {}
    order: list[ReadStory] = []
    boxes: list[ReadStory] = []
    waiting: list[ReadStory] = []
    for story in own:
        (boxes if story.kind == BOX else waiting).append(story)
    while waiting or boxes:
        if not waiting:
            waiting, boxes = boxes, []
        found: list[ReadStory] = []
        for story in waiting:
            order.append(story)
            names[id(story)] = _name(story, counted)
            for mark in _marks(story):
                hung = content.hung[mark.anchor]
                if mark.provenance is not Provenance.KEPT:
                    _come_and_go(hung, mark.provenance)
                (boxes if hung.kind == BOX else found).append(hung)
        waiting = sorted(found, key=lambda story: story.kind == ENDNOTE)
    anchors = {anchor: names[id(story)] for anchor, story in content.hung.items() if id(story) in names}
    stories = [Story(names[id(one)], tuple(_paragraphs(one, styles, anchors)), part) for one in order]
    comments = [
        Comment(remark.words, remark.author, names[id(remark.story)], remark.paragraph)
        for remark in content.remarks
        if id(remark.story) in names
    ]
    return Told(stories, comments)


def _name(story: ReadStory, counted: Counter[str]) -> str:
    counted[story.kind] += 1
    return BODY if story.kind == BODY else f"{story.kind} {counted[story.kind]}"


def _marks(story: ReadStory) -> Iterator[Segment]:
    for paragraph in story.paragraphs:
        for segment in paragraph.segments:
            if segment.kind is Kind.MARK:
                yield segment


def _come_and_go(story: ReadStory, provenance: Provenance) -> None:
    """A note comes and goes with its mark."""
    for paragraph in story.paragraphs:
        paragraph.row = both(paragraph.row, provenance)


def _paragraphs(story: ReadStory, styles: Styles, anchors: Mapping[str, str]) -> Iterator[Paragraph]:
    final = labels(story.paragraphs, styles, ViewName.FINAL)
    original = labels(story.paragraphs, styles, ViewName.ORIGINAL)
    for paragraph, now, former in zip(story.paragraphs, final, original, strict=True):
        segments = tuple(
            segment._replace(anchor=anchors[segment.anchor]) if segment.anchor else segment
            for segment in paragraph.segments
        )
        if any(segment.raised for segment in segments):
            segments = with_marks_apart(segments)
        told = None if former.label == now.label else former.label
        yield Paragraph(
            segments,
            "\n",
            now.label,
            told,
            paragraph.mark,
            paragraph.joins,
            paragraph.row,
            beside=paragraph.beside,
            listing=now.listing or former.listing,
        )


def _changed(paragraph: Paragraph) -> bool:
    kept = Provenance.KEPT
    return (
        paragraph.mark is not kept
        or paragraph.row is not kept
        or any(segment.provenance is not kept for segment in paragraph.segments)
    )
