"""Sections, found in one pass over the paragraphs: labelled paragraphs in sections, clauses and headings."""

from __future__ import annotations

from collections.abc import Iterator

from reslint.structure.labels import Written, core_of
from reslint.structure.model import Clause, Heading
from reslint.values import Record, made


class Labelled(Record):
    """A paragraph with a label. `start` and `end` are the range of its words in the view.

    `label_start` and `label_end` are the label's range, empty for an automatic number. `weak` marks a bare number
    before a single blank. `adjacent` says that the paragraph with words before it carries a label too, `introduced`
    that it ends with a colon. This one ends with a colon (`colon`) or like an item that others follow (`stop`), and
    begins with a small letter (`lower`). `listing` names the automatic list that counted it, empty for a typed label.
    """

    written: Written
    block: int
    label_start: int
    label_end: int
    start: int
    end: int
    weak: bool
    adjacent: bool
    introduced: bool
    colon: bool
    stop: bool
    lower: bool
    listing: str = ""

    @property
    def note_like(self) -> bool:
        """Whether it could be a footnote that stands between the items: a bare number and a sentence."""
        return self.written.bare and not (self.colon or self.stop or self.lower)


class Section(Record):
    """A stretch of paragraphs in which lists may run on; `clause` numbers the clause it belongs to."""

    clause: int | None
    operative: bool = False
    labelled: list[Labelled] = made(factory=list)


class Outline(Record):
    """What the pass found, in text order."""

    clauses: list[Clause] = made(factory=list)
    headings: list[Heading] = made(factory=list)
    sections: list[Section] = made(factory=list)


def following_labels(section: Section) -> Iterator[tuple[Labelled, frozenset[str]]]:
    """Each labelled paragraph of a section with the counters of the next label."""
    ahead = [frozenset(_cores(labelled)) for labelled in section.labelled[1:]]
    ahead.append(frozenset())
    return zip(section.labelled, ahead, strict=True)


def _cores(labelled: Labelled) -> Iterator[str]:
    yield labelled.written.core
    for part in labelled.written.parts:
        yield core_of(part)
