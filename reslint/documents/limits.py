"""Limits of what is read of one file: counts, the same on every machine, that no real draft comes near.

They hold for all that is read within `held`; elsewhere those hold that are set here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from reslint.documents.model import Document
from reslint.errors import ReslintError
from reslint.named import NamedTuple

DISTRUST = "do not trust this file"


class Limits(NamedTuple):
    """How much one file may hold.

    `characters` and `paragraphs` (lines, in plain text and Markdown) are those of its text, `elements` the tags, words
    between them and comments of a page. `unpacked` is how many
    bytes of its packed parts are read, `ratio` how much further than that a large part may be packed, `members` how
    many an archive may have, `depth` how deep elements may be nested where what is open is kept. `pages` are those of a
    PDF, whose contents may be packed a tenth as far as a part.

    `seconds` by the clock, and bytes of `memory`, are what a process may take for one file that another process gave it
    and that waits for it: what takes more costs its file, and never changes what is found.
    """

    characters: int = 20_000_000
    paragraphs: int = 200_000
    elements: int = 500_000
    unpacked: int = 64 << 20
    ratio: int = 300
    members: int = 100_000
    depth: int = 256
    pages: int = 20_000
    seconds: int = 120
    memory: int = 2 << 30


_held: ContextVar[Limits] = ContextVar("limits", default=Limits())  # noqa: B039 (a tuple, which nobody changes)


def limits() -> Limits:
    """The limits that hold for what is read here and now."""
    return _held.get()


@contextmanager
def held(limits: Limits) -> Iterator[None]:
    """Read under these limits."""
    before = _held.set(limits)
    try:
        yield
    finally:
        _held.reset(before)


def too_much(name: str, reason: str, limit: str) -> ReslintError:
    """The error for a file that goes beyond the limit of a name."""
    return ReslintError(name, reason, f"{DISTRUST}, or raise limits.{limit} in the settings")


def too_many_characters(name: str) -> ReslintError:
    """The error for a file with a longer text than may be."""
    return too_much(name, f"it has more than {limits().characters:,} characters", "characters")


def too_many_paragraphs(name: str) -> ReslintError:
    """The error for a file with more paragraphs than may be."""
    return too_much(name, f"it has more than {limits().paragraphs:,} paragraphs", "paragraphs")


def refuse_long(text: str, name: str) -> None:
    """ReslintError for the text of a file with more characters than may be."""
    if len(text) > limits().characters:
        raise too_many_characters(name)


def refuse_many_lines(text: str, name: str) -> None:
    """ReslintError for a text with more lines, or more characters, than may be."""
    refuse_long(text, name)
    most = limits().paragraphs
    if len(text) <= most:
        return
    ends = text.count("\n") + text.count("\r")
    if ends > most and ends - text.count("\r\n") > most:
        raise too_many_paragraphs(name)


def refuse_large(document: Document, text: str) -> None:
    """ReslintError for a document with more paragraphs than may be, or a text of it with more characters."""
    if sum(len(story.paragraphs) for story in document.stories) > limits().paragraphs:
        raise too_many_paragraphs(document.name)
    refuse_long(text, document.name)


class Tally:
    """Counts the paragraphs of one file while they are read; ReslintError, under its name, for too many."""

    __slots__ = ("_left", "_name")

    def __init__(self, name: str) -> None:
        self._name = name
        self._left = limits().paragraphs

    def paragraph(self) -> None:
        """One more begins."""
        self._left -= 1
        if self._left < 0:
            raise too_many_paragraphs(self._name)
