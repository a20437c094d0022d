"""The outline of a text, in one pass over its paragraphs: which of them carry a label, which begin something new.

Most paragraphs are neither, and are told so by their first word; of the others it is asked what they are
(`paragraphs`), and what stands around them.
"""

from __future__ import annotations

from reslint.documents.view import View, read_in_place
from reslint.structure.clauses import LONGEST, Opening
from reslint.structure.headings import read_heading
from reslint.structure.labels import core_of, meanings, read_label
from reslint.structure.model import Clause, ClauseKind
from reslint.structure.paragraphs import START, paragraphs_of
from reslint.structure.sections import Labelled, Outline, Section
from reslint.structure.wording import Wording


class Outliner:
    """Walks over the blocks of one view and keeps what it found in `outline`."""

    def __init__(self, view: View, wording: Wording) -> None:
        self.view = view
        self.wording = wording
        self.outline = Outline(sections=[Section(None)])
        self._open: tuple[Opening, int, int] | None = None
        self._before: int | None = None

    def walk(self) -> Outline:
        """Read all blocks and give the outline."""
        text, blocks, sections = self.view.text, self.view.blocks, self.outline.sections
        whole, prose_of = read_in_place(self.view), self.view.prose
        paragraphs = paragraphs_of(self.wording, markdown=self.view.document.format == "markdown")
        common, items, of_words = paragraphs.common, paragraphs.items, paragraphs.of_words
        find, new = text.find, tuple.__new__
        last_story = blocks[0].story if blocks else ""
        # Whether the paragraph with words before carries a label, and ends with a colon, None where it was not read.
        adjacent = False
        colon: bool | None = False
        for number, block in enumerate(blocks):
            story, _, start, end, label, _, listing = block
            if story != last_story:
                last_story = story
                self._close(number)
                self._before, colon = None, False
            if start < end and not label:
                bracket = find(")", start, start + 9)
                # As nearly all paragraphs of prose: a word begins it that no bracket follows, and it is long, or the
                # word is known to begin nothing.
                if bracket < 0 and text[start].isalpha():
                    behind = find(" ", start, end)
                    if end - start > LONGEST or (behind > 0 and text[start:behind] in common):
                        self._before, adjacent, colon = number, False, None
                        continue
                # As most items: a known label, one blank and a word, and no second label or column behind.
                blank = bracket + 1 if bracket >= 0 else find("\t", start, start + 5)
                if (
                    whole is not None
                    and (item := items.get((text[start : blank + 2], text[end - 1]))) is not None
                    and (find("\t", blank + 1, end) if bracket < 0 else find(")", blank, blank + 10)) < 0
                    and blank + 1 < end
                ):
                    manner, ends_in_colon = item
                    introduced = self._introduced() if colon is None else colon
                    section = sections[-1]
                    section.labelled.append(new(Labelled, (*manner, adjacent, introduced, listing)))
                    section.places.append((start, blank, blank + 1, end, number))
                    self._before, adjacent, colon = number, True, ends_in_colon
                    continue
            at = start
            if whole is not None:
                kind, what, ends_in_colon = of_words(text[start:end], whole[start:end], label)
            elif (reading := prose_of(block)).even:
                kind, what, ends_in_colon = of_words(text[start:end], reading.text, label)
            else:
                kind, what, ends_in_colon = paragraphs.read(text, start, end, reading, label)
                at = 0
            if kind == "empty":
                continue
            if kind == "labelled":
                manner, (label_start, label_end, first, last) = what
                introduced = self._introduced() if colon is None else colon
                section = sections[-1]
                section.labelled.append(new(Labelled, (*manner, adjacent, introduced, listing)))
                section.places.append((label_start + at, label_end + at, first + at, last + at, number))
                adjacent = True
            else:
                if kind != "words":
                    self._begin(kind, what, number, at)
                adjacent = False
            self._before, colon = number, ends_in_colon
        self._close(len(blocks))
        return self.outline

    def _introduced(self) -> bool:
        if self._before is None:
            return False
        block = self.view.blocks[self._before]
        return self.view.text[max(block.start, block.end - 40) : block.end].rstrip().endswith(":")

    def _begin(self, kind: str, opening: Opening, number: int, at: int) -> None:
        """What begins with a paragraph that is no item and not just words; `opening` counts from `at`."""
        if kind == "opening":
            if self._stands(opening, number):
                self._close(number)
                self._open = opening, number, at
                self.outline.sections[-1].clause = len(self.outline.clauses)
                self.outline.sections[-1].operative = opening.kind is ClauseKind.OPERATIVE
        elif kind == "gap":
            section = self.outline.sections[-1]
            self.outline.sections.append(Section(section.clause, section.operative))
        else:
            self._close(number)
            if kind == "heading":
                self.outline.headings.append(read_heading(self.view, number, self.wording))

    def _stands(self, opening: Opening, number: int) -> bool:
        """Whether what could be a clause heading is one, by the paragraphs around it."""
        if not opening.before_label and not opening.after_stop:
            return True
        if self._label_follows(number):
            return True
        if opening.before_label or self._before is None:
            return not opening.before_label
        before = self.view.blocks[self._before]
        return self.view.text[max(before.start, before.end - 40) : before.end].rstrip()[-1:] in ",;.:]"

    def _label_follows(self, number: int) -> bool:
        """Whether the next paragraph with words is the first item of a list."""
        blocks = self.view.blocks
        for following in range(number + 1, len(blocks)):
            block = blocks[following]
            if block.story != blocks[number].story:
                return False
            if block.label:
                written = read_label(block.label.strip() + " ", computed=True)
            else:
                match = START.match(self.view.text, block.start, block.end)
                if match is None:
                    continue
                if match.lastgroup not in ("label", "marked"):
                    return False
                prose = self.view.prose(block).text
                written = read_label(prose, len(prose) - len(prose.lstrip()))
            if written is None:
                return False
            cores = {written.core, written.core[:1], *(core_of(part) for part in written.parts)}
            return any(meaning.value == 1 for core in cores for meaning in meanings(core))
        return False

    def _close(self, number: int) -> None:
        """End the clause that is open, if any, before block `number`, and begin a section of no clause."""
        if self._open is not None:
            opening, block, at = self._open
            self.outline.clauses.append(
                Clause(
                    opening.heading,
                    opening.kind,
                    opening.start + at,
                    opening.end + at,
                    block,
                    block + 1,
                    number,
                    tuple([(start + at, end + at) for start, end in opening.parts]),
                )
            )
            self._open = None
        self.outline.sections.append(Section(None))
