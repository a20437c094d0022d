"""What is in a part of an OpenDocument file: its stories with every word, and how it came to stand there.

Insertions are marked where they begin and end; deletions are stored apart, before the body, and put back at the place
where they were made (OpenDocument 1.3, part 3, 5.5). White space collapses as its section 6.1.2 says.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from reslint.documents.limits import Tally
from reslint.documents.model import Kind, Provenance, Role, Segment
from reslint.documents.odt.changes import Changes
from reslint.documents.odt.names import BOXES, FIELDS, NOT_READ, OpenPart, expanded
from reslint.documents.odt.paragraphs import Numbering, ReadStory
from reslint.documents.odt.places import Counters, OpenList, Place, Remark
from reslint.documents.odt.styles import LAST_LEVEL, OUTLINE, Spans, Styles, whole
from reslint.documents.provenance import both
from reslint.documents.xml import Attributes, Source

WIDE = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")
MOST_BLANKS = 1_000
"""What one element may stand for: it says a number."""
BODY, HEADER, FOOTER, BOX, REMARK, DELETION = "body", "header", "footer", "text box", "remark", "deletion"
FOOTNOTE, ENDNOTE = "footnote", "endnote"
SECTIONS = {f"style:{kind}{side}": kind for kind in (HEADER, FOOTER) for side in ("", "-left", "-first")}


class Content:
    """Reads one part. `stories` are those that stand by themselves, `hung` those that hang at a mark, by its anchor.

    `struck` says whether any words were struck out by hand.
    """

    def __init__(self, part: OpenPart, styles: Styles, tally: Tally) -> None:
        self.stories: list[ReadStory] = []
        self.hung: dict[str, ReadStory] = {}
        self.remarks: list[Remark] = []
        self._part = part
        self._styles = styles
        self._tally = tally
        self._changes = Changes()
        self._counters = Counters()
        # Outside of any story there is a place too, of which nothing is kept.
        self._places = [Place(ReadStory(""))]
        self._told: list[str] | None = None
        self._spans = Spans(styles)
        self.struck = False
        self._fields = 0

    def read(self, data: Source) -> None:
        """Read the part; ReslintError for no good XML."""
        starts, ends = self._starts(), self._ends()
        self._part.read(
            data,
            {**self._styles.starts(self._part), **{expanded(name): do for name, do in starts.items()}},
            {expanded(name): do for name, do in ends.items()},
            self._words,
        )

    def _starts(self) -> dict[str, Callable[[Attributes], None]]:
        get, changes = self._part.get, self._changes
        return {
            "office:text": lambda _: self._begin_place(BODY),
            "text:p": self._begin_paragraph,
            "text:h": self._begin_heading,
            "text:list": self._begin_list,
            "text:list-item": lambda said: self._place.begin_item(self._start(said)),
            "text:s": self._blanks,
            "text:tab": lambda _: self._add("\t"),
            "text:line-break": lambda _: self._add("\n"),
            "text:span": lambda said: self._spans.begin(get(said, "text:style-name")),
            "text:note": lambda said: self._begin_note(get(said, "text:note-class")),
            "office:annotation": lambda _: self._begin_place(REMARK),
            "dc:creator": lambda _: self._listen(),
            "dc:date": lambda _: self._listen(),
            "table:table": lambda _: self._place.end_table(),
            "table:table-row": lambda _: self._place.begin_row(),
            "table:table-cell": lambda _: self._place.begin_cell(),
            "text:changed-region": lambda said: changes.declare(get(said, "text:id") or get(said, "xml:id")),
            "text:insertion": lambda _: changes.is_insertion(),
            "text:deletion": lambda _: self._begin_deletion(),
            "text:change-start": lambda said: changes.begin(get(said, "text:change-id")),
            "text:change-end": lambda said: changes.end(get(said, "text:change-id")),
            "text:change": lambda said: self._restore(get(said, "text:change-id")),
            **{name: partial(self._begin_section, kind) for name, kind in SECTIONS.items()},
            **dict.fromkeys(BOXES, lambda _: self._begin_place(BOX)),
            **dict.fromkeys(FIELDS, lambda _: self._count_field(1)),
            **dict.fromkeys(NOT_READ, lambda _: self._part.pass_over()),
        }

    def _ends(self) -> dict[str, Callable[[], None]]:
        return {
            "office:text": self._end_story,
            "text:p": self._end_paragraph,
            "text:h": self._end_paragraph,
            "text:list": lambda: self._place.end_list(),
            "text:span": lambda: self._spans.end(),
            "text:note": self._end_hung,
            "office:annotation": self._end_remark,
            "dc:creator": self._end_creator,
            "dc:date": lambda: self._changes.say(date=self._heard()),
            "table:table": lambda: self._place.end_table(),
            "table:table-row": lambda: self._place.end_row(),
            "table:table-cell": lambda: self._place.end_cell(),
            "text:deletion": self._end_deletion,
            **dict.fromkeys(SECTIONS, self._end_story),
            **dict.fromkeys(BOXES, self._end_hung),
            **dict.fromkeys(FIELDS, lambda: self._count_field(-1)),
        }

    @property
    def _place(self) -> Place:
        return self._places[-1]

    def _begin_place(self, kind: str) -> None:
        self._places.append(Place(ReadStory(kind)))
        self._part.limit(len(self._places) + self._place.depth)

    def _end_place(self) -> Place:
        return self._places.pop()

    def _begin_section(self, kind: str, said: Attributes) -> None:
        if self._part.get(said, "style:display") == "false":
            self._part.pass_over()
        self._begin_place(kind)

    def _end_story(self) -> None:
        story = self._end_place().story
        if story.paragraphs:
            self.stories.append(story)

    def _begin_note(self, kind: str) -> None:
        self._begin_place(ENDNOTE if kind == ENDNOTE else FOOTNOTE)

    def _end_hung(self) -> None:
        """A note or a text box hangs at this place, or at none if it is anchored to a page."""
        story = self._end_place().story
        if not story.paragraphs:
            return
        anchor = str(len(self.hung))
        self.hung[anchor] = story
        if self._place.paragraph is None:
            self.stories.append(story)
        else:
            self._add("", Kind.MARK, anchor)

    def _end_remark(self) -> None:
        remark = self._end_place()
        lines = ("".join(segment.text for segment in one.segments) for one in remark.story.paragraphs)
        paragraph = max(len(self._place.story.paragraphs) - 1, 0)
        self.remarks.append(Remark("\n".join(lines).strip(), remark.author, self._place.story, paragraph))

    def _begin_deletion(self) -> None:
        self._begin_place(DELETION)
        self._changes.begin_deletion()

    def _end_deletion(self) -> None:
        self._changes.end_deletion(self._end_place().story)

    def _restore(self, name: str) -> None:
        region = self._changes.deletion(name)
        if region is not None:
            place = self._place
            place.paragraph = place.story.restore(region, place.paragraph, self._counters.by_style)
            # What was taken out may come back once only, so that a short file cannot become a long one.
            region.removed = None
            # In a deletion it is copied with that one, which is all that may be done so often.
            self._part.limit(self._changes.within(region))
            place.blank = place.blank and not (place.paragraph and place.paragraph.segments)

    def _begin_paragraph(self, said: Attributes) -> None:
        self._tally.paragraph()
        place = self._place
        listed = self._styles.list_of(self._part.get(said, "text:style-name")) if place.lists else ""
        place.begin_paragraph(place.numbering(listed))

    def _begin_heading(self, said: Attributes) -> None:
        self._tally.paragraph()
        place = self._place
        numbering: Numbering | None = None
        if place.lists:
            numbering = place.numbering(self._styles.list_of(self._part.get(said, "text:style-name")))
        elif self._part.get(said, "text:is-list-header") != "true":
            level = min(max(whole(self._part.get(said, "text:outline-level"), 1) - 1, 0), LAST_LEVEL)
            if self._styles.lists.get(OUTLINE, {}).get(level):
                numbering = Numbering(0, OUTLINE, level, self._start(said))
        place.begin_paragraph(numbering)

    def _end_paragraph(self) -> None:
        self._place.end_paragraph(self._changes.now.provenance)

    def _start(self, said: Attributes) -> int | None:
        start = whole(self._part.get(said, "text:start-value"), -1)
        return start if start >= 0 else None

    def _begin_list(self, said: Attributes) -> None:
        lists, get = self._place.lists, self._part.get
        style = get(said, "text:style-name")
        if lists:
            opened = OpenList(lists[-1].counter, style or lists[-1].style)
        else:
            continues = get(said, "text:continue-numbering") == "true"
            continued = get(said, "text:continue-list")
            opened = OpenList(self._counters.begin(style, get(said, "xml:id"), continued, continues), style)
        lists.append(opened)
        self._part.limit(len(self._places) + self._place.depth)

    def _count_field(self, step: int) -> None:
        self._fields += step

    def _listen(self) -> None:
        self._told = []

    def _heard(self) -> str:
        told, self._told = self._told or [], None
        return "".join(told).strip()

    def _end_creator(self) -> None:
        if self._place.story.kind == REMARK:
            self._place.author = self._heard()
        else:
            self._changes.say(author=self._heard())

    def _blanks(self, said: Attributes) -> None:
        self._add(" " * min(whole(self._part.get(said, "text:c"), 1), MOST_BLANKS))

    def _words(self, text: str) -> None:
        if self._told is not None:
            self._told.append(text)
            return
        place = self._place
        if place.paragraph is None:
            return
        text = WIDE.sub(" ", text)
        if place.blank and text.startswith(" "):
            text = text[1:]
        if text:
            self._add(text)
            place.blank = text.endswith(" ")

    def _add(self, text: str, kind: Kind = Kind.WORDS, anchor: str = "") -> None:
        """Put a segment at the end of the paragraph that is open, if one is."""
        place = self._place
        if place.paragraph is None:
            return
        if self._fields and kind is Kind.WORDS:
            kind = Kind.FIELD
        provenance, author, date = self._changes.now
        hidden, raised, struck = self._spans.look
        if struck and text:
            # What is struck out by hand is gone for its reader, as what a tracked change deleted.
            provenance = both(provenance, Provenance.DELETED)
            self.struck = True
        source = self._part.parser.CurrentByteIndex
        segment = Segment(
            text,
            source,
            provenance,
            Role.PROSE,
            author,
            date,
            kind,
            False,
            hidden is True,
            anchor,
            raised=raised is True,
        )
        place.paragraph.segments.append(segment)
        place.blank = place.blank and kind is Kind.MARK
