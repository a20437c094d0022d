"""Markdown: its prose as a reader of the page sees it; the text of the view is the file itself."""

from reslint.documents.markdown.comments import comments_of
from reslint.documents.markdown.reader import read_markdown

__all__ = ["comments_of", "read_markdown"]
