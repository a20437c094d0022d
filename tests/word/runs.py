"""Text as Word stores it: cut into runs at any place, with several ways to write each character."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.sax.saxutils import escape

from context import Context

PROPERTIES = (
    "",
    "",
    "<w:rPr><w:b/></w:rPr>",
    "<w:rPr><w:i/><w:iCs/></w:rPr>",
    '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>',
    '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr>',
    "<w:rPr><w:caps/></w:rPr>",
    "<w:rPr/>",
)
SPECIAL = re.compile("([\t\n\u2011\u00ad])")


def runs(c: Context, text: str, deleted: bool = False, properties: str | None = None) -> str:
    """Write a text as one to four runs; `properties` holds for all of them, else each has its own."""
    cuts = {0, len(text)}
    if len(text) > 1 and c.use("split run", 0.25):
        cuts |= {c.random.randrange(1, len(text)) for _ in range(c.random.randint(1, 3))}
    edges = sorted(cuts)
    result = [_run(c, text[start:end], deleted, properties) for start, end in pairwise(edges)]
    if c.use("empty run", 0.03):
        empty = c.random.choice(("<w:r/>", "<w:r><w:rPr><w:b/></w:rPr></w:r>", "<w:r><w:t/></w:r>"))
        result.insert(c.random.randint(0, len(result)), empty)
    return "".join(result)


def _run(c: Context, text: str, deleted: bool, properties: str | None) -> str:
    attributes = ' w:rsidR="00A77B3E"' if c.use("rsid", 0.1) else ""
    if properties is None:
        properties = _properties(c)
    return f"<w:r{attributes}>{properties}{content(c, text, deleted)}</w:r>"


def _properties(c: Context) -> str:
    if c.use("rPrChange", 0.04):
        return f"<w:rPr><w:b/><w:rPrChange {c.revision()}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>"
    if c.use("hidden text", 0.02):
        return "<w:rPr><w:vanish/></w:rPr>"
    return c.random.choice(PROPERTIES)


def content(c: Context, text: str, deleted: bool = False) -> str:
    """Write what stands inside one run after its properties."""
    return "".join(_special(c, part) or _plain(c, part, deleted) for part in SPECIAL.split(text) if part)


def _special(c: Context, part: str) -> str:
    """Write one special character as its element, or give nothing where it may stand in a text as it is."""
    if part == "\t":
        c.used.add("tab")
        return "<w:tab/>"
    if part == "\n":
        if c.use("cr", 0.4):
            return "<w:cr/>"
        c.used.add("br")
        return c.random.choice(("<w:br/>", '<w:br w:type="textWrapping"/>'))
    if part == "\u2011" and c.use("noBreakHyphen", 0.7):
        return "<w:noBreakHyphen/>"
    if part == "\u00ad" and c.use("softHyphen", 0.7):
        return "<w:softHyphen/>"
    return ""


def _plain(c: Context, text: str, deleted: bool) -> str:
    # A producer may leave w:t inside w:del; the text is deleted all the same.
    name = "w:delText" if deleted and not c.use("w:t in w:del", 0.03) else "w:t"
    if "\u00a0" in text:
        c.used.add("NBSP")
    characters = _characters(c, text)
    if text == text.strip(" ") and c.use("xml:space absent", 0.2):
        left, right = ("", " ", "\n  "), ("", " ", "\t")
        characters = f"{c.random.choice(left)}{characters}{c.random.choice(right)}"
        return f"<{name}>{characters}</{name}>"
    return f'<{name} xml:space="preserve">{characters}</{name}>'


def _characters(c: Context, text: str) -> str:
    if c.use("CDATA", 0.02):
        return f"<![CDATA[{text}]]>"
    middle = len(text) // 2
    if middle and c.use("comment in text", 0.02):
        return f"{escape(text[:middle])}<!-- Resolution 98 -->{escape(text[middle:])}"
    characters = escape(text)
    if text.isascii():
        if "&" in characters:
            c.used.add("entity")
        return characters
    if c.use("character reference", 0.4):
        return re.sub("[^\x00-\x7f]", lambda match: f"&#x{ord(match[0]):X};", characters)
    return characters
