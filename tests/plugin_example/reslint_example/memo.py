"""A format: a memo, whose lines that begin with `%` are comments, and every other line is a paragraph.

The text of the view is that of the file, so that edits of the view can be written to it.
"""

from __future__ import annotations

from reslint import Document, Format, Paragraph, ReslintError, Role, Segment, Story, text_writer


def read_memo(data: bytes, name: str) -> Document:
    """Read the bytes of a memo; ReslintError where they are no UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReslintError(name, f"not UTF-8 (byte {error.start})", "save the memo again as UTF-8") from error
    paragraphs = []
    offset = 0
    for line in text.splitlines(keepends=True):
        words = line.rstrip("\r\n")
        role = Role.MARKUP if words.startswith("%") else Role.PROSE
        paragraphs.append(Paragraph((Segment(words, offset, role=role),), line[len(words) :]))
        offset += len(line)
    return Document(name, "memo", (Story("body", tuple(paragraphs)),))


MEMO = Format("memo", (".memo",), read_memo, "% reslint: ignore[{code}]", text_writer)
