"""What a paragraph may be to the outline, told by its words alone, and once for the same words.

Contributions to one text repeat its paragraphs. Ranges are zero-based characters of what was read.
"""

from __future__ import annotations

from typing import Any

from reslint.documents.reading import Reading
from reslint.lately import Lately
from reslint.named import NamedTuple
from reslint.storage.late import late
from reslint.structure.begun import Begun, Manner, read_begun
from reslint.structure.clauses import LONGEST, Opening, read_opening
from reslint.structure.headings import is_heading
from reslint.structure.labels import LETTERED
from reslint.structure.wording import Wording

MOST = 1024
"""The last so many paragraphs are kept with what they are, of those that are no longer than `LARGEST`, and those asked
for since; of the words that begin them twice as many.
"""
LARGEST = 2000
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


class Paragraph(NamedTuple):
    """What a paragraph is: "labelled" (`what` is a `Begun`), perhaps an "opening" of a clause, a "heading", an "end" of
    what stands before it, a "gap" for what was left out, "empty", or just "words".

    `colon` says that it ends with one.
    """

    kind: str
    what: Any = None
    colon: bool = False


EMPTY = Paragraph("empty")


class Paragraphs:
    """What paragraphs are to one vocabulary; `common` are words that begin nothing but words.

    `kept` has what paragraphs are by their text, their prose and their label. `items` has how those look to a list that
    begin with a label, one blank and a letter and end with a sign, and whether that is a colon. Nothing else is asked
    of them but that no bracket closes a second label, and no tab parts the words behind a number without a sign.
    """

    def __init__(self, wording: Wording, *, markdown: bool) -> None:
        self._wording = wording
        self._markdown = markdown
        self.kept: Lately[tuple[str, str, str], Paragraph] = Lately(MOST)
        self.common: set[str] = set()
        self.items: dict[tuple[str, str], tuple[Manner, bool]] = {}

    def of_words(self, words: str, prose: str, label: str) -> Paragraph:
        """What a paragraph is whose prose has as many characters as its words; the same from then on."""
        found = self.kept.get((words, prose, label))
        if found is None:
            found = self.read(words, 0, len(words), Reading(prose, 0), label)
            if len(words) <= LARGEST:
                self.kept.keep((words, prose, label), found)
            if found.kind == "labelled" and not label:
                self._learn(words, found.what)
        return found

    def _learn(self, words: str, begun: Begun) -> None:
        """Know an item again by its label and the sign behind it, one blank, its first letter and its last sign."""
        written, *_ = begun.manner
        _, behind, first, end = begun.ranges
        bracket = words.find(")", 0, 9)
        closed = bracket == behind - 1 if bracket >= 0 else written.bare and words.find("\t") == behind
        plain = closed and written.text == words[:behind] and not written.parts
        if plain and first == behind + 1 and end == len(words):
            known = words[: first + 1], words[-1]
            if known[0].isascii() and known[1].isascii():
                if len(self.items) >= 2 * MOST:
                    self.items.clear()
                self.items[known] = begun.manner, words[-1] == ":"

    def read(self, text: str, start: int, end: int, reading: Reading, label: str) -> Paragraph:
        """What the paragraph at start:end of a text is, which is read so."""
        match = START.match(text, start, end)
        if match is None:
            return EMPTY
        colon = text[max(start, end - 40) : end].rstrip().endswith(":")
        begins, length = match.lastgroup, end - start
        if label or begins == "label" or begins == "marked":
            begun = read_begun(text, reading, label, markdown=self._markdown)
            if begun is not None:
                return Paragraph("labelled", begun, colon)
            return Paragraph(*self._short(reading), colon) if length <= 2 * LONGEST else Paragraph("words", None, colon)
        if length > LONGEST:
            return Paragraph("words", None, colon)
        if begins != "word":
            return Paragraph(_drawn(text[start:end].strip()), None, colon)
        if self._may_begin(match["word"]):
            return Paragraph(*self._short(reading), colon)
        if len(self.common) >= 2 * MOST:
            self.common.clear()
        self.common.add(match["word"])
        return Paragraph("words", None, colon)

    def _may_begin(self, word: str) -> bool:
        """Whether a paragraph that begins with this word may be more than words."""
        wording, folded = self._wording, word.casefold()
        return (
            not word[0].isupper()
            or word.isupper()
            or folded in wording.openings
            or folded in wording.heads
            or folded in wording.annexes
            or folded in wording.proposals
        )

    def _short(self, reading: Reading) -> tuple[str, Opening | None]:
        """A short paragraph without a label: a heading, an annex, a proposal's mark, a clause, or just words."""
        words, wording = reading.text.strip(), self._wording
        if not words:
            return "words", None
        if is_heading(words, wording):
            return "heading", None
        higher = "." in words[1:6] and HIGHER.fullmatch(words)
        if higher or wording.annex.fullmatch(words) or wording.proposal.fullmatch(words):
            return "end", None
        opening = read_opening(reading.text, wording)
        return (_drawn(words), None) if opening is None else ("opening", _in_text(opening, reading))


def _drawn(words: str) -> str:
    if RULE.fullmatch(words):
        return "end"
    return "gap" if GAP.fullmatch(words) else "words"


def _in_text(opening: Opening, reading: Reading) -> Opening:
    """An opening with the offsets of the text that was read."""
    return opening._replace(
        heading=" ".join(opening.heading.split()),
        start=reading.start_of(opening.start),
        end=reading.end_of(opening.end),
        parts=tuple((reading.start_of(start), reading.end_of(end)) for start, end in opening.parts),
    )


def paragraphs_of(wording: Wording, *, markdown: bool) -> Paragraphs:
    """What is kept of paragraphs as this vocabulary reads them."""
    kept = wording.paragraphs.get(markdown)
    if kept is None:
        kept = wording.paragraphs[markdown] = Paragraphs(wording, markdown=markdown)
    return kept
