"""All citations of a view: drafts from the scanner, then their roles, then their bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from reslint.citations.again import again, key_of
from reslint.citations.bodies import Bodies
from reslint.citations.editions import Editions
from reslint.citations.grammar import build
from reslint.citations.lexicon import Lexicon
from reslint.citations.model import Citation, PartialCitation, Span, ToldBy, judged
from reslint.citations.numbers import Numbers
from reslint.citations.places import Gazetteer, PlaceReading, WrittenPlace
from reslint.citations.present import languages_in
from reslint.citations.publication_signs import may_cite
from reslint.citations.roles import find_headings, find_histories
from reslint.citations.scanner import Candidate, Scan

if TYPE_CHECKING:
    from reslint.citations.automaton import Automaton
    from reslint.documents.view import View
    from reslint.registry import Registry


@lru_cache(maxsize=16)
def _tools(registry: Registry, lang: str) -> tuple[Lexicon, Automaton, Gazetteer]:
    lexicon = Lexicon(registry, lang)
    return lexicon, build(lexicon, registry.cache, lexicon.compile), Gazetteer(registry, lang)


def written_places(registry: Registry, citations: Iterable[Citation]) -> Iterator[WrittenPlace]:
    """Every place in the editions of the Union's texts, once, though several numbers may share it."""
    done: set[int] = set()
    readings: dict[tuple[str, str, int | None], PlaceReading] = {}
    for citation in citations:
        for edition in citation.editions:
            at = edition.place_at
            if at is None or edition.place is None or at.start in done or citation.body == "OTHER":
                continue
            done.add(at.start)
            written = citation.lang, edition.place, edition.year
            reading = readings.get(written)
            if reading is None:
                reading = readings[written] = _tools(registry, citation.lang)[2].read(edition.place, edition.year)
            yield WrittenPlace(edition.place, at, reading)


def find_citations(view: View, registry: Registry, languages: Sequence[str] | None = None) -> tuple[Citation, ...]:
    """All citations of a view in text order, one a number, in every language of the registry's vocabulary; `languages`
    are those that it may cite in, where they are known.
    """
    drafts: list[PartialCitation] = []
    lexicons: dict[str, Lexicon] = {}
    if languages is None:
        languages = languages_in(view.reading.text, registry)
    for lang in languages:
        lexicon, parser, places = _tools(registry, lang)
        lexicons[lang] = lexicon
        first = drafts[-1].group + 1 if drafts else 0
        found = _drafts(view, registry, lexicon, parser, places, first)
        find_headings(view, lexicon, found)
        if len(found) > 1:
            from reslint.citations.stretches import share_in_ranges, share_with_all

            share_in_ranges(view, lexicon, found)
            share_with_all(view, lexicon, found)
        if not all(draft.beside or draft.series or draft.qualified for draft in found):
            from reslint.citations.named_apart import name_apart

            name_apart(view, registry, lexicon, found)
        drafts += found
    if len(lexicons) > 1:
        from reslint.citations.once import once

        drafts = sorted(once(drafts, view, registry), key=lambda draft: (draft.start, draft.end))
    drafts = Bodies(view, registry, lexicons).decided(drafts)
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    for draft in drafts:
        for edition in draft.editions:
            if edition.told is ToldBy.SAME:
                _same_if_it_was(draft, registry)
                break
    find_histories(view, lexicons, drafts)
    cited = [_finish(view, draft) for draft in drafts]
    if registry.sectors and may_cite(view.reading.text):
        from reslint.citations.publications import find_publications

        published = find_publications(view, registry, languages[-1], drafts[-1].group + 1 if drafts else 0)
        cited = sorted((*_beside(cited, published), *published), key=lambda citation: (citation.start, citation.end))
    return tuple(cited)


def _drafts(
    view: View, registry: Registry, lexicon: Lexicon, parser: Automaton, places: Gazetteer, first: int
) -> list[PartialCitation]:
    """What a view cites in one language, in text order; bodies and roles are still open.

    `first` is the number of the first list or single citation, for `group`.
    """
    drafts: list[PartialCitation] = []
    last: PartialCitation | None = None
    reading, group = view.reading, first
    known = again(lexicon)
    scan = Scan(view, lexicon, parser)
    for paragraph in scan.paragraphs():
        kept = known.recall_paragraph(paragraph, group, last)
        if kept is not None:
            scan.done, group, found = kept
            drafts += found
            last = found[-1] if found else last
            continue
        first_group, of_paragraph = group, len(drafts)
        alone, shift = paragraph.words is not None, paragraph.shift
        for candidate in scan.candidates(paragraph):
            read = candidate.read
            if read is None:
                drafts.append(_bare(view, lexicon, candidate, group))
                group += 1
                continue
            key = key_of(candidate)
            recalled = known.recall(key, candidate, paragraph, shift, group, last) if shift is not None else None
            if recalled is None:
                editions = Editions(reading, candidate.offset, lexicon, places, registry)
                numbers = Numbers(paragraph.first, registry, lexicon, candidate, editions, group, last)
                recalled = numbers.citations()
                if any(number.same for number in read.numbers):
                    alone = False
                elif shift is not None:
                    known.keep(key, candidate, shift, recalled, group, numbers.beyond.asked)
            drafts += recalled
            last = recalled[-1] if recalled else last
            group += 1
        if alone and not scan.beyond:
            known.keep_paragraph(paragraph, scan.done, first_group, group, drafts[of_paragraph:])
    drafts += [_bare(view, lexicon, left, number) for number, left in enumerate(scan.symbols_left(), group)]
    return drafts


def _bare(view: View, lexicon: Lexicon, candidate: Candidate, group: int) -> PartialCitation:
    start = view.reading.start_of(candidate.start)
    end = view.reading.end_of(candidate.start + len(candidate.symbol))
    kind = next(iter(lexicon.kinds.values()))
    at = view.reading.offset_of(view.blocks[candidate.block].start)
    where = Span(start, end)
    return PartialCitation(
        start, end, kind, candidate.symbol, where, (), lexicon.lang, candidate.block, group, at, candidate.start, True
    )


def _same_if_it_was(draft: PartialCitation, registry: Registry) -> None:
    """Take back the edition of the citation before ("ibid."), where the text is known and never had it: then it is only
    the conference or the volume that is the same.
    """
    record = registry.record(draft.body, draft.kind, draft.number) if draft.body else None
    held = {(one.conference.place, one.conference.year) for one in record.editions} if record else None
    if held is not None and not all((one.town, one.year) in held for one in draft.editions):
        draft.editions = ()


def _beside(found: Sequence[Citation], published: Sequence[Citation]) -> Iterator[Citation]:
    """The citations that are not within one of a Recommendation, whose number may look like theirs."""
    at = 0
    for citation in found:
        while at < len(published) and published[at].end <= citation.start:
            at += 1
        if at == len(published) or citation.end <= published[at].start:
            yield citation


def _finish(view: View, draft: PartialCitation) -> Citation:
    return Citation(
        draft.start,
        draft.end,
        view.text[draft.start : draft.end],
        draft.body,
        draft.body_from,
        draft.kind,
        draft.number,
        draft.number_at,
        draft.editions,
        draft.role,
        draft.lang,
        draft.block,
        draft.group,
        draft.parenthesis,
        draft.shared,
        draft.glued,
        draft.bodies_at,
        judged(draft.editions) if draft.editions else None,
        draft.meeting,
        draft.unread,
    )
