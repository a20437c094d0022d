"""What reslint brings itself, by the same hooks as anybody else: its readers. Imported when a file needs
them.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from reslint.documents.model import Document
from reslint.documents.reader import Reader
from reslint.linting.hookspecs import hookimpl


class Lazily:
    """A reader's function by the names of its module and its own, imported when a first file needs it."""

    def __init__(self, module: str, function: str) -> None:
        self.module = module
        self.function = function

    def __call__(self, data: bytes, name: str) -> Document:
        read: Callable[[bytes, str], Document] = getattr(import_module(f"{DOCUMENTS}.{self.module}"), self.function)
        return read(data, name)


def _pdf_needs() -> str:
    from importlib.util import find_spec

    return "" if find_spec("pypdfium2") else "pip install 'reslint[pdf]'"


def _conversion_needs() -> str:
    from shutil import which

    from reslint.documents.converted import MISSING, PROGRAMS

    return "" if any(map(which, PROGRAMS)) else MISSING


DOCUMENTS = "reslint.documents"
HTML_COMMENT = "<!-- reslint: ignore[{code}] -->"
WORD_COMMENT = "a comment that says “reslint: ignore[{code}]”"
TEXT = Reader("text", (".txt",), Lazily("text", "read_text"), marker="[sic]", editable=True)
MARKDOWN = Reader(
    "markdown", (".md", ".markdown"), Lazily("markdown", "read_markdown"), marker=HTML_COMMENT, editable=True
)
WORD = Reader("word", (".docx", ".docm", ".dotx"), Lazily("word.reader", "read_word"), marker=WORD_COMMENT)
HTML = Reader("html", (".html", ".htm"), Lazily("html.reader", "read_html"), marker=HTML_COMMENT)
OPEN_DOCUMENT = Reader("odt", (".odt", ".ott"), Lazily("odt.reader", "read_odt"), marker=WORD_COMMENT)
PDF = Reader("pdf", (".pdf",), Lazily("pdf.reader", "read_pdf"), needs=_pdf_needs)
CONVERTED = Reader(
    "converted", (".rtf", ".doc"), Lazily("converted", "read_converted"), marker=WORD_COMMENT, needs=_conversion_needs
)


@hookimpl
def reslint_readers() -> list[Reader]:
    """Plain text, Markdown, Word, HTML, OpenDocument, PDF, and what LibreOffice converts."""
    return [TEXT, MARKDOWN, WORD, HTML, OPEN_DOCUMENT, PDF, CONVERTED]
