"""Whose text is cited: decided from the words beside the citation, its edition, the context, its number.

The key of a resolution is (body, kind, number): a number alone belongs to several bodies, and so does a place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reslint.citations.held import Held
from reslint.citations.lexicon import Lexicon
from reslint.citations.mentions import OTHER, Mentions
from reslint.citations.model import BodyFrom, Span
from reslint.citations.patterns import fold
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.citations.model import PartialCitation
    from reslint.documents.view import View
    from reslint.registry import Registry

MOST_JOINED = 8
"""So many citations without a body are looked at together."""
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
        symbols = _bodies_citing(registry, "symbol")
        self.symbol_body = symbols[0] if len(symbols) == 1 else None
        self.session_bodies = _bodies_citing(registry, "session")
        self.mentions = Mentions(view, registry, lexicons, self.symbol_body)
        self.editions = Held(registry, lexicons, self.mentions, self.session_bodies)
        self._own: str | None = None

    def decided(self, drafts: Sequence[PartialCitation]) -> list[PartialCitation]:
        """The citations with `body` and `body_from`, the stated ones first, then what follows from them; without those
        whose head is a letter ("R 1332") that nothing makes a text of a body.
        """
        for draft in drafts:
            body = self._stated(draft, drafts)
            if body is not None:
                draft.body, draft.body_from = body, BodyFrom.STATED
                continue
            body = self.editions.told(draft)
            if body is not None:
                draft.body, draft.body_from = body, BodyFrom.EDITION
        said: dict[tuple[str, str], set[str]] = {}
        for draft in drafts:
            if draft.body not in (None, OTHER) and draft.body_from is not BodyFrom.CONTEXT:
                said.setdefault((draft.kind, draft.number), set()).add(draft.body)
        for at, draft in enumerate(drafts):
            if draft.body is None:
                self._from_around(draft, drafts, at, said.setdefault((draft.kind, draft.number), set()))
                if self.editions.others_met(draft):
                    draft.body = draft.body_from = None
                if draft.body is None and draft.unread is not None:
                    self._from_unread(draft, draft.unread)
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
            draft.body = OTHER if self.mentions.in_sentence(draft) == OTHER else self.symbol_body
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
        if outer is not None and _is_in(draft, outer) and outer.body and self.mentions.may_have(outer.body, draft):
            draft.body, draft.body_from = outer.body, BodyFrom.CONTEXT
            return
        if len(said) == 1:
            draft.body, draft.body_from = next(iter(said)), BodyFrom.CONTEXT
            return
        body = self.mentions.in_sentence(draft) or self.mentions.introduced(draft) or self._joined(draft, drafts, at)
        if body is not None:
            draft.body, draft.body_from = body, BodyFrom.CONTEXT
            return
        body = self._own_body(drafts) if self._is_its(draft) else None
        if body is not None:
            draft.body, draft.body_from = body, BodyFrom.CONTEXT
            said.add(body)
            return
        if len(having) == 1 and draft.capital and self.mentions.of_the_union():
            draft.body, draft.body_from = having[0], BodyFrom.NUMBER

    def _from_unread(self, draft: PartialCitation, unread: Span) -> None:
        """Whose text it is as far as words tell that were not understood: by a name, or by a place and a year."""
        words = self.view.text[unread.start : unread.end]
        body = self.mentions.last_in(words, draft) or self.editions.met_by_words(words, draft)
        if body is not None:
            draft.body, draft.body_from = body, BodyFrom.CONTEXT

    def _is_its(self, draft: PartialCitation) -> bool:
        """Whether a body says that the text is its own ("its Resolution 1213"), which is the one the document is of."""
        before = self.view.reading.text[max(draft.block_start, draft.head_at - 20) : draft.head_at]
        return self.lexicons[draft.lang].around.its.search(before) is not None

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
        joins, text = self.lexicons[draft.lang].around.joins, self.view.text
        for before, behind in pairwise(drafts[at : at + MOST_JOINED]):
            if behind.start < before.end or not joins.fullmatch(text, before.end, behind.start):
                return None
            if behind.body is not None:
                return behind.body if self.mentions.may_have(behind.body, draft) and behind.body != OTHER else None
        return None

    def _stated(self, draft: PartialCitation, drafts: Sequence[PartialCitation]) -> str | None:
        lexicon = self.lexicons[draft.lang]
        body = self._of_sector(draft.series, draft) if draft.series else None
        for kind, words in draft.beside if body is None else ():
            if kind == "BODY" and fold(words) not in lexicon.kin:
                body = lexicon.body_of(words)
            elif kind == "SECTOR":
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
        if len(draft.beside) > 1 and draft.beside[0][0] == "BODY" and body != OTHER:
            # "the General Assembly of the Asia-Pacific Telecommunity" is not the one of the United Nations.
            for kind, words in draft.beside[1:]:
                if kind == "OTHER" or (kind == "STRANGER" and lexicon.stranger(words) == OTHER):
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
        if having or not (draft.series or counted or self.editions.met(body, draft)):
            return having[0] if having else others[0]
        return body

    def _kin(self, words: str, draft: PartialCitation, drafts: Sequence[PartialCitation]) -> str | None:
        """Which body calls itself so: "this Assembly" is the document's own, or the one its edition names."""
        name = fold(words).split()[-1]
        known = self.lexicons[draft.lang].kin
        kin = known.get(name) or next((keys for word, keys in known.items() if name.endswith(word)), [])
        if len(kin) == 1:
            return kin[0]
        by_edition = self.editions.told(draft)
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
                    self._own = self.editions.told(draft) or ""
                    break
            if not self._own:
                self._own = self.mentions.adopting() or ""
        return self._own or None


def _is_in(draft: PartialCitation, outer: PartialCitation) -> bool:
    """Whether a citation stands in the parenthesis of the edition of another one."""
    return outer.parenthesis is not None and outer.parenthesis.start < draft.start < outer.parenthesis.end


def _letters(words: str) -> str:
    return re.sub(r"\W", "", words)


@lru_cache(maxsize=16)
def _bodies_citing(registry: Registry, cites: str) -> tuple[str, ...]:
    """The bodies whose editions are cited so."""
    return tuple(key for key, body in registry.bodies.items() if body.cites == cites)
