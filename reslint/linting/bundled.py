"""What reslint brings itself, by the same hooks as anybody else: its readers. Imported when a file needs
them.
"""

from __future__ import annotations

from reslint.documents.model import Document
from reslint.documents.reader import Reader
from reslint.linting.hookspecs import hookimpl


def _read_text(data: bytes, name: str) -> Document:
    from reslint.documents.text import read_text

    return read_text(data, name)


def _read_markdown(data: bytes, name: str) -> Document:
    from reslint.documents.markdown import read_markdown

    return read_markdown(data, name)


def _read_word(data: bytes, name: str) -> Document:
    from reslint.documents.word.reader import read_word

    return read_word(data, name)


COMMENT = "a comment that says “reslint: ignore[{code}]”"
TEXT = Reader("text", (".txt",), _read_text, marker="[sic]", editable=True)
MARKDOWN = Reader(
    "markdown", (".md", ".markdown"), _read_markdown, marker="<!-- reslint: ignore[{code}] -->", editable=True
)
WORD = Reader("word", (".docx", ".docm", ".dotx"), _read_word, marker=COMMENT)


@hookimpl
def reslint_readers() -> list[Reader]:
    """Plain text, Markdown and Word."""
    return [TEXT, MARKDOWN, WORD]
