"""Citations as other programs get them: one JSON object a line."""

from __future__ import annotations

import json
from typing import Any

from reslint.api.page import Page
from reslint.citations.model import Citation, CitedEdition
from reslint.running.asking import Question
from reslint.running.jobs import Draft


class CitationLines(Question[list[str]]):
    """A line for every citation of a file, in text order."""

    def answer(self, _draft: Draft, page: Page) -> list[str]:
        """The lines of one file."""
        records = (citation_fields(page, citation) for citation in page.all_citations)
        return [json.dumps(record, ensure_ascii=False) + "\n" for record in records]


def citation_fields(page: Page, citation: Citation) -> dict[str, Any]:
    """The fields of a citation, in their order.

    `start` and `end` count from 0, `line` and `column` from 1, in characters of the view's text. `latest` is the last
    edition in force on the page's day, as one would write it. `as_far_as` is the conference through which an edition is
    known to be the latest where a later one was over and is not covered.
    """
    position = page.view.position(citation.start)
    judgement = page.judgement(citation)
    latest = None
    if judgement.record is not None and judgement.latest is not None:
        latest = page.registry.written(judgement.record, judgement.latest, citation.lang)
    return {
        "file": page.view.document.name,
        "start": citation.start,
        "end": citation.end,
        "line": position.line,
        "column": position.column,
        "text": citation.text,
        "body": citation.body,
        "body_from": citation.body_from.value if citation.body_from else None,
        "kind": citation.kind,
        "number": citation.number,
        "editions": [_edition(edition) for edition in citation.editions],
        **({"part": citation.part} if citation.part else {}),
        "role": citation.role.value,
        "lang": citation.lang,
        "verdict": judgement.verdict.value,
        "latest": latest,
        "as_far_as": judgement.as_far_as.key if judgement.as_far_as else None,
        "unread": {"start": citation.unread.start, "end": citation.unread.end} if citation.unread else None,
    }


def _edition(edition: CitedEdition) -> dict[str, Any]:
    """Place, year and revision; a session of the Council has no place, a Recommendation suffix, year and month."""
    if edition.place is None and (edition.month is not None or edition.suffix is not None):
        fields = {"suffix": edition.suffix, "year": edition.year, "month": edition.month}
        return {name: value for name, value in fields.items() if value is not None}
    place = {"place": edition.place} if edition.place is not None else {}
    return {**place, "year": edition.year, "rev": edition.rev}
