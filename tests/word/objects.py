"""What stands inside a run or beside it and is more than text: symbols, mathematics, ruby, note marks, text boxes."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape

from context import Context, Note
from runs import runs
from showing import Inline, Piece
from wording import citation, number, phrase

Maker = Callable[[Context], Inline]

SYMBOLS = ("F0B7", "F0E0", "f0a7")
MARK_STYLE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
RUBY = (
    '<w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="12"/><w:hpsRaise w:val="20"/>'
    '<w:hpsBaseText w:val="24"/><w:lid w:val="ja-JP"/></w:rubyPr>'
)


def _symbol(c: Context) -> Inline:
    code = c.random.choice(SYMBOLS)
    xml = f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>'
    return Inline(xml, (Piece(chr(int(code, 16))),))


def _changed_symbol(c: Context) -> Inline:
    code = c.random.choice(SYMBOLS)
    xml = f'<w:ins {c.revision()}><w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r></w:ins>'
    return Inline(xml, (Piece(chr(int(code, 16)), "+"),))


def _mathematics(c: Context) -> Inline:
    text, divided = phrase(c.random).replace("\t", " ").replace("\n", " "), number(c.random)
    xml = f'<m:oMath><m:r><m:t xml:space="preserve">{escape(text)}</m:t></m:r><m:r><m:t>{divided}</m:t></m:r></m:oMath>'
    return Inline(xml, (Piece(text + divided),))


def _ruby(c: Context) -> Inline:
    top = f"<w:rt><w:r><w:t>ketsugi {number(c.random)}</w:t></w:r></w:rt>"
    base = "<w:rubyBase><w:r><w:t>決議</w:t></w:r></w:rubyBase>"
    return Inline(f"<w:r>{RUBY}{top}{base}</w:ruby></w:r>", (Piece("決議"),))


def _note(c: Context, kind: str, custom: bool, layer: str = "") -> Inline:
    """Glue the mark of a new note to a number; notes stand in the body alone, elsewhere there is only the number."""
    text = f"Resolution {number(c.random)}"
    if not c.in_body:
        return Inline(runs(c, text), (Piece(text),))
    c.notes[kind].append(Note(custom, layer))
    identity = len(c.notes[kind])
    c.used.add(f"{kind} with custom mark" if custom else f"{kind} with automatic mark")
    reference = f'<w:{kind}Reference w:id="{identity}"/>'
    if custom:
        reference = f'<w:{kind}Reference w:customMarkFollows="1" w:id="{identity}"/><w:t>*</w:t>'
    mark = f"<w:r>{MARK_STYLE}{reference}</w:r>"
    if layer:
        mark = f"<w:ins {c.revision()}>{mark}</w:ins>"
    return Inline(f"{runs(c, text)}{mark}", (Piece(text), Piece("", layer, note_mark(kind, identity))))


def note_mark(kind: str, number: int) -> str:
    """Give what the markup shows at the place of a note."""
    return f"[^{number}]" if kind == "footnote" else f"[^e{number}]"


def _box(c: Context) -> Inline:
    """Ask for a text box here; there is one in a document, in its body, and its paragraphs are a story of their own."""
    text = citation(c.random)
    if c.wants_box or not c.in_body:
        return Inline(runs(c, text), (Piece(text),))
    c.wants_box = True
    c.used.add("text box")
    return Inline(f"{runs(c, text)}{BOX_PLACE}", (Piece(text),))


BOX_PLACE = "<?box?>"
"""Stands in the body until the text box is made, since a box is made like a body and must not count as one."""


OBJECTS: tuple[tuple[float, str, Maker], ...] = (
    (0.7, "symbol", _symbol),
    (0.5, "inserted symbol", _changed_symbol),
    (0.7, "mathematics", _mathematics),
    (0.7, "ruby", _ruby),
    (0.9, "footnote", lambda c: _note(c, "footnote", custom=False)),
    (0.6, "custom footnote", lambda c: _note(c, "footnote", custom=True)),
    (0.5, "inserted footnote", lambda c: _note(c, "footnote", custom=False, layer="+")),
    (0.6, "endnote", lambda c: _note(c, "endnote", custom=False)),
    (0.9, "text box place", _box),
)
