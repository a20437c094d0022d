"""Read a PDF with PDFium: a page is a story, a paragraph has its lines as they are drawn, with line ends between.

A citation that goes on in the next line is one only if its lines are one paragraph. `Segment.source` is the line of the
page, from zero, so that a finding can be said to stand on page 3, line 12; `Segment.anchor` names its page where the
paragraph began on another one.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double
from typing import Any

from reslint.documents.going_on import division
from reslint.documents.limits import DISTRUST, limits, too_many_characters, too_much
from reslint.documents.model import Document, Paragraph, Provenance, Role, Segment, Story, Unit
from reslint.documents.notes import NOTE_MARK
from reslint.documents.pdf.lines import HYPHENS, Piece, Sign, Strikes, lines_of
from reslint.documents.pdf.pages import PlacedLine, paragraphs_over_pages
from reslint.documents.pdf.streams import refuse_dense
from reslint.errors import ReslintError

MAX_SIGNS = 200_000
"""Characters that a page holds at most: one that is full has 10,000."""
DENSE, SPARSE = 10, 500_000
"""How many characters a byte of a file may come to, where they are more than so many in all; real ones come to 1."""
NO_TEXT = "no text in it; it may be a scan"
STRUCK = "words that are struck out were read as deleted; what was inserted cannot be told from the rest"
PASSWORD, SECURITY = 4, 5
"""Error codes of PDFium: a wrong password, a way of encryption that it does not know."""
FIRST_SIGN = 32
ASCENT, DESCENT = 0.7, 0.2
"""How far any font reaches above and below its line of writing, at least, in parts of its size."""


def read_pdf(data: bytes, name: str) -> Document:
    """Read the bytes of a .pdf file; raises ReslintError when pypdfium2 is missing or the file cannot be read."""
    if not data:
        raise ReslintError(name, "the file is empty", "nothing to check")
    try:
        import pypdfium2
    except ImportError as error:
        reason, advice = "PDF needs pypdfium2, which is not installed", "pip install 'pypdfium2>=5'"
        raise ReslintError(name, reason, advice) from error
    refuse_dense(data, name)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) in (PASSWORD, SECURITY):
            raise ReslintError(name, "it is encrypted", "save it without a password") from error
        raise ReslintError(name, "this is no PDF file, or a damaged one", "get the file again") from error
    try:
        return _document(document, name, max(DENSE * len(data), SPARSE))
    except pypdfium2.PdfiumError as error:
        raise ReslintError(name, "a page of it is damaged", "get the file again") from error
    finally:
        document.close()


def _document(document: Any, name: str, at_most: int) -> Document:
    if len(document) > limits().pages:
        raise too_much(name, f"it has more than {limits().pages:,} pages", "pages")
    pages = []
    signs = 0
    for number in range(len(document)):
        page = _Page(document[number], name)
        signs += page.signs
        if signs > limits().characters:
            raise too_many_characters(name)
        if signs > at_most:
            raise ReslintError(name, f"its {len(document):,} pages show more than it can hold", DISTRUST)
        pages.append(page.lines)
    stories = [
        Story(_name(number), tuple(_paragraph(one, number) for one in paragraphs))
        for number, paragraphs in enumerate(paragraphs_over_pages(pages))
    ]
    tracked = any(
        segment.provenance is Provenance.DELETED
        for story in stories
        for paragraph in story.paragraphs
        for segment in paragraph.segments
    )
    notices = () if any(story.paragraphs for story in stories) else (NO_TEXT,)
    return Document(name, "pdf", tuple(stories), (STRUCK,) if tracked else notices, Unit.PAGE, tracked)


class _Page:
    """A page while it is open: how many `signs` it has, and its `lines`."""

    def __init__(self, page: Any, name: str) -> None:
        from pypdfium2 import raw

        text = page.get_textpage()
        try:
            self.signs = text.count_chars()
            if self.signs > MAX_SIGNS:
                raise ReslintError(name, f"a page of it has more than {MAX_SIGNS:,} characters", DISTRUST)
            boxes = [path.get_bounds() for path in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1)]
            self.lines = list(lines_of(_signs(text), Strikes(boxes)))
        finally:
            text.close()
            page.close()


def _signs(text: Any) -> Iterator[Sign]:
    from pypdfium2 import raw

    handle, box, matrix = text.raw, raw.FS_RECTF(), raw.FS_MATRIX()
    across, base = c_double(), c_double()
    for number in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, number)
        sign = chr(code)
        if sign in HYPHENS:
            sign = "-"
        elif 0xD800 <= code <= 0xDFFF or (code < FIRST_SIGN and not sign.isspace()) or code == 0:
            continue
        raw.FPDFText_GetLooseCharBox(handle, number, byref(box))
        bottom, top = box.bottom, box.top
        # Of a font that does not say how high it is, this is the box of the drawing, of each sign its own.
        if (
            bottom < top
            and raw.FPDFText_GetCharOrigin(handle, number, byref(across), byref(base))
            and raw.FPDFText_GetMatrix(handle, number, byref(matrix))
        ):
            # Words that do not stand upright keep the box that they have.
            size = raw.FPDFText_GetFontSize(handle, number) * matrix.d if matrix.d > abs(matrix.b) else 0
            bottom, top = min(bottom, base.value - DESCENT * size), max(top, base.value + ASCENT * size)
        yield Sign(" " if sign.isspace() else sign, box.left, bottom, box.right, top)


def _name(page: int) -> str:
    return f"page {page + 1}"


def _paragraph(lines: list[PlacedLine], page: int) -> Paragraph:
    """A paragraph that begins on a page; what of it stands on another one says so."""
    segments: list[Segment] = []
    for at, (line, own, number) in enumerate(lines):
        anchor = "" if own == page else _name(own)
        pieces = [_segment(piece, number, anchor) for piece in line.pieces]
        if at + 1 < len(lines):
            pieces += _line_end(pieces.pop(), division(line.text, lines[at + 1].line.text))
        segments += pieces
    return Paragraph(tuple(segments), "\n")


def _line_end(last: Segment, gone: int | None) -> Iterator[Segment]:
    """The last piece of a line and its end, which is read through with the hyphen that divides a word."""
    end = last._replace(text="\n", provenance=Provenance.KEPT, role=Role.PROSE)
    if gone is None or last.provenance is Provenance.DELETED:
        yield from (last, end)
        return
    words = last.text[: len(last.text) - gone]
    if words:
        yield last._replace(text=words)
    yield end._replace(text=f"{last.text[len(words) :]}\n", role=Role.MARKUP)


def _segment(piece: Piece, line: int, anchor: str) -> Segment:
    provenance = Provenance.DELETED if piece.struck else Provenance.KEPT
    role = Role.MARKUP if piece.raised and NOTE_MARK.fullmatch(piece.text.strip()) else Role.PROSE
    return Segment(piece.text, line, provenance, role, anchor=anchor)
