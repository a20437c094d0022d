"""Every citation of five real contributions, read by hand, must be found as it stands, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reslint.citations import Citation, find_citations
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.registry import Registry

SAMPLES = ("000", "001", "002", "003", "004")


def found(shared: Path, sample: str, registry: Registry) -> tuple[View, tuple[Citation, ...]]:
    path = next((shared / "samples/contributions").glob(f"{sample}_*.txt"))
    view = View(read_text(path.read_bytes(), path.name))
    return view, find_citations(view, registry)


def expected(shared: Path, sample: str) -> list[dict[str, object]]:
    lines = (shared / "acceptance/samples-citations.jsonl").read_text("utf-8").splitlines()
    return [line for line in map(json.loads, lines) if line["file"] == sample]


def as_gold(view: View, citation: Citation) -> dict[str, object]:
    """A citation in the shape of the gold file."""
    sessions = any(edition.in_prose for edition in citation.editions)
    shape: dict[str, object] = {
        "line": view.position(citation.start).line,
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "body": citation.body,
        "kind": citation.kind,
        "number": citation.number,
        "editions": [] if sessions else [{"place": e.place, "year": e.year} for e in citation.editions],
        "rev": not sessions and any(edition.rev for edition in citation.editions),
        "stated": citation.body_from == "stated",
        "role": citation.role.value,
    }
    if sessions:
        shape["session"] = {
            "adopted": next((e.year for e in citation.editions if not e.rev), None),
            "modified": [e.year for e in citation.editions if e.rev],
        }
    return shape


@pytest.mark.parametrize("sample", SAMPLES)
def test_citations_of_a_real_contribution(shared: Path, registry: Registry, sample: str) -> None:
    view, citations = found(shared, sample, registry)
    gold = []
    for line in expected(shared, sample):
        shape = {key: value for key, value in line.items() if key not in ("file", "body_stated")}
        shape["stated"] = line["body_stated"] in ("before", "after")
        shape.setdefault("role", "citation")
        gold.append(shape)
    assert [as_gold(view, citation) for citation in citations] == gold


@pytest.mark.parametrize("sample", SAMPLES)
def test_spans_reproduce_the_words(shared: Path, registry: Registry, sample: str) -> None:
    view, citations = found(shared, sample, registry)
    assert citations
    for citation in citations:
        assert view.text[citation.start : citation.end] == citation.text
        for edition in citation.editions:
            if edition.place_at is not None and edition.place is not None:
                words = view.text[edition.place_at.start : edition.place_at.end]
                assert " ".join(words.split()) == edition.place
