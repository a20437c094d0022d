"""Which corrections cannot be written into a Word file as tracked changes, and why."""

from __future__ import annotations

from reslint.documents.model import Kind
from reslint.documents.pieces import pieces
from reslint.documents.view import View
from reslint.linting.finding import Edit, Finding, Fix

REASONS = {
    Kind.FIELD: "the words are the result of a field, which Word computes anew",
    Kind.MATHEMATICS: "the words are part of a formula",
    Kind.MARK: "the mark of a note or the anchor of a text box stands between the words",
}


def refusal(view: View, edit: Edit) -> str | None:
    """Why an edit of the view cannot be made in the file; None if it can."""
    touched = list(pieces(view, edit.start, edit.end))
    if not touched:
        return "there are no words to write beside"
    if len({(piece.story, piece.paragraph) for piece in touched}) > 1 or "\n" in edit.content:
        return "it reaches over the end of a paragraph"
    if view.block_at(edit.start) != view.block_at(edit.end):
        return "it reaches over the end of a paragraph"
    for piece in touched:
        if piece.segment.kind in REASONS:
            return REASONS[piece.segment.kind]
    return None


def without_refused(finding: Finding, view: View) -> tuple[Finding, str | None]:
    """The finding without its fix where an edit of it cannot be made, and why."""
    for edit in finding.fix.edits if finding.fix else ():
        reason = refusal(view, edit)
        if reason:
            return finding._replace(fix=None), reason
    return finding, None


def smallest(fix: Fix, view: View) -> Fix:
    """The fix with every edit cut to the words that differ."""
    return fix._replace(edits=tuple(_cut(edit, view.text) for edit in fix.edits))


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
