"""The page that rules look at: one view with its citations, its structure and what the registry says about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from reslint.api.places import short_place
from reslint.citations.model import JUDGED, Citation, CitationRole, Mark, Span
from reslint.citations.present import languages_in
from reslint.documents.model import Unit, ViewName
from reslint.documents.view import View
from reslint.named import NamedTuple
from reslint.saying import said
from reslint.structure.model import ItemList, Structure

if TYPE_CHECKING:
    from reslint.api.changes import ChangedCitations
    from reslint.api.ended import Ended
    from reslint.api.judging import Judging
    from reslint.registry import Edition, Judgement, Registry, Verdict
    from reslint.structure.sequence import Misplaced
    from reslint.structure.wording import Wording


class Common(NamedTuple):
    """The edition in force and the one cited of all numbers of a list; None where they differ or one has none."""

    latest: Edition | None
    cited: Edition | None


class Page:
    """One document as it is judged on one day. Rules read it and change nothing.

    `view` is the document as it is read, `text` its text, `registry` the facts, `as_of` the day, which is `of_own_day`
    where it is that of the document itself: it tells it, or was published in that month. `citations` are those to be
    judged by their edition, `publications` the same of the Recommendations and other texts of the Sectors, and
    `all_citations` all of both; they and everything in `structure` stand in text order, with zero-based characters of
    `text`.
    """

    view: View
    all_citations: tuple[Citation, ...]
    registry: Registry
    as_of: date
    of_own_day: bool

    __slots__ = (
        "_changed",
        "_citations",
        "_common",
        "_ended",
        "_judged",
        "_judging",
        "_languages",
        "_misplaced",
        "_of_the_union",
        "_publications",
        "_replaced",
        "_sharing",
        "_structure",
        "_verdicts",
        "all_citations",
        "as_of",
        "of_own_day",
        "registry",
        "view",
    )

    def __init__(
        self,
        view: View,
        all_citations: tuple[Citation, ...],
        registry: Registry,
        as_of: date,
        of_own_day: bool = False,
        languages: tuple[str, ...] | None = None,
    ) -> None:
        self.view = view
        self.all_citations = all_citations
        self.registry = registry
        self.as_of = as_of
        self.of_own_day = of_own_day
        self._citations: tuple[Citation, ...] | None = None
        self._common: dict[tuple[int, Span | None], Common] = {}
        self._ended: Ended | None = None
        self._of_the_union: tuple[Citation, ...] | None = None
        self._publications: tuple[Citation, ...] | None = None
        self._replaced: list[tuple[Citation, set[int]]] | None = None
        self._sharing: dict[tuple[int, Span | None], list[Citation]] | None = None
        self._structure: Structure | None = None
        self._languages = languages
        self._misplaced: list[tuple[ItemList, tuple[Misplaced, ...]]] | None = None
        # By the identity of the citation, whose fields take longer to hash than to judge; it is kept with the answer.
        self._judged: dict[int, tuple[Citation, Judgement]] = {}
        self._judging: Judging | None = None
        self._verdicts: dict[Verdict, list[tuple[Citation, Judgement]]] | None = None
        self._changed: ChangedCitations | None = None

    @property
    def text(self) -> str:
        """The text of the view."""
        return self.view.text

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the vocabulary in which the text may cite, by their keys; the first is always among them."""
        if self._languages is None:
            self._languages = languages_in(self.view.reading.text, self.registry)
        return self._languages

    @property
    def former(self) -> Page | None:
        """The original view of a document with tracked changes, of which this is the final one; else None.

        It has no citations: what a change does to one is in `changed`. It is made anew each time, since it is as large
        as this one.
        """
        view = self.view
        if not view.document.tracked or view.name is not ViewName.FINAL:
            return None
        return Page(View(view.document, ViewName.ORIGINAL), (), self.registry, self.as_of)

    @property
    def changed(self) -> ChangedCitations | None:
        """The citations of the paragraphs that tracked changes touch, as they were; None without such changes."""
        if self._changed is None and self.view.document.tracked and self.view.name is ViewName.FINAL:
            from reslint.api.changes import ChangedCitations

            self._changed = ChangedCitations(self.view.document, self.registry)
        return self._changed

    def anew(self) -> Page:
        """The same page, without anything that rules have asked of it."""
        page = Page(self.view, self.all_citations, self.registry, self.as_of, self.of_own_day, self._languages)
        page._changed = self._changed
        return page

    @property
    def structure(self) -> Structure:
        """Headings, clauses and lists, read when first asked for."""
        if self._structure is None:
            from reslint.structure import structure_of

            self._structure = structure_of(self.view, _wording(self.registry, self.languages))
        return self._structure

    def misplaced(self) -> list[tuple[ItemList, tuple[Misplaced, ...]]]:
        """The lists in which labels are out of their place, each with those: there is a rule for every way to be so."""
        if self._misplaced is None:
            from reslint.structure import misplaced

            self._misplaced = [(listed, found) for listed in self.structure.lists if (found := misplaced(listed))]
        return self._misplaced

    def at(self, offset: int) -> str:
        """Where a character stands, for messages: "on line 3", "in ¶ 17", "in footnote 2"."""
        place = short_place(self.view, offset)
        if self.view.document.unit is Unit.PARAGRAPH:
            return said("in {place}", place=place)
        return said("on {place}", place=place)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations that are to be judged by their edition.

        Left out are the text's own heading, a history of editions, and the earlier editions of the very text the
        document is: who revises a text must be free to name what is revised.
        """
        if self._citations is None:
            own: dict[tuple[str | None, str, str], int] = {}
            for citation in self.all_citations:
                if citation.role is CitationRole.HEADING and citation.edition is not None:
                    own[citation.body, citation.kind, citation.number] = citation.edition.year or 0
            self._citations = tuple(
                citation
                for citation in self.all_citations
                if citation.role is CitationRole.CITATION
                and citation.body not in self.registry.sectors
                and not _earlier(citation, own)
            )
        return self._citations

    @property
    def publications(self) -> tuple[Citation, ...]:
        """The citations of Recommendations, Reports, Questions and Supplements that are to be judged by their edition.

        Left out are what the text says of itself, and the editions that it tells as a history.
        """
        if self._publications is None:
            sectors = self.registry.sectors
            self._publications = tuple(
                citation for citation in self.all_citations if citation.body in sectors and citation.role in JUDGED
            )
        return self._publications

    def ended(self, citation: Citation) -> bool:
        """Whether the text itself says that what is cited is no longer in force, or ends it: then it is meant.

        So it is with what the text abrogates or replaces, and with what it lists or calls abrogated or superseded.
        """
        if self._ended is None:
            from reslint.api.ended import Ended
            from reslint.api.ended_words import ended_words

            self._ended = Ended(
                self.view, self.all_citations, self.structure, ended_words(self.registry, self.languages)
            )
        return self._ended.holds(citation)

    def of_the_union(self) -> tuple[Citation, ...]:
        """The citations that are the Union's: of one of its bodies, or at least with the mark of a revision.

        How other organizations write theirs is not ours to judge.
        """
        if self._of_the_union is None:
            self._of_the_union = tuple(
                citation
                for citation in self.all_citations
                if citation.body in self.registry.bodies
                or (citation.body is None and any(edition.mark is Mark.REVISED for edition in citation.editions))
            )
        return self._of_the_union

    def sharing(self, citation: Citation) -> list[Citation]:
        """The citations of one list that share the parenthesis of `citation`, itself among them, in text order."""
        if self._sharing is None:
            self._sharing = {}
            for other in self.all_citations:
                if other.shared:
                    self._sharing.setdefault((other.group, other.parenthesis), []).append(other)
        return self._sharing.get((citation.group, citation.parenthesis), [citation])

    def replaced(self) -> list[tuple[Citation, set[int]]]:
        """The citations whose edition a change brings in, each with the years of the editions it takes out.

        The change is a tracked one, or one that a dump holds both sides of.
        """
        if self._replaced is None:
            self._replaced = []
            for citation in self.citations:
                if citation.glued and citation.edition is not None:
                    years = {edition.year for edition in citation.editions if edition.year}
                    self._replaced.append((citation, years - {citation.edition.year}))
            if self.changed is not None:
                self._replaced += self.changed.replaced(self.citations, self.view)
        return self._replaced

    def in_common(self, citation: Citation) -> Common:
        """What the numbers that share the parenthesis of `citation` have in common, found once a list."""
        key = (citation.group, citation.parenthesis)
        if key not in self._common:
            judgements = [self.judgement(other) for other in self.sharing(citation)]
            latest = _only([judgement.latest for judgement in judgements])
            self._common[key] = Common(latest, _only([judgement.cited for judgement in judgements]))
        return self._common[key]

    def judgement(self, citation: Citation) -> Judgement:
        """What the registry says about the edition the citation asks to be judged by, on the page's day."""
        kept = self._judged.get(id(citation))
        if kept is not None:
            return kept[1]
        if self._judging is None:
            from reslint.api.judging import Judging

            self._judging = Judging(self.registry, self.as_of)
        judgement = self._judging.of(citation)
        self._judged[id(citation)] = citation, judgement
        return judgement

    def _of_verdict(self, verdict: Verdict) -> Sequence[tuple[Citation, Judgement]]:
        """Those of `citations` that have a verdict, with their judgements: most rules have something to say of one."""
        if self._verdicts is None:
            self._verdicts = {}
            for citation in self.citations:
                judgement = self.judgement(citation)
                self._verdicts.setdefault(judgement.verdict, []).append((citation, judgement))
        return self._verdicts.get(verdict, ())

    def verdict(self, body: str | None, kind: str, number: str, place: str | None, year: int | None) -> Judgement:
        """What the registry says of an edition on the page's day, as `reslint.registry.judge` has it."""
        from reslint.registry import judge

        return judge(self.registry, body, kind, number, place, year, self.as_of)


@lru_cache(maxsize=8)
def _wording(registry: Registry, languages: tuple[str, ...]) -> Wording:
    from reslint.structure.wording import wording

    return wording({lang: registry.vocabulary[lang] for lang in languages}, registry.patterns.compile)


def _only(editions: list[Edition | None]) -> Edition | None:
    """The edition that all of these are, as far as place, year and mark go."""
    first = editions[0]
    if first is None:
        return None
    key = (first.conference.key, first.revised)
    same = all(one is not None and (one.conference.key, one.revised) == key for one in editions)
    return first if same else None


def _earlier(citation: Citation, own: dict[tuple[str | None, str, str], int]) -> bool:
    year = own.get((citation.body, citation.kind, citation.number))
    return year is not None and citation.edition is not None and (citation.edition.year or 0) < year
