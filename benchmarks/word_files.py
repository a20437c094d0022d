"""Word files made by rule, as wordy as those Word writes: revision marks on every run, fonts, languages, styles.

Their text is that of `benchmarks.contributions`; a tenth of the pieces is inserted or deleted. A page has some
2,700 characters in 17 kB of XML.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import count, islice
from random import Random
from xml.sax.saxutils import escape

from benchmarks.contributions import EACH, contribution, names

PAGE = 17_000
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{{0}} xmlns:w="{W}">'
PROPERTIES = (
    '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:color w:val="000000"/>'
    '<w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr>'
)
PARAGRAPH = (
    '<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD" w:rsidP="00CD34EF"><w:pPr><w:pStyle w:val="enumlev1"/>'
    '<w:spacing w:before="120" w:after="60"/><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:pPr>{}</w:p>'
)
RUN = f'<w:r w:rsidR="00AB12CD" w:rsidRPr="00FF00AA">{PROPERTIES}{{}}</w:r>'
CHANGE = 'w:id="{}" w:author="Delegation {}" w:date="2024-05-06T07:08:09Z"'
PIECE = 60
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def word_file(pages: int, first: int = 0) -> bytes:
    """A file of so many pages, made of the contributions from number `first` on."""
    chance = Random(pages + first)
    ids = count(100)
    body: list[str] = []
    notes: list[str] = []
    size = 0
    for number in count(first):
        named = islice(names(number), EACH // 2, None)  # a contribution has no half of its names
        for line in contribution(number).splitlines():
            body.append(_paragraph(line, chance, ids))
            size += len(body[-1])
            if chance.random() < 0.04:
                note = _paragraph(f"See also Resolution 71, by {next(named)}.", chance, ids)
                notes.append(f'<w:footnote w:id="{len(notes) + 1}">{note}</w:footnote>')
                mark = f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r></w:p>'
                body[-1] = body[-1].removesuffix("</w:p>") + mark
            if chance.random() < 0.02:
                body.append(_table(chance, ids, named))
            if size > pages * PAGE:
                return _package("".join(body), "".join(notes))
    raise AssertionError("contributions never end")


def word_of(text: str, seed: int) -> bytes:
    """A file of these lines, a tenth of whose pieces is inserted or deleted, by chance."""
    chance, ids = Random(seed), count(100)
    return _package("".join(_paragraph(line, chance, ids) for line in text.splitlines()), "")


def _paragraph(line: str, chance: Random, ids: Iterator[int]) -> str:
    return PARAGRAPH.format("".join(_run(piece, chance, ids) for piece in _pieces(line, chance)))


def _pieces(line: str, chance: Random) -> Iterator[str]:
    while line:
        length = chance.randint(PIECE // 2, PIECE * 3 // 2)
        yield line[:length]
        line = line[length:]


def _run(words: str, chance: Random, ids: Iterator[int]) -> str:
    deleted = inserted = False
    if chance.random() < 0.1:
        deleted = chance.random() < 0.5
        inserted = not deleted
    tag = "w:delText" if deleted else "w:t"
    run = RUN.format(
        "<w:tab/>".join(f'<{tag} xml:space="preserve">{escape(part)}</{tag}>' for part in words.split("\t"))
    )
    if not deleted and not inserted:
        return run
    change = "w:del" if deleted else "w:ins"
    return f"<{change} {CHANGE.format(next(ids), chance.choice('AB'))}>{run}</{change}>"


def _table(chance: Random, ids: Iterator[int], named: Iterator[str]) -> str:
    rows = ""
    for _ in range(3):
        cells = "".join(f"<w:tc><w:tcPr/>{_paragraph(next(named), chance, ids)}</w:tc>" for _ in range(3))
        rows += f"<w:tr>{cells}</w:tr>"
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid>{rows}</w:tbl>'


def _package(body: str, notes: str) -> bytes:
    latent = "".join(f'<w:lsdException w:name="style {number}" w:uiPriority="99"/>' for number in range(370))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{number}"><w:name w:val="s{number}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>{PROPERTIES}</w:style>'
        for number in range(60)
    )
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>'
    parts = {
        "document": (HEAD.format("document") + f"<w:body>{body}</w:body></w:document>", "document.main"),
        "footnotes": (HEAD.format("footnotes") + f"{notes}</w:footnotes>", "footnotes"),
        "styles": (HEAD.format("styles") + f"<w:latentStyles>{latent}</w:latentStyles>{styles}</w:styles>", "styles"),
        "numbering": (
            HEAD.format("numbering") + f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
            "numbering",
        ),
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}{kind}+xml"/>' for name, (_, kind) in parts.items()
    )
    related = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(parts)
        if name != "document"
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        )
        package.writestr(
            "_rels/.rels",
            _relationships(f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'),
        )
        package.writestr("word/_rels/document.xml.rels", _relationships(related))
        for name, (text, _) in parts.items():
            package.writestr(f"word/{name}.xml", text)
    return written.getvalue()


def _relationships(entries: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{entries}</Relationships>'
    )
