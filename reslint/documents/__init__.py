"""What was written: one reader a format, one document model for all of them."""

from reslint.documents.model import (
    Comment,
    Document,
    Kind,
    Paragraph,
    Provenance,
    Role,
    Segment,
    Story,
    Unit,
    ViewName,
)
from reslint.documents.view import Block, Position, View

__all__ = [
    "Block",
    "Comment",
    "Document",
    "Kind",
    "Paragraph",
    "Position",
    "Provenance",
    "Role",
    "Segment",
    "Story",
    "Unit",
    "View",
    "ViewName",
]
