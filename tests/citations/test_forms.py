"""The forms of citations, as tables an editor can read: tests/cases/citations.md, and one for each other language."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.citations import Citation, CitedEdition, find_citations
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.registry import Registry

CASES = Path(__file__).parents[1] / "cases"
TABLES = {"en": CASES / "citations.md", "publications": CASES / "publications.md"} | {
    lang: CASES / f"citations-{lang}.md" for lang in ("fr", "es", "ru", "zh", "ar")
}


def rows() -> list[tuple[str, list[str]]]:
    return [row for lang in TABLES for row in rows_in(lang)]


def rows_in(lang: str) -> list[tuple[str, list[str]]]:
    lines = TABLES[lang].read_text("utf-8").splitlines()
    cells = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return [(draft, [] if found == "none" else found.split(" / ")) for draft, found in cells[1:]]


def written(edition: CitedEdition) -> str:
    if edition.suffix is not None:
        return f"-{edition.suffix}"
    if edition.month is not None:
        return f"{edition.month:02}/{edition.year}"
    place = f"{edition.place}, " if edition.place else ""
    return f"{'Rev. ' if edition.rev else ''}{place}{edition.year}"


def described(citation: Citation) -> str:
    editions = "; ".join(written(edition) for edition in citation.editions)
    key = f"{citation.body or 'unknown'} {citation.kind} {citation.number}"
    return f"{key}{f' ({editions})' if editions else ''} = {citation.text}"


@pytest.mark.parametrize(("draft", "expected"), rows(), ids=lambda value: value if isinstance(value, str) else "")
def test_form(registry: Registry, draft: str, expected: list[str]) -> None:
    view = View(read_text(draft.encode(), "draft.txt"))
    assert [described(citation) for citation in find_citations(view, registry)] == expected


def test_the_table_is_read() -> None:
    assert len(rows_in("en")) > 90
    assert all(len(rows_in(lang)) > 30 for lang in TABLES)
