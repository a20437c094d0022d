"""Refusals: which corrections cannot be written into a Word file as tracked changes, and why."""

from __future__ import annotations

from reslint.api.finding import Edit, Fix
from reslint.documents.model import Kind, Role
from reslint.documents.pieces import pieces
from reslint.documents.view import View
from reslint.fixing.word.sparing import ADVICE, REASON
from reslint.saying import said

REASONS = {
    Kind.FIELD: said("the words are the result of a field, which Word computes anew"),
    Kind.MATHEMATICS: said("the words are part of a formula"),
    Kind.ALTERNATIVE: said("the words stand in the file in several forms, of which programs show one"),
    Kind.DROP_CAP: said("the words begin with a drop cap, which is a paragraph of its own in the file"),
    Kind.STRAY: said("{reason}; {advice}", reason=REASON, advice=ADVICE),
    Kind.MARK: said("the mark of a note or the anchor of a text box stands between the words"),
}


def refusal(view: View, edit: Edit) -> str | None:
    """Why an edit of the view cannot be made in the file; None if it can."""
    touched = list(pieces(view, edit.start, edit.end))
    if not touched:
        return said("there are no words to write beside")
    if len({(piece.story, piece.paragraph) for piece in touched}) > 1 or "\n" in edit.content:
        return said("it reaches over the end of a paragraph")
    if view.block_at(edit.start) != view.block_at(edit.end):
        return said("it reaches over the end of a paragraph")
    for piece in touched:
        if piece.segment.kind in REASONS:
            return REASONS[piece.segment.kind]
        if piece.segment.raised and piece.segment.role is Role.MARKUP:
            return REASONS[Kind.MARK]
    return None


def refused(view: View, fix: Fix) -> str:
    """Why a fix cannot be made in the file the view is of, empty if it can; a fix is made as a whole or not at all."""
    return next((reason for edit in fix.edits if (reason := refusal(view, edit))), "")
