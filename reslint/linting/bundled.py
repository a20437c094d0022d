"""What reslint brings itself, by the same hooks as anybody else: its readers. Imported when a file needs
them.
"""

from __future__ import annotations

from reslint.documents.model import Document
from reslint.documents.reader import Reader
from reslint.linting.hookspecs import hookimpl


def _text(data: bytes, name: str) -> Document:
    from reslint.documents.text import read_text

    return read_text(data, name)


def _markdown(data: bytes, name: str) -> Document:
    from reslint.documents.markdown import read_markdown

    return read_markdown(data, name)


def _word(data: bytes, name: str) -> Document:
    from reslint.documents.word.reader import read_word

    return read_word(data, name)


def _html(data: bytes, name: str) -> Document:
    from reslint.documents.html.reader import read_html

    return read_html(data, name)


def _open_document(data: bytes, name: str) -> Document:
    from reslint.documents.odt.reader import read_odt

    return read_odt(data, name)


def _pdf(data: bytes, name: str) -> Document:
    from reslint.documents.pdf.reader import read_pdf

    return read_pdf(data, name)


def _converted(data: bytes, name: str) -> Document:
    from reslint.documents.converted import read_converted

    return read_converted(data, name)


def _pdf_needs() -> str:
    from importlib.util import find_spec

    return "" if find_spec("pypdfium2") else "pip install 'reslint[pdf]'"


def _conversion_needs() -> str:
    from shutil import which

    from reslint.documents.converted import MISSING, PROGRAMS

    return "" if any(map(which, PROGRAMS)) else MISSING


HTML_COMMENT = "<!-- reslint: ignore[{code}] -->"
WORD_COMMENT = "a comment that says “reslint: ignore[{code}]”"
TEXT = Reader("text", (".txt",), _text, marker="[sic]", editable=True)
MARKDOWN = Reader("markdown", (".md", ".markdown"), _markdown, marker=HTML_COMMENT, editable=True)
WORD = Reader("word", (".docx", ".docm", ".dotx"), _word, marker=WORD_COMMENT)
HTML = Reader("html", (".html", ".htm"), _html, marker=HTML_COMMENT)
OPEN_DOCUMENT = Reader("odt", (".odt", ".ott"), _open_document, marker=WORD_COMMENT)
PDF = Reader("pdf", (".pdf",), _pdf, needs=_pdf_needs)
CONVERTED = Reader("converted", (".rtf", ".doc"), _converted, marker=WORD_COMMENT, needs=_conversion_needs)


@hookimpl
def reslint_readers() -> list[Reader]:
    """Plain text, Markdown, Word, HTML, OpenDocument, PDF, and what LibreOffice converts."""
    return [TEXT, MARKDOWN, WORD, HTML, OPEN_DOCUMENT, PDF, CONVERTED]
