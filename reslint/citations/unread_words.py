"""What was not understood around the numbers of a citation, where it may say something of their editions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reslint.citations.beyond import Beyond, span_of
from reslint.citations.editions import Editions
from reslint.citations.lexicon import Lexicon
from reslint.citations.model import CitedEdition, Span
from reslint.citations.sharing import owners
from reslint.citations.unread import DATED, Range, unread_behind
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.automaton import Token
    from reslint.citations.places import Gazetteer
    from reslint.citations.read import ReadCitation, ReadEdition, ReadNumber, ReadParenthesis

WORD = late(r"\w*")


class UnreadWords:
    """The words of one candidate that were read as nothing; those behind what was read are asked for.

    `numbers` are those of its numbers that count, `many` says that its head word is one for several, `after` and
    `following` are what was read behind all of them: names and editions.
    """

    def __init__(
        self,
        read: ReadCitation,
        numbers: Sequence[ReadNumber],
        beyond: Beyond,
        lexicon: Lexicon,
        editions: Editions,
        *,
        many: bool,
        after: Sequence[Token],
        following: Sequence[ReadEdition],
    ) -> None:
        self._read = read
        self._numbers = numbers
        self._beyond = beyond
        self._lexicon = lexicon
        self._editions = editions
        self._many = many
        self._after = after
        self._following = following
        self._owners = owners(numbers)
        self._last_with_edition = -1
        for at, number in enumerate(numbers):
            if number.editions or number.same:
                self._last_with_edition = at
        self._behind_read = False
        self._behind_found: Span | None = None

    def of(
        self,
        number: ReadNumber,
        index: int,
        source: Sequence[ReadEdition],
        editions: Sequence[CitedEdition],
        where: ReadParenthesis | None,
    ) -> Span | None:
        """Words that may say something of the edition of a number, the one at `index`; None where there are none.

        `source` is what was read of its editions, `editions` those that are any, `where` the parenthesis they stand in.
        """
        if where is not None and where.respectively and len(source) > 1:
            # There are more editions than numbers, or less.
            return self._editions.span(where.start, where.end)
        owner = self._owners[index]
        for remark in owner.remarks:
            inner = remark.text
            dated = DATED.search(inner) or self._names_meeting(inner, marked=bool(editions))
            dated = dated or (not editions and self._lexicon.around.misdated.match(inner) is not None)
            if dated and not self._says_nothing(inner):
                whole = owner.parenthesis if owner.parenthesis and not editions else remark
                return self._editions.span(whole.start, whole.end)
        if source and not editions and owner.parenthesis is not None:
            return self._editions.span(owner.parenthesis.start, owner.parenthesis.end)
        if editions:
            later = self._editions.left_out(source) or self._revised_later()
            if later is not None:
                return later
        if len(self._read.numbers) > 1:
            from reslint.citations.slashes import joined_by_slash

            following = self._read.numbers[index + 1 : index + 2]
            if following and following[0].number.type == "FOREIGN" and self._many:
                word = self._beyond.ask(span_of, WORD, following[0].number.end)
                return self._editions.span(number.number.end, word[1] if word else following[0].number.end)
            left = self._read.numbers[len(self._numbers) :]
            if left and number is self._numbers[-1] and joined_by_slash(self._beyond.text, number, left[0]):
                return self._editions.span(number.number.end, left[0].number.end)
        if self._many and not self._read.after and number is self._read.numbers[-1]:
            # Several were announced, and one was read.
            alone, around = index == 0, self._lexicon.around
            further = self._beyond.ask(span_of, around.further if alone else around.next_part, self._read.end)
            if further:
                return self._editions.span(*further)
        if editions or index <= self._last_with_edition:
            return None
        if not self._behind_read:
            self._behind_read, self._behind_found = True, self._behind()
        return self._behind_found

    def _names_meeting(self, words: str, *, marked: bool) -> bool:
        """Whether a remark holds the label of a meeting, `marked` as a revision where an edition stands beside it."""
        part = self._lexicon.fragments
        if re.search(part["label"], words) is None:
            return False
        return not marked or re.search(f"(?i:{part['revised']}|{part['modified']})", words) is not None

    def _revised_later(self) -> Span | None:
        """Words behind a citation that tell a later edition than the one that stands in it."""
        own, end = self._numbers[-1].parenthesis, self._read.end
        starts = [end]
        if own is not None and self._beyond.text[own.end - 1] == ")" and not self._following:
            # What was read behind the numbers may be the first of these words.
            starts.append(own.end)
        found = self._beyond.ask(_later_behind, self._lexicon, starts, end)
        return self._editions.span(*found) if found else None

    def _behind(self) -> Span | None:
        """The words behind the last numbers that were not understood, for all of those that have no edition."""
        found = self._beyond.ask(
            _edition_behind,
            self._lexicon,
            self._editions.places,
            self._read.end,
            self._many,
            len(self._numbers) == 1,
            bool(self._after),
        )
        return self._editions.span(*found) if found else None

    def _says_nothing(self, words: str) -> bool:
        """Whether a remark with a year cites something, which is read on its own, or is the symbol of a document."""
        return self._lexicon.head.search(words) is not None


def _later_behind(text: str, lexicon: Lexicon, starts: Sequence[int], end: int) -> Range | None:
    """A mark of revision and what it tells, behind one of the places where it may begin and beyond `end`."""
    for start in starts:
        found = lexicon.around.revised_later.match(text, start)
        if found and found.end() > end and not lexicon.head.search(text, start, found.end()):
            return found.start("mark"), found.end()
    return None


def _edition_behind(
    text: str, lexicon: Lexicon, places: Gazetteer, end: int, many: bool, alone: bool, named: bool
) -> Range | None:
    """What may be the edition behind numbers that end there; `many` and `alone` as in `unread_behind`, `named` where a
    name stands behind the numbers.
    """
    if end >= len(text):
        return None
    titled = None if named else lexicon.around.titled.match(text, end)
    if titled and places.read(titled["place"], int(titled["year"])).year_agrees:
        return titled.span("edition")
    from reslint.citations.slashes import year_behind

    return year_behind(text, end) or unread_behind(lexicon, text, end, many=many, alone=alone)
