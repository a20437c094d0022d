"""Word files written by hand: a case that a person can read, as a .docx."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DATE = "2024-05-06T07:08:09Z"
SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>"}
XML_REFUSES = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], "\ufffd")


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """A run of a text, whose tabs and line ends are signs of their own."""
    pieces = []
    words = ""
    for sign in text.translate(XML_REFUSES):
        if sign in SIGNS:
            pieces += [_text(words, tag), SIGNS[sign]]
            words = ""
        else:
            words += sign
    pieces.append(_text(words, tag))
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{inside}{''.join(pieces)}</w:r>"


def inserted(text: str, author: str = "Delegation A", number: int = 901, properties: str = "") -> str:
    """A run that somebody inserted."""
    return f"<w:ins {_by(author, number)}>{run(text, properties)}</w:ins>"


def deleted(text: str, author: str = "Delegation A", number: int = 902, properties: str = "") -> str:
    """A run that somebody deleted."""
    return f"<w:del {_by(author, number)}>{run(text, properties, 'delText')}</w:del>"


def field(result: str, instruction: str = " REF a ") -> str:
    """A field, of which only the result is text."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(
    *inside: str, properties: str = "", mark: str = "", author: str = "Delegation A", number: int = 903
) -> str:
    """A paragraph; `mark` is "ins" or "del" for one whose end was inserted or deleted."""
    end = f"<w:rPr><w:{mark} {_by(author, number)}/></w:rPr>" if mark else ""
    said = f"<w:pPr>{properties}{end}</w:pPr>" if properties or end else ""
    return f"<w:p>{said}{''.join(inside)}</w:p>"


def commented(inside: str, number: int = 1) -> str:
    """Content with the range and the mark of a comment."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{inside}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def comments(*texts: str, author: str = "A delegate") -> str:
    """A part of comments, numbered from 1."""
    return "".join(
        f'<w:comment w:id="{number}" {_by(author, None)}>{paragraph(run(text))}</w:comment>'
        for number, text in enumerate(texts, 1)
    )


def footnotes(*notes: str) -> str:
    """A part of footnotes, numbered from 1, each given as its paragraphs."""
    return "".join(f'<w:footnote w:id="{number}">{note}</w:footnote>' for number, note in enumerate(notes, 1))


def footnote_mark(number: int) -> str:
    """The mark of a footnote in the text."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def numbering(*levels: tuple[str, str]) -> str:
    """A part with one list, 1, whose levels have these formats and texts."""
    written = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="1">{written}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )


def in_list(level: int = 0) -> str:
    """The properties of a paragraph of list 1."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def word_file(*body: str, **parts: str) -> bytes:
    """A .docx of a body and further parts, such as `footnotes` and `comments`, each given as what is in it."""
    members = {"document": f"<w:body>{''.join(body)}<w:sectPr/></w:body>", **parts}
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{_kind(name)}+xml"/>' for name in members
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(parts, 1)
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        )
        main = f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        package.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships">{main}</Relationships>')
        if links:
            package.writestr(
                "word/_rels/document.xml.rels",
                f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
            )
        for name, inside in members.items():
            package.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}" xmlns:r="{R}">{inside}</w:{name}>')
    return written.getvalue()


def renamed(data: bytes, old: str, new: str) -> bytes:
    """The package with other words in its main part."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(written, "w") as other:
        for name in package.namelist():
            part = package.read(name)
            if name == "word/document.xml":
                part = part.decode().replace(old, new).encode()
            other.writestr(name, part)
    return written.getvalue()


def _kind(name: str) -> str:
    return "document.main" if name == "document" else name


def _text(words: str, tag: str) -> str:
    return f'<w:{tag} xml:space="preserve">{escape(words)}</w:{tag}>' if words else ""


def _by(author: str, number: int | None) -> str:
    identity = "" if number is None else f'w:id="{number}" '
    return f'{identity}w:author={quoteattr(author)} w:date="{DATE}"'
