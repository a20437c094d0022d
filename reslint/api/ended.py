"""Which citations a text makes of what it says itself is no longer in force: nobody need be told so of them.

That is what it abrogates or replaces ("resolves to abrogate …"), what it calls abrogated, superseded or former in the
same sentence, and what stands in a list of such texts or behind the mark of a proposal to suppress it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.api.ended_words import EndedWords
    from reslint.citations.model import Citation
    from reslint.documents.reading import Reading
    from reslint.documents.view import View
    from reslint.structure.model import Structure

# What may stand before the text that an entry of a list names: a label, a bullet, the bar of a table.
LABEL = late(r"[\W_]*(?:\(?(?:[A-Za-z]{1,5}|\d{1,3})[).]|\d{1,3}(?=\s))?[\W_]*")
LABELLED = late(r"\s*(?:\(?(?:[A-Za-z]{1,5}|\d{1,3})\)|\d{1,3}[.\s])")
# What begins a further row of a table, or item of a list, within a paragraph.
ROW = late(r"\n[ \t]*[|*•–-][\s|]*\Z")
# Words that end a text stand within so many characters of its citation.
REACH = 400
LONGEST_HEADING = 240
# What is said of a citation stands so near to it, in characters.
NEAR = 600
# So many paragraphs with words, such as its title, may stand between two entries of a list.
BETWEEN = 4


class Ended:
    """Knows which citations of a view are of texts that it says have ended; each paragraph is read once."""

    def __init__(self, view: View, citations: Iterable[Citation], structure: Structure, words: EndedWords) -> None:
        self._view = view
        self._words = words
        self._citations = sorted(citations, key=lambda citation: citation.start)
        self._starts = [citation.start for citation in self._citations]
        self._openings = {clause.block for clause in structure.clauses}
        self._headings = {heading.block for heading in structure.headings if heading.adopting is not None}
        self._words_of: dict[int, Reading] = {}
        self._cited_in: dict[int, Sequence[Citation]] = {}
        self._read: dict[int, tuple[set[Citation], bool]] = {}
        self._silent: dict[int, bool] = {}
        self._entries: dict[int, frozenset[Citation]] = {}
        self._listed: dict[int, bool] = {}

    def holds(self, citation: Citation) -> bool:
        """Whether the text says that what is cited here has ended, or ends it."""
        number = citation.block
        if citation in self._sentences(number)[0]:
            return True
        return citation in self._entry(number) and self._in_list(number)

    def _prose(self, number: int) -> Reading:
        if number not in self._words_of:
            self._words_of[number] = self._view.prose(self._view.blocks[number])
        return self._words_of[number]

    def _cited(self, number: int) -> Sequence[Citation]:
        if number not in self._cited_in:
            block = self._view.blocks[number]
            first = bisect_left(self._starts, block.start)
            self._cited_in[number] = self._citations[first : bisect_left(self._starts, block.end, first)]
        return self._cited_in[number]

    def _gaps(self, number: int) -> list[str]:
        """What stands before, between and behind the citations of a paragraph."""
        reading = self._prose(number)
        text, gaps, at = reading.text, [], 0
        for citation in self._cited(number):
            start = max(reading.offset_of(citation.start), at)
            gaps.append(_near(text[at:start]))
            at = max(reading.offset_of(citation.end), start)
        return [*gaps, _near(text[at:])]

    def _sentences(self, number: int) -> tuple[set[Citation], bool]:
        """What the sentences of a paragraph end, and whether its last words end what the next ones list."""
        if number not in self._read and self._says_nothing(number):
            self._read[number] = set(), False
        if number not in self._read:
            words, gaps, cited = self._words, self._gaps(number), self._cited(number)
            ended: set[Citation] = set()
            opens = False
            for at, gap in enumerate(gaps):
                for match in words.says.finditer(gap) if words.may_stand_in(gap) else ():
                    before, rest = _around(gap, match)
                    if words.denied.search(before):
                        continue
                    ended.update(cited[index] for index in self._ends(gaps, at, match, before, rest))
                    if at == len(cited) and (match.lastgroup == "ends" or words.suppressed.fullmatch(match.group())):
                        opens = words.opens.fullmatch(rest) is not None and not (at and match.lastgroup == "ended")
            self._read[number] = ended, opens
        return self._read[number]

    def _says_nothing(self, number: int) -> bool:
        """Whether no word stands in a paragraph that could end a text, which is told much faster than what one ends."""
        if number not in self._silent:
            block = self._view.blocks[number]
            # Of a long paragraph only what stands near its citations is looked at.
            long = block.end - block.start > 2 * LONGEST_HEADING
            text = "\n".join(self._gaps(number)) if long else self._prose(number).text
            self._silent[number] = not self._words.may_stand_in(text)
        return self._silent[number]

    def _ends(self, gaps: Sequence[str], at: int, match: re.Match[str], before: str, rest: str) -> Iterator[int]:
        """The numbers of the citations that words in the gap before number `at` end."""
        words, more = self._words, at < len(gaps) - 1
        leads = more and words.leads.fullmatch(rest) is not None
        leads_on = more and words.leads_on.fullmatch(rest) is not None
        if match.lastgroup == "ends":
            if leads or leads_on:
                yield from self._forward(gaps, at)
        elif match.lastgroup == "marked" and more and words.next.fullmatch(rest):
            yield at
        elif match.lastgroup == "ended" and leads and not words.passive.search(before):
            yield from [at] if words.determined.search(before) else self._forward(gaps, at)
        elif at and words.predicate.fullmatch(before):
            yield from self._backward(gaps, at - 1)
        elif at and words.stands.match(rest) and self._closes(before):
            yield at - 1
        elif match.lastgroup == "ended" and (leads_on or (more and words.lists.fullmatch(rest))):
            yield from self._forward(gaps, at)

    def _closes(self, before: str) -> bool:
        """Whether what stands behind a citation makes the next words speak of it: "(now …", ", which PP-18 …"."""
        words = self._words
        if words.directly.fullmatch(before):
            return True
        return words.relative.fullmatch(before) is not None and not words.determined.search(before)

    def _forward(self, gaps: Sequence[str], first: int) -> Iterator[int]:
        """A citation and those that are listed with it behind it."""
        yield first
        for number in range(first + 1, len(gaps) - 1):
            if not self._joined(gaps[number]):
                return
            yield number

    def _backward(self, gaps: Sequence[str], last: int) -> Iterator[int]:
        """A citation and those that are listed with it before it."""
        yield last
        for number in range(last, 0, -1):
            if not self._joined(gaps[number]):
                return
            yield number - 1

    def _joined(self, gap: str) -> bool:
        return self._words.joins.fullmatch(gap) is not None and not self._words.says.search(gap)

    def _entry(self, number: int) -> frozenset[Citation]:
        """What a paragraph names that is an entry of a list, with or without its title; nothing where it is none."""
        if number not in self._entries:
            self._entries[number] = frozenset(self._named(number))
        return self._entries[number]

    def _named(self, number: int) -> Sequence[Citation]:
        cited = self._cited(number)
        if not cited:
            return ()
        reading = self._prose(number)
        before = _near(reading.text[: max(reading.offset_of(cited[0].start), 0)])
        if not LABEL.fullmatch(self._words.suppressed.sub("", before.lstrip(), count=1)):
            return ()
        gaps = self._gaps(number)
        named = list(self._forward(gaps, 0))
        if not self._words.title.match(gaps[named[-1] + 1]):
            return ()
        rows = [index for index in range(1, len(cited)) if ROW.search(gaps[index])]
        return [cited[index] for index in dict.fromkeys((*named, *rows))]

    def _in_list(self, number: int) -> bool:
        """Whether an entry stands in a list of what has ended: it does if the one before it does, or if one begins."""
        passed = []
        found: bool | int = number
        while not isinstance(found, bool):
            passed.append(found)
            found = self._listed[found] if found in self._listed else self._before(found)
        self._listed.update(dict.fromkeys(passed, found))
        return found

    def _before(self, number: int) -> bool | int:
        """What stands before an entry: the number of another, or whether a list of what has ended begins there."""
        view = self._view
        story = view.blocks[number].story
        between = 0
        for at in range(number - 1, -1, -1):
            block = view.blocks[at]
            if block.story != story:
                break
            if not view.text[block.start : block.end].strip():
                continue
            if self._cited(at):
                if self._sentences(at)[1]:
                    return between == 0
                return at if self._entry(at) and at not in self._headings else False
            verdict = self._begins(at)
            if verdict is not None:
                return verdict and (between == 0 or not self._sentences(at)[1])
            between += 1
            if between > BETWEEN:
                break
        return False

    def _begins(self, number: int) -> bool | None:
        """Whether a paragraph begins a list of what has ended (True) or something else (False), or nothing (None)."""
        words, block = self._words, self._view.blocks[number]
        if self._sentences(number)[1]:
            return True
        if block.end - block.start > 2 * LONGEST_HEADING:
            return False
        said = self._prose(number).text.strip().strip("#*_ \t")
        if words.proposal.fullmatch(said):
            return words.suppressed.match(said) is not None
        if len(said) > LONGEST_HEADING:
            return False
        heads = said.endswith(":") or said[-1:] not in (";", ",", ".")
        gone = None if self._says_nothing(number) else words.gone.search(said)
        if heads and gone and not words.denied.search(said[: gone.start()]):
            if words.listing.search(said) is not None or words.gone.fullmatch(said) is not None:
                return True
            return False if words.annex.match(said) else None
        if words.annex.match(said):
            return False
        if heads and words.listing.search(said) and said[:1].isupper():
            return False
        return False if block.label or LABELLED.match(said) or number in self._openings else None


def _near(gap: str) -> str:
    """What stands between two citations, without the middle of what is long, as if a sentence ended there."""
    return gap if len(gap) <= 2 * NEAR else f"{gap[:NEAR]}. {gap[-NEAR:]}"


def _around(gap: str, match: re.Match[str]) -> tuple[str, str]:
    """What stands in a gap before and behind words, as far as it matters; where it was cut off, a stop stands."""
    before, rest = gap[max(match.start() - REACH, 0) : match.start()], gap[match.end() : match.end() + REACH]
    return (
        before if match.start() <= REACH else "." + before,
        rest if len(gap) - match.end() <= REACH else rest + ".",
    )
