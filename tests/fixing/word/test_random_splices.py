"""Random changes and notes in random paragraphs: what was asked is there, and all that was there still is."""

from __future__ import annotations

import os
from random import Random
from xml.etree import ElementTree

import pytest
from drafts import Draft
from trees import COMMENTS, check, final, local, run_starts, signs, written

from reslint.fixing.word.cuts import Note, RunChange, RunPiece

pytestmark = pytest.mark.slow

SPLICES = int(os.environ.get("RESLINT_SPLICES", "1000"))


@pytest.mark.parametrize("first", range(0, SPLICES, 500))
def test_random_splices(first: int) -> None:
    for seed in range(first, min(first + 500, SPLICES)):
        draft = Draft(Random(seed))
        starts = run_starts(draft.main)

        def piece(of: tuple[int, int, int], starts: list[int] = starts) -> RunPiece:
            return RunPiece(starts[of[0]], of[1], of[2])

        asked = draft.asked()
        noted = draft.noted()
        if not asked and not noted:
            continue
        changes = [RunChange(tuple(map(piece, one.pieces)), one.contents) for one in asked]
        notes = [Note(piece(begin), piece(end), "hello\nyou") for begin, end in noted]
        after = written(draft.main, changes, notes)
        check(draft.main, after)
        assert final(after) == draft.expected(asked), seed
        without_ours = "".join(
            one.sign
            for one in signs(after)
            if not one.ours
            and len(one.sign) == 1
            and not any(kind in ("del", "moveFrom") and by != "reslint" for kind, by, _ in one.revisions)
        )
        assert without_ours == final(draft.main), seed
        points = [local(one) for one in ElementTree.fromstring(after).iter() if local(one) in COMMENTS]
        assert sorted(points) == sorted([*COMMENTS] * len(notes)), seed
