"""The characters of a page: its byte order mark decides, then what it declares, then what any text file would be."""

from __future__ import annotations

import codecs
import re

from reslint.documents.encoding import MARKS, decode
from reslint.documents.text import LAST_RESORT_NOTICE

HEAD = 4096
"""Bytes in which a declaration must stand; the standard asks for the first 1,024."""
COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
DECLARED = re.compile(
    rb"""<meta\s[^<>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{1,40})"""
    rb"""|\A\s*<\?xml\s[^<>?]{0,100}?encoding\s*=\s*["']([\w:.-]{1,40})""",
    re.IGNORECASE,
)
# A page in one of these says so; of what is no charset of the web (rot13, idna …) nothing is believed.
TRUSTED = re.compile(
    r"(?:cp|windows-?)\d{3,4}|iso8859-\d{1,2}|koi8-[ru]|mac-(?:roman|cyrillic)|gbk|gb2312|gb18030|big5"
    r"|euc[_-](?:jp|kr)|shift_jis|iso2022[_-]jp"
)
WESTERN = ("iso8859-1", "ascii")
"""What browsers read as Windows-1252, of which these are a part."""


def decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of a page and what its reader should know; ReslintError for what is empty or no text."""
    encoding = "" if any(data.startswith(mark) for mark, _ in MARKS) else _declared(data[:HEAD])
    if not encoding or b"\0" in data[:65536]:
        text = decode(data, name)
        return text.text, (LAST_RESORT_NOTICE,) if text.guessed else ()
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("utf-8"), (f"read as UTF-8, though it declares {encoding}",)
    except UnicodeDecodeError:
        notice = f"some bytes are no {encoding}, which it declares, and were not read; save it again as UTF-8"
        return data.decode(encoding, "replace"), (notice,)


def _declared(head: bytes) -> str:
    """The declared charset as Python names it; nothing for UTF-8, which is tried anyhow, and for what is none."""
    match = DECLARED.search(COMMENT.sub(b"", head))
    if match is None:
        return ""
    try:
        encoding = codecs.lookup((match[1] or match[2]).decode("ascii", "replace")).name
    except LookupError:
        return ""
    if encoding in WESTERN:
        return "cp1252"
    return encoding if TRUSTED.fullmatch(encoding) else ""
