"""What reslint reads of a document, in the shape of the expectations."""

from __future__ import annotations

from reslint.documents.markup import markup
from reslint.documents.model import Document, ViewName
from reslint.documents.view import View

Shown = list[str | list[str]]


def shown(document: Document, view: str) -> dict[str, Shown]:
    """The paragraphs of each story in a view: words, or label and words."""
    found: dict[str, Shown] = {}
    if view == "markup":
        return {story.name: [markup(paragraph) for paragraph in story.paragraphs] for story in document.stories}
    seen = View(document, ViewName(view))
    for block in seen.blocks:
        text = seen.text[block.start : block.end]
        found.setdefault(block.story, []).append([block.label, text] if block.label else text)
    return found
