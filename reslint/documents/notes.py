"""What stands at a place where there is a note, for formats that say only how it looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from reslint.documents.model import Role, Segment

NOTE_MARK = re.compile(r"\[?\(?(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,4}|[*†‡§¶#]{1,3}|[a-np-zA-NP-Z])\)?\]?")
"""Words that are the mark of a note if they are raised, or a link to one; a raised o is part of "No"."""


def with_marks_apart(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments of a paragraph, of which raised ones that are a mark behind words are read through.

    At the start of a paragraph it is the label of the note itself, and no number that stands there is another's.
    """
    found: list[Segment] = []
    begun = False
    for raised, group in groupby(segments, key=lambda segment: segment.raised):
        together = list(group)
        if raised and begun and NOTE_MARK.fullmatch("".join(segment.text for segment in together).strip()):
            for segment in together:
                found += _apart(segment)
        else:
            found += together
        begun = begun or any(segment.text.strip() for segment in together)
    return tuple(found)


def _apart(segment: Segment) -> Iterator[Segment]:
    """A segment as the blanks around its words, which stay between those it stands between, and the words."""
    inner = segment.text.strip()
    at = segment.text.find(inner) if inner else 0
    for text, role in (
        (segment.text[:at], segment.role),
        (inner, Role.MARKUP),
        (segment.text[at + len(inner) :], segment.role),
    ):
        if text or (role is Role.MARKUP and not segment.text):
            yield segment._replace(text=text, role=role)
