"""Write changes and comment ranges into one part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from reslint.documents.word.names import WORD, table
from reslint.documents.word.xml import Attributes, Part
from reslint.fixing.splicing.anatomy import RunAnatomy, Wrapper, runs_of
from reslint.fixing.splicing.cutting import Cuts, Cutter, Token
from reslint.fixing.splicing.encoding import as_utf_8
from reslint.fixing.splicing.ids import ID, Ids
from reslint.fixing.splicing.markup import Markup
from reslint.fixing.splicing.shapes import Change, Note, Piece, Revision


def rewritten(
    data: bytes,
    name: str,
    part: str,
    changes: Sequence[Change],
    notes: Sequence[tuple[int, Note]],
    ids: Ids,
    by: Revision,
) -> bytes:
    """The bytes of a part with its changes and the ranges of its notes, which come with their comments' numbers.

    Raises ValueError for pieces that overlap or lie outside of their runs, and ReslintError for no good XML.
    """
    cuts = _cuts(changes, notes)
    text = as_utf_8(data)
    if text != data:
        before, after = _run_starts(data, name, part), _run_starts(text, name, part)
        cuts = {after[bisect_left(before, run)]: cut for run, cut in cuts.items()}
    runs = runs_of(text, name, part, cuts.keys())
    for run in cuts:
        if run not in runs:
            raise ValueError(f"no run begins at byte {run} of {part}")
    splices = list(_splices(text, runs, cuts, ids, by))
    pieces = []
    cursor = 0
    for start, end, xml in splices:
        if start < cursor:
            raise ValueError(f"changes at byte {start} of {part} lie within each other")
        pieces += [text[cursor:start], xml]
        cursor = end
    return b"".join([*pieces, text[cursor:]])


def _cuts(changes: Sequence[Change], notes: Sequence[tuple[int, Note]]) -> dict[int, Cuts]:
    """What is done to each run, by the byte at which it begins."""
    cuts: dict[int, Cuts] = {}

    def of(piece: Piece) -> Cuts:
        return cuts.setdefault(piece.run, Cuts())

    for pieces, content in changes:
        for piece in pieces:
            if piece.start < piece.end:
                of(piece).deleted.append((piece.start, piece.end))
        if content:
            of(pieces[0]).inserted.append((pieces[0].end, pieces[0].start < pieces[0].end, content))
    for number, note in notes:
        of(note.first).begun.append((note.first.start, number))
        of(note.last).ended.append((note.last.end, number))
    for cut in cuts.values():
        cut.deleted.sort()
        for (_, end), (start, _) in zip(cut.deleted, cut.deleted[1:], strict=False):
            if start < end:
                raise ValueError("changes overlap")
    return cuts


def _splices(
    data: bytes, runs: dict[int, RunAnatomy], cuts: dict[int, Cuts], ids: Ids, by: Revision
) -> Iterator[tuple[int, int, bytes]]:
    """What replaces which bytes, in the order of the part: runs, or the revisions around them as a whole."""
    ordered = sorted(runs.values(), key=lambda run: run.start)
    at = 0
    while at < len(ordered):
        run = ordered[at]
        wrapper = run.wrapper
        same = [run]
        while wrapper is not None and at + len(same) < len(ordered) and ordered[at + len(same)].wrapper is wrapper:
            same.append(ordered[at + len(same)])
        cutter = Cutter(data, Markup(data, run.start, by), ids)
        if wrapper is None:
            yield run.start, run.end, b"".join(token.xml for token in cutter.tokens(run, cuts[run.start]))
        else:
            yield wrapper.start, wrapper.end, b"".join(_opened(data, wrapper, same, cutter, cuts, ids))
        at += len(same)


def _opened(
    data: bytes, wrapper: Wrapper, runs: Iterable[RunAnatomy], cutter: Cutter, cuts: dict[int, Cuts], ids: Ids
) -> Iterator[bytes]:
    """A revision, closed before and opened again after all that must not stand in it."""
    tokens: list[Token] = []
    cursor = wrapper.inside
    for run in runs:
        tokens += [Token(data[cursor : run.start]), *cutter.tokens(run, cuts[run.start])]
        cursor = run.end
    tokens.append(Token(data[cursor : wrapper.closing]))
    opening, closing = data[wrapper.start : wrapper.inside], data[wrapper.closing : wrapper.end]
    used = is_open = False
    for token in tokens:
        if token.apart:
            if is_open:
                yield closing
                is_open = False
            yield token.xml
        elif token.xml.strip():
            if not is_open:
                yield _renumbered(opening, ids) if used else opening
                used = is_open = True
            yield token.xml
    if is_open:
        yield closing


def _renumbered(tag: bytes, ids: Ids) -> bytes:
    """The start tag of a revision under an id of its own."""
    return ID.sub(lambda match: match[0].replace(match[1], str(ids.next()).encode()), tag, count=1)


def _run_starts(data: bytes, name: str, part: str) -> list[int]:
    """The bytes at which the runs of a part begin."""
    reader = Part(name, part)
    starts: list[int] = []
    names = table({"r": None}, WORD)

    def start(element: str, _: Attributes) -> None:
        if element in names:
            starts.append(reader.parser.CurrentByteIndex)

    reader.parse(data, start, lambda _: None)
    return starts
