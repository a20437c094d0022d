"""All citations of a view: drafts from the scanner, then their roles, then their bodies."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from reslint.citations.bodies import Bodies
from reslint.citations.drafts import Draft, drafts_of
from reslint.citations.grammar import build
from reslint.citations.lexicon import Lexicon
from reslint.citations.model import Citation, judged
from reslint.citations.parser import ReadCitation, parse
from reslint.citations.places import Gazetteer
from reslint.citations.roles import assign_roles
from reslint.citations.scanner import Read

if TYPE_CHECKING:
    from reslint.citations.automaton import Automaton
    from reslint.documents.view import View
    from reslint.registry import Registry


Known = dict[tuple[str, str], ReadCitation | None]
"""What candidates, by their language and text, were read as."""


@lru_cache(maxsize=4)
def _tools(registry: Registry, lang: str) -> tuple[Lexicon, Automaton, Gazetteer]:
    lexicon = Lexicon(registry, lang)
    return lexicon, build(lexicon), Gazetteer(registry)


def gazetteer(registry: Registry) -> Gazetteer:
    """The places of a registry, by every way to write them."""
    return _tools(registry, next(iter(registry.vocabulary)))[2]


def find_citations(view: View, registry: Registry, known: Known | None = None) -> tuple[Citation, ...]:
    """All citations of a view in text order, one a number, in every language of the registry's vocabulary.

    What was parsed is put into `known`, and taken from there: two views of one document have most words in common.
    """
    drafts: list[Draft] = []
    for lang in registry.vocabulary:
        lexicon, parser, places = _tools(registry, lang)
        read = partial(parse, parser) if known is None else _remembering(parser, known, lang)
        found = list(drafts_of(view, lexicon, read, places, len(drafts)))
        assign_roles(view, lexicon, found)
        Bodies(view, registry, lexicon).decide(found)
        drafts += found
    drafts.sort(key=lambda draft: (draft.start, draft.end))
    return tuple(_finish(view, draft) for draft in drafts)


def _remembering(parser: Automaton, known: Known, lang: str) -> Read:
    def read(text: str) -> ReadCitation | None:
        if (lang, text) in known:
            # Two views ask for it, each once; keeping it longer would only cost memory.
            return known.pop((lang, text))
        known[lang, text] = parse(parser, text)
        return known[lang, text]

    return read


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
