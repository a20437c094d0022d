"""Whose a text is that is cited by the letters of its Sector, where no body is known to have its number."""

from __future__ import annotations

import pytest

from reslint.citations import find_citations
from reslint.documents import View
from reslint.documents.text import read_text
from reslint.registry import Registry


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("noting ITU-R Resolution 999,", "WRC"),
        ("noting ITU-R Resolution 169,", "WRC"),
        ("noting Resolution ITU-R 999-2,", "RA"),
        ("noting Resolution ITU-R 998 (Geneva, 2015),", "RA"),
        ("noting ITU-R Resolution 998 (Geneva, 2015),", "RA"),
    ],
)
def test_a_number_that_no_body_is_known_to_have(registry: Registry, text: str, body: str) -> None:
    (citation,) = find_citations(View(read_text(text.encode(), "a.txt")), registry)
    assert citation.body == body
