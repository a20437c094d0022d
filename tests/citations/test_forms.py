"""The forms of citations, as a table an editor can read: tests/cases/citations.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.citations import Citation, CitedEdition, find_citations
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.registry import Registry

TABLE = Path(__file__).parents[1] / "cases/citations.md"


def rows() -> list[tuple[str, list[str]]]:
    cells = [line.strip("| ").split(" | ") for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [(draft, [] if found == "none" else found.split(" / ")) for draft, found in cells[1:]]


def written(edition: CitedEdition) -> str:
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
    assert len(rows()) > 90
