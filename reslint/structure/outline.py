"""The outline of a text, in one pass over its paragraphs: which of them carry a label, which begin something new.

Most paragraphs are neither, and are told so by one match at their start; only the others are read.
"""

from __future__ import annotations

from reslint.documents.reading import Reading
from reslint.documents.view import Block, View
from reslint.storage.late import late
from reslint.structure.begun import begun
from reslint.structure.clauses import LONGEST, Opening, read_opening
from reslint.structure.headings import is_heading, read_heading
from reslint.structure.labels import LETTERED, core_of, meanings, read_label
from reslint.structure.model import Clause, ClauseKind
from reslint.structure.sections import Labelled, Outline, Section
from reslint.structure.wording import Wording

INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
START = late(
    rf"[\s*_#>~\\+{INVISIBLE}-]*"
    rf"(?:(?P<label>\(?[A-Za-z]{{1,8}}\)|\(?\d|{LETTERED}\u0640?[ ]?\))"
    r"|(?P<word>[^\W\d_]+)|(?P<marked>[\[<`(])|(?P<sign>[^\w\s])|(?P<other>\S))"
)
# A line drawn across the page, and the dots that stand for what an excerpt leaves out.
RULE = late(r"_{4,}|[-*=–—]{3,}|(?:\*[ ]?){3,}")
# A heading above those that are numbered: "C. Proposals", "IV. Annexes".
HIGHER = late(r"(?:[A-Z]|[IVX]{2,5})\.\s+[^\W\d_][^.;,:]{2,78}")
GAP = late(r"[\s(\[]*(?:\.[ ]?\.[ ]?\.|…)[\s.…)\]]*")


class Outliner:
    """Walks over the blocks of one view and keeps what it found in `outline`."""

    def __init__(self, view: View, wording: Wording) -> None:
        self.view = view
        self.wording = wording
        self.outline = Outline(sections=[Section(None)])
        self._open: tuple[Opening, int, Reading] | None = None
        self._before: int | None = None
        self._before_labelled = False

    def walk(self) -> Outline:
        """Read all blocks and give the outline."""
        text, blocks = self.view.text, self.view.blocks
        match_start = START.match
        story = blocks[0].story if blocks else ""
        markdown = self.view.document.format == "markdown"
        common: set[str] = set()
        for number, block in enumerate(blocks):
            if block.story != story:
                story = block.story
                self._close(number)
                self._before = None
            start = block.start
            length = block.end - start
            # As nearly all paragraphs of prose: a word begins it that no bracket follows, and it is long, or the word
            # is known to begin nothing.
            if length and not block.label and text[start].isalpha() and text.find(")", start, start + 9) < 0:
                behind = text.find(" ", start, block.end)
                if length > LONGEST or (behind > 0 and text[start:behind] in common):
                    self._before = number
                    self._before_labelled = False
                    continue
            match = match_start(text, start, block.end)
            if match is None:
                continue
            kind = match.lastgroup
            labelled = False
            if block.label or kind == "label" or kind == "marked":
                labelled = self._labelled(number, block, markdown)
                if not labelled and length <= 2 * LONGEST:
                    self._paragraph(number, block)
            elif kind == "word":
                if length <= LONGEST:
                    if self._may_begin(match["word"]):
                        self._paragraph(number, block)
                    else:
                        common.add(match["word"])
            elif length <= LONGEST:
                self._drawn(number, text[block.start : block.end].strip())
            self._before = number
            self._before_labelled = labelled
        self._close(len(blocks))
        return self.outline

    def _may_begin(self, word: str) -> bool:
        """Whether a paragraph that begins with this word may be more than words."""
        wording, folded = self.wording, word.casefold()
        return (
            not word[0].isupper()
            or word.isupper()
            or folded in wording.openings
            or folded in wording.heads
            or folded in wording.annexes
            or folded in wording.proposals
        )

    def _labelled(self, number: int, block: Block, markdown: bool) -> bool:
        found = begun(self.view, block, markdown=markdown)
        if found is None:
            return False
        self.outline.sections[-1].labelled.append(
            Labelled(
                found.written,
                number,
                found.label_start,
                found.label_end,
                found.start,
                found.end,
                weak=found.weak,
                adjacent=self._before_labelled,
                introduced=self._introduced(),
                colon=found.colon,
                stop=found.stop,
                lower=found.lower,
                listing=block.listing,
            )
        )
        return True

    def _introduced(self) -> bool:
        if self._before is None:
            return False
        block = self.view.blocks[self._before]
        return self.view.text[max(block.start, block.end - 40) : block.end].rstrip().endswith(":")

    def _paragraph(self, number: int, block: Block) -> None:
        """A short paragraph without a label: a heading, an annex, a proposal's mark, a clause, or just words."""
        reading = self.view.prose(block)
        words = reading.text.strip()
        if not words:
            return
        wording = self.wording
        if is_heading(words, wording):
            self._close(number)
            self.outline.headings.append(read_heading(self.view, number, wording))
        elif wording.annex.fullmatch(words) or wording.proposal.fullmatch(words) or HIGHER.fullmatch(words):
            self._close(number)
        elif (opening := read_opening(reading.text, wording)) is not None:
            if self._stands(opening, number):
                self._start(opening, number, reading)
        else:
            self._drawn(number, words)

    def _drawn(self, number: int, words: str) -> None:
        if RULE.fullmatch(words):
            self._close(number)
        elif GAP.fullmatch(words):
            section = self.outline.sections[-1]
            self.outline.sections.append(Section(section.clause, section.operative))

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

    def _start(self, opening: Opening, number: int, reading: Reading) -> None:
        self._close(number)
        self._open = (opening, number, reading)
        self.outline.sections[-1].clause = len(self.outline.clauses)
        self.outline.sections[-1].operative = opening.kind is ClauseKind.OPERATIVE

    def _close(self, number: int) -> None:
        """End the clause that is open, if any, before block `number`, and begin a section of no clause."""
        if self._open is not None:
            opening, block, reading = self._open
            self.outline.clauses.append(
                Clause(
                    " ".join(opening.heading.split()),
                    opening.kind,
                    reading.start_of(opening.start),
                    reading.end_of(opening.end),
                    block,
                    block + 1,
                    number,
                    tuple((reading.start_of(start), reading.end_of(end)) for start, end in opening.parts),
                )
            )
            self._open = None
        self.outline.sections.append(Section(None))
