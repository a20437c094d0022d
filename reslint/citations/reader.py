"""All citations of a view: drafts from the scanner, then their roles, then their bodies."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from reslint.citations.bodies import Bodies
from reslint.citations.drafts import Draft, drafts_of
from reslint.citations.grammar import build
from reslint.citations.lexicon import Lexicon
from reslint.citations.model import Citation, judged
from reslint.citations.places import Gazetteer
from reslint.citations.roles import assign_roles

if TYPE_CHECKING:
    from reslint.citations.automaton import Automaton
    from reslint.documents.view import View
    from reslint.registry import Registry


@lru_cache(maxsize=4)
def _tools(registry: Registry, lang: str) -> tuple[Lexicon, Automaton, Gazetteer]:
    lexicon = Lexicon(registry, lang)
    return lexicon, build(lexicon, registry.cache), Gazetteer(registry)


def gazetteer(registry: Registry) -> Gazetteer:
    """The places of a registry, by every way to write them."""
    return _tools(registry, next(iter(registry.vocabulary)))[2]


def find_citations(view: View, registry: Registry) -> tuple[Citation, ...]:
    """All citations of a view in text order, one a number, in every language of the registry's vocabulary."""
    drafts: list[Draft] = []
    for lang in registry.vocabulary:
        lexicon, parser, places = _tools(registry, lang)
        found = list(drafts_of(view, lexicon, parser, places, len(drafts)))
        assign_roles(view, lexicon, found)
        Bodies(view, registry, lexicon).decide(found)
        drafts += found
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    return tuple(_finish(view, draft) for draft in drafts)


def _finish(view: View, draft: Draft) -> Citation:
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
        judged(draft.editions),
    )
