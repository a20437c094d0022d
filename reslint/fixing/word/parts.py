"""Write changes and comment ranges into one part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import chain

from reslint.documents.word.names import WORD, table
from reslint.documents.xml import Attributes, Part
from reslint.fixing.word.anatomy import runs_of
from reslint.fixing.word.cuts import Cuts, Note, Revision, RunChange, RunPiece, cuts_of
from reslint.fixing.word.cutting import Cutter, Splice
from reslint.fixing.word.edges import Edges
from reslint.fixing.word.elements import GOING, RunAnatomy
from reslint.fixing.word.markup import Ids, Writers
from reslint.fixing.word.sparing import UnwritableError
from reslint.fixing.word.tags import as_utf_8, root_of


def rewritten(
    data: bytes,
    name: str,
    part: str,
    changes: Sequence[RunChange],
    notes: Sequence[tuple[int, Note]],
    ids: Ids,
    by: Revision,
) -> bytes:
    """The bytes of a part with its changes and the ranges of its notes, which come with their comments' numbers.

    Raises UnwritableError where some of them cannot be written, and ReslintError for no good XML.
    """
    text = as_utf_8(data, name, part)
    touched = {piece.run for change in changes for piece in change.pieces}
    touched |= {piece.run for _, note in notes for piece in (note.first, note.last)}
    now = {run: run for run in touched}
    if text != data:
        before, after = _run_starts(data, name, part), _run_starts(text, name, part)
        now = {run: after[bisect_left(before, run)] for run in touched}
        changes = [one._replace(pieces=tuple(_moved(piece, now) for piece in one.pieces)) for one in changes]
        notes = [
            (number, one._replace(first=_moved(one.first, now), last=_moved(one.last, now))) for number, one in notes
        ]
    runs = runs_of(text, name, part, now.values())
    cuts = cuts_of(changes, notes, {start: run.home for start, run in runs.items()})
    was = {run: old for old, run in now.items()}
    unfit = {was[run] for run, cut in cuts.items() if run not in runs or not _fits(runs[run], cut)}
    if unfit:
        raise UnwritableError(name, {part: unfit})
    pieces = []
    cursor = 0
    writers = Writers(text, root_of(text, name, part), by)
    for start, end, xml in _splices(text, runs, cuts, ids, writers):
        pieces += [text[cursor:start], xml]
        cursor = end
    return b"".join([*pieces, text[cursor:]])


def _moved(piece: RunPiece, now: Mapping[int, int]) -> RunPiece:
    return piece._replace(run=now[piece.run])


def _fits(run: RunAnatomy, cut: Cuts) -> bool:
    """Whether a run can be cut so; comments that do not stand in it as they should stand around it."""
    return not cut.changes or (cut.fit(run.atoms) and not any(one.kind in GOING for one in run.outwards()))


def _splices(
    data: bytes, runs: dict[int, RunAnatomy], cuts: dict[int, Cuts], ids: Ids, writers: Writers
) -> list[Splice]:
    """What replaces which bytes, in the order of the part.

    At one byte, the end of what is before it comes first, then what stands apart, then the beginning of what follows.
    """
    edges = Edges(data, ids)
    ordered: list[tuple[int, int, Splice]] = []
    for run in sorted((runs[start] for start in cuts), key=lambda run: run.start):
        own = cuts[run.start]
        anchor = run.anchor
        if anchor is not run or not own.fit(run.atoms):
            write = writers.around(anchor)
            edges.before(anchor, b"".join(map(write.comment_begin, chain(*own.begun.values()))))
            edges.after(anchor, b"".join(map(write.comment_end, chain(*own.ended.values()))))
            own.begun.clear()
            own.ended.clear()
        cutter = Cutter(data, run, own, writers.around(run), ids, runs)
        splices, before, after = cutter.cut(edges.closing(run.wrapper), edges.reopening(run.wrapper))
        edges.before(run, before)
        edges.after(run, after)
        ordered += [(splice.start, 2 if splice.start < run.end else 0, splice) for splice in splices]
    ordered += [(at, 1, Splice(at, at, xml)) for at, xml in edges.written()]
    return [splice for _, _, splice in sorted(ordered, key=lambda item: item[:2])]


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
