"""What stands between runs and paragraphs: changes, links, fields, controls, marks."""

from __future__ import annotations

from collections.abc import Callable

from context import AUTHORS, Choice, Context
from fields import FIELDS
from objects import OBJECTS
from runs import runs
from showing import Inline, Piece, joined, under
from wording import change, citation, phrase, sentence


def kept(c: Context, text: str) -> Inline:
    return Inline(runs(c, text), (Piece(text),))


def inserted(c: Context, text: str, author: str | None = None) -> Inline:
    return Inline(f"<w:ins {c.revision(author)}>{runs(c, text)}</w:ins>", (Piece(text, "+"),))


def deleted(c: Context, text: str, author: str | None = None) -> Inline:
    return Inline(f"<w:del {c.revision(author)}>{runs(c, text, deleted=True)}</w:del>", (Piece(text, "-"),))


def moved(c: Context, text: str, here: bool) -> Inline:
    """Give one end of a move without the marks of its range: where the text stands now, or where it stood."""
    element, layer = ("moveTo", ">") if here else ("moveFrom", "<")
    return Inline(f"<w:{element} {c.revision(AUTHORS[0])}>{runs(c, text)}</w:{element}>", (Piece(text, layer),))


def move_range(c: Context, name: str, here: bool) -> tuple[str, str]:
    """Give the marks that stand before and after one end of a move; its two ends share the name."""
    element, number = "moveTo" if here else "moveFrom", c.next_id()
    made = f'w:author="{AUTHORS[0]}" w:date="2024-05-06T07:08:09Z"'
    start = f'<w:{element}RangeStart w:id="{number}" {made} w:name="{name}"/>'
    return start, f'<w:{element}RangeEnd w:id="{number}"/>'


def moved_in_range(c: Context, text: str, name: str, here: bool) -> Inline:
    start, end = move_range(c, name, here)
    inside = moved(c, text, here)
    return Inline(f"{start}{inside.xml}{end}", inside.pieces)


def _moved_run(c: Context) -> Inline:
    text, name = sentence(c.random), f"move{c.next_id()}"
    here = c.chance(0.5)
    return joined(
        (moved_in_range(c, text, name, here), kept(c, sentence(c.random)), moved_in_range(c, text, name, not here))
    )


def _replaced(c: Context) -> Inline:
    old, new = change(c.random)
    return joined((deleted(c, old), inserted(c, new)))


def _replaced_backwards(c: Context) -> Inline:
    old, new = change(c.random)
    return joined((inserted(c, new), deleted(c, old)))


def _two_authors(c: Context) -> Inline:
    """Let one author delete a part of what another inserted."""
    before, gone, after = (phrase(c.random) for _ in range(3))
    inner = f"<w:del {c.revision(AUTHORS[1])}>{runs(c, gone, deleted=True)}</w:del>"
    pieces = [Piece(gone, "+-")]
    if c.chance(0.5):
        inner, pieces = f"{runs(c, before)}{inner}", [Piece(before, "+"), *pieces]
    if c.chance(0.5):
        inner, pieces = f"{inner}{runs(c, after)}", [*pieces, Piece(after, "+")]
    return Inline(f"<w:ins {c.revision(AUTHORS[0])}>{inner}</w:ins>", tuple(pieces))


SIMPLE: tuple[tuple[float, str, Callable[[Context], Inline]], ...] = (
    (5, "kept run", lambda c: kept(c, sentence(c.random))),
    (2, "inserted run", lambda c: inserted(c, sentence(c.random))),
    (2, "deleted run", lambda c: deleted(c, sentence(c.random))),
    (3, "replacement", _replaced),
    (1, "insertion before deletion", _replaced_backwards),
    (1, "insert-then-delete", _two_authors),
    (0.8, "moved run", _moved_run),
)


def simple(c: Context, least: int = 1, most: int = 3) -> Inline:
    """Give some runs, changed or not, with nothing else round them."""
    choices: list[Choice[Inline]] = [(weight, name, lambda make=make: make(c)) for weight, name, make in SIMPLE]
    return joined(c.pick(choices) for _ in range(c.random.randint(least, most)))


def _link(c: Context) -> Inline:
    inside = simple(c)
    if not c.in_body or c.chance(0.5):
        target = f'w:anchor="_Ref{c.next_id()}"'
    else:
        target = f'r:id="rIdLink{len(c.links)}"'
        c.links[f"rIdLink{len(c.links)}"] = "https://example.org/Resolution%2097"
    return Inline(f'<w:hyperlink {target} w:history="1">{inside.xml}</w:hyperlink>', inside.pieces)


def _smart_tag(c: Context) -> Inline:
    inside = simple(c)
    properties = '<w:smartTagPr><w:attr w:name="res" w:val="96"/></w:smartTagPr>' if c.chance(0.5) else ""
    return Inline(
        f'<w:smartTag w:uri="urn:example" w:element="place">{properties}{inside.xml}</w:smartTag>', inside.pieces
    )


def _custom_xml(c: Context) -> Inline:
    inside = simple(c)
    return Inline(f'<w:customXml w:uri="urn:example" w:element="res">{inside.xml}</w:customXml>', inside.pieces)


def control(c: Context, inside: str) -> str:
    """Put a content control round runs, paragraphs, rows or cells."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Resolution 95"/><w:id w:val="{c.next_id()}"/></w:sdtPr>'
        f"<w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )


def _inline_control(c: Context) -> Inline:
    inside = simple(c)
    return Inline(control(c, inside.xml), inside.pieces)


def _control_in_insertion(c: Context) -> Inline:
    inside = kept(c, sentence(c.random))
    return Inline(f"<w:ins {c.revision()}>{control(c, inside.xml)}</w:ins>", under("+", inside))


def _nested_containers(c: Context) -> Inline:
    inside = joined((_inline_control(c), kept(c, phrase(c.random)), _replaced(c)))
    return Inline(f'<w:hyperlink w:anchor="here">{inside.xml}</w:hyperlink>', inside.pieces)


def _bookmarked(c: Context) -> Inline:
    inside, number = simple(c), c.next_id()
    start = f'<w:bookmarkStart w:id="{number}" w:name="_Hlk{number}"/>'
    return Inline(f'{start}{inside.xml}<w:bookmarkEnd w:id="{number}"/>', inside.pieces)


def _proofread(c: Context) -> Inline:
    inside = kept(c, citation(c.random))
    return Inline(f'<w:proofErr w:type="spellStart"/>{inside.xml}<w:proofErr w:type="spellEnd"/>', inside.pieces)


def _commented(c: Context) -> Inline:
    """Put an existing comment on some runs; it may stand in the body alone."""
    inside = simple(c)
    if not c.in_body:
        return inside
    c.used.add("comment")
    number = c.comments
    c.comments += 1
    reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    xml = f'<w:commentRangeStart w:id="{number}"/>{inside.xml}<w:commentRangeEnd w:id="{number}"/>{reference}'
    return Inline(xml, inside.pieces)


CONTAINERS: tuple[tuple[float, str, Callable[[Context], Inline]], ...] = (
    (1, "hyperlink", _link),
    (0.6, "smartTag", _smart_tag),
    (0.6, "customXml", _custom_xml),
    (0.8, "inline control", _inline_control),
    (0.5, "control in insertion", _control_in_insertion),
    (0.5, "nested containers", _nested_containers),
    (0.6, "bookmark", _bookmarked),
    (0.6, "proofErr", _proofread),
    (0.6, "comment range", _commented),
)


def inlines(c: Context) -> Inline:
    """Give the content of an ordinary paragraph, with a kept text somewhere in it."""
    parts: list[Inline] = []
    for _ in range(c.random.randint(1, 3)):
        kind = c.random.choices((SIMPLE, CONTAINERS, FIELDS, OBJECTS), (8, 1.6, 1.2, 1.4))[0]
        choices: list[Choice[Inline]] = [(weight, name, lambda make=make: make(c)) for weight, name, make in kind]
        parts.append(c.pick(choices))
    parts.insert(c.random.randint(0, len(parts)), kept(c, sentence(c.random)))
    if not c.use("change at the edge of a paragraph"):
        parts = [kept(c, phrase(c.random)), *parts, kept(c, phrase(c.random))]
    return joined(parts)
