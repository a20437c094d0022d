"""Read a page as a browser shows it: its visible words, its changes, the numbers of its lists.

The view's text is what is visible and nothing else, as the HTML standard draws it (sections 13.2 and 15); each
segment knows the character of the decoded file at which it stands, so a finding has the line and column of the file.
What `<ins>` and `<del>` hold are changes; `<s>` and `<strike>` are read as deletions too, since drafts on the web show
by them what goes. A block inside of a change comes and goes with it. What is hidden, and what a picture or a player
would stand for, is not read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from reslint.documents.html.charset import decoded
from reslint.documents.html.elements import BLOCKS, NOT_READ, PREFORMATTED, VOID, Change, Element, Elements
from reslint.documents.html.lists import Item, OrderedList
from reslint.documents.html.tokens import Sort, Token, attributes_of, tokens, unescaped
from reslint.documents.html.words import ReadParagraph, Words
from reslint.documents.limits import Tally, limits, refuse_long, too_much
from reslint.documents.model import Comment, Document, Paragraph, Provenance, Story, ViewName
from reslint.documents.provenance import both
from reslint.documents.view import LINE_END
from reslint.errors import ReslintError

BODY = "body"
MAX_DEPTH = 10_000
"""Browsers stop at 512; the pages of word processors stay below 50."""
CHANGES = {
    "ins": Provenance.INSERTED,
    "del": Provenance.DELETED,
    "s": Provenance.DELETED,
    "strike": Provenance.DELETED,
}
CELLS = ("td", "th")
MAIL = "mailto:"
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Links to notes as Word, LibreOffice and others write them.
NOTE_LINK = re.compile(r"#_?(?:ftn|edn|sdfootnote|sdendnote|fn|footnote|endnote|note)", re.IGNORECASE)


def read_html(data: bytes, name: str) -> Document:
    """Read the bytes of an .html or .htm file; raises ReslintError when they are no text, or one without end."""
    source, notices = decoded(data, name)
    refuse_long(source, name)
    reader = _PageReader(name)
    left = limits().elements
    for token in tokens(source):
        left -= 1
        if left < 0:
            raise too_much(name, f"it has more than {limits().elements:,} tags, words and comments", "elements")
        reader.take(token)
    reader.words.end_paragraph()
    read = reader.words.paragraphs
    return Document(
        name,
        "html",
        (Story(BODY, tuple(_paragraphs(read))),),
        notices if read else (*notices, "no text in it"),
        tracked=reader.tracked,
        comments=tuple(reader.comments),
        source_lines=(0, *(match.end() for match in LINE_END.finditer(source))),
    )


def _paragraphs(read: list[ReadParagraph]) -> list[Paragraph]:
    labels: dict[OrderedList, tuple[list[str], list[str], str]] = {}
    paragraphs = []
    for paragraph in read:
        label, former, listing = "", "", ""
        if paragraph.item is not None:
            listed = paragraph.item.listed
            if listed not in labels:
                labels[listed] = listed.labels(ViewName.FINAL), listed.labels(ViewName.ORIGINAL), str(len(labels))
            final, original, listing = labels[listed]
            label, former = final[paragraph.item.number], original[paragraph.item.number]
        changed = None if former == label else former
        row = paragraph.row
        paragraphs.append(
            Paragraph(paragraph.segments, "\n", label, changed, row, row=row, beside=paragraph.beside, listing=listing)
        )
    return paragraphs


class _PageReader:
    """Takes the tokens of a page one by one."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.words = Words(Tally(name))
        self.comments: list[Comment] = []
        self.tracked = False
        self._elements = Elements()
        self._fresh = False

    def take(self, token: Token) -> None:
        """Take the next token of the page."""
        sort, start, _, value, attributes = token
        if sort is Sort.TEXT or sort is Sort.REFERENCE:
            self._take_words(value, start, sort)
        elif sort is Sort.START:
            self._start(value, attributes, start)
        elif sort is Sort.END:
            if self._elements.end(value):
                self.words.end_paragraph()
        elif value.strip():
            # A comment belongs to the paragraph it stands in, or else to the next one.
            self.comments.append(Comment(value.strip(), "", BODY, len(self.words.paragraphs)))

    def _take_words(self, text: str, start: int, sort: Sort) -> None:
        element = self._elements.top
        if element.hidden:
            return
        if not element.preformatted:
            self.words.add(text, start, element)
            return
        if self._fresh and sort is Sort.TEXT:  # a line end right after <pre> is none of its words
            skipped = LINE_END.match(text)
            if skipped:
                text, start = text[skipped.end() :], start + skipped.end()
        self._fresh = False
        self.words.add_preformatted(text, start, element)

    def _start(self, name: str, written: str, start: int) -> None:
        elements = self._elements
        if not elements.may_begin(name):
            return
        elements.close_for(name)
        block = name in BLOCKS
        if block:
            self.words.end_paragraph()
        if name == "tr":
            self.words.cells.end_row()
            self.words.cells.begin_row()
        elif name in CELLS:
            self.words.cells.begin_cell(len(self.words.paragraphs))
        if name in VOID:
            if name == "br" and not elements.top.hidden:
                self.words.add_line_end(start, elements.top)
            return
        outer = elements.top
        telling = name in CHANGES or name in ("a", "ol", "li", "sup") or (" " in written and _may_hide(written))
        attributes = attributes_of(written) if telling else {}
        hidden = outer.hidden or name in NOT_READ or _hides(attributes)
        noted = (
            outer.noted or name == "sup" or (name == "a" and NOTE_LINK.match(attributes.get("href", "")) is not None)
        )
        if not (block or hidden or name in CHANGES or noted is not outer.noted):
            return
        if elements.depth > MAX_DEPTH:
            raise ReslintError(self._name, f"it is nested more than {MAX_DEPTH:,} deep", "save it again")
        change = self._changed(name, attributes, outer.change)
        row = outer.change.provenance if block else outer.row
        elements.push(
            Element(
                name,
                change,
                row,
                hidden,
                noted,
                outer.preformatted or name in PREFORMATTED,
                OrderedList(attributes) if name == "ol" else None,
                self._item(attributes, row) if name == "li" else outer.item,
            )
        )
        self._fresh = name in PREFORMATTED

    def _changed(self, name: str, attributes: Mapping[str, str], outer: Change) -> Change:
        """What an element says of the words in it, given what was said around it."""
        if name not in CHANGES:
            return outer
        self.tracked = True
        provenance = both(outer.provenance, CHANGES[name])
        if CHANGES[name] is Provenance.DELETED and outer.provenance is Provenance.INSERTED:
            return outer._replace(provenance=provenance)
        author = unescaped(attributes.get("cite", "")).strip()
        author = unquote(author.removeprefix(MAIL)) if author.startswith(MAIL) else author
        return Change(provenance, author or None, attributes.get("datetime") or None)

    def _item(self, attributes: Mapping[str, str], row: Provenance) -> Item | None:
        listed = self._elements.list_around()
        return listed.add(attributes, row) if listed is not None else None


def _may_hide(written: str) -> bool:
    lower = written.lower()
    return "hidden" in lower or "none" in lower


def _hides(attributes: Mapping[str, str]) -> bool:
    """Whether an element is not shown; `until-found` only folds it away."""
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    return HIDDEN.search(attributes.get("style", "")) is not None
