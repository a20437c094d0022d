"""Lines in five languages, written from the forms of real texts by somebody who did not see how they are read.

Each line of `tests/cases/languages/*.jsonl` is a draft with what it cites: the words, where they begin (zero-based
characters), the body, the kind, the number and the years of the editions. Of a body that is not the Union's it counts
only that none of the Union's is given. Arabic "and", joined to a number, is no part of a citation.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reslint.citations import Citation, find_citations
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.registry import Registry

CASES = Path(__file__).parents[1] / "cases" / "languages"
LEAST = 0.97
OF_YEARS = 0.95
"""Some give the year of a conference that is said to have adopted a text, which is no edition that is written."""
OWN = {"PP", "WTDC", "WTSA", "RA", "WRC", "COUNCIL", "UNGA"}


def lines(lang: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CASES / f"{lang}.jsonl").read_text("utf-8").splitlines()]


def overlap(citation: Citation, start: int, end: int) -> bool:
    return citation.start < end and start < citation.end


@pytest.mark.parametrize("lang", ["fr", "es", "ru", "zh", "ar"])
def test_lines_are_read_as_an_editor_would(registry: Registry, lang: str) -> None:
    right: Counter[str] = Counter()
    extra, claimed = [], []
    for line in lines(lang):
        found = find_citations(View(read_text(line["draft"].encode(), "draft.txt")), registry)
        spans = [(cited["start"], cited["start"] + len(cited["text"])) for cited in line["citations"]]
        extra += [one.text for one in found if one.body and not any(overlap(one, *span) for span in spans)]
        for cited, span in zip(line["citations"], spans, strict=True):
            if cited["body"] not in OWN:
                claimed += [one.text for one in found if overlap(one, *span) and one.body in OWN]
                continue
            right["all"] += 1
            own = next((one for one in found if (one.start, one.end) == span), None)
            if own is not None:
                right["span"] += 1
                right["body"] += own.body == cited["body"]
                right["kind"] += own.kind == cited["kind"]
                right["number"] += own.number == cited["number"]
                right["years"] += [edition.year for edition in own.editions] == cited["years"]
                assert own.body == cited["body"] or own.body_from != "stated", own.text
    assert right["all"] >= 60
    assert right["span"] >= LEAST * right["all"]
    assert min(right[field] for field in ("body", "kind", "number")) >= LEAST * right["span"]
    assert right["years"] >= OF_YEARS * right["span"]
    assert extra == []
    assert len(claimed) <= 1
