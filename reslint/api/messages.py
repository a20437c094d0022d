"""How messages name a citation, an edition and the day, so that all rules speak alike."""

from __future__ import annotations

from reslint.api.page import Page
from reslint.citations.model import BodyFrom, Citation, CitedEdition
from reslint.registry import Judgement, Verdict

ORIGINS = {
    BodyFrom.EDITION: "its edition",
    BodyFrom.CONTEXT: "the words around it",
    BodyFrom.NUMBER: "its number",
}
# Characters of the file that may stand between a mark and its edition, where a blank may be written "&nbsp;".
BESIDE = 8


def named(page: Page, citation: Citation) -> str:
    """The citation as messages name it, with its body but without its edition: "Council Resolution 1332"."""
    kind = f"{citation.kind.capitalize()} {citation.number}"
    body = page.registry.bodies.get(citation.body or "")
    if body is None:
        return kind
    return f"{min(body.names.get(citation.lang) or (body.key,), key=len)} {kind}"


def origin(citation: Citation) -> str:
    """How the body was decided, for a citation that does not state it; else nothing."""
    if citation.body is None or citation.body_from not in ORIGINS:
        return ""
    return f"taken for a text of {citation.body} because of {ORIGINS[citation.body_from]}"


def unchecked_since(page: Page, judgement: Judgement) -> str:
    """What is to be said of the latest edition where a conference since then was not checked; else nothing.

    That a later edition was read makes the cited one outdated; it does not make the later one the last.
    """
    record, latest = judgement.record, judgement.latest
    if record is None or latest is None:
        return ""
    held = latest.conference
    again = page.verdict(record.body, record.kind, record.number, held.place, held.year)
    if again.verdict is Verdict.CURRENT:
        return ""
    through = record.known_through(latest)
    return f"; not checked after {through.key}" if through else "; not checked since"


def written(edition: CitedEdition, page: Page) -> str:
    """A cited edition as the draft writes it, for messages: "Rev. Dubai, 2018", "2019"."""
    start, end = range_of(edition)
    return " ".join(page.text[start:end].split())


def range_of(edition: CitedEdition) -> tuple[int, int]:
    """The range of a cited edition in the view, with its mark where that stands directly before it."""
    start = edition.where.start
    if edition.mark_at and not edition.in_prose and 0 <= start - edition.mark_at.end <= BESIDE:
        start = edition.mark_at.start
    return start, edition.where.end
