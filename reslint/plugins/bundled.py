"""The bundled formats and reporters, brought under the names of the hooks that anybody else marks.

Each is named by its module, which is imported when a first file, or a first report, needs it.
"""

from __future__ import annotations

from reslint.api.formats import Format, Late, Writer, text_writer
from reslint.api.reporter import Reporter
from reslint.saying import said

READ = "reslint.documents"
WRITE = "reslint.fixing.word"
REPORT = "reslint.reporting"
PEOPLE = ("full", "concise")
"""The output formats for people."""
MACHINES = ("json", "jsonl", "sarif", "github", "gitlab", "rdjson", "junit", "csv", "excel")
"""Those for programs."""
LOOKED_AT = ("html", "xlsx")
"""Those for people who open a file."""
LINES = (
    r".*: [A-Z]{3}\d{3} [\w-]+ |Found [\d,]+ finding|Nothing found in [\d,]+ file|Not read: [\d,]+ file"
    r"|Silenced: [\d,]+ finding"
)
BEGINNINGS = {
    "full": LINES,
    "concise": LINES,
    "json": r'\{\s+"version": "[^"]*",\s+"as_of": [^,]*,\s+"registry": \{',
    "jsonl": r'\{"code": "[A-Z]{3}\d{3}", "name": "[\w-]+", "severity": "',
    "sarif": r'(?s)\{.{,400}?"driver": \{\s+"name": "reslint",',
    "github": r"::(?:error|warning|notice) file=.*title=[A-Z]{3}\d{3} [\w-]+::|::error(?: file=.*)?::"
    r"|::notice file=.*::(?:it|a part of it) is in ",
    "gitlab": r'\[\]\s*\Z|\[\s+\{\s+"type": "issue",\s+'
    r'"check_name": "(?:[A-Z]{3}\d{3} [\w-]+|could-not-check|not-read)",',
    "rdjson": r'\{\s+"source": \{\s+"name": "reslint"',
    "junit": r'<\?xml [^>]*>\s*<testsuites name="reslint"',
    "csv": r"code,name,severity,message,file,[\w,]*,part_of\r?\n",
    "excel": r"File;Place;Severity;Code;Rule;[\w ;]*;As of\r?\n",
    "html": r'(?s)<!DOCTYPE html>.{,1000}?<meta name="generator" content="reslint ',
}
"""How reports begin, each in its way."""
ENDINGS = {
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "sarif": (".sarif",),
    "rdjson": (".rdjson",),
    "junit": (".xml",),
    "csv": (".csv",),
    "html": (".html", ".htm"),
    "xlsx": (".xlsx",),
}
"""The endings of files that can be of one format only."""


def _pdf_needs() -> str:
    from importlib.util import find_spec

    return "" if find_spec("pypdfium2") else "pip install 'pypdfium2>=5'"


def _conversion_needs() -> str:
    from shutil import which

    from reslint.documents.converted import MISSING, PROGRAMS

    return "" if any(map(which, PROGRAMS)) else MISSING


def _is_word(data: bytes) -> bool:
    return data.startswith(b"PK\x03\x04") and b"word/" in data


def _is_open_document(data: bytes) -> bool:
    if data.startswith(b"PK\x03\x04"):
        return b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and b":document " in start and b"opendocument:xmlns:office:1.0" in start


def _is_html(data: bytes) -> bool:
    return data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith((b"<!doctype html", b"<html"))


def _is_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-")


HTML_COMMENT = "<!-- reslint: ignore[{code}] -->"
WORD_COMMENT = said("a comment that says “{mark}”", mark="reslint: ignore[{code}]")
WORD_WRITER = Writer(
    Late(f"{WRITE}.tracked", "mend_tracked"),
    Late(f"{WRITE}.refusing", "refused"),
    Late(f"{WRITE}.commenting", "with_comments"),
    Late("reslint.sources.locks", "refuse_if_open"),
    Late(f"{WRITE}.sealing", "seal"),
    Late(f"{WRITE}.sealing", "sealed"),
)
FORMATS = (
    Format("text", (".txt",), Late(f"{READ}.text", "read_text"), "[sic]", text_writer),
    Format("markdown", (".md", ".markdown"), Late(f"{READ}.markdown", "read_markdown"), HTML_COMMENT, text_writer),
    Format(
        "word",
        (".docx", ".docm", ".dotx", ".dotm"),
        Late(f"{READ}.word.reader", "read_word"),
        WORD_COMMENT,
        WORD_WRITER,
        recognises=_is_word,
    ),
    Format("html", (".html", ".htm"), Late(f"{READ}.html.reader", "read_html"), HTML_COMMENT, recognises=_is_html),
    Format(
        "odt",
        (".odt", ".ott", ".fodt"),
        Late(f"{READ}.odt.reader", "read_odt"),
        WORD_COMMENT,
        recognises=_is_open_document,
    ),
    Format("pdf", (".pdf",), Late(f"{READ}.pdf.reader", "read_pdf"), needs=_pdf_needs, recognises=_is_pdf, apart=True),
    Format(
        "converted",
        (".rtf", ".doc"),
        Late(f"{READ}.converted", "read_converted"),
        WORD_COMMENT,
        needs=_conversion_needs,
    ),
)


def reslint_formats() -> tuple[Format, ...]:
    """Plain text, Markdown, Word, HTML, OpenDocument, PDF, and what LibreOffice converts."""
    return FORMATS


def reslint_reporters() -> list[Reporter]:
    """One for each module of these names."""
    return [_reporter(name) for name in (*PEOPLE, *MACHINES, *LOOKED_AT)]


def _reporter(name: str) -> Reporter:
    render = Late(f"{REPORT}.{name}", "render")
    return Reporter(
        *(name, render, name not in PEOPLE, name == "html", BEGINNINGS.get(name, ""), ENDINGS.get(name, ())),
        binary=name == "xlsx",
    )
