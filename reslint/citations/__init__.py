"""What a document cites: scanner, grammar and body inference."""

from reslint.citations.model import BodyFrom, Citation, CitationRole, CitedEdition, Mark, Span
from reslint.citations.reader import find_citations, written_places

__all__ = ["BodyFrom", "Citation", "CitationRole", "CitedEdition", "Mark", "Span", "find_citations", "written_places"]
