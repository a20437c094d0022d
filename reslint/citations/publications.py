"""Citations of Recommendations, Reports, Questions and Supplements in a view.

Only a text with a sign of one is looked at. The places are found where a head word, the letters of a Sector or a bare
designation with an edition stand, and what follows is parsed. Offsets are zero-based characters of the
reading's text, unless they are a citation's, which are those of the view.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from reslint.citations.automaton import Automaton, Misfit, Token, Tree
from reslint.citations.detached import edition_apart
from reslint.citations.grammar import PUBLICATIONS, build
from reslint.citations.model import BodyFrom, Citation, CitationRole, CitedEdition, Mark, Span, ToldBy
from reslint.citations.naming import Lead, Named, Namer
from reslint.citations.publication_roles import with_roles
from reslint.citations.publication_signs import places
from reslint.citations.publication_words import PublicationWords, publication_words
from reslint.registry.approvals import annex_of
from reslint.storage.late import late

if TYPE_CHECKING:
    from reslint.documents.view import View
    from reslint.registry import Registry

# What makes letters the end of a word; the label of a bibliography begins with "b-".
INSIDE = late(r"[^\W\u4e00-\u9fff](?<!b-)\Z|/\Z|(?<!b)-\Z")
REACH = 600
BEFORE = 60
LETTERS = 4
"""So many letters a series has at most."""


def find_publications(view: View, registry: Registry, lang: str, first: int) -> list[Citation]:
    """All of them in text order; `lang` is the language of those whose words tell none, `first` the number of the first
    list.
    """
    words = publication_words(registry)
    return with_roles(view, words, list(_Reader(view, registry, words, lang, first).citations()))


@lru_cache(maxsize=8)
def _parser(registry: Registry) -> Automaton:
    return build(publication_words(registry), registry.cache, registry.patterns.compile, PUBLICATIONS)


class _Reader:
    """Reads one view; every method takes offsets of the reading."""

    def __init__(self, view: View, registry: Registry, words: PublicationWords, lang: str, first: int) -> None:
        self.view = view
        self.reading = view.reading
        self.text = view.reading.text
        self.registry = registry
        self.words = words
        self.lang = lang
        self.group = first
        self.namer = Namer(registry, words, self.text)

    def citations(self) -> Iterator[Citation]:
        done = 0
        for start in self._starts():
            if start < done or INSIDE.search(self.text, max(start - 2, 0), start):
                continue
            block = self.view.block_at(self.reading.start_of(start))
            end = self.reading.offset_of(self.view.blocks[block].end)
            tree = self._parsed(start, min(end, start + REACH))
            found = list(self._of_tree(tree, start, block)) if tree is not None else []
            if found:
                self.group += 1
                done = max(self.reading.offset_of(found[-1].end), start + 1)
                yield from found

    def _starts(self) -> list[int]:
        """Where a citation may begin, in text order."""
        words, text = self.words, self.text
        starts = set()
        for first, last in places(text):
            for match in words.anchor.finditer(text, first, last):
                if words.opening.match(text, match.start()):
                    starts.add(match.start())
            for match in words.bare.finditer(text, max(first - LETTERS, 0), last + BEFORE):
                if match.start() >= last:
                    break
                before = text[max(match.start() - BEFORE, 0) : match.start()]
                if not words.not_before.search(before):
                    starts.add(match.start())
        return sorted(starts)

    def _parsed(self, start: int, end: int) -> Tree | None:
        text = self.text[start:end]
        for _ in range(3):
            try:
                return _parser(self.registry).parse(text)
            except Misfit as misfit:
                text = text[: misfit.at].rstrip()
        return None

    def _of_tree(self, tree: Tree, start: int, block: int) -> Iterator[Citation]:
        lead = Lead()
        begin: int | None = None
        for child in tree.children:
            if not isinstance(child, Tree):
                continue
            tokens = [token for token in child.children if isinstance(token, Token)]
            if child.type == "lead":
                lead = self.namer.lead(tokens, lead, self.lang)
                begin = tokens[0].start
                continue
            for named in self.namer.named(tokens[0], lead, dated=any(token.type == "DATE" for token in tokens)):
                first = named.start if begin is None else begin if named.with_lead else lead.sector_at
                yield self._citation(named, lead, tokens[1:], start, first, block)
                begin = None
            begin = None

    def _citation(self, named: Named, lead: Lead, tails: list[Token], start: int, begin: int, block: int) -> Citation:
        date = next((token for token in tails if token.type in ("DATE", "MONTH")), None)
        part, dated = self._part(named, tails, date)
        end = max([named.end, *(token.end for token in tails if named.last)])
        told = (date or dated or lead.date) if named.last else lead.date
        edition = self._edition(named, told, start)
        if edition is not None and dated is not None:
            edition = edition._replace(told=ToldBy.PART)
        if edition is None and named.last and not part and named.kind != "question":
            edition = edition_apart(self.view, self.words, start + begin, start + end, block)
        if not part and begin != named.start:
            before = self.text[max(start + begin - BEFORE, 0) : start + begin]
            found = self.words.part_before.search(before)
            part = found["part"] if found else ""
        at = Span(self.reading.start_of(start + begin), self.reading.end_of(start + end))
        parenthesis = None
        if told is not None and told.type == "DATE":
            parenthesis = self._span(start + told.start, start + told.end)
        return Citation(
            at.start,
            at.end,
            self.view.text[at.start : at.end],
            named.body,
            BodyFrom.STATED if lead.sector else BodyFrom.NUMBER,
            named.kind,
            named.number,
            self._span(start + named.start, start + named.end),
            (edition,) if edition else (),
            CitationRole.CITATION,
            lead.lang or self.lang,
            block,
            self.group,
            parenthesis,
            edition=edition,
            part=part,
        )

    def _part(self, named: Named, tails: list[Token], date: Token | None) -> tuple[str, Token | None]:
        """What is cited of the text, and the date that is its own: an annex may have editions as a text has, which are
        told where the text itself has no date.
        """
        token = next((token for token in tails if token.type == "PART"), None)
        if token is None:
            return "", None
        words = token.text.lstrip(" /,")
        annex = self.words.annex(words) if date is None else ""
        if not annex_of(self.registry, named.body, named.kind, named.number, annex):
            return words.strip(), None
        at = token.text.find("(") if "(" in token.text else token.text.find("\uff08")
        return annex, Token("DATE", token.text[at:], token.start + at, token.end) if at >= 0 else None

    def _edition(self, named: Named, told: Token | None, start: int) -> CitedEdition | None:
        """What the suffix and the date beside a designation tell; a suffix decides where both stand."""
        when = self.words.read_date(told.text) if told is not None else None
        date_at = None
        if told is not None and when is not None:
            left = len(told.text) - len(told.text.lstrip("(\uff08, "))
            right = len(told.text.rstrip(")\uff09 "))
            date_at = self._span(start + told.start + left, start + told.start + right)
        if named.suffix is not None:
            size = len(named.suffix)
            where = self._span(start + named.suffix_at, start + named.suffix_at + size)
        elif date_at is not None:
            where = date_at
        else:
            return None
        year, month = when or (None, None)
        in_prose = told is not None and told.type == "MONTH"
        return CitedEdition(
            None, year, Mark.PLAIN, where, year_at=date_at, in_prose=in_prose, month=month, suffix=named.suffix
        )

    def _span(self, start: int, end: int) -> Span:
        return Span(self.reading.start_of(start), self.reading.end_of(end))
