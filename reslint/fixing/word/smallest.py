"""Cut corrections to the words that differ, so that a tracked change shows what changes and no more."""

from __future__ import annotations

from collections.abc import Iterable

from reslint.api.finding import Edit


def smallest(edits: Iterable[Edit], text: str) -> tuple[Edit, ...]:
    """The edits of a text, each cut to the words that differ.

    They are chosen before they are cut: which fixes overlap is the same in every format.
    """
    return tuple(_cut(edit, text) for edit in edits)


def _cut(edit: Edit, text: str) -> Edit:
    old = text[edit.start : edit.end]
    new = edit.content
    before = after = 0
    while before < min(len(old), len(new)) and old[before] == new[before]:
        before += 1
    while _within_word(old, before) or _within_word(new, before):
        before -= 1
    rest = min(len(old), len(new)) - before
    while after < rest and old[len(old) - 1 - after] == new[len(new) - 1 - after]:
        after += 1
    while _within_word(old, len(old) - after) or _within_word(new, len(new) - after):
        after -= 1
    return Edit(edit.start + before, edit.end - after, new[before : len(new) - after])


def _within_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
