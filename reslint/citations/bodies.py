"""Whose text is cited: decided from the words beside the citation, its edition, the context, its number.

The key of a resolution is (body, kind, number): a number alone belongs to several bodies, and so does a place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from reslint.citations.lexicon import Lexicon
from reslint.citations.model import BodyFrom, Mark
from reslint.citations.patterns import fold
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.partial import PartialCitation
    from reslint.documents.view import View
    from reslint.registry import Registry

OTHER = "OTHER"
# How far back an introducing paragraph ("adopted by the Plenipotentiary Conference:") is looked for, in paragraphs.
INTRODUCED_WITHIN = 40
LONGEST_LINE = 160
MOST_JOINED = 8
"""So many citations without a body are looked at together."""
# A line that only names who adopts a text ends so, in any script; what introduces a list ends with a colon.
COMMAS = (",", "\uff0c", "\u060c")
COLONS = (":", "\uff1a")
ITEM = late(r"\s*(?:\(?[A-Za-z0-9]{1,5}\)|\d{1,2}(?:\.\d+)*\s|[-–—•*])")
# The sessions of the General Assembly that number their resolutions so began in 1976 with the thirty-first.
SYMBOL = late(r"ES-\d|A/(?:RES/)?\d{1,3}/|A/RES/\d|(?:3[1-9]|[4-9]\d|1\d\d)/\d|(?:\d\.)?\d+(?: [A-Z])? \([IVXLC]+\)")
# Such a symbol is of nobody else, whatever organization stands beside it.
WHOLE_SYMBOL = late(r"A/RES/\d")


class Bodies:
    """Decides the bodies of the citations of one view, in whatever languages; `lexicons` are those of all that it may
    be written in, since what names a body stands for citations in every other one, too.
    """

    def __init__(self, view: View, registry: Registry, lexicons: Mapping[str, Lexicon]) -> None:
        self.view = view
        self.registry = registry
        self.lexicons = lexicons
        self.symbol_body = _only(registry, "symbol")
        self.session_bodies = [key for key, body in registry.bodies.items() if body.cites == "session"]
        self._own: str | None = None
        self._named: dict[frozenset[str], bool] = {}
        self._names_the_union: bool | None = None

    def decided(self, drafts: Sequence[PartialCitation]) -> list[PartialCitation]:
        """The citations with `body` and `body_from`, the stated ones first, then what follows from them; without those
        whose head is a letter ("R 1332") that nothing makes a text of a body.
        """
        for draft in drafts:
            body = self._stated(draft, drafts)
            if body is not None:
                draft.body, draft.body_from = body, BodyFrom.STATED
                continue
            body = self._by_edition(draft)
            if body is not None:
                draft.body, draft.body_from = body, BodyFrom.EDITION
        said: dict[tuple[str, str], set[str]] = {}
        for draft in drafts:
            if draft.body is not None and draft.body != OTHER:
                said.setdefault((draft.kind, draft.number), set()).add(draft.body)
        for at, draft in enumerate(drafts):
            if draft.body is None:
                self._from_around(draft, drafts, at, said.setdefault((draft.kind, draft.number), set()))
                if self._others_met(draft):
                    draft.body = draft.body_from = None
        return [
            draft
            for draft in drafts
            if not (draft.short or draft.sessional)
            or (draft.sessional and draft.body == OTHER)
            or self._is_text_of_a_session(draft)
        ]

    def _is_text_of_a_session(self, draft: PartialCitation) -> bool:
        return draft.body in self.session_bodies and (
            draft.body_from is BodyFrom.STATED
            or any(edition.label is not None for edition in draft.editions)
            or self.registry.record(draft.body, draft.kind, draft.number) is not None
        )

    def _from_around(self, draft: PartialCitation, drafts: Sequence[PartialCitation], at: int, said: set[str]) -> None:
        if self.symbol_body and SYMBOL.match(draft.number):
            draft.body = OTHER if self._in_sentence(draft) == OTHER else self.symbol_body
            draft.body_from = BodyFrom.NUMBER
            return
        if draft.qualified:
            draft.body, draft.body_from = OTHER, BodyFrom.STATED
            return
        if "/" in draft.number:
            return
        having = self.registry.bodies_having(draft.kind, draft.number)
        sessions = [body for body in having if body in self.session_bodies] if draft.sessional else []
        if len(sessions) == 1:
            draft.body, draft.body_from = sessions[0], BodyFrom.NUMBER
            return
        body = self._lent(draft)
        if body is not None:
            draft.body, draft.body_from = body, BodyFrom.CONTEXT
            return
        outer = draft.before
        if outer is not None and _is_in(draft, outer) and outer.body and self._may_have(outer.body, draft):
            draft.body, draft.body_from = outer.body, BodyFrom.CONTEXT
            return
        if len(said) == 1:
            draft.body, draft.body_from = next(iter(said)), BodyFrom.CONTEXT
            return
        body = self._in_sentence(draft) or self._introduced(draft) or self._joined(draft, drafts, at)
        if body is not None:
            draft.body, draft.body_from = body, BodyFrom.CONTEXT
            return
        body = self._own_body(drafts) if self._is_its(draft) else None
        if body is not None:
            draft.body, draft.body_from = body, BodyFrom.CONTEXT
            said.add(body)
            return
        if len(having) == 1 and draft.capital and self._of_the_union():
            draft.body, draft.body_from = having[0], BodyFrom.NUMBER

    def _is_its(self, draft: PartialCitation) -> bool:
        """Whether a body says that the text is its own ("its Resolution 1213"), which is the one the document is of."""
        before = self.view.reading.text[max(draft.block_start, draft.head_at - 20) : draft.head_at]
        return self.lexicons[draft.lang].its.search(before) is not None

    def _lent(self, draft: PartialCitation) -> str | None:
        """The body that the letters at a number before it in its list name ("ITU-R 1 and 4", "PP-71 and 102")."""
        if draft.lent is None:
            return None
        kind, words = draft.lent
        if kind == "SERIES":
            return self._of_sector(words, draft)
        return self.lexicons[draft.lang].body_of_words(kind, words)

    def _joined(self, draft: PartialCitation, drafts: Sequence[PartialCitation], at: int) -> str | None:
        """The body named behind a citation that is joined to this one: "Resolution 9 and Resolution 43 of WTDC"."""
        joins, text = self.lexicons[draft.lang].joins, self.view.text
        for before, behind in pairwise(drafts[at : at + MOST_JOINED]):
            if behind.start < before.end or not joins.fullmatch(text, before.end, behind.start):
                return None
            if behind.body is not None:
                return behind.body if self._may_have(behind.body, draft) and behind.body != OTHER else None
        return None

    def _of_the_union(self) -> bool:
        """Whether the document names any body at all, without which a bare number is nobody's."""
        if self._names_the_union is None:
            text = self.view.reading.text
            self._names_the_union = any(one.mention.search(text) is not None for one in self.lexicons.values())
        return self._names_the_union

    def _stated(self, draft: PartialCitation, drafts: Sequence[PartialCitation]) -> str | None:
        lexicon = self.lexicons[draft.lang]
        body = self._of_sector(draft.series, draft) if draft.series else None
        for kind, words in draft.beside if body is None else ():
            if kind == "SECTOR":
                body = self._of_sector(words, draft)
            elif kind == "THIS":
                body = self._kin(words, draft, drafts)
            elif kind == "AGAIN":
                body = draft.before.body if draft.before else None
            else:
                body = lexicon.body_of_words(kind, words)
                if body == self.symbol_body and fold(words) in lexicon.kin and not SYMBOL.match(draft.number):
                    # A name that others call themselves by, too, beside a number that this body does not give.
                    body = self._kin(words, draft, drafts)
            if body is not None:
                break
        of_another = any(kind == "STRANGER" and lexicon.stranger(words) == OTHER for kind, words in draft.beside[1:])
        if of_another and draft.beside[0][0] == "BODY" and body != OTHER:
            # "the General Assembly of the Asia-Pacific Telecommunity" is not the one of the United Nations.
            return OTHER
        if body == OTHER and self.symbol_body and WHOLE_SYMBOL.match(draft.number):
            return self.symbol_body
        return body

    def _of_sector(self, letters: str, draft: PartialCitation) -> str | None:
        """The body of a Sector whose text this is: the one that numbers so, unless it has no such number, and neither
        letters at the number, a count of revisions nor an edition of its own say that it is one of its texts.
        """
        sector = re.sub(r"\W", "", letters)
        lexicon = self.lexicons[draft.lang]
        body = lexicon.series.get(sector)
        owner = self.registry.bodies[body].data if body else {}
        same = {sector, *map(_letters, owner.get("series", ()))}
        others = [
            key
            for key, one in self.registry.bodies.items()
            if not same.isdisjoint(map(_letters, one.data.get("within", ())))
        ]
        for edition in draft.editions:
            named = lexicon.body_of_label(edition.label) if edition.label else None
            if named in others:
                return named
        base, counted, _ = draft.number.partition("-")
        if body is None or not others or self.registry.record(body, draft.kind, base) is not None:
            return body
        having = [key for key in others if self.registry.record(key, draft.kind, draft.number) is not None]
        if having or not (draft.series or counted or self._met(body, draft)):
            return having[0] if having else others[0]
        return body

    def _met(self, body: str, draft: PartialCitation) -> bool:
        """Whether the body met where and when an edition says."""
        return any(
            conference.body == body
            for edition in draft.editions
            if edition.town is not None and edition.year is not None
            for conference in self.registry.held_at(edition.town, edition.year)
        )

    def _by_edition(self, draft: PartialCitation) -> str | None:
        """The body whose conference the edition names; where several met there and then, the one with that text."""
        lexicon = self.lexicons[draft.lang]
        bodies: dict[str, None] = {}
        for edition in draft.editions:
            if edition.label is not None:
                body = lexicon.body_of_label(edition.label)
                if body is not None:
                    bodies[body] = None
            elif edition.town is not None and edition.year is not None:
                for conference in self.registry.held_at(edition.town, edition.year):
                    if self.registry.bodies[conference.body].cites == "place":
                        bodies[conference.body] = None
        cited = [body for body in bodies if body in lexicon.cited]
        if len(cited) > 1:
            having = self.registry.bodies_having(draft.kind, draft.number)
            cited = [body for body in cited if body in having] or cited
        if len(cited) == 1 and len(bodies) > 1 and not self._adopted_so(cited[0], draft):
            return self._rather(cited[0], bodies.keys() - lexicon.cited)
        if len(cited) == 1:
            return cited[0]
        if not bodies:
            sessions = [body for body in self.session_bodies if self._is_session(body, draft)]
            if len(sessions) > 1:
                having = self.registry.bodies_having(draft.kind, draft.number)
                sessions = [body for body in sessions if body in having]
            if len(sessions) == 1:
                return sessions[0]
        return OTHER if bodies and not cited else None

    def _adopted_so(self, body: str, draft: PartialCitation) -> bool:
        """Whether the body is known to have adopted the text there and then, or to have revised it, as is written."""
        record = self.registry.record(body, draft.kind, draft.number)
        known: dict[tuple[str | None, int | None], bool] = {}
        for edition in record.editions if record else ():
            known[edition.conference.place, edition.conference.year] = edition.revised
        return all(known.get((one.town, one.year)) is (one.mark is Mark.REVISED) for one in draft.editions)

    def _rather(self, body: str, strangers: Set[str]) -> str | None:
        """Whose text it is where a body met with others whose texts are not known: the ones that the document names."""
        if not strangers:
            return body
        ours, theirs = self._names({body}), self._names(strangers)
        return None if ours is theirs else body if ours else OTHER

    def _names(self, bodies: Set[str]) -> bool:
        """Whether the document names one of these bodies anywhere."""
        key = frozenset(bodies)
        if key not in self._named:
            text = self.view.reading.text
            self._named[key] = any(
                lexicon.mentions.get(fold(mention.group())) in bodies
                for lexicon in self.lexicons.values()
                for mention in lexicon.mention.finditer(text)
            )
        return self._named[key]

    def _others_met(self, draft: PartialCitation) -> bool:
        """Whether only other bodies met where and when the editions say than the one that was taken for theirs."""
        held = [
            conference.body
            for edition in draft.editions
            if edition.town is not None and edition.year is not None
            for conference in self.registry.held_at(edition.town, edition.year)
        ]
        return bool(held) and draft.body not in (None, OTHER, *held)

    def _is_session(self, body: str, draft: PartialCitation) -> bool:
        """Whether years without places are sessions: so marked, or the body has such a text with that year."""
        years = [edition for edition in draft.editions if edition.place is None and edition.year is not None]
        if not years or len(years) < len(draft.editions) or "/" in draft.number:
            return False
        if any(edition.mark is Mark.MODIFIED for edition in years):
            return True
        record = self.registry.record(body, draft.kind, draft.number)
        return record is not None and any(
            edition.conference.year == cited.year for edition in record.editions for cited in years
        )

    def _kin(self, words: str, draft: PartialCitation, drafts: Sequence[PartialCitation]) -> str | None:
        """Which body calls itself so: "this Assembly" is the document's own, or the one its edition names."""
        name = fold(words).split()[-1]
        known = self.lexicons[draft.lang].kin
        kin = known.get(name) or next((keys for word, keys in known.items() if name.endswith(word)), [])
        if len(kin) == 1:
            return kin[0]
        by_edition = self._by_edition(draft)
        if by_edition in kin:
            return by_edition
        own = self._own_body(drafts)
        return own if own in kin else None

    def _own_body(self, drafts: Sequence[PartialCitation]) -> str | None:
        """The body whose text the document is, from its heading or from the line that names who adopts it."""
        if self._own is None:
            self._own = ""
            for draft in drafts:
                if draft.heading:
                    self._own = self._by_edition(draft) or ""
                    break
            if not self._own:
                self._own = self._adopting_body() or ""
        return self._own or None

    def _adopting_body(self) -> str | None:
        """The body that a line at the beginning names as the one that adopts the text."""
        for block in self.view.blocks[:400]:
            ends = self.view.text[block.start : block.end].rstrip().endswith(COMMAS)
            if not ends or block.end - block.start >= LONGEST_LINE:
                continue
            words = self.view.prose(block).text
            for lexicon in self.lexicons.values():
                mention = lexicon.mention.search(words)
                if mention and mention.start() < 12:
                    return lexicon.body_of(mention.group())
        return None

    def _in_sentence(self, draft: PartialCitation) -> str | None:
        """The body that the sentence mentions last before the citation, if it may have a text of that number."""
        text = self.view.reading.text
        start = max(draft.block_start, draft.head_at - 300)
        before = text[start : draft.head_at]
        lexicon = self.lexicons[draft.lang]
        ends = [0, *(end.end() for end in lexicon.sentence_end.finditer(before))]
        if len(ends) > 1 and ends[-1] == len(before):
            # "Human Rights Council. Resolution 42/28": a name alone is no sentence.
            name = before[ends[-2] :].rstrip(" .;?!")
            if lexicon.body_of(name) == OTHER:
                return OTHER
        return self._mentioned(before[ends[-1] :], draft)

    def _mentioned(self, words: str, draft: PartialCitation) -> str | None:
        """The body that is named last, in any language; of two names at one place the longer one counts."""
        found: tuple[int, int, str] | None = None
        for lexicon in self.lexicons.values():
            for mention in lexicon.mention.finditer(words):
                body = lexicon.body_of(mention.group())
                if body is None or not self._may_have(body, draft):
                    continue
                if found is None or (mention.end(), len(mention.group())) > found[:2]:
                    found = (mention.end(), len(mention.group()), body)
        return found[2] if found else None

    def _may_have(self, body: str, draft: PartialCitation) -> bool:
        if body == OTHER:
            return True
        if body == self.symbol_body:
            return "/" in draft.number
        having = self.registry.bodies_having(draft.kind, draft.number)
        return body in having

    def _introduced(self, draft: PartialCitation) -> str | None:
        """The body named by the paragraph that introduces the list the citation stands in."""
        blocks = self.view.blocks
        text = self.view.text
        block = blocks[draft.block]
        if not ITEM.match(text, block.start, block.end):
            return None
        for number in range(draft.block - 1, max(draft.block - INTRODUCED_WITHIN, -1), -1):
            above = blocks[number]
            words = text[above.start : above.end].rstrip()
            if words.endswith(COLONS):
                return self._mentioned(self.view.prose(above).text, draft)
            if words and not ITEM.match(text, above.start, above.end):
                return None
        return None


def _is_in(draft: PartialCitation, outer: PartialCitation) -> bool:
    """Whether a citation stands in the parenthesis of the edition of another one."""
    return outer.parenthesis is not None and outer.parenthesis.start < draft.start < outer.parenthesis.end


def _letters(words: str) -> str:
    return re.sub(r"\W", "", words)


def _only(registry: Registry, cites: str) -> str | None:
    """The one body whose editions are cited so."""
    keys = [key for key, body in registry.bodies.items() if body.cites == cites]
    return keys[0] if len(keys) == 1 else None
