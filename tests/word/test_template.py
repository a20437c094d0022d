"""Parts that are the same in several files are read once; a few are kept, and none that is long."""

from __future__ import annotations

import pytest

from reslint.documents.word import template
from reslint.documents.word.template import LONGEST, MOST, once


@pytest.fixture(autouse=True)
def _nothing_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template, "_read", {})


def _times(*parts: bytes) -> int:
    """How often a part is read of those that are asked for, one after the other."""
    read = []
    for part in parts:
        assert once("styles", (part,), lambda part=part: read.append(part) or part.upper()) == part.upper()  # type: ignore[misc]
    return len(read)


def test_the_same_bytes_are_read_once() -> None:
    assert _times(b"a", b"b", b"a", b"b") == 2


def test_what_is_read_of_them_counts() -> None:
    assert once("styles", (b"a",), lambda: 1) == 1
    assert once("looks", (b"a",), lambda: 2) == 2
    assert once("styles", (b"a", b""), lambda: 3) == 3


def test_a_few_are_kept() -> None:
    many = [b"%d" % number for number in range(MOST + 1)]
    assert _times(*many, many[-1], many[1], many[0]) == MOST + 2
    assert len(template._read) == MOST


def test_none_that_is_long_is_kept() -> None:
    assert _times(b"a" * (LONGEST + 1), b"a" * (LONGEST + 1)) == 2


def test_what_cannot_be_read_is_not_kept() -> None:
    with pytest.raises(ZeroDivisionError):
        once("styles", (b"a",), lambda: 1 // 0)
    assert once("styles", (b"a",), lambda: 1) == 1
