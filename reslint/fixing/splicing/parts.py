"""Write changes and comment ranges into one part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from reslint.documents.word.names import WORD, table
from reslint.documents.xml import Attributes, Part
from reslint.fixing.splicing.anatomy import RunAnatomy, Wrapper, runs_of
from reslint.fixing.splicing.cutting import Cuts, Cutter, Token
from reslint.fixing.splicing.encoding import as_utf_8
from reslint.fixing.splicing.ids import ID, Ids
from reslint.fixing.splicing.markup import Markup
from reslint.fixing.splicing.shapes import Change, Note, Piece, Revision

Group = tuple[int, int, list[RunAnatomy]]
"""Runs that are written together, and the bytes that are replaced by them."""


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
    while cuts:
        runs = runs_of(text, name, part, cuts.keys())
        for run in cuts:
            if run not in runs:
                raise ValueError(f"no run begins at byte {run} of {part}")
        inner, outer = _apart(_groups(runs.values()))
        text, moved = _spliced(
            text, [(start, end, _written(text, group, cuts, ids, by)) for start, end, group in inner]
        )
        cuts = {moved(run.start): cuts[run.start] for _, _, group in outer for run in group}
    return text


def _groups(runs: Iterable[RunAnatomy]) -> list[Group]:
    """The runs in the order of the part, those together that stand directly in the same revision."""
    groups: list[Group] = []
    for run in sorted(runs, key=lambda run: run.start):
        wrapper = run.wrapper
        if wrapper is not None and groups and groups[-1][2][-1].wrapper is wrapper:
            groups[-1][2].append(run)
        else:
            around = wrapper or run
            groups.append((around.start, around.end, [run]))
    return groups


def _apart(groups: Sequence[Group]) -> tuple[list[Group], list[Group]]:
    """Those groups that hold none of the others, and the rest, such as a run around a text box that is touched too."""
    inner: list[Group] = []
    outer: list[Group] = []
    ordered = sorted(groups, key=lambda group: (group[0], -group[1]))
    for group, following in zip(ordered, [*ordered[1:], None], strict=True):
        holds = following is not None and following[0] < group[1]
        (outer if holds else inner).append(group)
    return inner, outer


def _spliced(data: bytes, splices: Sequence[tuple[int, int, bytes]]) -> tuple[bytes, Callable[[int], int]]:
    """The part with its splices, and where a byte outside of them stands afterwards."""
    pieces = []
    cursor = shift = 0
    starts: list[int] = []
    shifts = [0]
    for start, end, xml in splices:
        pieces += [data[cursor:start], xml]
        cursor = end
        shift += len(xml) - (end - start)
        starts.append(start)
        shifts.append(shift)
    whole = b"".join([*pieces, data[cursor:]])
    return whole, lambda byte: byte + shifts[bisect_left(starts, byte)]


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


def _written(data: bytes, group: Sequence[RunAnatomy], cuts: Mapping[int, Cuts], ids: Ids, by: Revision) -> bytes:
    """What a run becomes, or the revision around some."""
    first = group[0]
    cutter = Cutter(data, Markup(data, first.start, by), ids)
    if first.wrapper is None:
        return b"".join(token.xml for token in cutter.tokens(first, cuts[first.start]))
    return b"".join(_opened(data, first.wrapper, group, cutter, cuts, ids))


def _opened(
    data: bytes, wrapper: Wrapper, runs: Iterable[RunAnatomy], cutter: Cutter, cuts: Mapping[int, Cuts], ids: Ids
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
