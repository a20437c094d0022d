"""How messages name a citation, an edition and the day, so that all rules speak alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

from reslint.api.page import Page
from reslint.citations.model import BodyFrom, Citation, CitedEdition, ToldBy
from reslint.registry import Judgement, Registry
from reslint.saying import said

KINDS = {
    "resolution": said("Resolution"),
    "decision": said("Decision"),
    "recommendation": said("Recommendation"),
    "opinion": said("Opinion"),
    "report": said("Report"),
    "question": said("Question"),
    "supplement": said("Supplement"),
}
# Characters of the file that may stand between a mark and its edition, where a blank may be written "&nbsp;".
BESIDE = 8
KEPT = 1024
"""So many names of a registry are kept."""


def named(page: Page, citation: Citation) -> str:
    """The citation as messages name it, with its body but without its edition: "Council Resolution 1332"."""
    edition = citation.edition
    of_annex = citation.body in page.registry.sectors and edition is not None and edition.told is ToldBy.PART
    number = f"{citation.number} {citation.part}" if of_annex else citation.number
    return _naming(page.registry)(citation.body, citation.kind, number)


@lru_cache(maxsize=8)
def _naming(registry: Registry) -> Callable[..., str]:
    """What names texts by one registry, and keeps the names no longer than the registry is kept here."""
    return lru_cache(maxsize=KEPT)(partial(_named, registry))


def _named(registry: Registry, body: str | None, kind: str, number: str) -> str:
    """A text as messages name it, once for all citations of it."""
    called = KINDS.get(kind) or kind.capitalize()
    if body in registry.sectors:
        return said("{kind} {sector} {number}", kind=called, sector=body or "", number=number)
    known = registry.bodies.get(body or "")
    if known is None:
        return said("{kind} {number}", kind=called, number=number)
    # Each language has its own name, the shortest; English the one of the first language of the registry.
    first, *others = registry.vocabulary
    names = {lang: min(known.names.get(lang) or (known.key,), key=len) for lang in (first, *others)}
    further = {f"body_{lang}": names[lang] for lang in others if names[lang] != names[first]}
    return said("{body} {kind} {number}", body=names[first], **further, kind=called, number=number)


def origin(citation: Citation) -> str:
    """How the body was decided, for a citation that does not state it; else nothing."""
    body = citation.body
    if body is None:
        return ""
    if citation.body_from is BodyFrom.EDITION:
        return said("taken for a text of {body} because of its edition", body=body)
    if citation.body_from is BodyFrom.CONTEXT:
        return said("taken for a text of {body} because of the words around it", body=body)
    if citation.body_from is BodyFrom.NUMBER:
        return said("taken for a text of {body} because of its number", body=body)
    return ""


def as_far(page: Page, judgement: Judgement) -> str:
    """How far the latest edition is known to be the last, to stand behind it: ", as far as Bucharest 2022".

    Nothing where no later conference is unread. That a later edition was read makes the cited one outdated; it does
    not make the later one the last.
    """
    reach = judgement.as_far_as
    return said(", as far as {met}", met=page.registry.met(reach)) if reach is not None else ""


def written(edition: CitedEdition, page: Page) -> str:
    """A cited edition as the draft writes it, for messages: "Rev. Dubai, 2018", "2019"."""
    start, end = range_of(edition)
    return " ".join(page.text[start:end].split())


def range_of(edition: CitedEdition) -> tuple[int, int]:
    """The range of a cited edition in the view, with its mark where that stands directly before or behind it."""
    (start, end), mark = edition.where, edition.mark_at
    if mark is not None and not edition.in_prose:
        if 0 <= start - mark.end <= BESIDE:
            start = mark.start
        elif 0 <= mark.start - end <= BESIDE:
            end = mark.end
    return start, end
