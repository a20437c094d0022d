"""Forms of citations combined are read in Markdown, HTML, Word and OpenDocument as they are in plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from carrying import Draw, html, markdown, odt, word
from combining import Written, phrases, wrong
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.documents import Document
from reslint.documents.html.reader import read_html
from reslint.documents.markdown import read_markdown
from reslint.documents.odt.reader import read_odt
from reslint.documents.word.reader import read_word

pytestmark = pytest.mark.slow

Carried = tuple[Written, bytes]


def carried(carrier: Callable[[Draw, str], bytes]) -> st.SearchStrategy[Carried]:
    """A phrase, and a file in which it stands."""

    @st.composite
    def files(draw: Draw) -> Carried:
        written = draw(phrases())
        return written, carrier(draw, written.text)

    return files()


def holds(read: Callable[[bytes, str], Document], name: str, one: Carried) -> None:
    written, data = one
    assert wrong(written, read(data, name)) == []


@settings(max_examples=150)
@given(one=carried(markdown))
def test_markdown(one: Carried) -> None:
    holds(read_markdown, "draft.md", one)


@settings(max_examples=150)
@given(one=carried(html))
def test_html(one: Carried) -> None:
    holds(read_html, "draft.html", one)


@settings(max_examples=150)
@given(one=carried(word))
def test_word(one: Carried) -> None:
    holds(read_word, "draft.docx", one)


@settings(max_examples=150)
@given(one=carried(odt))
def test_odt(one: Carried) -> None:
    holds(read_odt, "draft.odt", one)
