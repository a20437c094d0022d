"""Fields: the instruction is never text, the result always is; fields nest, and their ends may be missing."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape

from context import Context
from runs import runs
from showing import Inline, Piece
from wording import FAKE_CITATION, change, citation, sentence

Maker = Callable[[Context], Inline]


def mark(kind: str) -> str:
    """Give the run with a field's begin, separate or end."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def instruction(text: str, deleted: bool = False) -> str:
    name = "w:delInstrText" if deleted else "w:instrText"
    return f'<w:r><{name} xml:space="preserve">{escape(text)}</{name}></w:r>'


def opening(text: str = f' REF "{FAKE_CITATION}" \\h ') -> str:
    return f"{mark('begin')}{instruction(text)}{mark('separate')}"


def _simple_field(c: Context) -> Inline:
    text = citation(c.random)
    return Inline(f'<w:fldSimple w:instr=" REF {FAKE_CITATION} \\h ">{runs(c, text)}</w:fldSimple>', (Piece(text),))


def _complex_field(c: Context) -> Inline:
    text = citation(c.random)
    return Inline(f"{opening()}{runs(c, text)}{mark('end')}", (Piece(text),))


def _link_field(c: Context) -> Inline:
    text = citation(c.random)
    start = opening(' HYPERLINK "https://example.org/Resolution%2094" ')
    return Inline(f"{start}{runs(c, text)}{mark('end')}", (Piece(text),))


def _changed_field(c: Context) -> Inline:
    """Change the result of a field, and its instruction too."""
    old, new = change(c.random)
    codes = (
        f"<w:del {c.revision()}>{instruction(' REF Resolution93 ', deleted=True)}</w:del>"
        f"<w:ins {c.revision()}>{instruction(' REF Resolution92 ')}</w:ins>"
    )
    results = f"<w:del {c.revision()}>{runs(c, old, deleted=True)}</w:del><w:ins {c.revision()}>{runs(c, new)}</w:ins>"
    xml = f"{mark('begin')}{codes}{mark('separate')}{results}{mark('end')}"
    return Inline(xml, (Piece(old, "-"), Piece(new, "+")))


def _nested_in_result(c: Context) -> Inline:
    outer, inner = sentence(c.random), citation(c.random)
    inside = f"{opening(' PAGE ')}{runs(c, inner)}{mark('end')}"
    return Inline(f"{opening()}{runs(c, outer)}{inside}{mark('end')}", (Piece(outer), Piece(inner)))


def _nested_in_instruction(c: Context) -> Inline:
    """Nest a field in the condition of another: its result is part of an instruction, not of the text."""
    text = citation(c.random)
    condition = f"{opening(' PAGE ')}{runs(c, FAKE_CITATION)}{mark('end')}"
    start = f"{mark('begin')}{instruction(' IF ')}{condition}{instruction(' = 1 ')}{mark('separate')}"
    return Inline(f"{start}{runs(c, text)}{mark('end')}", (Piece(text),))


def _field_without_result(_: Context) -> Inline:
    return Inline(f"{mark('begin')}{instruction(f' XE {FAKE_CITATION} ')}{mark('end')}")


def _deleted_field(c: Context) -> Inline:
    text = citation(c.random)
    code = instruction(f" REF {FAKE_CITATION} ", deleted=True)
    inside = f"{mark('begin')}{code}{mark('separate')}{runs(c, text, deleted=True)}{mark('end')}"
    return Inline(f"<w:del {c.revision()}>{inside}</w:del>", (Piece(text, "-"),))


def _inserted_field(c: Context) -> Inline:
    text = citation(c.random)
    return Inline(f"<w:ins {c.revision()}>{opening()}{runs(c, text)}{mark('end')}</w:ins>", (Piece(text, "+"),))


def _stray_end(c: Context) -> Inline:
    """Close a field that was never opened."""
    text = sentence(c.random)
    return Inline(f"{mark('end')}{runs(c, text)}", (Piece(text),))


FIELDS: tuple[tuple[float, str, Maker], ...] = (
    (1, "fldSimple", _simple_field),
    (1, "complex field", _complex_field),
    (1, "link field", _link_field),
    (0.8, "changed field", _changed_field),
    (0.8, "field nested in result", _nested_in_result),
    (0.8, "field nested in instruction", _nested_in_instruction),
    (0.7, "field without result", _field_without_result),
    (0.8, "deleted field", _deleted_field),
    (0.8, "inserted field", _inserted_field),
    (0.5, "stray field end", _stray_end),
)
