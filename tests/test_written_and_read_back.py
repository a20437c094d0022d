"""Whatever a language writes, it reads, and mends: every edition of the registry, as each language cites it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

import pytest

import reslint
from reslint.citations import Citation, find_citations
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.linting.settings import Settings
from reslint.plugins.rule_table import Selection
from reslint.registry import Edition, Record, Registry, Status

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
APART = "\n\n"
TOGETHER = 100
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


def mended(lines: Sequence[str], registry: Registry, *codes: str) -> list[str]:
    """The lines as these rules mend them, each judged by itself."""
    settings = Settings(selections=(Selection("test", select=codes),))
    done = []
    for first in range(0, len(lines), TOGETHER):
        text = APART.join(lines[first : first + TOGETHER])
        fixed = reslint.fix(text.encode(), "draft.txt", unsafe=True, as_of=registry.date, settings=settings)
        done += fixed.data.decode().split(APART)
    return done


def may_mend(registry: Registry, record: Record, edition: Edition, lang: str) -> bool:
    """Whether a correction may write an edition: the name of a place that was never read in a language it does not."""
    place = edition.conference.place
    return registry.bodies[record.body].cites != "place" or registry.may_write(place or "", lang)


@pytest.mark.thorough
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_outdated_edition_is_found_and_mended_in_the_language(registry: Registry, lang: str) -> None:
    outdated = [
        (record, edition, record.editions[-1])
        for record, edition in editions(registry)
        if edition != record.editions[-1]
        and record.status is not Status.ABROGATED
        # The session that adopted a text is named beside it whatever a later one modified.
        and (edition.revised or registry.bodies[record.body].cites != "session")
    ]
    assert len(outdated) > 500
    # The editions of one text in a row would be its history.
    Random(1).shuffle(outdated)
    lines = [cited(registry, record, edition, lang) for record, edition, _ in outdated]
    right = [
        cited(registry, record, latest if may_mend(registry, record, latest, lang) else edition, lang)
        for record, edition, latest in outdated
    ]
    done = mended(lines, registry, "STA001", "STA003")
    assert [pair for pair in zip(done, right, strict=True) if pair[0] != pair[1]] == []


@pytest.mark.thorough
@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_wrong_letter_in_a_place_that_was_read_is_found_and_mended(registry: Registry, lang: str) -> None:
    held = {edition.conference.place: (record, edition) for record, edition in editions(registry) if not edition.suffix}
    names = {place: place if lang == "en" else town.names.get(lang) for place, town in registry.places.items()}
    letters = sorted({letter for name in names.values() if name for letter in name if letter.isalpha()})
    lines, right = [], []
    for place, name in names.items():
        if place not in held or not name or not registry.may_write(place, lang):
            continue
        line = cited(registry, *held[place], lang)
        for at, letter in enumerate(name):
            others = [one for one in letters if one != letter and one.isupper() == letter.isupper()]
            misspelt = f"{name[:at]}{Random(f'{name}{at}').choice(others)}{name[at + 1 :]}"
            if letter.isalpha() and misspelt not in registry.places[place].foreign_variants.get(lang, ()):
                lines.append(line.replace(name, misspelt))
                right.append(line)
    assert len(lines) > 40
    assert [pair for pair in zip(mended(lines, registry, "SPL001"), right, strict=True) if pair[0] != pair[1]] == []
