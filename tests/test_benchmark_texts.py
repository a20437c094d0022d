"""The texts that benchmarks judge: no two paragraphs are alike where none should be, and there is as much in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial

import pytest

import reslint
from benchmarks.contributions import contribution, revision
from benchmarks.texts import dense, sparse
from benchmarks.word_files import word_file
from reslint.documents.text import read_text
from reslint.documents.view import View
from reslint.documents.word.reader import read_word

AS_OF = "2024-10-15"
SENTENCE = re.compile(r"(?<=\.)(?<!Rev\.) (?=[A-Z])")


def paragraphs(*documents: bytes) -> list[str]:
    """The paragraphs with words, as they are read, all changes accepted."""
    views = [View((read_word if one[:2] == b"PK" else read_text)(one, "draft")) for one in documents]
    words = [view.text[block.start : block.end].strip() for view in views for block in view.blocks]
    return [one for one in words if one]


def repeated(words: Iterable[str]) -> list[str]:
    return [one for one, times in Counter(words).items() if times > 1]


def in_language(language: str) -> list[bytes]:
    return [contribution(number, language).encode() for number in range(50)]


def contents() -> dict[str, Callable[[], list[bytes]]]:
    return {
        "dense": lambda: [dense(1_000_000).encode(), dense(300_000, 5_000).encode()],
        "sparse": lambda: [sparse(500_000).encode(), sparse(500_000, 5_000).encode()],
        "Word": lambda: [word_file(30), word_file(10, 5_000), word_file(10, 10_000)],
        **{language: partial(in_language, language) for language in ("en", "fr", "es", "ru", "zh", "ar")},
    }


@pytest.mark.parametrize("make", contents().values(), ids=contents())
def test_no_two_paragraphs_are_alike(make: Callable[[], list[bytes]]) -> None:
    read = paragraphs(*make())
    assert len(read) > 200
    assert repeated(read) == []


def test_no_two_sentences_are_alike() -> None:
    sentences = [one for line in (dense(300_000) + sparse(300_000)).split("\n") for one in SENTENCE.split(line)]
    assert repeated(one for one in sentences if one.endswith((".", ";"))) == []


def test_contributions_to_one_text_repeat_it() -> None:
    """Each with an introduction of its own."""
    introductions, texts = zip(*(revision(number).split("\n\n", 1) for number in range(0, 100, 10)), strict=True)
    assert repeated(line for one in introductions for line in one.split("\n")) == []
    lines = [line for one in texts for line in one.split("\n") if line]
    assert len(set(lines)) < len(lines) / 3


def test_contributions_to_another_meeting_share_nothing() -> None:
    here, there = ({line for one in range(20) for line in revision(one, first).split("\n")} for first in (0, 5_000))
    assert here & there == {""}


@pytest.mark.parametrize(
    ("make", "size", "citations", "findings"), [(dense, 200_000, 505, 168), (sparse, 1_000_000, 173, 61)]
)
def test_there_is_as_much_to_find_as_in_real_drafts(
    make: Callable[[int], str], size: int, citations: int, findings: int
) -> None:
    result = reslint.lint_text(make(size), as_of=AS_OF)
    assert len(result.citations) == pytest.approx(citations, rel=0.1)
    assert len(result.findings) == pytest.approx(findings, rel=0.1)


def test_a_page_of_word_has_as_much_to_find() -> None:
    result = reslint.lint_bytes(word_file(30), "draft.docx", as_of=AS_OF)
    assert len(result.citations) == pytest.approx(174, rel=0.1)
    assert len(result.findings) == pytest.approx(56, rel=0.25)
