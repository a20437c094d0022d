"""Whatever a language writes, it reads: every edition of the registry, as each language cites it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reslint.citations import Citation, find_citations
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.registry import Edition, Record, Registry

LANGUAGES = ("en", "fr", "es", "ru", "zh", "ar")
# How a language joins a head word, a number, an edition and the name of a body.
SENTENCES = {
    "en": "{kind} {number} ({edition}) of the {body}",
    "fr": "{kind} {number} ({edition}) de la {body}",
    "es": "{kind} {number} ({edition}) de la {body}",
    "ru": "{kind} {number} ({edition}) {body}",
    "zh": "{body}第{number}{kind}（{edition}）",
    "ar": "{kind} {number} ({edition}) الصادر عن {body}",
}
BEHIND = {"ru": {"PP": "Полномочной конференции", "COUNCIL": "Совета", "RA": "Ассамблеи радиосвязи"}}


def editions(registry: Registry) -> Iterator[tuple[Record, Edition]]:
    for record in registry.records():
        for edition in record.editions:
            if record.kind in ("resolution", "decision") and registry.bodies[record.body].kinds:
                yield record, edition


def cited(registry: Registry, record: Record, edition: Edition, lang: str) -> str:
    body = BEHIND.get(lang, {}).get(record.body) or registry.bodies[record.body].names[lang][0]
    written, number = registry.written(record, edition, lang), record.number
    if edition.suffix is not None:
        number, _, written = written.replace("（", " (").replace("）", ")").removesuffix(")").partition(" (")
    kind = registry.vocabulary[lang]["kinds"][record.kind]["one"][0]
    return SENTENCES[lang].format(kind=kind, number=number, edition=written, body=body)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_edition_is_read_back(registry: Registry, lang: str) -> None:
    expected = list(editions(registry))
    assert len(expected) > 400
    lines = [cited(registry, record, edition, lang) for record, edition in expected]
    view = View(read_text(("\n\n".join(lines) + "\n").encode(), "draft.txt"))
    found: dict[int, list[Citation]] = {}
    for citation in find_citations(view, registry):
        found.setdefault(citation.block, []).append(citation)
    lines_of = {view.text[block.start : block.end]: number for number, block in enumerate(view.blocks)}
    wrong = [
        line
        for line, (record, edition) in zip(lines, expected, strict=True)
        if not _is_read(found.get(lines_of[line], []), record, edition)
    ]
    assert wrong == []


def _is_read(citations: list[Citation], record: Record, edition: Edition) -> bool:
    if len(citations) != 1:
        return False
    (citation,) = citations
    told = citation.edition
    return (
        (citation.body, citation.kind, citation.number.partition("-")[0]) == (record.body, record.kind, record.number)
        and told is not None
        and told.year == edition.conference.year
        and told.town in (None, edition.conference.place)
    )
