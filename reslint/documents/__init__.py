"""What was written: one reader a format, one document model for all of them."""

from reslint.documents.model import Document, Paragraph, Provenance, Role, Segment, Story, ViewName
from reslint.documents.view import Block, Position, View

__all__ = [
    "Block",
    "Document",
    "Paragraph",
    "Position",
    "Provenance",
    "Role",
    "Segment",
    "Story",
    "View",
    "ViewName",
]
