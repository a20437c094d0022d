"""Read a Word file into a document: body, notes, text boxes, headers and footers, with every tracked change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from reslint.documents.model import Comment, Document, Paragraph, Provenance, Story, Unit, ViewName
from reslint.documents.notes import with_marks_apart
from reslint.documents.provenance import STRUCK_BY_HAND
from reslint.documents.word.comments import read_comments
from reslint.documents.word.labels import Numbered, labels
from reslint.documents.word.looks import Look, Looks, read_looks
from reslint.documents.word.names import WordPart
from reslint.documents.word.numbering import Lists, NumberingReader, Styles, read_styles
from reslint.documents.word.package import Package
from reslint.documents.word.paragraphs import ReadParagraph, ReadStory
from reslint.documents.word.stories import Begun, Counted, NoteReference, Stories
from reslint.documents.word.template import once
from reslint.errors import ReslintError

FORMAT = "word"
BODY = "body"
NOTES = {"footnote": "footnotes", "endnote": "endnotes"}


def read_word(data: bytes, name: str) -> Document:
    """Read the bytes of a .docx, .docm, .dotx or .dotm file; raises ReslintError when they may not be read."""
    return _WordReader(Package(data, name)).document()


class _WordReader:
    """Puts the parts of one file together; its stories stand in the order in which one would turn to them."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._relationships = package.relationships(package.main)
        self._counted = Counted(package.tally)
        self._lists = self._read_lists()
        self._comments: list[Comment] = []
        self._unread: list[str] = []
        self._struck = False
        self._looks: Looks | None = None

    def document(self) -> Document:
        """The document; ReslintError where a part of it cannot be read."""
        package = self._package
        main = self._read(package.main, lambda _: Begun(BODY))
        if not main.read:
            raise ReslintError(package.name, "the document has no body", "open it with Word and save it again")
        self._place_comments(main)
        body, *boxes = self._stories(package.main, main.read)
        rest = list(self._notes(main))
        stories = (body, *rest, *boxes, *self._sections(main))
        return Document(
            package.name,
            FORMAT,
            stories,
            (
                *(f"{what} is part of it and was not read" for what in dict.fromkeys(self._unread)),
                *((STRUCK_BY_HAND,) if self._struck else ()),
            ),
            Unit.PARAGRAPH,
            any(_changed(paragraph) for story in stories for paragraph in story.paragraphs),
            tuple(self._comments),
        )

    def _notes(self, main: Stories) -> Iterator[Story]:
        """The notes that the body refers to, in its order, each followed by the text boxes in it."""
        for kind, part_kind in NOTES.items():
            references = {note.id: note for note in main.notes if note.kind == kind}
            part = self._related(part_kind)
            if not references or part is None:
                continue
            order = {note.story: number for number, note in enumerate(references.values())}

            stories = self._stories(part, self._read(part, partial(_begun, references, Counter())).read)
            # A text box stays with the notes, at their end.
            yield from sorted(stories, key=lambda story: order.get(story.name, len(order)))

    def _sections(self, main: Stories) -> Iterator[Story]:
        """Headers and footers, each part once, in the order in which the sections name them."""
        parts = {one.id: one.target for one in self._relationships if not one.external}
        seen = set()
        for kind, relation in main.sections:
            part = parts.get(relation)
            if part is not None and part not in seen:
                seen.add(part)
                name = self._counted.next(kind)
                yield from self._stories(part, self._read(part, partial(_named, name)).read)

    def _read(self, part: str, begun: Callable[[str], Begun | None]) -> Stories:
        stories = Stories(self._part(part), self._counted, begun, self._look)
        stories.parse(partial(self._package.chunks, part))
        self._unread += stories.unread
        self._struck = self._struck or stories.struck
        return stories

    def _stories(self, part: str, read: Sequence[ReadStory]) -> Iterator[Story]:
        for story in read:
            final = list(labels(story.paragraphs, self._lists, ViewName.FINAL))
            same = not any(map(_renumbers, story.paragraphs))
            original = final if same else list(labels(story.paragraphs, self._lists, ViewName.ORIGINAL))
            yield Story(story.name, tuple(_made(story.paragraphs, final, original)), part)

    def _place_comments(self, main: Stories) -> None:
        part = self._related("comments")
        if part is None or not main.comments:
            return
        written = read_comments(self._part(part), self._package.read(part))
        for number, (story, paragraph) in main.comments.items():
            if number in written:
                self._comments.append(Comment(*written[number], story, paragraph, number))

    def _read_lists(self) -> Lists:
        part = self._related("numbering")
        if part is None:
            return Lists({}, Styles({}))
        styles = self._related("styles")
        numbered = self._package.read(part)
        styled = b"" if styles is None else self._package.read(styles)

        def read() -> Lists:
            named = Styles({}) if styles is None else read_styles(self._part(styles), styled)
            return NumberingReader(self._part(part)).read(numbered, named)

        return once("lists", (numbered, styled), read)

    def _look(self, style: str) -> Look:
        """How the words of a character style look; the styles are read when one with words is met."""
        if self._looks is None:
            styles = self._related("styles")
            self._looks = Looks({}) if styles is None else self._read_looks(styles)
        return self._looks.of(style)

    def _read_looks(self, styles: str) -> Looks:
        data = self._package.read(styles)
        return once("looks", (data,), lambda: read_looks(self._part(styles), data))

    def _part(self, part: str) -> WordPart:
        return WordPart(self._package.name, part)

    def _related(self, kind: str) -> str | None:
        """The part of the main one's relationships of a kind, if it is in the package."""
        for one in self._relationships:
            if one.kind == kind and not one.external and one.target in self._package.parts:
                return one.target
        return None


def _begun(references: Mapping[str, NoteReference], met: Counter[str], number: str) -> Begun | None:
    """A note that is referred to; separators and notes whose mark is gone are no text.

    Of several with one number each has a name of its own, since a story is known by its name.
    """
    note = references.get(number)
    if note is None:
        return None
    met[number] += 1
    return Begun(note.story if met[number] == 1 else f"{note.story} ({met[number]})", note.row)


def _named(name: str, _: str) -> Begun:
    return Begun(name)


def _made(read: list[ReadParagraph], final: list[Numbered], original: list[Numbered]) -> Iterator[Paragraph]:
    """The paragraphs of a story; each that was read is let go as soon as another one takes its place in memory."""
    read.reverse()
    for now, former in zip(final, original, strict=True):
        yield _paragraph(read.pop(), now, former)


def _paragraph(read: ReadParagraph, now: Numbered, former: Numbered) -> Paragraph:
    """A paragraph that was read, with its number in the final view and in the original one."""
    # A long file has so many that a call of the class for each is felt.
    return tuple.__new__(
        Paragraph,
        (
            with_marks_apart(read.segments) if read.raised else tuple(read.segments),
            "\n",
            now.label,
            None if former is now or former.label == now.label else former.label,
            read.mark,
            read.joins,
            read.row,
            read.moved,
            read.beside,
            now.listing or former.listing,
            read.lasting,
        ),
    )


def _renumbers(paragraph: ReadParagraph) -> bool:
    """Whether a paragraph may count in one view and not in the other."""
    return paragraph.former is not None or paragraph.row is not Provenance.KEPT or paragraph.mark is not Provenance.KEPT


def _changed(paragraph: Paragraph) -> bool:
    kept = Provenance.KEPT
    return (
        paragraph.mark is not kept
        or paragraph.row is not kept
        or paragraph.former_label is not None
        or any(segment.provenance is not kept for segment in paragraph.segments)
    )
